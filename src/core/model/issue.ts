/**
 * What can be odd in the input, by code. Each is either repaired or left as it was recorded; the issue says which.
 */
export type IssueCode =
  // the text or document
  | 'not-json'
  | 'broken-line'
  | 'truncated'
  | 'unknown-format'
  | 'unrecognized-item'
  | 'no-runs'
  | 'unreadable-field'
  | 'external-payload'
  // one run
  | 'not-a-run'
  | 'missing-id'
  | 'missing-name'
  | 'missing-start'
  | 'unreadable-time'
  | 'inexact-time'
  | 'floored-start'
  | 'reversed-times'
  | 'unknown-kind'
  | 'unknown-status'
  | 'wrong-type'
  | 'duplicate-run'
  | 'added-run'
  | 'orphan'
  | 'cycle'
  | 'outside-parent'
  | 'repeated-usage'
  | 'orphan-feedback'
  // prices
  | 'unknown-price'
  | 'contradictory-usage';

/** What was odd in the input, and what was done about it. Nothing is repaired without one. */
export interface Issue {
  readonly code: IssueCode;
  /** `info`: worth knowing, nothing lost. `warning`: a figure or a place in the tree may be off. `error`: something could not be read. */
  readonly severity: 'info' | 'warning' | 'error';
  /** The trace it concerns; null if it concerns the whole document. */
  readonly traceId: string | null;
  /** The run it concerns; null if it concerns the trace or the document. */
  readonly runId: string | null;
  /** What was found. */
  readonly what: string;
  /** What was done about it. */
  readonly done: string;
}

/** The severity of each code: one place, so that the same oddity never weighs differently. */
const SEVERITY: Readonly<Record<IssueCode, Issue['severity']>> = {
  'not-json': 'error',
  'broken-line': 'error',
  truncated: 'error',
  'unknown-format': 'error',
  'unrecognized-item': 'warning',
  'no-runs': 'error',
  'unreadable-field': 'warning',
  'external-payload': 'info',
  'not-a-run': 'error',
  'missing-id': 'warning',
  'missing-name': 'info',
  'missing-start': 'warning',
  'unreadable-time': 'warning',
  'inexact-time': 'info',
  'floored-start': 'info',
  'reversed-times': 'warning',
  'unknown-kind': 'info',
  'unknown-status': 'warning',
  'wrong-type': 'warning',
  'duplicate-run': 'info',
  'added-run': 'info',
  orphan: 'warning',
  cycle: 'warning',
  'outside-parent': 'info',
  'repeated-usage': 'info',
  'orphan-feedback': 'warning',
  'unknown-price': 'warning',
  'contradictory-usage': 'warning',
};

/** Where an issue was found. */
export interface IssuePlace {
  readonly traceId?: string | null;
  readonly runId?: string | null;
}

/** Writes one issue. */
export function createIssue(code: IssueCode, what: string, done: string, place: IssuePlace = {}): Issue {
  return { code, severity: SEVERITY[code], traceId: place.traceId ?? null, runId: place.runId ?? null, what, done };
}

/** Text from the input, shortened for use inside an issue's sentence. */
export function excerpt(value: unknown, length = 60): string {
  const text = typeof value === 'string' ? value : safeJson(value);
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

function safeJson(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? `an array of ${value.length}` : 'an object';
  return String(value);
}
