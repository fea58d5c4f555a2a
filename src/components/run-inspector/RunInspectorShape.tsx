'use client';
import { useMemo, type ReactElement } from 'react';
import type { Shape } from '../../core/analysis/shape/shape.ts';
import { shapeChange, type ShapeRow } from '../../core/analysis/shape/shape-change.ts';
import { shapeText } from '../../core/analysis/shape/shape-text.ts';
import { ABSENT } from '../primitives/quantity.ts';
import { useRunInspectorContext } from './RunInspectorContext.ts';
import { RunInspectorSection } from './RunInspectorSection.tsx';

/** How the shape of the data changed from input to output. Renders a section. */
export function RunInspectorShape(): ReactElement {
  const { messages } = useRunInspectorContext('RunInspectorShape');
  return <RunInspectorSection name="shape" title={messages.sections.shape}><Change /></RunInspectorSection>;
}

/** Worked out only while the section is open. */
function Change(): ReactElement {
  const { reading, messages } = useRunInspectorContext('RunInspectorShape');
  const { inputs, outputs } = reading;
  const { rows, more } = useMemo(() => shapeChange(inputs, outputs), [inputs, outputs]);
  return (
    <>
      <table data-slot="run-inspector-shape">
        <thead>
          <tr>
            <th scope="col">{messages.field}</th>
            <th scope="col">{messages.sections.input}</th>
            <th scope="col">{messages.sections.output}</th>
          </tr>
        </thead>
        <tbody>{rows.map((row, nth) => <Row key={nth} row={row} />)}</tbody>
      </table>
      {more > 0 && <p data-slot="run-inspector-none">{messages.moreRows(more)}</p>}
    </>
  );
}

const MOST_LEVELS = 3;

function Row({ row: { path, input, output, change } }: { readonly row: ShapeRow }): ReactElement {
  const { messages } = useRunInspectorContext('RunInspectorShape');
  return (
    <tr data-slot="run-inspector-shape-row" data-change={change} data-level={Math.min(Math.max(0, path.length - 1), MOST_LEVELS)}>
      <th scope="row" title={nameOf(path)}>
        <span data-slot="run-inspector-shape-name">{path.length === 0 ? messages.whole : path.at(-1) === null ? messages.eachEntry : nameOf(path.slice(-1))}</span>
        {change !== 'same' && <>{' '}<span data-slot="run-inspector-shape-change">{messages.shapeChanges[change]}</span></>}
      </th>
      <Side shape={input} name={messages.sections.input} />
      <Side shape={output} name={messages.sections.output} />
    </tr>
  );
}

function Side({ shape, name }: { readonly shape: Shape | null; readonly name: string }): ReactElement {
  const { messages } = useRunInspectorContext('RunInspectorShape');
  const text = shape === null ? ABSENT : shapeText(shape, messages.shape);
  return <td data-side={name} title={text}>{text}</td>;
}

function nameOf(path: ShapeRow['path']): string {
  let name = '';
  for (const key of path) name += key === null ? '[]' : name === '' ? key.slice(0, 100) : `.${key.slice(0, 100)}`;
  return name;
}
