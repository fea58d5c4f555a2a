'use client';
import type { ReactElement } from 'react';
import { useRunInspectorContext } from './RunInspectorContext.ts';
import type { Shown } from './useShown.ts';

interface RunInspectorMoreProps {
  readonly shown: Shown<unknown>;
  /** Which end of the list the button stands at. */
  readonly at: 'start' | 'end';
}

/** Shows more of a list that is shown in steps. Renders a `<button>`; nothing where the list ends. */
export function RunInspectorMore({ shown, at }: RunInspectorMoreProps): ReactElement | null {
  const { messages } = useRunInspectorContext('RunInspectorMore');
  const left = at === 'start' ? shown.before : shown.after;
  if (left === 0) return null;
  return (
    <button type="button" data-slot="inspect-button" onClick={at === 'start' ? shown.showBefore : shown.showAfter}>
      {at === 'start' ? messages.earlier(shown.step, left) : messages.more(shown.step, left)}
    </button>
  );
}
