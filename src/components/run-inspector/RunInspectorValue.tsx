'use client';
import { useMemo, type ReactElement } from 'react';
import { isObject, parseIfJson } from '../../core/model/json.ts';
import type { MessagePart } from '../../core/model/content/content.ts';
import { readPart } from '../../core/model/content/read-part.ts';
import { JsonView } from '../primitives/JsonView.tsx';
import { TextBlock } from '../primitives/TextBlock.tsx';
import { useRunInspectorContext } from './RunInspectorContext.ts';
import { RunInspectorMedia } from './RunInspectorMedia.tsx';

interface RunInspectorValueProps {
  readonly value: unknown;
  readonly label: string;
}

const MOST_PARSED = 200_000;
const MOST_PARTS = 100;

/** A value inside of a message, in the plainest way: words as words, a list of parts as parts, the rest as a tree. */
export function RunInspectorValue({ value, label }: RunInspectorValueProps): ReactElement {
  const { state, messages } = useRunInspectorContext('RunInspectorValue');
  const parsed = useMemo(() => (typeof value === 'string' && value.length > MOST_PARSED ? value : parseIfJson(value)), [value]);
  const parts = useMemo(() => plainParts(parsed), [parsed]);
  if (parsed === undefined || parsed === null || parsed === '') return <p data-slot="run-inspector-none">{messages.noContent}</p>;
  if (parts !== null) {
    return (
      <>
        {parts.map((part, nth) => (part.type === 'media' ? <RunInspectorMedia key={nth} media={part} /> : <TextBlock key={nth} text={part.type === 'text' ? part.text : ''} wrap={state.wrap} messages={messages} />))}
      </>
    );
  }
  if (typeof parsed === 'object') return <JsonView value={parsed} label={label} messages={messages} />;
  return <TextBlock text={String(parsed)} wrap={state.wrap} messages={messages} />;
}

/** Tools answer in parts as models do; null if the value is anything else. */
function plainParts(value: unknown): readonly MessagePart[] | null {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_PARTS || !isObject(value[0])) return null;
  const parts = value.map(readPart);
  return parts.every((part) => part.type === 'text' || part.type === 'media') ? parts : null;
}
