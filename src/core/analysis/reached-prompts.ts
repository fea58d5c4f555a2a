import type { Document, MessagePart } from '../model/content/content.ts';
import { messagesOf } from '../model/content/messages-of.ts';
import type { Run } from '../model/run.ts';
import type { Trace } from '../model/trace.ts';
import { LeafWalk } from './search/leaf-walk.ts';

/** Where the documents of a run went. */
export interface ReachedPrompts {
  /** The first later model call whose prompt holds the document's text, by the document's place; null if none does. */
  readonly runs: readonly (Run | null)[];
  /** Whether every prompt that could hold them was looked through: only then is a document known not to be used. */
  readonly isSure: boolean;
}

const MOST_CALLS = 24;
const MOST_RUNS = 50_000;
/** Characters of prompts that are read, and characters that are compared. */
const MOST_TEXT = 4_000_000;
const MOST_WORK = 60_000_000;
/** The part of a document that is looked for: the rest may have been cut off. */
const SAMPLE = 400;

/** Finds which documents reached the prompt of a later model call. A document without text reaches none. */
export function reachedPrompts(trace: Trace, run: Run, documents: readonly Document[]): ReachedPrompts {
  const runs: (Run | null)[] = documents.map(() => null);
  const samples = documents.map(({ content }) => sampleOf(content));
  const open = new Set(samples.flatMap((sample, nth) => (sample === null ? [] : [nth])));
  let calls = 0;
  let text = MOST_TEXT;
  let work = MOST_WORK;
  const from = trace.indexOf(run) + 1;
  let at = from;
  for (; at < trace.runs.length && at - from < MOST_RUNS && open.size > 0 && calls < MOST_CALLS && text > 0 && work > 0; at++) {
    const later = trace.runs[at]!;
    if (later.kind !== 'llm') continue;
    calls++;
    const prompt = promptText(later, text);
    text -= prompt.length;
    for (const nth of open) {
      work -= prompt.length;
      const sample = samples[nth]!;
      if (sample === null || !(prompt.includes(sample.plain) || prompt.includes(sample.quoted))) continue;
      runs[nth] = later;
      open.delete(nth);
    }
  }
  return { runs, isSure: calls > 0 && (open.size === 0 || (at >= trace.runs.length && text > 0 && work > 0)) };
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

function promptText(run: Run, atMost: number): string {
  let prompt = '';
  for (const { side, parts } of messagesOf(run)) {
    if (side !== 'input') continue;
    for (const part of parts) {
      if (prompt.length >= atMost) return prompt.slice(0, atMost);
      prompt += `${partText(part, atMost - prompt.length)}\n`;
    }
  }
  return prompt;
}

function partText(part: MessagePart, atMost: number): string {
  if (part.type === 'text' || part.type === 'reasoning') return part.text;
  if (part.type === 'tool-result') return textsIn(part.result, atMost);
  return part.type === 'other' ? textsIn(part.value, atMost) : '';
}

/** The texts of a payload of any shape, one a line. */
function textsIn(payload: unknown, atMost: number): string {
  if (typeof payload === 'string') return payload;
  const walk = new LeafWalk();
  walk.begin(payload);
  let text = '';
  while (text.length < atMost && walk.step()) if (typeof walk.leaf === 'string') text += `${walk.leaf}\n`;
  return text;
}
