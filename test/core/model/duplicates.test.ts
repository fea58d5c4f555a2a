import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildTraces } from '../../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../../src/core/model/record.ts';
import type { Trace } from '../../../src/core/model/trace.ts';

function one(...records: readonly unknown[]): Trace {
  const traces = buildTraces(records as RunRecord[]);
  expect(traces).toHaveLength(1);
  return traces[0]!;
}

const begun = { id: 'a', name: 'step', startTime: 100, traceId: 't', kind: 'llm', inputs: { q: 1 }, tags: ['x', 'y'], status: 'running', model: 'gpt', metadata: { user: 'u' } };
const ended = { id: 'a', endTime: 150, traceId: 't', outputs: { a: 2 }, tags: ['y', 'z'], usage: { input: 3, output: 4 }, error: null };

describe('records of the same run', () => {
  test.each([['in order', [begun, ended]], ['the end first', [ended, begun]]])('are one run: %s', (_, records) => {
    const trace = one(...records);
    expect(trace.runs).toHaveLength(1);
    expect(trace.runs[0]).toMatchObject({
      id: 'a', name: 'step', start: 0, end: 50, kind: 'llm', status: 'success', inputs: { q: 1 }, outputs: { a: 2 }, tags: ['x', 'y', 'z'],
      model: { name: 'gpt' }, metadata: { user: 'u' }, usage: { input: 3, output: 4, total: 7 },
    });
    expect(trace.runs[0]!.source).toEqual([begun, ended]);
    expect(trace.issues).toEqual([expect.objectContaining({ code: 'duplicate-run', severity: 'info', runId: 'a', traceId: 't' })]);
  });

  test('what both tell is believed of the one that ended, else of the later', () => {
    const words = (...records: object[]) => one(...records.map((record) => ({ id: 'a', traceId: 't', startTime: 0, ...record }))).runs[0]!.name;
    expect(words({ name: 'one' }, { name: 'two' })).toBe('two');
    expect(words({ name: 'one', endTime: 1 }, { name: 'two' })).toBe('one');
    expect(words({ name: 'one', endTime: 1 }, { name: 'two', endTime: 1 })).toBe('two');
    expect(words({ name: 'one', endTime: 1 }, { name: 'two' }, { name: 'three' })).toBe('one');
  });

  test('what one of them leaves empty is taken from the other', () => {
    const trace = one({ id: 'a', name: 'step', startTime: 0, traceId: 't', hidden: true }, { id: 'a', name: '', startTime: null, endTime: 5, traceId: 't', parentId: '', hidden: null });
    expect(trace.runs[0]).toMatchObject({ name: 'step', start: 0, end: 5, hidden: true });
    expect(trace.issues.map(({ code }) => code)).toEqual(['duplicate-run']);
  });

  test('a status said before the end is out of date', () => {
    const status = (...records: object[]) => one(...records.map((record) => ({ id: 'a', name: 'a', traceId: 't', startTime: 0, ...record }))).runs[0]!.status;
    expect(status({ status: 'running' }, { endTime: 5 })).toBe('success');
    expect(status({ endTime: 5 }, { status: 'running' })).toBe('success');
    expect(status({ status: 'running' }, { endTime: 5, error: 'x' })).toBe('error');
    expect(status({ status: 'running' }, { endTime: 5, status: 'interrupted' })).toBe('interrupted');
    expect(status({ status: 'running' }, { status: 'interrupted' })).toBe('interrupted');
    expect(status({ status: 'interrupted' }, {})).toBe('interrupted');
  });

  test('the longer list of events is the whole one', () => {
    const events = (...lists: unknown[]) => one(...lists.map((list) => ({ id: 'a', name: 'a', traceId: 't', startTime: 0, events: list }))).runs[0]!.events.map(({ name }) => name);
    expect(events([{ name: 'start' }], [{ name: 'start' }, { name: 'end' }])).toEqual(['start', 'end']);
    expect(events([{ name: 'start' }, { name: 'end' }], [])).toEqual(['start', 'end']);
    expect(events([{ name: 'start' }], null)).toEqual(['start']);
    expect(events(null, undefined)).toEqual([]);
  });

  test('the longer list of links is the whole one', () => {
    const links = (...lists: unknown[]) => one(...lists.map((list) => ({ id: 'a', name: 'a', traceId: 't', startTime: 0, links: list }))).runs[0]!.links.map(({ runId }) => runId);
    expect(links([{ runId: 'b' }], [{ runId: 'b' }, { runId: 'c' }])).toEqual(['b', 'c']);
    expect(links([{ runId: 'b' }], null)).toEqual(['b']);
  });

  test('the parent of the later is the parent', () => {
    const trace = one({ id: 'r', name: 'r', startTime: 0, traceId: 't' }, { id: 'a', name: 'a', startTime: 1, traceId: 't' }, { id: 'a', traceId: 't', parentId: 'r', endTime: 2 });
    expect(trace.parentOf({ id: 'a' })!.id).toBe('r');
  });

  test('also where they name no trace, or only one of them does', () => {
    const child = { id: 'b', name: 'b', startTime: 1, parentId: 'a' };
    const root = { id: 'a', name: 'a', startTime: 0 };
    for (const records of [
      [root, child, { id: 'b', endTime: 2 }],
      [{ id: 'b', endTime: 2 }, root, child],
      [{ ...root, traceId: 't' }, { ...child, traceId: 't' }, { id: 'b', endTime: 2 }],
      [{ ...root, traceId: 't' }, child, { id: 'b', endTime: 2 }],
    ]) {
      const trace = one(...records);
      expect(trace.runs.map(({ id, parentId, end }) => [id, parentId, end])).toEqual([['a', null, null], ['b', 'a', 2]]);
    }
  });

  test('wrong types in them do no harm', () => {
    fc.assert(
      fc.property(fc.constantFrom('tags', 'events', 'links', 'name', 'status', 'metadata', 'error', 'endTime', 'parentId', 'kind'), fc.jsonValue(), fc.jsonValue(), (field, first, second) => {
        const trace = one({ id: 'a', name: 'a', startTime: 0, traceId: 't', [field]: first }, { id: 'a', traceId: 't', [field]: second });
        expect(trace.runs).toHaveLength(1);
        void [trace.runs[0]!.events, trace.runs[0]!.links, trace.runs[0]!.metadata, trace.runs[0]!.source];
      }),
      { numRuns: 500 },
    );
  });

  test('100,000 records of one run', () => {
    const records = Array.from({ length: 100_000 }, (_, nth) => ({ id: 'a', traceId: 't', startTime: 0, name: `${nth}`, inputs: nth }));
    const trace = one(...records, { id: 'a', endTime: 5, traceId: 't' });
    expect(trace.runs).toHaveLength(1);
    expect(trace.runs[0]).toMatchObject({ name: '99999', inputs: 99_999, end: 5 });
  });
});
