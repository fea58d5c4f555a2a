import { act, renderHook } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { parseQuery } from '../../src/core/analysis/search/parse-query.ts';
import { buildTraces } from '../../src/core/model/build-traces.ts';
import { useRunMatches, type UseRunMatchesOptions } from '../../src/hooks/useRunMatches.ts';

const [trace] = buildTraces([
  { id: 'a', traceId: 't', name: 'find it', startTime: 0, endTime: 1, inputs: { q: 'it and it' } },
  { id: 'b', traceId: 't', name: 'other', startTime: 0, endTime: 1 },
]);
const [a, b] = [trace!.get('a')!, trace!.get('b')!];
const query = parseQuery('it');

function matches(options: Partial<UseRunMatchesOptions>) {
  return renderHook((props: Partial<UseRunMatchesOptions>) => useRunMatches({ run: a, query, ...options, ...props }), { initialProps: {} });
}

describe('the matches of a run', () => {
  test('are gone through in a circle', () => {
    const { result } = matches({});
    expect([result.current.matches.length, result.current.current, result.current.isMore]).toEqual([3, null, false]);
    const after = (go: () => void) => { act(go); return result.current.current; };
    expect(after(() => result.current.previous())).toBe(2);
    expect(after(() => result.current.next())).toBe(0);
    expect(after(() => result.current.next())).toBe(1);
    expect(after(() => result.current.go(2))).toBe(2);
    const { moves } = result.current;
    act(() => result.current.go(2));
    expect(result.current.moves).toBe(moves + 1);
  });

  test('are forgotten with another run or query', () => {
    const onMatchChange = vi.fn<NonNullable<UseRunMatchesOptions['onMatchChange']>>();
    const { result, rerender } = matches({ onMatchChange });
    act(() => result.current.next());
    rerender({ query: parseQuery('it') });
    expect(result.current.current).toBe(0);
    // A run that goes on is another object.
    rerender({ run: buildTraces([{ id: 'a', traceId: 't', name: 'find it', startTime: 0, inputs: { q: 'it and it' } }])[0]!.runs[0]! });
    expect([result.current.current, result.current.matches.length]).toEqual([0, 3]);
    rerender({ run: b });
    expect([result.current.current, result.current.matches.length]).toEqual([null, 0]);
    expect(onMatchChange).toHaveBeenLastCalledWith(null, { run: b, count: 0 });
  });

  test('may be held by their owner', () => {
    const { result, rerender } = matches({ match: 1 });
    expect(result.current.current).toBe(1);
    act(() => result.current.next());
    expect(result.current.current).toBe(1);
    rerender({ match: 99 });
    expect(result.current.current).toBeNull();
  });

  test('are none where there is nothing to point at, and where nothing can be read', () => {
    for (const text of ['', '-it', 'latency:>1', 'kind:chain', 'id:a']) expect(matches({ query: parseQuery(text) }).result.current.query).toBeNull();
    expect(matches({ run: null }).result.current.matches).toEqual([]);
    const broken = buildTraces([{ id: 'c', name: 'c', startTime: 0, get inputs(): unknown { throw new Error('gone'); } }])[0]!.runs[0]!;
    expect(matches({ run: broken }).result.current).toMatchObject({ matches: [], isMore: true });
  });

  test('of what is large are looked for in slices, and told when all are there; what is too much says so', async () => {
    const rows = Array.from({ length: 60_000 }, (_, nth) => ({ nth, text: nth % 20_000 === 0 ? 'it' : 'no' }));
    const [large, many, endless] = [{ rows }, 'it '.repeat(1_001), 'x'.repeat(20_000_001)].map((inputs, nth) => buildTraces([{ id: String(nth), name: 'r', startTime: 0, inputs }])[0]!.runs[0]!);
    const { result, unmount } = matches({ run: large! });
    expect(result.current).toMatchObject({ isSearching: true, matches: [] });
    await vi.waitFor(() => expect(result.current.isSearching).toBe(false));
    expect([result.current.matches.length, result.current.isMore]).toEqual([3, false]);
    unmount();
    for (const run of [many!, endless!]) {
      const { result: found } = matches({ run });
      await vi.waitFor(() => expect(found.current.isSearching).toBe(false));
      expect(found.current.isMore).toBe(true);
    }
  }, 30_000);
});
