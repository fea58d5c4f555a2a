'use client';
import type { ReactElement } from 'react';
import type { PayloadMode } from '../../hooks/useRunInspector.ts';
import { useRunInspectorContext } from './RunInspectorContext.ts';

interface RunInspectorModesProps {
  /** The modes to choose from. `auto` is text. */
  readonly modes: readonly PayloadMode[];
  /** What is shown in the mode. */
  readonly label: string;
  /** The mode in which it is shown now, if that is not the one that was chosen. */
  readonly shown?: PayloadMode | undefined;
}

/** The ways in which words or a payload can be shown. Renders a `<span>`; nothing where there is no choice. */
export function RunInspectorModes({ modes, label, shown }: RunInspectorModesProps): ReactElement | null {
  const { state, messages, renderMarkdown, reveal } = useRunInspectorContext('RunInspectorModes');
  const offered = modes.filter((mode) => mode !== 'markdown' || renderMarkdown !== undefined);
  if (offered.length < 2) return null;
  const names: Readonly<Record<PayloadMode, string>> = { auto: messages.text, text: messages.text, json: messages.json, markdown: messages.markdown };
  const choose = (mode: PayloadMode): void => {
    state.setPayloadMode(mode);
    // A find may be shown in another mode; what the person chooses goes before it.
    reveal(null);
  };
  const pressed = shown ?? (offered.includes(state.payloadMode) ? state.payloadMode : offered[0]);
  return (
    <span role="group" aria-label={`${messages.mode}: ${label}`} data-slot="run-inspector-modes">
      {offered.map((mode) => (
        <button key={mode} type="button" data-slot="inspect-button" aria-pressed={mode === pressed} onClick={() => choose(mode)}>{names[mode]}</button>
      ))}
    </span>
  );
}
