'use client';
import { useContext, useMemo, type ReactElement } from 'react';
import type { MessagePart } from '../../core/model/content/content.ts';
import { readPart } from '../../core/model/content/read-part.ts';
import { isObject, parseIfJson } from '../../core/model/json.ts';
import { JsonView } from '../primitives/JsonView.tsx';
import { CurrentMarkContext } from '../primitives/search-marks.ts';
import { TextBlock } from '../primitives/TextBlock.tsx';
import { useRunInspectorContext } from './RunInspectorContext.ts';
import { RunInspectorMedia } from './RunInspectorMedia.tsx';
import { RunInspectorWords } from './RunInspectorWords.tsx';

interface RunInspectorValueProps {
  readonly value: unknown;
  readonly label: string;
  /** The field of queries that the value is of; null for none. */
  readonly field: string | null;
  /** Characters of a text that are shown at first. */
  readonly first?: number | undefined;
}

const MOST_PARSED = 200_000;
const MOST_PARTS = 100;

/** A value inside of a message, in the plainest way: words as words, a list of parts as parts, the rest as a tree. */
export function RunInspectorValue({ value, label, field, first }: RunInspectorValueProps): ReactElement {
  const { state, marks, messages } = useRunInspectorContext('RunInspectorValue');
  const parsed = useMemo(() => (typeof value === 'string' && value.length > MOST_PARSED ? value : parseIfJson(value)), [value]);
  const parts = useMemo(() => plainParts(parsed), [parsed]);
  const current = useContext(CurrentMarkContext);
  if (parsed === undefined || parsed === null || parsed === '') return <p data-slot="run-inspector-none">{messages.noContent}</p>;
  // A find in JSON that came as text is told by its place in the text.
  if (typeof value === 'string' && value !== parsed && current?.text === value) return <TextBlock text={value} code wrap={state.wrap} marks={marks.inWords(field)} messages={messages} />;
  if (parts !== null) {
    return (
      <>
        {parts.map((part, nth) => (part.type === 'media' ? <RunInspectorMedia key={nth} media={part} /> : <RunInspectorWords key={nth} text={part.type === 'text' ? part.text : ''} first={first} field={field} />))}
      </>
    );
  }
  if (typeof parsed === 'object') return <JsonView value={parsed} label={label} marks={marks.of(field)} messages={messages} />;
  return <RunInspectorWords text={String(parsed)} first={first} field={field} />;
}

/** Tools answer in parts as models do; null if the value is anything else. */
function plainParts(value: unknown): readonly MessagePart[] | null {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_PARTS || !isObject(value[0])) return null;
  const parts = value.map(readPart);
  return parts.every((part) => part.type === 'text' || part.type === 'media') ? parts : null;
}
