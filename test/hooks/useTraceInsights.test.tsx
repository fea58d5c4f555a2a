import { act, renderHook, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Insight, InsightRule } from '../../src/core/analysis/insights/insight.ts';
import { buildTraces, emptyTrace } from '../../src/core/model/build-traces.ts';
import type { Trace } from '../../src/core/model/trace.ts';
import { useTraceInsights, type UseTraceInsightsOptions } from '../../src/hooks/useTraceInsights.ts';

// Node lets messages that follow each other go before any timer, which no browser does; so slices are timers here.
beforeEach(() => { vi.stubGlobal('MessageChannel', undefined); });
afterEach(() => { vi.unstubAllGlobals(); });

function traceOf(id: string, runs = 1): Trace {
  return buildTraces(Array.from({ length: runs }, (_, nth) => ({ id: `${id}-${nth}`, traceId: id, parentId: nth === 0 ? null : `${id}-0`, name: id, startTime: 0, endTime: 10 })))[0]!;
}

const insight = (rule: string, severity: Insight['severity'] = 'info', weight = 0, positions: readonly number[] = [0]): Insight => ({ rule, severity, weight, positions, figures: {} });
const finds = (id: string, ...insights: readonly Insight[]): InsightRule => ({ id, run: () => insights });

/** A rule that goes on until it is told to end. */
function longRule(): { readonly rule: InsightRule; readonly traces: Trace[]; steps: number; isFree: boolean } {
  const long = {
    traces: [] as Trace[], steps: 0, isFree: false,
    rule: {
      id: 'long',
      run: (trace: Trace) => {
        long.traces.push(trace);
        return { isDone: false, result: [insight('long')], step: () => { long.steps++; return long.isFree; } };
      },
    },
  };
  return long;
}

function look(initialProps: UseTraceInsightsOptions, isStrict = false) {
  return renderHook((props: UseTraceInsightsOptions) => useTraceInsights(props), { initialProps, ...(isStrict && { wrapper: StrictMode }) });
}

describe.each([['once', false], ['in StrictMode', true]])('useTraceInsights, %s', (_, isStrict) => {
  test('finds what all rules find, what matters most first, after the first render', async () => {
    const rules = [finds('a', insight('a', 'info', 1)), finds('b', insight('b', 'warning', 0.1), insight('b', 'error', 0)), finds('c', insight('c', 'warning', 0.9))];
    const trace = traceOf('t');
    const { result } = look({ trace, rules }, isStrict);
    expect(result.current).toMatchObject({ insights: [], isSearching: true, progress: 0 });
    await waitFor(() => expect(result.current.isSearching).toBe(false));
    expect(result.current.insights.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['b error', 'c warning', 'b warning', 'a info']);
    expect(result.current).toMatchObject({ trace, failures: [], progress: 1 });
  });
});

