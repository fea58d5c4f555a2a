'use client';
import { useCallback, useMemo, type ReactElement } from 'react';
import { isObject, parseIfJson } from '../../core/model/json.ts';
import { CopyButton } from '../primitives/CopyButton.tsx';
import { jsonText, wholeJsonText } from '../primitives/json-text.ts';
import { JsonView } from '../primitives/JsonView.tsx';
import { TextBlock } from '../primitives/TextBlock.tsx';
import { useRunInspectorContext } from './RunInspectorContext.ts';
import { RunInspectorSection } from './RunInspectorSection.tsx';
import type { RunInspectorSectionName } from './sections.ts';

/** Props of `RunInspectorPayload`. */
export interface RunInspectorPayloadProps {
  readonly name: RunInspectorSectionName;
  readonly value: unknown;
}

/** Longer text is not tried as JSON by itself: parsing 10 MB takes longer than a frame. */
const MOST_PARSED = 1_000_000;

/** A value of any shape, as text or as a tree. Renders a section. */
export function RunInspectorPayload({ name, value }: RunInspectorPayloadProps): ReactElement {
  const { state, messages } = useRunInspectorContext('RunInspectorPayload');
  const title = messages.sections[name];
  const parsed = useMemo(() => (typeof value === 'string' && value.length > MOST_PARSED ? value : parseIfJson(value)), [value]);
  const words = wordsOf(parsed);
  const mode = state.payloadMode === 'auto' ? (words === null || name === 'raw' ? 'json' : 'text') : state.payloadMode;
  const write = useCallback((atMost: number) => jsonText(parsed, atMost), [parsed]);
  const actions = (
    <span data-slot="run-inspector-actions">
      {mode === 'text' && <button type="button" data-slot="inspect-button" aria-pressed={state.wrap} onClick={() => state.setWrap(!state.wrap)}>{messages.wrap}</button>}
      <span role="group" aria-label={messages.mode} data-slot="run-inspector-modes">
        <button type="button" data-slot="inspect-button" aria-pressed={mode === 'text'} onClick={() => state.setPayloadMode('text')}>{messages.text}</button>
        <button type="button" data-slot="inspect-button" aria-pressed={mode === 'json'} onClick={() => state.setPayloadMode('json')}>{messages.json}</button>
      </span>
      <CopyButton text={() => (mode === 'text' && words !== null ? words : wholeJsonText(value))} messages={messages} label={title} />
    </span>
  );
  return (
    <RunInspectorSection name={name} title={title} actions={actions}>
      {mode === 'json'
        ? <JsonView value={parsed} label={title} messages={messages} />
        : <TextBlock text={words ?? write} code={words === null} wrap={state.wrap} messages={messages} />}
    </RunInspectorSection>
  );
}

/** Names that tracers give to what has no name of its own. */
const WRAPPERS: ReadonlySet<string> = new Set(['input', 'output', 'query', 'question', 'text', 'prompt', 'content', 'answer', 'result', 'value']);

/** The text that a payload is, or that is all it holds; null for anything of more shape. */
function wordsOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (!isObject(value)) return null;
  const [key, another] = Object.keys(value);
  const only = key !== undefined && another === undefined && WRAPPERS.has(key) ? value[key] : undefined;
  return typeof only === 'string' ? only : null;
}
