import { act, renderHook, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Query } from '../../src/core/analysis/search/query.ts';
import { buildTraces, emptyTrace } from '../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../src/core/model/record.ts';
import type { Trace } from '../../src/core/model/trace.ts';
import type { RunSearchState, UseRunSearchOptions } from '../../src/hooks/run-search-state.ts';
import { useRunSearch } from '../../src/hooks/useRunSearch.ts';
import { outline } from '../core/analysis/plants.ts';

const trace = outline(`
  agent
    plan
    !tools
      search docs
      search web
    answer
  after
`);

/** So many runs of which the text takes longer than one slice, and how often any text was read. */
function large(count: number, words: (at: number) => string = (at) => `word${at}`) {
  const read = vi.fn<(at: number) => void>();
  const records = Array.from({ length: count }, (_, at): RunRecord => ({
    id: `r${at}`, name: 'step', traceId: 't', startTime: at, endTime: at + 1,
    get inputs() {
      read(at);
      return words(at).padEnd(20_000, ' Lorem ipsum');
    },
  }));
  return { trace: buildTraces(records)[0]!, records, read };
}

function setUp(options: Partial<UseRunSearchOptions> = {}) {
  const onQueryChange = vi.fn<(query: string, details: { query: Query }) => void>();
  const initialProps: UseRunSearchOptions = { trace, onQueryChange, ...options };
  const seen: RunSearchState[] = [];
  const { result, rerender, unmount } = renderHook(
    (props: UseRunSearchOptions) => {
      const state = useRunSearch(props);
      seen.push(state);
      return state;
    },
    { initialProps },
  );
  const names = (flags: Uint8Array | null, within: Trace = result.current.trace) => within.runs.filter((_, at) => flags?.[at] === 1).map(({ name }) => name);
  return {
    search: () => result.current,
    set: (changed: Partial<UseRunSearchOptions>) => rerender({ ...initialProps, ...changed }),
    type: (text: string) => act(() => result.current.setText(text)),
    found: () => names(result.current.matches),
    shown: () => names(result.current.visible),
    go: (direction: 'next' | 'previous', from?: number) => act(() => void result.current[direction](from)),
    end: () => waitFor(() => expect(result.current.isSearching).toBe(false), { timeout: 10_000 }),
    seen,
    unmount,
    onQueryChange,
  };
}

const wait = (ms: number): Promise<void> => act(async () => void (await new Promise((resolve) => setTimeout(resolve, ms))));

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the query', () => {
  test('begins empty: nothing matches, and everything is visible', () => {
    const { search, found } = setUp({ defaultMode: 'filter' });
    expect(search()).toMatchObject({ text: '', errors: [], isActive: false, isSearching: false, progress: 1, count: 0, mode: 'filter', visible: null, current: null, currentIndex: -1 });
    expect(found()).toEqual([]);
    expect(search().next()).toBeNull();
  });

  test('finds at once in a small trace', () => {
    const { search, found, type, onQueryChange } = setUp();
    type('search');
    expect(found()).toEqual(['search docs', 'search web']);
    expect(search()).toMatchObject({ count: 2, isActive: true, isSearching: false, progress: 1 });
    expect(Array.from(search().positions)).toEqual([3, 4]);
    expect([2, 3, 99].map(search().isMatch)).toEqual([false, true, false]);
    expect(onQueryChange).toHaveBeenCalledTimes(1);
    expect(onQueryChange.mock.calls[0]![0]).toBe('search');
    expect(onQueryChange.mock.calls[0]![1].query.terms).toHaveLength(1);
    type('error:*');
    expect(found()).toEqual(['tools']);
    type('');
    expect(found()).toEqual([]);
  });

  test('begins with a default', () => {
    expect(setUp({ defaultQuery: 'name:plan' }).found()).toEqual(['plan']);
  });

  test('is held outside', () => {
    const { search, found, set, type, onQueryChange } = setUp({ query: 'plan' });
    expect(found()).toEqual(['plan']);
    type('search');
    expect(onQueryChange).toHaveBeenCalledTimes(1);
    expect([search().text, found()]).toEqual(['plan', ['plan']]);
    set({ query: 'search' });
    expect([search().text, found()]).toEqual(['search', ['search docs', 'search web']]);
  });

  test('tells what it could not understand, and searches by the rest', () => {
    const { search, found, type } = setUp();
    type('nmae:x answer');
    expect(search().errors.map(({ code }) => code)).toEqual(['unknown-field']);
    expect(found()).toEqual(['answer']);
    type('nmae:x');
    expect(search()).toMatchObject({ isActive: false, isSearching: false, count: 0 });
  });

  test('another trace is searched for the same', async () => {
    const { found, set, end } = setUp({ defaultQuery: 'search OR other' });
    set({ trace: outline('other\n  searching\n  rest') });
    await end();
    expect(found()).toEqual(['other', 'searching']);
    set({ trace: emptyTrace() });
    await end();
    expect(found()).toEqual([]);
  });
});

