'use client';
import type { ReactElement } from 'react';
import type { FilledPlace } from '../../core/analysis/prompts/filled-places.ts';
import { useRunInspectorContext } from './RunInspectorContext.ts';
import { RunInspectorValue } from './RunInspectorValue.tsx';
import { roleName } from './role-name.ts';

interface RunInspectorVariableProps {
  readonly name: string;
  readonly value: unknown;
  /** Where the value stands in the prompt. */
  readonly places: readonly FilledPlace[];
}

/** Places of one value that are told. */
const MOST_PLACES = 5;

/** A variable of a template, its value, and the way to where it stands in the prompt. Renders a `<tr>`. */
export function RunInspectorVariable({ name, value, places }: RunInspectorVariableProps): ReactElement {
  const { reading, sections, messages, reveal } = useRunInspectorContext('RunInspectorVariable');
  const go = ({ message, part, from, to }: FilledPlace): void => {
    const piece = reading.messages[message]?.parts[part];
    if (piece?.type === 'text') reveal({ section: 'messages', item: message, text: piece.text, from, to });
  };
  return (
    <tr>
      <th scope="row">{name.slice(0, 200)}</th>
      <td>
        <RunInspectorValue value={value} label={`${messages.value}: ${name.slice(0, 200)}`} field="input" first={FIRST} />
        {sections.includes('messages') && (
          <p data-slot="run-inspector-filled">
            {places.slice(0, MOST_PLACES).map((place) => (
              <button key={`${place.message} ${place.from}`} type="button" data-slot="inspect-button" onClick={() => go(place)}>
                {messages.filledInto(roleName(reading.messages[place.message]?.role ?? '', messages.roles), place.message + 1)}
              </button>
            ))}
            {places.length === 0 && <span data-slot="run-inspector-size">{messages.notFilled}</span>}
          </p>
        )}
      </td>
    </tr>
  );
}

/** Characters of a value that tell which it is. */
const FIRST = 400;