describe('useTraceInsights', () => {
  test('goes on in slices, tells how far it is, and stops when it is gone', async () => {
    const long = longRule();
    const { result, unmount } = look({ trace: traceOf('t'), rules: [finds('a', insight('a')), long.rule] });
    await waitFor(() => expect(result.current.progress).toBe(0.5));
    expect(result.current).toMatchObject({ insights: [], isSearching: true });
    unmount();
    const { steps } = long;
    await new Promise((resolve) => { setTimeout(resolve, 30); });
    expect(steps).toBeGreaterThan(0);
    expect(long.steps).toBe(steps);
  });

  test('another trace, or another rule, ends the search', async () => {
    const long = longRule();
    const [a, b] = [traceOf('a'), traceOf('b')];
    const { result, rerender } = look({ trace: a, rules: [long.rule] });
    await waitFor(() => expect(long.traces).toEqual([a]));
    rerender({ trace: b, rules: [long.rule] });
    await waitFor(() => expect(long.traces).toEqual([a, b]));
    const quick = finds('quick', insight('quick'));
    rerender({ trace: b, rules: [quick] });
    await waitFor(() => expect(result.current.isSearching).toBe(false));
    expect(result.current.insights.map(({ rule }) => rule)).toEqual(['quick']);
    const { steps } = long;
    await new Promise((resolve) => { setTimeout(resolve, 30); });
    expect(long.steps).toBe(steps);
    rerender({ trace: a, rules: [quick] });
    expect(result.current).toMatchObject({ insights: [], isSearching: true, trace: a });
    await waitFor(() => expect(result.current.isSearching).toBe(false));
  });

  test('a list with the same rules is no reason to begin anew', async () => {
    const run = vi.fn<InsightRule['run']>(() => [insight('a')]);
    const rule: InsightRule = { id: 'a', run };
    const trace = traceOf('t');
    const { result, rerender } = look({ trace, rules: [rule] });
    await waitFor(() => expect(result.current.isSearching).toBe(false));
    const { insights } = result.current;
    rerender({ trace, rules: [rule] });
    expect(result.current.isSearching).toBe(false);
    expect(result.current.insights).toBe(insights);
    expect(run).toHaveBeenCalledOnce();
  });

  test('a newer snapshot waits for the search to end; what was found of the last one stays, with its trace', async () => {
    const long = longRule();
    const [first, second, third] = [traceOf('t', 1), traceOf('t', 2), traceOf('t', 3)];
    const { result, rerender } = look({ trace: first, rules: [long.rule] });
    await waitFor(() => expect(long.traces).toEqual([first]));
    rerender({ trace: second, rules: [long.rule] });
    rerender({ trace: third, rules: [long.rule] });
    await act(async () => { await new Promise((resolve) => { setTimeout(resolve, 20); }); });
    expect(long.traces).toEqual([first]);
    long.isFree = true;
    await waitFor(() => expect(result.current.isSearching).toBe(false));
    expect(long.traces).toEqual([first, third]);
    expect(result.current.trace).toBe(third);
    long.isFree = false;
    const fourth = traceOf('t', 4);
    rerender({ trace: fourth, rules: [long.rule] });
    await waitFor(() => expect(long.traces).toHaveLength(3));
    expect(result.current).toMatchObject({ isSearching: true, trace: third });
    expect(result.current.insights).toHaveLength(1);
    long.isFree = true;
    await waitFor(() => expect(result.current.isSearching).toBe(false));
    expect(result.current.trace).toBe(fourth);
  });

  test('a rule that fails stops no other, nor does one that points nowhere', async () => {
    const error = new Error('it broke');
    const rules: readonly InsightRule[] = [
      { id: 'broken', run: () => { throw error; } },
      { id: 'breaks later', run: () => ({ isDone: false, result: undefined, step: () => { throw error; } }) },
      { id: 'gives nothing', run: () => undefined as never },
      finds('nowhere', insight('nowhere', 'error', 1, [7]), insight('nowhere', 'error', 1, [])),
      finds('fine', insight('fine')),
    ];
    const { result } = look({ trace: traceOf('t'), rules });
    await waitFor(() => expect(result.current.isSearching).toBe(false));
    expect(result.current.insights.map(({ rule }) => rule)).toEqual(['fine']);
    expect(result.current.failures.map(({ rule }) => rule)).toEqual(['broken', 'breaks later', 'gives nothing']);
    expect(result.current.failures[0]!.error).toBe(error);
  });

  test('of a trace without runs there is nothing to find', () => {
    expect(look({ trace: emptyTrace() }).result.current).toMatchObject({ insights: [], isSearching: false });
  });

  test('on a server nothing is looked for', () => {
    const run = vi.fn<InsightRule['run']>(() => [insight('a')]);
    const rules: readonly InsightRule[] = [{ id: 'a', run }];
    function Shown() {
      return <p>{String(useTraceInsights({ trace: traceOf('t'), rules }).isSearching)}</p>;
    }
    expect(renderToString(<Shown />)).toBe('<p>true</p>');
    expect(run).not.toHaveBeenCalled();
  });
});
