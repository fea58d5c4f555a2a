'use client';
import { useMemo, type ReactElement } from 'react';
import type { MessagePart } from '../../core/model/content/content.ts';
import { readPart } from '../../core/model/content/read-part.ts';
import { isObject, parseIfJson } from '../../core/model/json.ts';
import { JsonView } from '../primitives/JsonView.tsx';
import { TextBlock } from '../primitives/TextBlock.tsx';
import { ConversationMedia } from './ConversationMedia.tsx';
import type { SearchField } from './search-fields.ts';
import { useTraceConversationContext } from './TraceConversationContext.ts';

interface ConversationValueProps {
  readonly value: unknown;
  readonly label: string;
  readonly field: SearchField;
  /** What is said where there is nothing. */
  readonly none: string;
}

const MOST_PARSED = 200_000;
const MOST_PARTS = 100;
/** Characters of a result that tell what it is. */
const FIRST = 2_000;

/** Arguments, a result, a payload, in the plainest way: words as words, a list of parts as parts, the rest as a tree. */
export function ConversationValue({ value, label, field, none }: ConversationValueProps): ReactElement {
  const { messages, marks } = useTraceConversationContext('ConversationValue');
  const parsed = useMemo(() => (typeof value === 'string' && value.length > MOST_PARSED ? value : parseIfJson(value)), [value]);
  const parts = useMemo(() => plainParts(parsed), [parsed]);
  const shared = { marks: marks?.[field] ?? null, messages };
  if (parsed === undefined || parsed === null || parsed === '') return <p data-slot="trace-conversation-none">{none}</p>;
  if (parts !== null) {
    return (
      <>
        {parts.map((part, nth) => (part.type === 'media' ? <ConversationMedia key={nth} media={part} /> : <TextBlock key={nth} text={part.type === 'text' ? part.text : ''} first={FIRST} {...shared} />))}
      </>
    );
  }
  if (typeof parsed === 'object') return <JsonView value={parsed} label={label} {...shared} />;
  return <TextBlock text={String(parsed)} first={FIRST} {...shared} />;
}

/** Tools answer in parts as models do; null if the value is anything else. */
function plainParts(value: unknown): readonly MessagePart[] | null {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_PARTS || !isObject(value[0])) return null;
  const parts = value.map(readPart);
  return parts.every((part) => part.type === 'text' || part.type === 'media') ? parts : null;
}
