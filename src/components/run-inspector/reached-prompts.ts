import type { Document, MessagePart } from '../../core/model/content/content.ts';
import { messagesOf } from '../../core/model/content/messages-of.ts';
import type { Run } from '../../core/model/run.ts';
import type { Trace } from '../../core/model/trace.ts';
import { jsonText } from '../primitives/json-text.ts';

/** Where a document of a run went. */
export interface ReachedPrompt {
  /** The first later model call whose prompt holds the document's text; null if none does. */
  readonly run: Run | null;
  /** Whether every prompt that could hold it was looked through: only then is a document known not to be used. */
  readonly isSure: boolean;
}

/** Tells where a document went. */
export type PromptSearch = (document: Document) => ReachedPrompt;

const MOST_CALLS = 24;
const MOST_RUNS = 50_000;
/** Characters of prompts that are read. */
const MOST_TEXT = 4_000_000;
/** The part of a document that is looked for: the rest may have been cut off. */
const SAMPLE = 400;

/** Finds which documents of a run reached the prompt of a later model call. Prompts are read once, documents when asked for. */
export function promptSearch(trace: Trace, run: Run): PromptSearch {
  const known = new Map<Document, ReachedPrompt>();
  let prompts: Prompts | null = null;
  return (document) => {
    let reached = known.get(document);
    if (reached === undefined) {
      prompts ??= promptsAfter(trace, run);
      const sample = sampleOf(document.content);
      const found = sample === null ? undefined : prompts.list.find(({ text }) => text.includes(sample.plain) || text.includes(sample.quoted));
      known.set(document, (reached = { run: found?.run ?? null, isSure: prompts.list.length > 0 && prompts.isAll }));
    }
    return reached;
  };
}

interface Prompts {
  readonly list: readonly { readonly run: Run; readonly text: string }[];
  /** Whether there are no others. */
  readonly isAll: boolean;
}

function promptsAfter(trace: Trace, run: Run): Prompts {
  const list: { run: Run; text: string }[] = [];
  let left = MOST_TEXT;
  const from = trace.indexOf(run) + 1;
  let at = from;
  for (; at < trace.runs.length && at - from < MOST_RUNS && list.length < MOST_CALLS && left > 0; at++) {
    const later = trace.runs[at];
    if (later?.kind !== 'llm') continue;
    const text = promptOf(later, left);
    left -= text.length;
    list.push({ run: later, text });
  }
  return { list, isAll: at >= trace.runs.length && left > 0 };
}

interface Sample {
  readonly plain: string;
  /** As it stands inside of JSON, which tools' results often are. */
  readonly quoted: string;
}

function sampleOf(content: string): Sample | null {
  const plain = content.trim().slice(0, SAMPLE);
  return plain === '' ? null : { plain, quoted: JSON.stringify(plain).slice(1, -1) };
}

function promptOf(run: Run, atMost: number): string {
  let prompt = '';
  for (const { side, parts } of messagesOf(run)) {
    if (side !== 'input') continue;
    for (const part of parts) {
      if (prompt.length >= atMost) return prompt.slice(0, atMost);
      prompt += `${textOf(part, atMost - prompt.length)}\n`;
    }
  }
  return prompt;
}

function textOf(part: MessagePart, atMost: number): string {
  if (part.type === 'text' || part.type === 'reasoning') return part.text;
  if (part.type === 'tool-result') return typeof part.result === 'string' ? part.result : jsonText(part.result, atMost);
  return part.type === 'other' ? jsonText(part.value, atMost) : '';
}
