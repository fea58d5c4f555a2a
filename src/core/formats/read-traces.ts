import { createIssue, excerpt } from '../model/issue.ts';
import { isObject } from '../model/json.ts';
import type { Format } from './format.ts';
import { FORMATS } from './formats.ts';
import { parseDocument } from './parse-document.ts';
import { readDocumentAs, type ReadResult } from './read-as.ts';

/** How `readTraces` reads. */
export interface ReadTracesOptions {
  /** The id of the format, if it is known; found out by default. */
  readonly format?: string;
  /** The formats to choose from; by default all that runlens knows. */
  readonly formats?: readonly Format[];
}

/** Items that are looked at to tell a document's format: enough to pass over a foreign line or two. */
const SAMPLE = 64;

/**
 * Reads traces of any known tracer from parsed JSON, JSON text or JSONL text. It finds out the format, never throws on
 * data of any shape, and drops nothing without saying so in `issues`.
 *
 * To put only one format's reader on a page, call it by itself: `readLangSmith`, `readOtlp`.
 *
 * @example
 * const { traces, issues } = readTraces(await file.text());
 */
export function readTraces(input: unknown, options: ReadTracesOptions = {}): ReadResult {
  const formats = options.formats ?? FORMATS;
  const document = parseDocument(input);
  const format = options.format === undefined ? detect(document.items, formats) : formats.find(({ id }) => id === options.format);
  if (format !== undefined) return readDocumentAs(format, document);

  const issues = [...document.issues];
  const known = formats.map(({ title, looksLike }) => `${title} (${looksLike})`).join('; ');
  if (options.format !== undefined) {
    issues.push(createIssue('unknown-format', `There is no format “${excerpt(options.format)}”.`, `Nothing was read. Known formats: ${formats.map(({ id }) => id).join(', ')}.`));
  } else if (document.items.length > 0 || issues.length === 0) {
    issues.push(createIssue('unknown-format', `The document is in no known format: it holds ${describe(document.items)}.`, `Nothing was read. Known formats: ${known}.`));
  }
  return { format: 'unknown', traces: [], feedback: [], issues };
}

function detect(items: readonly unknown[], formats: readonly Format[]): Format | undefined {
  let best: Format | undefined;
  let most = 0;
  // A huge file may begin with a stretch of foreign lines: only when the sample says nothing is the rest looked at.
  for (let from = 0; from < items.length && best === undefined; from += SAMPLE) {
    const sample = items.slice(from, from + SAMPLE).filter(isObject);
    for (const format of formats) {
      const count = sample.filter((item) => format.recognizes(item)).length;
      if (count <= most) continue;
      best = format;
      most = count;
    }
  }
  return best;
}

function describe(items: readonly unknown[]): string {
  const first = items[0];
  if (items.length === 0) return 'an empty list';
  const count = items.length === 1 ? '' : `${items.length} items, the first `;
  if (!isObject(first)) return `${count}${typeof first === 'string' ? `the text “${excerpt(first)}”` : excerpt(first)}`;
  const keys = Object.keys(first);
  if (keys.length === 0) return `${count}an object without fields`;
  const shown = keys.slice(0, 8).map((key) => excerpt(key, 30));
  return `${count}an object with the fields ${shown.join(', ')}${keys.length > shown.length ? ', …' : ''}`;
}
