'use client';
import { useCallback, useMemo, type ReactElement } from 'react';
import { isObject, parseIfJson } from '../../core/model/json.ts';
import type { PayloadMode } from '../../hooks/useRunInspector.ts';
import { CopyButton } from '../primitives/CopyButton.tsx';
import { jsonPieces, jsonText } from '../primitives/json-text.ts';
import { JsonView } from '../primitives/JsonView.tsx';
import { TextBlock } from '../primitives/TextBlock.tsx';
import { useRunInspectorContext, useRunInspectorTarget } from './RunInspectorContext.ts';
import { RunInspectorModes } from './RunInspectorModes.tsx';
import { RunInspectorSection } from './RunInspectorSection.tsx';
import { RunInspectorWords } from './RunInspectorWords.tsx';
import type { RunInspectorSectionName } from './sections.ts';
import { isJsonOf } from './shown-values.ts';

/** Props of `RunInspectorPayload`. */
export interface RunInspectorPayloadProps {
  readonly name: RunInspectorSectionName;
  readonly value: unknown;
  /** The field of queries that the value is of. @default none: only words and phrases are marked */
  readonly field?: string | undefined;
}

/** Longer text is not tried as JSON by itself: parsing 10 MB takes longer than a frame. */
const MOST_PARSED = 1_000_000;
const MODES: readonly PayloadMode[] = ['text', 'json'];
const MODES_OF_WORDS: readonly PayloadMode[] = ['text', 'markdown', 'json'];

/** A value of any shape, as text or as a tree; words as Markdown too. Renders a section. */
export function RunInspectorPayload({ name, value, field }: RunInspectorPayloadProps): ReactElement {
  const { state, marks: all, messages } = useRunInspectorContext('RunInspectorPayload');
  const title = messages.sections[name];
  const marks = all.of(field ?? null);
  const parsed = useMemo(() => (typeof value === 'string' && value.length > MOST_PARSED ? value : parseIfJson(value)), [value]);
  const words = wordsOf(parsed);
  const target = useRunInspectorTarget(name);
  // A find in a tree is shown in the tree; one in JSON that came as text, in the text.
  const raw = target !== null && target.root == null && ((value !== parsed && target.text === value) || isJsonOf(target.text, value)) ? target.text : null;
  const mode = raw !== null ? 'text' : target?.root != null && target.text !== words ? 'json' : modeOf(state.payloadMode, words, name);
  const write = useCallback((atMost: number) => jsonText(parsed, atMost), [parsed]);
  const actions = (
    <span data-slot="run-inspector-actions">
      {mode === 'text' && <button type="button" data-slot="inspect-button" aria-pressed={state.wrap} onClick={() => state.setWrap(!state.wrap)}>{messages.wrap}</button>}
      <RunInspectorModes modes={words === null ? MODES : MODES_OF_WORDS} label={title} shown={mode} />
      <CopyButton text={() => (mode !== 'json' && words !== null ? words : jsonPieces(value))} messages={messages} label={title} />
    </span>
  );
  return (
    <RunInspectorSection name={name} title={title} actions={actions}>
      {mode === 'json' ? <JsonView value={parsed} label={title} marks={marks} messages={messages} />
        : words !== null ? <RunInspectorWords text={words} field={field ?? null} />
        : <TextBlock text={raw ?? write} code wrap={state.wrap} marks={marks} messages={messages} />}
    </RunInspectorSection>
  );
}

function modeOf(chosen: PayloadMode, words: string | null, name: RunInspectorSectionName): PayloadMode {
  if (chosen === 'text' || chosen === 'json') return chosen;
  if (words === null || name === 'raw') return 'json';
  return chosen === 'markdown' ? 'markdown' : 'text';
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
