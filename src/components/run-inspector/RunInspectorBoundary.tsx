'use client';
import { Component, type ReactElement, type ReactNode } from 'react';
import { useRunInspectorContext } from './RunInspectorContext.ts';
import { RunInspectorSection } from './RunInspectorSection.tsx';
import type { RunInspectorSectionName } from './sections.ts';

interface RunInspectorBoundaryProps {
  readonly name: RunInspectorSectionName;
  /** Another one is shown anew. */
  readonly of: object;
  readonly children: ReactNode;
}

interface RunInspectorBoundaryState {
  readonly of: object;
  readonly failure: { readonly error: unknown } | null;
}

/** Keeps a section that cannot be shown from taking the others with it, and says so in its place. */
export class RunInspectorBoundary extends Component<RunInspectorBoundaryProps, RunInspectorBoundaryState> {
  override state: RunInspectorBoundaryState = { of: this.props.of, failure: null };

  static getDerivedStateFromError(error: unknown): Pick<RunInspectorBoundaryState, 'failure'> {
    return { failure: { error } };
  }

  static getDerivedStateFromProps({ of }: RunInspectorBoundaryProps, state: RunInspectorBoundaryState): RunInspectorBoundaryState | null {
    return state.of === of ? null : { of, failure: null };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    return <Failure name={this.props.name} error={failure.error} onRetry={() => this.setState({ failure: null })} />;
  }
}

interface FailureProps {
  readonly name: RunInspectorSectionName;
  readonly error: unknown;
  readonly onRetry: () => void;
}

function Failure({ name, error, onRetry }: FailureProps): ReactElement {
  const { messages, reveal } = useRunInspectorContext('RunInspectorBoundary');
  const title = messages.sections[name];
  return (
    <RunInspectorSection name={name} title={title}>
      <div data-slot="run-inspector-failure" role="alert">
        <p>{messages.unreadable(title, reasonOf(error))}</p>
        <button type="button" data-slot="inspect-button" onClick={onRetry}>{messages.tryAgain}</button>
        {name !== 'raw' && <button type="button" data-slot="inspect-button" onClick={() => reveal({ section: 'raw', item: null, text: '', from: 0, to: 0 })}>{messages.openRaw}</button>}
      </div>
    </RunInspectorSection>
  );
}

const MOST = 300;

/** What was thrown may be anything, and may throw again when it is read. */
function reasonOf(error: unknown): string {
  try {
    return String(error instanceof Error ? error.message : error).slice(0, MOST);
  } catch {
    return '?';
  }
}