describe('filtering', () => {
  test('shows matches and what holds them', () => {
    const { search, shown, type } = setUp({ defaultMode: 'filter' });
    type('web');
    expect(shown()).toEqual(['agent', 'tools', 'search web']);
    act(() => search().setMode('highlight'));
    expect(search().visible).toBeNull();
    type('nothing of this kind');
    act(() => search().setMode('filter'));
    expect(shown()).toEqual([]);
    type('');
    expect(search().visible).toBeNull();
  });

  test('the mode can be held outside', () => {
    const onModeChange = vi.fn<(mode: string, details: object) => void>();
    const { search, set } = setUp({ mode: 'highlight', onModeChange });
    act(() => search().setMode('filter'));
    expect(onModeChange.mock.calls).toEqual([['filter', {}]]);
    expect(search().mode).toBe('highlight');
    set({ mode: 'filter' });
    expect(search().mode).toBe('filter');
  });
});

describe('from match to match', () => {
  test('around the end, in both directions', () => {
    const { search, go, type } = setUp();
    type('search OR plan');
    const seen = (['next', 'next', 'next', 'next', 'previous', 'previous'] as const).map((direction) => {
      go(direction);
      return `${search().currentIndex} ${search().current?.name}`;
    });
    expect(seen).toEqual(['0 plan', '1 search docs', '2 search web', '0 plan', '2 search web', '1 search docs']);
  });

  test('from where the person is', () => {
    const { search, go, type } = setUp();
    type('search OR plan');
    go('next', 3);
    expect(search().current?.name).toBe('search web');
    go('previous', 3);
    expect(search().current?.name).toBe('plan');
    go('next', 6);
    expect(search().current?.name).toBe('plan');
  });

  test('two steps in one handler', () => {
    const { search, type } = setUp();
    type('search OR plan');
    const went: (string | undefined)[] = [];
    act(() => void went.push(search().next()?.name, search().next()?.name));
    expect(went).toEqual(['plan', 'search docs']);
    expect(search().current?.name).toBe('search docs');
  });

  test('the match stays while it matches, and is where the next one is looked for after', () => {
    const { search, go, type } = setUp();
    type('search');
    go('next');
    type('docs');
    expect([search().current?.name, search().currentIndex]).toEqual(['search docs', 0]);
    type('web OR plan');
    expect([search().current, search().currentIndex]).toEqual([null, -1]);
    go('next');
    expect(search().current?.name).toBe('search web');
  });

  test('can be held outside', () => {
    const onCurrentChange = vi.fn<(current: string | null, details: object) => void>();
    const { search, go, set, type } = setUp({ current: null, onCurrentChange });
    type('search');
    go('next');
    expect(onCurrentChange.mock.calls).toEqual([['search docs', {}]]);
    expect(search().current).toBeNull();
    set({ current: 'search web', onCurrentChange });
    expect(search().currentIndex).toBe(1);
  });
});

