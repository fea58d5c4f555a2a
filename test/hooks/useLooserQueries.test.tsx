import { act, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { buildTraces } from '../../src/core/model/build-traces.ts';
import type { Trace } from '../../src/core/model/trace.ts';
import { useLooserQueries, type FoundQuery } from '../../src/hooks/useLooserQueries.ts';
import { useRunSearch } from '../../src/hooks/useRunSearch.ts';
import { outline } from '../core/analysis/plants.ts';

const small = outline(`
  agent
    plan
    search docs
    search web
`);

afterEach(() => {
  vi.unstubAllGlobals();
});

const wait = (ms: number): Promise<void> => act(async () => void (await new Promise((resolve) => setTimeout(resolve, ms))));

function setUp(query: string, trace: Trace = small) {
  const { result, rerender, unmount } = renderHook(({ text, of }) => useLooserQueries(useRunSearch({ trace: of, query: text })), { initialProps: { text: query, of: trace } });
  const found = (): string[] => result.current.map(({ text, count }: FoundQuery) => `${text}: ${count}`);
  return { found, result, ask: (text: string, of: Trace = trace) => rerender({ text, of }), unmount };
}

describe('useLooserQueries', () => {
  test('tells what would find something, and how much', async () => {
    const { found } = setUp('name:search plan');
    expect(found()).toEqual([]);
    await wait(450);
    // A name with “search” in it is not that of the plan; nor is anything named “search” alone.
    expect(found()).toEqual(['plan: 1']);
  });

  test('tells of a part of the value', async () => {
    const { found } = setUp('name:search');
    await wait(450);
    expect(found()).toEqual(['name:~search: 2']);
  });

  test('says nothing where something is found, or nothing is asked', async () => {
    const { found, ask, result } = setUp('search');
    await wait(450);
    expect(found()).toEqual([]);
    const before = result.current;
    ask('');
    await wait(450);
    expect(result.current).toBe(before);
    ask('nope:1');
    await wait(450);
    expect(result.current).toBe(before);
  });

  test('what was told of one query or trace is not told of the next', async () => {
    const { found, ask } = setUp('name:search');
    await wait(450);
    expect(found()).toHaveLength(1);
    ask('name:zebra');
    expect(found()).toEqual([]);
    await wait(450);
    expect(found()).toEqual([]);
    ask('name:zebra', outline('a zebra'));
    await wait(450);
    expect(found()).toEqual(['name:~zebra: 1']);
  });

  test('works in slices, and not at all once it is gone', async () => {
    let slice: (() => void) | null = null;
    vi.stubGlobal('MessageChannel', class {
      readonly port1 = { addEventListener: (_: string, listener: () => void) => void (slice = listener), start: () => {}, close: () => void (slice = null) };
      readonly port2 = { postMessage: () => {} };
    });
    const read = vi.fn<() => void>();
    const many = buildTraces(Array.from({ length: 1_000 }, (_, at) => ({
      id: `r${at}`, name: 'step', traceId: 't', startTime: at, endTime: at + 1,
      get inputs() {
        read();
        return 'Lorem ipsum '.repeat(2_000);
      },
    })))[0]!;
    const { found, unmount } = setUp('name:step2 lorem', many);
    await wait(350);
    expect(slice).not.toBeNull();
    // One slice is not enough for a thousand texts.
    act(() => slice?.());
    expect(read.mock.calls.length).toBeLessThan(1_000);
    const isBusy = (): boolean => slice !== null;
    for (let turn = 0; turn < 5_000 && isBusy(); turn++) act(() => slice?.());
    expect(found()).toEqual(['lorem: 1000']);
    unmount();
    expect(slice).toBeNull();
  });
});
