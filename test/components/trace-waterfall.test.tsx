import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { placeLabel } from '../../src/components/trace-waterfall/place-label.ts';
import { selfSegments } from '../../src/components/trace-waterfall/self-segments.ts';
import { TraceWaterfall, TraceWaterfallLane, type TraceWaterfallProps } from '../../src/components/trace-waterfall/index.ts';
import { buildTraces } from '../../src/core/model/build-traces.ts';
import { createTimeScale } from '../../src/hooks/time-scale.ts';
import { measured } from '../hooks/measured.ts';

// happy-dom lays nothing out: every element, the axis too, has this inner size.
measured({ width: 500, height: 600 });
vi.stubGlobal('ResizeObserver', class { observe() {} unobserve() {} disconnect() {} });

const trace = buildTraces([
  { id: 'root', name: 'agent', kind: 'agent', traceId: 't', startTime: 0, endTime: 1000 },
  { id: 'llm', name: 'ask', kind: 'llm', parentId: 'root', traceId: 't', startTime: 100, firstTokenTime: 300, endTime: 600, events: [{ name: 'retry', time: 400 }, { name: 'new_token', time: 300 }] },
  { id: 'tool', name: 'look', kind: 'tool', parentId: 'root', traceId: 't', startTime: 700, endTime: 1000, error: 'gone' },
])[0]!;

function show(props: Partial<TraceWaterfallProps> = {}): HTMLElement {
  return render(<TraceWaterfall trace={trace} locale="en" {...props} />).container;
}
const px = (element: Element | null | undefined) => {
  const { insetInlineStart, inlineSize } = (element as HTMLElement).style;
  return [parseFloat(insetInlineStart), parseFloat(inlineSize)];
};
const laneOf = (name: RegExp) => within(screen.getByRole('row', { name })).getByRole('gridcell', { name: /Starts at/ });
const barOf = (name: RegExp) => laneOf(name).querySelector('[data-slot="trace-waterfall-bar"]');

describe('the lanes', () => {
  test('have bars in proportion to time', () => {
    show();
    expect(px(barOf(/^Agent agent/))).toEqual([0, 500]);
    expect(px(barOf(/ask/))).toEqual([50, 250]);
    expect(px(barOf(/look/))).toEqual([350, 150]);
    expect(barOf(/look/)).toHaveProperty('dataset.status', 'error');
  });

  test('tell those who don’t see them', () => {
    show();
    expect(laneOf(/ask/).getAttribute('aria-label')).toBe('Starts at 100 ms, takes 500 ms, first token 200 ms, 50% of the critical path');
  });

  test('split waiting from streaming, and mark what happened', () => {
    show();
    expect(parseFloat((laneOf(/ask/).querySelector('[data-slot="trace-waterfall-wait"]') as HTMLElement).style.inlineSize)).toBe(100);
    const marks = laneOf(/ask/).querySelectorAll('[data-slot="trace-waterfall-mark"]');
    expect(Array.from(marks, (mark) => mark.getAttribute('title'))).toEqual(['retry']);
  });

  test('of a run that holds others are solid where it works itself', () => {
    show();
    const own = Array.from(laneOf(/^Agent agent/).querySelectorAll('[data-slot="trace-waterfall-self"]'), px);
    expect(own).toEqual([[0, 50], [300, 50]]);
  });

  test('label the bars with their length where no column tells it', () => {
    show({ columns: ['tokens'] });
    expect(within(laneOf(/look/)).getByText('300 ms')).toBeDefined();
    expect(within(laneOf(/ask/)).getByText('first token 200 ms')).toBeDefined();
  });
});

