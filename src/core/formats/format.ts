import type { Feedback } from '../model/feedback.ts';
import type { Issue } from '../model/issue.ts';
import type { JsonObject } from '../model/json.ts';
import type { RunRecord } from '../model/record.ts';

/** What a format makes of a document. */
export interface Reading {
  readonly records: RunRecord[];
  readonly feedback: Feedback[];
  readonly issues: Issue[];
}

/** One way in which traces are written down. A new format is a file that exports one of these, and a line in `formats.ts`. */
export interface Format {
  /** Short and stable: `langsmith`, `otlp`. */
  readonly id: string;
  /** For people: `LangSmith`, `OpenTelemetry (OTLP/JSON)`. */
  readonly title: string;
  /** By what a person recognizes such a document; follows the title in messages. */
  readonly looksLike: string;
  /** Whether one top-level item of a document is of this format. Cheap: it looks at keys. */
  recognizes(item: JsonObject): boolean;
  /**
   * Whether the items have integers that JSON numbers could not hold, so that it is worth parsing the text again to have
   * all their digits, as text. Cheap: it looks at the first few. Left out by formats that have no such integers.
   */
  losesDigits?(items: readonly unknown[]): boolean;
  /** Reads the document's top-level items. Never throws; what it can't read is told in `issues`. */
  read(items: readonly unknown[]): Reading;
}
