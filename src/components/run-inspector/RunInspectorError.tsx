'use client';
import { useMemo, type ComponentPropsWithRef, type ReactElement } from 'react';
import { CopyButton } from '../primitives/CopyButton.tsx';
import { mergeProps } from '../primitives/mergeProps.ts';
import { StatusIcon } from '../primitives/StatusIcon.tsx';
import { TextBlock } from '../primitives/TextBlock.tsx';
import { useRunInspectorContext } from './RunInspectorContext.ts';
import { RunInspectorFold } from './RunInspectorFold.tsx';
import { part, type Part } from '../primitives/part.ts';

/** Props of `RunInspectorError`. */
export interface RunInspectorErrorProps extends ComponentPropsWithRef<'div'> {}

/** Why the run failed, or where it was interrupted, before all else. Renders a `<div>`; nothing for a run without an error. */
export const RunInspectorError: Part<RunInspectorErrorProps> = /* @__PURE__ */ part(function RunInspectorError(props: RunInspectorErrorProps): ReactElement | null {
  const { run, state, messages } = useRunInspectorContext('RunInspectorError');
  const { error, status } = run;
  const lines = useMemo(() => countLines(error?.stack ?? ''), [error]);
  if (error === null) return null;
  return (
    <div {...mergeProps({ 'data-slot': 'run-inspector-error', 'data-status': status }, props)}>
      <div data-slot="run-inspector-error-head">
        <StatusIcon status={status === 'interrupted' ? 'interrupted' : 'error'} />
        <strong data-slot="run-inspector-error-type">{error.type ?? messages.statuses[status === 'interrupted' ? 'interrupted' : 'error']}</strong>
        <CopyButton text={() => [error.type, error.message, error.stack].filter((text) => text !== null && text !== '').join('\n')} messages={messages} label={messages.statuses.error} />
      </div>
      {error.message === '' ? <p data-slot="run-inspector-none">{messages.noMessage}</p> : <TextBlock text={error.message} wrap={state.wrap} messages={messages} />}
      {error.stack !== null && error.stack !== '' && (
        <RunInspectorFold title={messages.stack(lines)} open={state.isOpen('stack')} onOpenChange={(open) => state.setOpen('stack', open)}>
          <TextBlock text={error.stack} code wrap={false} messages={messages} />
        </RunInspectorFold>
      )}
    </div>
  );
});

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