describe('the window', () => {
  test('changes by keys, and tells its owner', () => {
    const onWindowChange = vi.fn<NonNullable<TraceWaterfallProps['onWindowChange']>>();
    show({ onWindowChange, selected: 'llm' });
    const tree = screen.getByRole('treegrid');
    fireEvent.keyDown(tree, { key: 'f' });
    expect(onWindowChange).toHaveBeenLastCalledWith({ start: 70, end: 630 }, { reason: 'fit' });
    expect(screen.getByText('560 ms of 1.00 s')).toBeDefined();
    fireEvent.keyDown(tree, { key: 'd' });
    expect(onWindowChange).toHaveBeenLastCalledWith({ start: 182, end: 742 }, { reason: 'pan' });
    fireEvent.keyDown(tree, { key: 'F' });
    expect(onWindowChange).toHaveBeenLastCalledWith(null, { reason: 'fit' });
    fireEvent.keyDown(tree, { key: 'w', ctrlKey: true });
    expect(onWindowChange).toHaveBeenCalledTimes(3);
  });

  test('changes by buttons', () => {
    show({ selected: 'tool' });
    fireEvent.click(screen.getByRole('button', { name: 'Zoom in' }));
    expect(screen.getByText('500 ms of 1.00 s')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Fit the selected run' }));
    expect(screen.getByText('318 ms of 1.00 s')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
    expect(screen.getByText('1.00 s', { selector: '[data-slot="trace-waterfall-showing"]' })).toBeDefined();
    expect(screen.getByRole('button', { name: 'Show all' })).toHaveProperty('disabled', true);
  });

  test('can be held by its owner, who may refuse', () => {
    const onWindowChange = vi.fn<NonNullable<TraceWaterfallProps['onWindowChange']>>();
    show({ window: { start: 0, end: 500 }, onWindowChange });
    expect(px(barOf(/ask/))).toEqual([100, 400]);
    fireEvent.keyDown(screen.getByRole('treegrid'), { key: 'F' });
    expect(onWindowChange).toHaveBeenCalledOnce();
    expect(px(barOf(/ask/))).toEqual([100, 400]);
  });
});

test('names can be made wider by keys', () => {
  const container = show();
  const splitter = screen.getByRole('separator', { name: 'Width of the names' });
  act(() => splitter.focus());
  fireEvent.keyDown(splitter, { key: 'ArrowRight' });
  const root = container.querySelector<HTMLElement>('[data-waterfall]');
  expect(root?.style.getPropertyValue('--runlens-name-width')).toMatch(/px$/);
  expect(splitter.getAttribute('aria-valuenow')).toBe(root?.style.getPropertyValue('--runlens-name-width').replace('px', ''));
});

test('idle time can be drawn short, and says so', () => {
  const [waiting] = buildTraces([
    { id: 'r', name: 'graph', traceId: 't', startTime: 0, endTime: 10_000 },
    { id: 'a', name: 'draft', traceId: 't', parentId: 'r', startTime: 0, endTime: 500 },
    { id: 'b', name: 'send', traceId: 't', parentId: 'r', startTime: 9_500, endTime: 10_000 },
  ]);
  show({ trace: waiting! });
  const [before] = px(barOf(/send/));
  fireEvent.click(screen.getByRole('button', { name: 'Shorten idle time' }));
  const [after, width] = px(barOf(/send/));
  expect(before).toBeCloseTo(475);
  expect(after).toBeCloseTo(263);
  expect(width).toBeCloseTo(237);
  expect(screen.getByRole('img', { name: '9.00 s idle, drawn short' })).toBeDefined();
});

test('a lane outside of a waterfall says what is missing', () => {
  vi.spyOn(console, 'error').mockReturnValue();
  expect(() => render(<TraceWaterfallLane />)).toThrow(/<Trace/);
});

test('labels stand after the bar, before it, or inside of it', () => {
  const label = '12345 ms';
  expect(placeLabel(label, { x: 10, width: 50, firstTokenX: null }, 500)).toEqual({ side: 'after', x: 66 });
  expect(placeLabel(label, { x: 400, width: 90, firstTokenX: null }, 500)).toMatchObject({ side: 'before' });
  expect(placeLabel(label, { x: 0, width: 495, firstTokenX: 200 }, 500)).toEqual({ side: 'inside', x: 206 });
  expect(placeLabel(label, { x: 0, width: 40, firstTokenX: null }, 45)).toBeNull();
});

test('own time is what no child covers, by a look at every millisecond', () => {
  const [family] = buildTraces([
    { id: 'p', name: 'p', traceId: 't', startTime: 0, endTime: 100 },
    ...[[10, 20], [15, 40], [38, 39], [70, 130]].map(([start, end], nth) => ({ id: `c${nth}`, parentId: 'p', name: 'c', traceId: 't', startTime: start!, endTime: end! })),
  ]);
  const scale = createTimeScale({ start: 0, end: 200 }, 400);
  expect(selfSegments(family!, family!.get('p')!, scale, 0, 200)).toEqual([{ x: 0, width: 20 }, { x: 80, width: 60 }]);
});

describe('layouts', () => {
  const layout = (name: string) => screen.getByRole('button', { name });
  const headings = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent);

  test('show tree and time, or one of them', () => {
    const onLayoutChange = vi.fn<NonNullable<TraceWaterfallProps['onLayoutChange']>>();
    show({ onLayoutChange });
    expect(layout('Tree and time').getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(layout('Tree'));
    expect(onLayoutChange).toHaveBeenLastCalledWith('tree', {});
    expect(headings()).toEqual(['Run', 'Duration', 'Tokens', 'Cost']);
    expect(screen.queryByRole('button', { name: 'Zoom in' })).toBeNull();
    expect(screen.queryByRole('separator')).toBeNull();
    fireEvent.click(layout('Time'));
    expect(screen.getByRole('button', { name: 'Zoom in' })).toBeDefined();
    expect(screen.queryByRole('separator')).toBeNull();
  });

  test('time alone has the names at the bars', () => {
    show({ defaultLayout: 'time' });
    expect(within(laneOf(/look/)).getByText('look · 300 ms')).toBeDefined();
    expect(within(laneOf(/ask/)).getByText('ask · first token 200 ms')).toBeDefined();
  });

  test('the width of the names can be the host’s', () => {
    const onNameWidthChange = vi.fn<NonNullable<TraceWaterfallProps['onNameWidthChange']>>();
    const container = show({ nameWidth: 240, onNameWidthChange });
    const root = () => (container.firstElementChild as HTMLElement).style.getPropertyValue('--runlens-name-width');
    expect(root()).toBe('240px');
    fireEvent.keyDown(screen.getByRole('separator'), { key: 'ArrowRight' });
    expect(onNameWidthChange).toHaveBeenLastCalledWith(256, {});
    expect(root()).toBe('240px');
  });

  test('the help lists the keys of time', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: /Keys/ }));
    expect(screen.getByText('Zoom in and out')).toBeDefined();
    expect(screen.getByText('Open and close')).toBeDefined();
  });
});

