import { act, renderHook, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { buildTraces } from '../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../src/core/model/record.ts';
import type { Trace } from '../../src/core/model/trace.ts';
import type { TraceConversationState, UseTraceConversationOptions } from '../../src/hooks/trace-conversation-state.ts';
import { useTraceConversation } from '../../src/hooks/useTraceConversation.ts';

/** A trace of model calls, each of which is told what came before. */
function dialogue(traceId: string, turns: number, from = 0, id = (nth: number) => `call ${nth}`): Trace {
  const said: object[] = [];
  const records = Array.from({ length: turns }, (_, nth): RunRecord => {
    said.push({ role: 'user', content: `question ${nth}` });
    const told = said.slice(-20);
    const answer = { role: 'assistant', content: `answer ${nth}` };
    said.push(answer);
    return { id: id(nth), traceId, name: 'llm', kind: 'llm', startTime: from + nth * 10, endTime: from + nth * 10 + 5, inputs: { messages: told }, outputs: { messages: [answer] } };
  });
  return buildTraces(records)[0]!;
}

const two = [dialogue('a', 2), dialogue('b', 1, 1_000)];

function setUp(options: Partial<UseTraceConversationOptions> = {}) {
  const onSelectedChange = vi.fn<NonNullable<UseTraceConversationOptions['onSelectedChange']>>();
  const onOpenItemsChange = vi.fn<NonNullable<UseTraceConversationOptions['onOpenItemsChange']>>();
  const initialProps: UseTraceConversationOptions = { traces: two, onSelectedChange, onOpenItemsChange, ...options };
  const seen: TraceConversationState[] = [];
  const { result, rerender, unmount } = renderHook((props: UseTraceConversationOptions) => {
    const state = useTraceConversation(props);
    seen.push(state);
    return state;
  }, { initialProps });
  return {
    state: () => result.current,
    set: (changed: Partial<UseTraceConversationOptions>) => rerender({ ...initialProps, ...changed }),
    end: () => waitFor(() => expect(result.current.isReading).toBe(false), { timeout: 20_000 }),
    seen, unmount, onSelectedChange, onOpenItemsChange,
  };
}

afterEach(() => vi.useRealTimers());

describe('what is read', () => {
  test('is there at once where it is little, also on a server', () => {
    const { seen } = setUp();
    expect(seen[0]).toMatchObject({ isReading: false, progress: 1 });
    expect(seen[0]?.turns).toHaveLength(3);
    function Count({ traces }: { readonly traces: readonly Trace[] }) {
      const { turns, isReading } = useTraceConversation({ traces });
      return <p>{`${turns.length} ${isReading}`}</p>;
    }
    expect(renderToString(<Count traces={two} />)).toBe('<p>3 false</p>');
    const large = [dialogue('a', 2_000)];
    expect(renderToString(<Count traces={large} />)).toBe(renderToString(<Count traces={large} />));
  });

  test('comes in slices where it is much, first to last', async () => {
    const { state, end, seen } = setUp({ traces: dialogue('a', 3_000) });
    const [first] = seen;
    expect(first).toMatchObject({ isReading: true });
    expect(first?.turns.length).toBeGreaterThan(0);
    await end();
    expect(state().turns).toHaveLength(3_000);
    expect(state().turns[0]).toBe(first?.turns[0]);
  });

  test('is not read again for a new list of the same traces', () => {
    const { state, set } = setUp();
    const { turns } = state();
    set({ traces: [...two] });
    expect(state().turns).toBe(turns);
  });

  test('a later snapshot takes the place of the one before when all of it is read', async () => {
    const early = dialogue('a', 2_000);
    const { state, set, end, seen } = setUp({ traces: early });
    await end();
    const before = seen.length;
    set({ traces: dialogue('a', 2_001) });
    await waitFor(() => expect(state().turns).toHaveLength(2_001), { timeout: 20_000 });
    for (const { turns } of seen.slice(before)) expect([2_000, 2_001]).toContain(turns.length);
    set({ traces: dialogue('c', 1) });
    expect(state().turns).toHaveLength(1);
  });

  test('stops with the component, and goes on in StrictMode', async () => {
    const { unmount, seen } = setUp({ traces: dialogue('a', 3_000) });
    unmount();
    const count = seen.length;
    await new Promise((resolve) => { setTimeout(resolve, 50); });
    expect(seen).toHaveLength(count);
    const traces = [dialogue('a', 3_000)];
    const { result } = renderHook(() => useTraceConversation({ traces }), { wrapper: StrictMode });
    await waitFor(() => expect(result.current.turns).toHaveLength(3_000), { timeout: 20_000 });
  });
});

describe('the selection', () => {
  test('tells the run, its trace and why', () => {
    const { state, onSelectedChange } = setUp();
    const trace = two[1]!;
    act(() => state().select(trace, trace.runs[0]!, 'pointer'));
    expect(onSelectedChange).toHaveBeenCalledWith('call 0', { reason: 'pointer', run: trace.runs[0], trace });
    expect([state().selected, state().selectedTrace]).toEqual([trace.runs[0], trace]);
    expect(state().current).toMatchObject({ isExact: true, item: { type: 'model' } });
    // Both traces have a run of this id.
    expect(state().isSelected(two[0]!, two[0]!.runs[0]!)).toBe(false);
    act(() => state().select(trace, trace.runs[0]!));
    expect(onSelectedChange).toHaveBeenCalledTimes(1);
    act(() => state().select(null, null));
    expect(onSelectedChange).toHaveBeenLastCalledWith(null, { reason: 'api', run: null, trace: null });
    expect(state().current).toBeNull();
  });

  test('can be held by its owner, who may refuse, and who may name the trace', () => {
    const { state, set, onSelectedChange } = setUp({ selected: 'call 1' });
    expect(state().selectedTrace).toBe(two[0]);
    act(() => state().select(two[1]!, two[1]!.runs[0]!));
    expect(onSelectedChange).toHaveBeenCalledTimes(1);
    expect(state().selected?.id).toBe('call 1');
    set({ selected: 'call 0' });
    // The one that was chosen here.
    expect(state().selectedTrace).toBe(two[1]);
    set({ selected: 'call 0', selectedTrace: 'a' });
    expect(state().selectedTrace).toBe(two[0]);
    set({ selected: 'nobody' });
    expect([state().selected, state().current]).toEqual([null, null]);
  });

  test('begins at a default', () => {
    expect(setUp({ defaultSelected: 'call 1' }).state().selected).toBe(two[0]!.runs[1]);
  });
});

describe('what is open', () => {
  test('is told one by one', () => {
    const { state, onOpenItemsChange } = setUp({ defaultOpenItems: ['x'] });
    act(() => {
      state().setOpen('y', true);
      state().setOpen('x', false);
    });
    expect(onOpenItemsChange.mock.calls).toEqual([[['x', 'y'], { item: 'y', isOpen: true }], [['y'], { item: 'x', isOpen: false }]]);
    expect([state().isOpen('x'), state().isOpen('y')]).toEqual([false, true]);
  });

  test('can be held by its owner, who may refuse', () => {
    const { state, onOpenItemsChange } = setUp({ openItems: ['x'] });
    act(() => state().setOpen('y', true));
    expect(onOpenItemsChange).toHaveBeenCalledWith(['x', 'y'], { item: 'y', isOpen: true });
    expect(state().isOpen('y')).toBe(false);
  });
});
