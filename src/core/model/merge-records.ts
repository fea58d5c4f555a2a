import { asText } from './json.ts';
import type { RunEventRecord, RunLinkRecord, RunRecord } from './record.ts';

/** Fields of which the latest record's is taken that has any. */
const FIELDS = [
  'id', 'name', 'startTime', 'traceId', 'parentId', 'kind', 'sourceKind', 'firstTokenTime', 'error', 'model', 'usage',
  'cost', 'hidden', 'project', 'threadId', 'sequence', 'inputs', 'outputs', 'metadata', 'messages', 'documents', 'toolCalls',
] as const;

/** Several records of one run, by what they know: those that ended over those that had not, later ones over earlier. */
class MergedRecords {
  readonly #open: RunRecord[] = [];
  readonly #ended: RunRecord[] = [];

  constructor() {
    for (const field of FIELDS) {
      Object.defineProperty(this, field, { get: () => this.#latest(field), enumerable: true });
    }
  }

  add(record: RunRecord): void {
    (record.endTime == null ? this.#open : this.#ended).push(record);
  }

  /** Those that had not ended have none: to look through them for each record that is added would be quadratic. */
  get endTime(): unknown {
    return latestOf(this.#ended, 'endTime');
  }

  /** A status said before the run ended is out of date. */
  get status(): unknown {
    return latestOf(this.#ended.length > 0 ? this.#ended : this.#open, 'status');
  }

  get tags(): readonly string[] {
    return [...new Set(this.#all().flatMap(({ tags }) => listOf<string>(tags)))];
  }

  get events(): readonly RunEventRecord[] {
    return longestOf(this.#all().map(({ events }) => events));
  }

  get links(): readonly RunLinkRecord[] {
    return longestOf(this.#all().map(({ links }) => links));
  }

  /** All records, as the tracer wrote them. */
  get source(): readonly unknown[] {
    return this.#all().map((record) => record.source ?? record);
  }

  #all(): RunRecord[] {
    return this.#open.concat(this.#ended);
  }

  #latest(field: keyof RunRecord): unknown {
    return latestOf(this.#ended, field) ?? latestOf(this.#open, field);
  }
}

/**
 * Records of one run as one record, whose fields are read when someone asks.
 *
 * @param first a record, or what this function made of several before
 */
export function mergeRecords(first: RunRecord, second: RunRecord): RunRecord {
  let merged: unknown = first;
  if (!(merged instanceof MergedRecords)) {
    const records = new MergedRecords();
    records.add(first);
    merged = records;
  }
  (merged as MergedRecords).add(second);
  return merged as RunRecord;
}

/** The parent that two records of one run name: the later record's, unless only the earlier had ended. */
export function mergeParents(earlier: RunRecord, known: string | null, later: RunRecord): string | null {
  const named = asText(later.parentId) ?? null;
  return later.endTime == null && earlier.endTime != null ? (known ?? named) : (named ?? known);
}

function latestOf(records: readonly RunRecord[], field: keyof RunRecord): unknown {
  for (let at = records.length - 1; at >= 0; at--) {
    const value: unknown = records[at]![field];
    if (value !== null && value !== undefined && value !== '') return value;
  }
  return undefined;
}

/** What tracers send again is cumulative; of lists of one length, the later one is taken. */
function longestOf<T>(lists: readonly (readonly T[] | null | undefined)[]): readonly T[] {
  let longest: readonly T[] = [];
  for (const list of lists) if (listOf(list).length >= longest.length) longest = listOf<T>(list);
  return longest;
}

function listOf<T>(value: unknown): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [];
}
