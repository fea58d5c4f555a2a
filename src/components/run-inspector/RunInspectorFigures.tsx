'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { figuresOf } from './figures.ts';
import { useRunInspectorContext } from './RunInspectorContext.ts';
import { RunInspectorTokens } from './RunInspectorTokens.tsx';

/** Props of `RunInspectorFigures`. */
export interface RunInspectorFiguresProps extends ComponentPropsWithRef<'dl'> {}

/** How long the run took, what it used and what it cost, its own part told apart from its subtree's. Renders a `<dl>`. */
export const RunInspectorFigures: Part<RunInspectorFiguresProps> = /* @__PURE__ */ part(function RunInspectorFigures(props: RunInspectorFiguresProps): ReactElement {
  const { trace, run, messages, locale, now } = useRunInspectorContext('RunInspectorFigures');
  return (
    <dl {...mergeProps({ 'data-slot': 'run-inspector-figures' }, props)}>
      {figuresOf(trace, run, messages, locale, now).map(({ name, quantity, notes, parts }) => (
        <div key={name} data-slot="run-inspector-figure" data-figure={name}>
          <dt>{messages.figures[name]}</dt>
          <dd title={quantity.full}>
            <span data-slot="run-inspector-amount">{quantity.figure}</span>
            {quantity.unit !== '' && <span data-slot="run-inspector-unit"> {quantity.unit}</span>}
            {notes.map((note) => <span key={note} data-slot="run-inspector-note">{note}</span>)}
            {parts.length > 0 && <RunInspectorTokens parts={parts} />}
          </dd>
        </div>
      ))}
    </dl>
  );
});