describe('the critical path', () => {
  const line = (name: RegExp) => laneOf(name).querySelector('[data-slot="trace-waterfall-path"]');

  test('underlines the runs that the trace waited for', () => {
    show();
    expect(px(line(/ask/))).toEqual([50, 250]);
    expect(px(line(/look/))).toEqual([350, 150]);
    expect(laneOf(/look/).getAttribute('aria-label')).toMatch(/, 30% of the critical path$/);
  });

  test('of a closed run is that of all that is inside; an open one has none', async () => {
    show({ defaultExpanded: 'none' });
    await waitFor(() => expect(px(line(/^Agent agent/))).toEqual([0, 500]));
    fireEvent.keyDown(screen.getByRole('treegrid'), { key: ']' });
    expect(line(/^Agent agent/)).toBeNull();
  });

  test('is drawn only when it is wanted', async () => {
    const onShowCriticalPathChange = vi.fn<NonNullable<TraceWaterfallProps['onShowCriticalPathChange']>>();
    show({ onShowCriticalPathChange });
    await waitFor(() => expect(line(/ask/)).not.toBeNull());
    fireEvent.click(screen.getByRole('button', { name: 'Critical path', pressed: true }));
    expect(line(/ask/)).toBeNull();
    expect(onShowCriticalPathChange).toHaveBeenLastCalledWith(false, {});
  });
});
