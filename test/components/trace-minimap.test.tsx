import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { ReactElement } from 'react';
import { TraceMinimap, type TraceMinimapProps } from '../../src/components/trace-minimap/index.ts';
import { buildTraces } from '../../src/core/model/build-traces.ts';
import { useRunSearch } from '../../src/hooks/useRunSearch.ts';
import { measured } from '../hooks/measured.ts';

measured({ width: 500, height: 44 });
beforeEach(() => {
  vi.stubGlobal('ResizeObserver', class { observe() {} unobserve() {} disconnect() {} });
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 500, 44));
  HTMLElement.prototype.setPointerCapture = () => {};
});

const trace = buildTraces([
  { id: 'r', name: 'agent', kind: 'agent', traceId: 't', startTime: 0, endTime: 1000 },
  { id: 'a', name: 'ask', kind: 'llm', traceId: 't', parentId: 'r', startTime: 200, endTime: 600, error: 'x' },
])[0]!;

function show(props: Partial<TraceMinimapProps> = {}) {
  const onWindowChange = vi.fn<NonNullable<TraceMinimapProps['onWindowChange']>>();
  render(<TraceMinimap trace={trace} locale="en" onWindowChange={onWindowChange} {...props} />);
  return { onWindowChange, map: screen.getByRole('group', { name: 'Overview of agent' }) };
}

test('has the whole trace as one path a kind, and errors at its foot', () => {
  const { map } = show({ showCriticalPath: false });
  const paths = Array.from(map.querySelectorAll('path'), (path) => [path.dataset['kind'], path.getAttribute('d')]);
  expect(paths).toEqual([['agent', 'M0 5h500v4h-500z'], ['llm', 'M100 22h200v4h-200z'], [undefined, 'M100 40h200v4h-200z']]);
});

test('a dragged range becomes the window; the window can be moved, and left by a double click', () => {
  const { map, onWindowChange } = show();
  fireEvent.pointerDown(map, { clientX: 100, button: 0 });
  fireEvent.pointerMove(map, { clientX: 101 });
  expect(onWindowChange).not.toHaveBeenCalled();
  fireEvent.pointerMove(map, { clientX: 200 });
  expect(onWindowChange).toHaveBeenLastCalledWith({ start: 200, end: 400 }, { reason: 'range' });
  fireEvent.pointerUp(map);
  fireEvent.pointerDown(map, { clientX: 150, button: 0 });
  fireEvent.pointerMove(map, { clientX: 200 });
  expect(onWindowChange).toHaveBeenLastCalledWith({ start: 300, end: 500 }, { reason: 'range' });
  fireEvent.pointerUp(map);
  fireEvent.doubleClick(map);
  expect(onWindowChange).toHaveBeenLastCalledWith(null, { reason: 'fit' });
});

test('handles are sliders', () => {
  const { onWindowChange } = show({ defaultWindow: { start: 200, end: 600 } });
  const [start, end] = screen.getAllByRole('slider');
  expect([start?.getAttribute('aria-valuetext'), end?.getAttribute('aria-valuetext')]).toEqual(['200 ms', '600 ms']);
  fireEvent.keyDown(end!, { key: 'ArrowRight' });
  expect(onWindowChange).toHaveBeenLastCalledWith({ start: 200, end: 616 }, { reason: 'range' });
  fireEvent.keyDown(start!, { key: 'Home' });
  expect(onWindowChange).toHaveBeenLastCalledWith({ start: 0, end: 616 }, { reason: 'range' });
  fireEvent.keyDown(start!, { key: 'x' });
  expect(onWindowChange).toHaveBeenCalledTimes(2);
});

test('what a search found is ticked at the top where it starts, the current one once more', () => {
  function Searched(): ReactElement {
    const search = useRunSearch({ trace, query: 'ask', current: 'a' });
    return <TraceMinimap trace={trace} search={search} locale="en" />;
  }
  const { container } = render(<Searched />);
  const drawn = (slot: string) => container.querySelector(`[data-slot="trace-minimap-${slot}"]`)?.getAttribute('d');
  expect(drawn('matches')).toBe('M100 0h2v5h-2z');
  expect(drawn('current')).toBe('M100 0h2v5h-2z');
});

test('the critical path is a line at the foot of the lanes that it leads through', async () => {
  const { map } = show();
  const line = () => map.querySelector('[data-slot="trace-minimap-path"]')?.getAttribute('d');
  // The agent until 200 ms, its model call until 600 ms, the agent again: lanes of 17 px, lines 5 px under their tops.
  await waitFor(() => expect(line()).toBe('M0 10.0h100v1.5h-100zM100 27.0h200v1.5h-200zM300 10.0h200v1.5h-200z'));
  cleanup();
  show({ showCriticalPath: false });
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
  expect(screen.getByRole('group').querySelector('[data-slot="trace-minimap-path"]')).toBeNull();
});
