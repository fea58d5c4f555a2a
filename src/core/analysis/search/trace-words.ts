import { isObject } from '../../model/json.ts';
import type { Run } from '../../model/run.ts';
import type { Trace } from '../../model/trace.ts';
import { TEXTS } from './run-values.ts';

/** Texts, and how often each occurs. */
export type WordCounts = ReadonlyMap<string, number>;

/** What occurs in a trace, for whoever suggests values. */
export interface TraceWords {
  /** By the main name of a field. */
  readonly values: ReadonlyMap<string, WordCounts>;
  /** Names with a path that lead to something: `metadata.user_id`, `feedback.helpful.score`. */
  readonly paths: WordCounts;
}

/** The fields whose values are worth a suggestion. */
const FIELDS = ['kind', 'status', 'name', 'model', 'provider', 'tag', 'source_kind'] as const;
/** Runs whose columns are read, and runs whose payloads are, spread over the trace. */
const MOST_RUNS = 20_000;
const MOST_PAYLOADS = 50;
/** Different values that are kept of a field, and keys that are looked at in one payload. */
const MOST_VALUES = 500;
const MOST_KEYS = 100;
const MOST_FEEDBACK = 1_000;
/** Longer names are texts. */
const MOST_LETTERS = 200;

const kept = new WeakMap<Trace, TraceWords>();

/** Reads what occurs in a trace, once; of a large one, in a part of it. */
export function traceWords(trace: Trace): TraceWords {
  let words = kept.get(trace);
  if (words === undefined) {
    words = { values: readValues(trace), paths: readPaths(trace) };
    kept.set(trace, words);
  }
  return words;
}

/** Whether the counts of values are of a part of the runs, and so may be too small. */
export function isCountedInPart(trace: Trace): boolean {
  return trace.runs.length > MOST_RUNS;
}

function readValues(trace: Trace): Map<string, Map<string, number>> {
  const values = new Map(FIELDS.map((field) => [field as string, new Map<string, number>()]));
  eachOf(trace.runs, MOST_RUNS, (run) => {
    for (const [field, counts] of values) {
      const text = TEXTS[field]?.(run) ?? [];
      if (typeof text === 'string') count(counts, text);
      else for (const one of text) count(counts, one);
    }
  });
  return values;
}

function readPaths(trace: Trace): Map<string, number> {
  const paths = new Map<string, number>();
  const addKeys = (prefix: string, payload: unknown): void => {
    if (!isObject(payload)) return;
    for (const key of Object.keys(payload).slice(0, MOST_KEYS)) count(paths, `${prefix}.${written(key)}`);
  };
  eachOf(trace.runs, MOST_PAYLOADS, (run) => {
    addKeys('metadata', run.metadata);
    addKeys('input', run.inputs);
    addKeys('output', run.outputs);
  });
  for (const { key, score, comment } of trace.feedback.slice(0, MOST_FEEDBACK)) {
    count(paths, `feedback.${written(key)}.${score !== null ? 'score' : comment !== null ? 'comment' : 'value'}`);
  }
  return paths;
}

/** Visits so many runs at most, evenly spread. */
function eachOf(runs: readonly Run[], most: number, visit: (run: Run) => void): void {
  const visits = Math.min(runs.length, most);
  for (let at = 0; at < visits; at++) visit(runs[Math.floor((at * runs.length) / visits)]!);
}

function count(counts: Map<string, number>, word: string): void {
  if (word === '' || word.length > MOST_LETTERS) return;
  const before = counts.get(word);
  if (before !== undefined || counts.size < MOST_VALUES) counts.set(word, (before ?? 0) + 1);
}

/** A key as a part of a field's name: in quotes where it would end the name. */
function written(key: string): string {
  return /^[^\s"():[\]\\]+$/.test(key) && !/^\.|\.\.|\.$/.test(key) ? key : quoted(key);
}

/** A text in quotes, as queries write it. */
export function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
