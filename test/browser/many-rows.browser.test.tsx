import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { TraceTree } from '../../src/components/trace-tree/index.ts';
import { buildTraces } from '../../src/core/model/build-traces.ts';
import type { Trace } from '../../src/core/model/trace.ts';
import { arrivedAt, focusedPlace, generated, grid, isInSight, placesInSight, rowAt, rows, scroller, stage } from './stage.tsx';

/** DESIGN §7: the document has fewer elements than this, whatever the size of the trace. */
const FEW = 2_500;

const elements = () => document.querySelectorAll('*').length;

/** What is seen is complete: rows stand edge to edge, from the top of the list to the bottom, and are named. */
function expectNoGaps(): void {
  const places = placesInSight();
  expect(places.length).toBeGreaterThan(10);
  expect(places).toEqual(places.map((_, nth) => places[0]! + nth));
  const view = scroller().getBoundingClientRect();
  const boxes = places.map((place) => rowAt(place)!.getBoundingClientRect());
  for (const [nth, box] of boxes.entries()) {
    expect(Math.round(box.height)).toBe(28);
    expect(Math.abs(box.top - (boxes[0]!.top + nth * 28))).toBeLessThan(1);
  }
  expect(boxes[0]!.top - view.top).toBeLessThan(28);
  expect(view.bottom - boxes.at(-1)!.bottom).toBeLessThan(28);
}

describe.each<[string, number, () => Trace]>([
  ['an agent of 100,000 runs', 100_000, () => generated('agent', 100_000)],
  ['a chain of 100,000 runs', 100_000, () => generated('chain', 100_000)],
  ['200,000 siblings', 200_001, () => generated('fan-out', 200_001)],
])('%s', (_, count, make) => {
  test('only the rows in sight are in the document, from the first to the last', async () => {
    const trace = make();
    expect(trace.runs).toHaveLength(count);
    stage(<TraceTree trace={trace} defaultShowHidden />);
    await expect.poll(() => rows().length).toBeGreaterThan(10);
    expect(grid().getAttribute('aria-rowcount')).toBe(String(count + 1));
    expect(elements()).toBeLessThan(FEW);
    expectNoGaps();

    rowAt(0)!.focus();
    await userEvent.keyboard('{End}');
    await arrivedAt(count - 1);
    expectNoGaps();
    expect(elements()).toBeLessThan(FEW);

    await userEvent.keyboard('{PageUp}');
    const page = count - 1 - focusedPlace();
    expect(page).toBeGreaterThan(10);
    await arrivedAt(count - 1 - page);
    await userEvent.keyboard('{PageUp}');
    await arrivedAt(count - 1 - 2 * page);
    expectNoGaps();
    await userEvent.keyboard('{PageDown}{PageDown}');
    await arrivedAt(count - 1);

    await userEvent.keyboard('{Home}');
    await arrivedAt(0);
    expectNoGaps();
    await userEvent.keyboard('{PageDown}');
    await arrivedAt(page);

    scroller().scrollTop = scroller().scrollHeight / 2;
    await expect.poll(() => placesInSight()[0] ?? 0).toBeGreaterThan(count / 2 - 100);
    expectNoGaps();
    expect(elements()).toBeLessThan(FEW);

    await userEvent.keyboard('[[');
    await expect.poll(() => rows()).toHaveLength(1);
    await userEvent.keyboard(']');
    await expect.poll(() => grid().getAttribute('aria-rowcount')).toBe(String(count + 1));
    expect(elements()).toBeLessThan(FEW);
  });
});

test('a million rows, which is more than a browser can be asked to be high, are all within reach', async () => {
  const records = Array.from({ length: 1_000_000 }, (_, at) => ({ id: String(at), name: 'step', traceId: 't', startTime: at, endTime: at + 1 }));
  stage(<TraceTree trace={buildTraces(records)[0]!} />);
  await expect.poll(() => rows().length).toBeGreaterThan(10);
  rowAt(0)!.focus();
  await userEvent.keyboard('{End}');
  await arrivedAt(999_999);
  expectNoGaps();
  await userEvent.keyboard('{ArrowUp}{ArrowUp}{PageUp}');
  const place = focusedPlace();
  await arrivedAt(place);
  expectNoGaps();
  await userEvent.keyboard('{Home}');
  await arrivedAt(0);
  expectNoGaps();
  scroller().scrollTop = scroller().scrollHeight / 2;
  await expect.poll(() => placesInSight()[0] ?? 0).toBeGreaterThan(499_000);
  expectNoGaps();
  // A wheel goes a few rows at a time, not thousands.
  const before = placesInSight()[0]!;
  await userEvent.wheel(scroller(), { delta: { y: 120 } });
  await expect.poll(() => placesInSight()[0]).toBeGreaterThan(before);
  expect(placesInSight()[0]! - before).toBeLessThan(60);
  expect(elements()).toBeLessThan(FEW);
});

describe('a host that gives no height', () => {
  test('does not get every row', async () => {
    const box = stage(<TraceTree trace={generated('agent', 20_000)} />, { height: 'auto' });
    await expect.poll(() => rows().length).toBeGreaterThan(10);
    expect(elements()).toBeLessThan(FEW);
    expect(box.getBoundingClientRect().height).toBeLessThanOrEqual(window.innerHeight);
    expect(scroller().scrollHeight).toBeGreaterThan(scroller().clientHeight);
  });

  test('gets as many as there are, if they are few', async () => {
    const box = stage(<TraceTree trace={generated('fan-out', 5)} />, { height: 'auto' });
    await expect.poll(() => rows()).toHaveLength(5);
    await expect.poll(() => rows().every((row) => isInSight(row))).toBe(true);
    expect(box.getBoundingClientRect().height).toBeGreaterThan(5 * 28);
    expect(box.getBoundingClientRect().height).toBeLessThan(300);
  });

  test('that is hidden at first shows rows when it is shown', async () => {
    const box = stage(<TraceTree trace={generated('agent', 1_000)} />, { display: 'none' });
    expect(rows().length).toBeLessThan(100);
    box.style.display = 'block';
    await expect.poll(() => placesInSight().length).toBeGreaterThan(10);
    expectNoGaps();
  });
});

test('a box that grows and shrinks has as many rows as fit', async () => {
  const box = stage(<TraceTree trace={generated('agent', 1_000)} />, { height: 300 });
  await expect.poll(() => placesInSight().length).toBeGreaterThan(5);
  const few = placesInSight().length;
  box.style.blockSize = '600px';
  await expect.poll(() => placesInSight().length).toBeGreaterThanOrEqual(few + 10);
  expectNoGaps();
  box.style.blockSize = '300px';
  await expect.poll(() => placesInSight().length).toBe(few);
});
