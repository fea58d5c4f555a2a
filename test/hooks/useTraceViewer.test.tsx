import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { TraceViewerValue } from '../../src/hooks/trace-viewer-value.ts';
import { useTraceViewer, type UseTraceViewerOptions } from '../../src/hooks/useTraceViewer.ts';
import { outline } from '../core/analysis/plants.ts';

const trace = outline(`
  agent
    plan
    tools
      !search
      parse
    answer
  !after
`);

function setUp(options: Partial<UseTraceViewerOptions> = {}) {
  const onValueChange = vi.fn<NonNullable<UseTraceViewerOptions['onValueChange']>>();
  const { result, rerender } = renderHook((props: Partial<UseTraceViewerOptions>) => useTraceViewer({ trace, onValueChange, ...options, ...props }), { initialProps: {} });
  return { viewer: () => result.current, set: rerender, onValueChange, last: () => onValueChange.mock.lastCall?.[0] };
}

test('an untouched viewer is {}', () => {
  const { viewer, onValueChange } = setUp();
  expect(viewer().run).toBeNull();
  expect(viewer().treeProps).toMatchObject({ expanded: 'all', selected: null, showHidden: false });
  expect(viewer().waterfallProps).toMatchObject({ window: null, shortenIdle: false });
  expect(onValueChange).not.toHaveBeenCalled();
});

test('each change is told with what it was of', () => {
  const { viewer, onValueChange } = setUp();
  act(() => viewer().select('parse'));
  expect(onValueChange).toHaveBeenLastCalledWith({ selected: 'parse' }, { changed: ['selected'] });
  act(() => viewer().setWindow({ start: 1, end: 4 }));
  expect(onValueChange).toHaveBeenLastCalledWith({ selected: 'parse', window: { start: 1, end: 4 } }, { changed: ['window'] });
  act(() => viewer().treeProps.onExpandedChange?.(new Set(['agent']), { reason: 'toggle', run: null }));
  expect(onValueChange).toHaveBeenLastCalledWith({ selected: 'parse', window: { start: 1, end: 4 }, expanded: { open: ['agent'] } }, { changed: ['expanded'] });
  expect(viewer().treeProps.expanded).toEqual(new Set(['agent']));
});

test('two changes in one handler both count', () => {
  const { viewer, last } = setUp();
  act(() => {
    viewer().select('plan');
    viewer().setView('conversation');
  });
  expect(last()).toEqual({ selected: 'plan', view: 'conversation' });
});

test('a value that the host holds stays as it says', () => {
  const value: TraceViewerValue = { selected: 'plan', expanded: { closed: ['tools'] } };
  const { viewer, set, last } = setUp({ value });
  expect(viewer().treeProps.expanded).toEqual(new Set(['agent']));
  act(() => viewer().select('parse'));
  expect(viewer().run?.id).toBe('plan');
  set({ value: last() });
  expect(viewer().run?.id).toBe('parse');
});

test('a selected run that the trace does not have is none', () => {
  expect(setUp({ defaultValue: { selected: 'gone' } }).viewer().run).toBeNull();
});

test('errors are selected one after the other, where they began', () => {
  const { viewer } = setUp();
  const steps: (string | undefined)[] = [];
  for (const direction of [1, 1, 1, -1] as const) {
    act(() => void viewer().selectError(direction));
    steps.push(viewer().run?.id);
  }
  expect(steps).toEqual(['search', 'after', 'search', 'after']);
  const { viewer: calm } = setUp({ trace: outline('only') });
  expect(calm().selectError()).toBe(false);
});

test('going to a match selects it', async () => {
  const { viewer, last } = setUp({ defaultValue: { query: 'p' } });
  await waitFor(() => expect(viewer().search.count).toBe(2));
  act(() => void viewer().search.next());
  expect(last()).toEqual({ query: 'p', match: 'plan', selected: 'plan' });
  expect(viewer().search.current?.id).toBe('plan');
});
