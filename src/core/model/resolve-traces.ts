import { asText } from './json.ts';
import type { RunRecord } from './record.ts';

/** Where a run belongs that names no trace. */
interface Place {
  readonly traceId: string;
  /** Whether it hangs from a parent that is not there, so that its trace is a guess. */
  readonly isOrphan: boolean;
}

/**
 * Finds the traces of records that name none: that of another record of the same run, of the parent, or a new one that
 * bears the id of the root. Where the parent is missing, the only trace there is, else one that bears the missing parent's id.
 *
 * @param known the trace of each run that is placed already, by run id
 * @returns the trace of each record, in order
 */
export function resolveTraces(records: readonly RunRecord[], known: ReadonlyMap<string, string>): string[] {
  const traceOf = new Map(known);
  const parentOf = new Map<string, string | undefined>();
  for (const record of records) {
    const id = asText(record.id);
    const traceId = asText(record.traceId);
    if (id === undefined) continue;
    if (traceId !== undefined) traceOf.set(id, traceId);
    parentOf.set(id, parentOf.get(id) ?? asText(record.parentId));
  }

  const placeOf = new Map<string, Place>();
  const place = (start: string): Place => {
    const walk: string[] = [];
    let at = start;
    let found = placeOf.get(at);
    while (found === undefined) {
      const traceId = traceOf.get(at);
      const parentId = parentOf.get(at);
      if (traceId !== undefined) found = { traceId, isOrphan: false };
      else if (!parentOf.has(at)) found = { traceId: at, isOrphan: true };
      else if (parentId === undefined) found = { traceId: at, isOrphan: false };
      else {
        walk.push(at);
        // Meeting it again on this walk is a circle: its own id will do.
        placeOf.set(at, { traceId: at, isOrphan: false });
        at = parentId;
        found = placeOf.get(at);
      }
    }
    for (const id of walk) placeOf.set(id, found);
    return found;
  };

  const traceIds = new Set(traceOf.values());
  const places = records.map((record, nth): Place => {
    const traceId = asText(record.traceId);
    if (traceId !== undefined) return { traceId, isOrphan: false };
    const from = asText(record.id) ?? asText(record.parentId);
    return from === undefined ? { traceId: `trace-${nth + 1}`, isOrphan: false } : place(from);
  });
  for (const { traceId, isOrphan } of places) if (!isOrphan) traceIds.add(traceId);
  const [only] = traceIds.size === 1 ? traceIds : [];
  return places.map(({ traceId, isOrphan }) => (isOrphan ? (only ?? traceId) : traceId));
}
