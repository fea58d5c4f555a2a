import { assembleTraces } from '../model/build-traces.ts';
import type { Feedback } from '../model/feedback.ts';
import { createIssue, type Issue } from '../model/issue.ts';
import type { Trace } from '../model/trace.ts';
import { quoteLargeIntegers } from './exact-integers.ts';
import type { Format } from './format.ts';
import { parseDocument, type ParsedDocument } from './parse-document.ts';

/** What a document held. */
export interface ReadResult {
  /** The id of the format; `unknown` if none fits. */
  readonly format: string;
  /** In the order in which they first appear. */
  readonly traces: Trace[];
  readonly feedback: Feedback[];
  /** Everything that was odd: with the document as a whole first, then trace by trace. `trace.issues` has those of one trace. */
  readonly issues: Issue[];
}

/** Reads parsed JSON, JSON text or JSONL text as one format. Never throws. */
export function readAs(format: Format, input: unknown): ReadResult {
  return readDocumentAs(format, parseDocument(input));
}

/** Reads a document that has been taken apart already. */
export function readDocumentAs(format: Format, document: ParsedDocument): ReadResult {
  const { text } = document;
  const isLossy = text !== undefined && format.losesDigits?.(document.items) === true;
  const reading = format.read(isLossy ? parseDocument(quoteLargeIntegers(text)).items : document.items);
  const issues = [...document.issues];
  for (const issue of reading.issues) issues.push(issue);
  if (reading.records.length === 0 && reading.feedback.length === 0 && document.items.length > 0) {
    issues.push(createIssue('no-runs', `The document has no run in the format ${format.title}.`, `There is nothing to show. It should hold ${format.looksLike}.`));
  }
  const { traces, feedback, issues: all } = assembleTraces(reading.records, reading.feedback, issues);
  return { format: format.id, traces, feedback, issues: all };
}
