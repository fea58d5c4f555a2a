import { describe } from 'vitest';
import { readLangfuse } from '../../../src/core/index.ts';
import { describeFormat, type RawRun, type Survivors } from './contract.ts';
import { fixtures } from './fixtures.ts';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const nanoseconds = (time: unknown): bigint => BigInt(new Date(String(time)).getTime()) * 1_000_000n;

/** The observations of an export, and the trace where not exactly one of them is without a parent. */
function recordsOf(document: unknown): RawRun[] {
  const { trace, observations } = document as { trace: Json; observations: Json[] };
  const runs = observations.map((observation): RawRun => ({
    id: String(observation['id']),
    traceId: String(trace['id']),
    parentId: (observation['parentObservationId'] as string | null) || null,
    start: nanoseconds(observation['startTime']),
    end: observation['endTime'] === null ? null : nanoseconds(observation['endTime']),
  }));
  if (runs.filter((run) => run.parentId === null).length === 1) return runs;
  const ends = runs.map(({ end }) => end);
  const root: RawRun = {
    id: String(trace['id']), traceId: String(trace['id']), parentId: null, start: nanoseconds(trace['timestamp']),
    end: ends.includes(null) ? null : (ends as bigint[]).reduce((a, b) => (a > b ? a : b)),
  };
  return [root, ...runs.map((run) => ({ ...run, parentId: run.parentId ?? root.id }))];
}

function survivorsOf(document: unknown): Survivors {
  const ids = new Set<string>();
  let nameless = 0;
  const items = Array.isArray(document) ? document.flat(Infinity) : [document];
  for (const item of items) {
    if (!isObject(item) || !Array.isArray(item['observations'])) continue;
    const observations = (item['observations'] as unknown[]).filter(isObject);
    // Of a list without any observation nobody can say that it is one of observations.
    if (!isObject(item['trace']) && !observations.slice(0, 10).some((observation) => 'parentObservationId' in observation)) continue;
    for (const observation of observations) {
      const { id } = observation;
      if ((typeof id === 'string' && id !== '') || typeof id === 'number') ids.add(String(id));
      else nameless++;
    }
  }
  return { ids, nameless };
}

describe('the contract of formats', () => {
  describeFormat({
    id: 'langfuse',
    read: readLangfuse,
    files: fixtures('langfuse'),
    // Of the recordings only the one of 2024 has several observations without a parent, and so its trace as a run.
    countRecords: (text) => new Set(Array.from(text.matchAll(/"id":\s*"([^"]+)",\s*"traceId":[^}]*?"parentObservationId"/g), ([, id]) => id)).size + Number(text.includes('"run_math_tutor"')),
    recordsOf,
    lists: ['observations'],
    survivorsOf,
  });
});