describe('a large trace', () => {
  test('is searched in slices, and its results come as they are found', async () => {
    const { trace: many } = large(3_000, (at) => (at % 2 === 0 ? 'needle' : 'hay'));
    const { search, type, end, seen } = setUp({ trace: many });
    type('needle');
    expect(search()).toMatchObject({ isSearching: true, count: 0, progress: 0 });
    await end();
    expect(search()).toMatchObject({ count: 1_500, progress: 1 });
    const progress = seen.map((state) => state.progress);
    expect(progress.some((part) => part > 0 && part < 1)).toBe(true);
    expect(seen.some(({ count, isSearching }) => isSearching && count > 0 && count < 1_500)).toBe(true);
  });

  test('no slice takes long', async () => {
    const { trace: many } = large(2_000);
    const { type, end } = setUp({ trace: many });
    let longest = 0;
    const step = performance.now.bind(performance);
    let began = step();
    const spy = vi.spyOn(performance, 'now').mockImplementation(() => {
      const now = step();
      longest = Math.max(longest, now - began);
      began = now;
      return now;
    });
    type('word1999');
    await end();
    spy.mockRestore();
    // Between two looks at the clock; a collection of garbage may be in it.
    expect(longest).toBeLessThan(200);
  });

  test('results of the last query stay until there are new ones', async () => {
    const { trace: many } = large(2_000, (at) => (at % 2 === 0 ? 'one' : 'two'));
    const { search, type, end } = setUp({ trace: many });
    type('id:r7');
    expect(search()).toMatchObject({ isSearching: false, count: 1 });
    type('one');
    expect(search()).toMatchObject({ isSearching: true, count: 1, progress: 0 });
    await end();
    expect(search().count).toBe(1_000);
  });

  test('a new query begins at once, and the old one ends', async () => {
    const { trace: many, read } = large(3_000);
    const { search, type, end } = setUp({ trace: many });
    type('word2999');
    const before = read.mock.calls.length;
    expect(before).toBeLessThan(3_000);
    type('name:nobody');
    expect(search()).toMatchObject({ isSearching: false, count: 0 });
    await wait(30);
    expect(read.mock.calls.length).toBe(before);
    type('word2999');
    await end();
    expect(search().count).toBe(1);
    expect(read.mock.calls.length).toBeLessThan(before + 3_001);
  });

  test('nothing goes on after the component is gone', async () => {
    const { trace: many, read } = large(3_000);
    const { type, unmount } = setUp({ trace: many });
    type('word');
    unmount();
    const before = read.mock.calls.length;
    await wait(30);
    expect(read.mock.calls.length).toBe(before);
    expect(before).toBeLessThan(3_000);
  });

  test('channels are closed', async () => {
    const closed = vi.fn<() => void>();
    const Original = globalThis.MessageChannel;
    let opened = 0;
    vi.stubGlobal('MessageChannel', class extends Original {
      constructor() {
        super();
        opened++;
        const close = this.port1.close.bind(this.port1);
        this.port1.close = () => {
          closed();
          close();
        };
      }
    });
    const { trace: many } = large(1_000);
    const first = setUp({ trace: many });
    first.type('word');
    await first.end();
    const second = setUp({ trace: large(1_000).trace });
    second.type('word');
    second.unmount();
    expect(opened).toBeGreaterThanOrEqual(2);
    expect(closed).toHaveBeenCalledTimes(opened);
  });

  test('without channels there are timers', async () => {
    vi.stubGlobal('MessageChannel', undefined);
    const { trace: many, read } = large(1_000);
    const { search, type, end, unmount } = setUp({ trace: many });
    type('word99');
    await end();
    expect(search().count).toBe(11);
    const before = read.mock.calls.length;
    type('-zzz');
    unmount();
    await wait(30);
    expect(read.mock.calls.length).toBe(before);
  });

  test('a trace that grows: what was found stays, and the search comes to its end', async () => {
    let slice: () => void = () => {};
    vi.stubGlobal('MessageChannel', class {
      readonly port1 = { addEventListener: (_: string, listener: () => void) => void (slice = listener), start: () => {}, close: () => void (slice = () => {}) };
      readonly port2 = { postMessage: () => {} };
    });
    const { records } = large(1_000, (at) => (at % 50 === 0 ? 'needle' : 'hay'));
    const snapshot = (count: number): Trace => buildTraces(records.slice(0, count))[0]!;
    const { search, type, set } = setUp({ trace: snapshot(800) });
    const finish = (): void => {
      while (search().isSearching) act(() => slice());
    };
    type('needle');
    finish();
    expect(search().count).toBe(16);
    // There is time for one slice between any two snapshots.
    let count = 800;
    for (; search().count === 16 && count < 1_000; count += 2) {
      set({ trace: snapshot(count + 2) });
      expect(search().count).toBeGreaterThanOrEqual(16);
      expect(search().matches).toHaveLength(count + 2);
      act(() => slice());
    }
    expect(count).toBeLessThan(1_000);
    set({ trace: snapshot(1_000) });
    finish();
    expect(search().count).toBe(20);
  });
});

describe('as a guest', () => {
  test('the state is the same object as long as nothing changes', async () => {
    const { search, set, type } = setUp();
    type('search');
    const before = search();
    set({});
    expect(search()).toBe(before);
    type('plan');
    expect(search()).not.toBe(before);
    expect(search().setText).toBe(before.setText);
    expect(search().next).toBe(before.next);
    await wait(10);
    const after = search();
    set({});
    expect(search()).toBe(after);
  });

  test('two on one page do not know of each other', () => {
    const one = setUp();
    const other = setUp();
    one.type('plan');
    other.type('search');
    expect([one.found(), other.found()]).toEqual([['plan'], ['search docs', 'search web']]);
  });

  test('on a server nothing is searched', () => {
    function Page() {
      const search = useRunSearch({ trace, defaultQuery: 'plan', defaultMode: 'filter' });
      return <p>{`${search.text} ${search.count} ${search.isSearching} ${search.visible?.length}`}</p>;
    }
    expect(renderToString(<StrictMode><Page /></StrictMode>)).toBe('<p>plan 0 true 7</p>');
  });
});
