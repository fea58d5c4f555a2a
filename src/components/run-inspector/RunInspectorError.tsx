'use client';
import { useMemo, type ComponentPropsWithRef, type ReactElement } from 'react';
import { CopyButton } from '../primitives/CopyButton.tsx';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { StatusIcon } from '../primitives/StatusIcon.tsx';
import { CurrentMarkContext } from '../primitives/search-marks.ts';
import { SearchMarked } from '../primitives/SearchMarked.tsx';
import { TextBlock } from '../primitives/TextBlock.tsx';
import { useRunInspectorContext, useRunInspectorTarget } from './RunInspectorContext.ts';
import { RunInspectorFold } from './RunInspectorFold.tsx';

/** Props of `RunInspectorError`. */
export interface RunInspectorErrorProps extends ComponentPropsWithRef<'div'> {}

/** Why the run failed, or where it was interrupted, before all else. Renders a `<div>`; nothing for a run without an error. */
export const RunInspectorError: Part<RunInspectorErrorProps> = /* @__PURE__ */ part(function RunInspectorError(props: RunInspectorErrorProps): ReactElement | null {
  const { run, state, marks: all, messages } = useRunInspectorContext('RunInspectorError');
  const { error, status } = run;
  const marks = all.of('error');
  const target = useRunInspectorTarget('error');
  const lines = useMemo(() => countLines(error?.stack ?? ''), [error]);
  const inStack = useMemo(() => marks?.rangesIn(error?.stack ?? '').length, [marks, error]);
  if (error === null) return null;
  const type = error.type ?? messages.statuses[status === 'interrupted' ? 'interrupted' : 'error'];
  return (
    <CurrentMarkContext.Provider value={target}>
      <div {...mergeProps({ 'data-slot': 'run-inspector-error', 'data-status': status }, props)}>
        <div data-slot="run-inspector-error-head">
          <StatusIcon status={status === 'interrupted' ? 'interrupted' : 'error'} />
          <strong data-slot="run-inspector-error-type">{marks === null ? type : <SearchMarked text={type} ranges={marks.rangesIn(type)} />}</strong>
          <CopyButton text={() => [error.type, error.message, error.stack].filter((text) => text !== null && text !== '').join('\n')} messages={messages} label={messages.statuses.error} />
        </div>
        {error.message === '' ? <p data-slot="run-inspector-none">{messages.noMessage}</p> : <TextBlock text={error.message} wrap={state.wrap} marks={marks} messages={messages} />}
        {error.stack !== null && error.stack !== '' && (
          <RunInspectorFold
            title={messages.stack(lines)}
            open={state.isOpen('stack')}
            onOpenChange={(open) => state.setOpen('stack', open)}
            matches={inStack}
            holds={({ text }) => text === error.stack}
          >
            <TextBlock text={error.stack} code wrap={false} marks={marks} messages={messages} />
          </RunInspectorFold>
        )}
      </div>
    </CurrentMarkContext.Provider>
  );
});

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
