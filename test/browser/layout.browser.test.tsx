import { cleanup } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { TraceTree, type TraceTreeProps } from '../../src/components/trace-tree/index.ts';
import { buildTraces } from '../../src/core/model/build-traces.ts';
import { readTraces } from '../../src/core/formats/read-traces.ts';
import type { Trace } from '../../src/core/model/trace.ts';
import failing from '../fixtures/langsmith/py-langgraph-agent.json?raw';
import subagent from '../fixtures/langsmith/js-create-agent-subagent.json?raw';
import { arrivedAt, generated, isInSight, labelIn, placesInSight, rowAt, rows, scroller, stage } from './stage.tsx';

const ALL = ['status', 'model', 'duration', 'tokens', 'cost'] as const;

/** Long names, long models, long errors, six levels. */
const long = buildTraces(Array.from({ length: 24 }, (_, at) => ({
  id: String(at), traceId: 't', parentId: at % 6 === 0 ? null : String(at - 1), startTime: at, endTime: 90_000 + at * 1_000,
  name: `a_step_with_a_name_that_goes_on_and_on_and_never_seems_to_end_${at}`, kind: 'llm' as const,
  model: 'a-model-with-an-unreasonably-long-name-2026-11-21-preview', usage: { input: 9_123_456, output: 1_234 }, cost: { total: 1_234.5678 },
  ...(at % 3 === 0 ? { error: { type: 'AnErrorWithARatherLongNameError', message: 'it failed' } } : {}),
})))[0]!;

const TRACES: readonly [name: string, trace: Trace][] = [
  ['long names', long],
  ['a real agent', readTraces(subagent).traces[0]!],
  ['a real failure', readTraces(failing).traces.find(({ status }) => status === 'error')!],
];

/** How wide a text would be with all the room in the world. */
function naturalWidth(label: HTMLElement): number {
  const range = document.createRange();
  range.selectNodeContents(label);
  return range.getBoundingClientRect().width;
}

/** The columns that can be seen, from the header. */
function shownColumns(): string[] {
  return Array.from(document.querySelectorAll<HTMLElement>('[role="columnheader"][data-column]')).filter((cell) => cell.getBoundingClientRect().width > 0).map((cell) => cell.dataset['column']!);
}

function expectNamesInSight(): void {
  const view = scroller().getBoundingClientRect();
  const inSight = rows().filter((row) => isInSight(row));
  expect(inSight.length).toBeGreaterThan(0);
  for (const row of inSight) {
    const box = labelIn(row).getBoundingClientRect();
    const within = Math.min(box.right, view.right) - Math.max(box.left, view.left);
    expect(within, `${labelIn(row).textContent} at level ${row.getAttribute('aria-level')}`).toBeGreaterThanOrEqual(Math.min(60, Math.floor(naturalWidth(labelIn(row)))) - 1);
  }
}

function expectNoOverflow(box: HTMLElement): void {
  for (const element of [box, document.documentElement, scroller(), document.querySelector('[data-slot="trace-tree"]')!]) expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth);
  const edges = box.getBoundingClientRect();
  for (const row of rows()) {
    expect(row.getBoundingClientRect().right).toBeLessThanOrEqual(edges.right + 0.5);
    expect(row.scrollWidth).toBeLessThanOrEqual(row.clientWidth);
  }
}

async function show(props: TraceTreeProps, width: number): Promise<HTMLElement> {
  const box = stage(<TraceTree locale="en" {...props} />, { width });
  await expect.poll(() => placesInSight().length).toBeGreaterThan(0);
  return box;
}

describe.each(TRACES)('%s', (_, trace) => {
  test.each([
    [280, ['duration']],
    [360, ['duration']],
    [480, ['duration', 'tokens', 'cost']],
    [800, ['duration', 'tokens', 'cost']],
  ])('in a box of %d px: names, no overflow, and the columns %j', async (width, expected) => {
    const box = await show({ trace }, width);
    expect(shownColumns()).toEqual(expected);
    expectNoOverflow(box);
    expectNamesInSight();
  });

  test.each([
    [280, ['duration']],
    [480, ['duration', 'tokens', 'cost']],
    [580, ['status', 'duration', 'tokens', 'cost']],
    [800, [...ALL]],
  ])('in a box of %d px, all columns asked for: %j', async (width, expected) => {
    const box = await show({ trace, columns: ALL }, width);
    expect(shownColumns()).toEqual(expected);
    expectNoOverflow(box);
    expectNamesInSight();
  });

  test('figures are not cut off, and stand under their headers', async () => {
    await show({ trace, columns: ALL }, 800);
    const headers = Array.from(document.querySelectorAll<HTMLElement>('[role="columnheader"]'));
    for (const row of rows().filter((element) => isInSight(element))) {
      const cells = Array.from(row.querySelectorAll<HTMLElement>('[role="gridcell"]'));
      expect(cells).toHaveLength(headers.length);
      for (const [nth, cell] of cells.entries()) {
        const [at, under] = [cell.getBoundingClientRect(), headers[nth]!.getBoundingClientRect()];
        expect(Math.abs(at.right - under.right)).toBeLessThan(1);
        expect(Math.abs(at.left - under.left)).toBeLessThan(1);
        if (['duration', 'tokens', 'cost'].includes(cell.dataset['column'] ?? '')) expect(cell.scrollWidth, cell.textContent ?? '').toBeLessThanOrEqual(cell.clientWidth);
      }
    }
  });

  test('the footer keeps to the width', async () => {
    const box = await show({ trace }, 280);
    const footer = document.querySelector<HTMLElement>('[data-slot="trace-tree-footer"]')!;
    expect(footer.scrollWidth).toBeLessThanOrEqual(footer.clientWidth);
    for (const element of footer.querySelectorAll('button, span')) expect(element.getBoundingClientRect().right).toBeLessThanOrEqual(box.getBoundingClientRect().right + 0.5);
  });
});

test.each([280, 480, 800])('in a box of %d px, what failed inside of a closed run is seen beside its name', async (width) => {
  await show({ trace: TRACES[2]![1], defaultExpanded: 'none' }, width);
  const mark = rowAt(0)!.querySelector('[data-slot="trace-tree-errors-inside"] svg')!.getBoundingClientRect();
  const name = rowAt(0)!.querySelector('[data-slot="trace-tree-name"]')!.getBoundingClientRect();
  expect([mark.width, mark.right <= name.right + 0.5]).toEqual([12, true]);
  expectNamesInSight();
});

test('what can be pressed is large enough', async () => {
  await show({ trace: long, defaultExpanded: 'all' }, 800);
  for (const element of document.querySelectorAll('[data-slot="trace-tree-button"], [data-slot="trace-tree-toggle"][data-state]')) {
    const { width, height } = element.getBoundingClientRect();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  }
});

test('rows are 28 px high, compact ones 24', async () => {
  await show({ trace: long }, 800);
  expect(new Set(rows().map((row) => row.getBoundingClientRect().height))).toEqual(new Set([28]));
  cleanup();
  await show({ trace: long, density: 'compact' }, 800);
  expect(new Set(rows().map((row) => row.getBoundingClientRect().height))).toEqual(new Set([24]));
});

test('deeper is further in, by the same step, while there is room', async () => {
  await show({ trace: long }, 800);
  const left = (place: number) => labelIn(rowAt(place)!).getBoundingClientRect().left;
  expect([0, 1, 2, 3, 4].map((place) => Math.round(left(place + 1) - left(place)))).toEqual([20, 20, 20, 20, 20]);
});

test('from right to left, everything is mirrored', async () => {
  const box = stage(<div dir="rtl" style={{ display: 'contents' }}><TraceTree trace={long} locale="en" /></div>, { width: 800 });
  await expect.poll(() => placesInSight().length).toBeGreaterThan(0);
  expectNoOverflow(box);
  const right = (place: number) => rowAt(place)!.querySelector('[data-slot="kind-icon"]')!.getBoundingClientRect().right;
  expect([0, 1, 2].map((place) => Math.round(right(place) - right(place + 1)))).toEqual([20, 20, 20]);
  const cell = rowAt(0)!.querySelector('[data-column="cost"]')!.getBoundingClientRect();
  expect(cell.left - box.getBoundingClientRect().left).toBeLessThan(60);
});

describe.each([280, 900])('far down, in a box of %d px', (width) => {
  test.each([1_000, 10_000])('a chain of %d: the name stays in sight', async (depth) => {
    const box = await show({ trace: generated('chain', depth) }, width);
    expectNamesInSight();
    rowAt(0)!.focus();
    await userEvent.keyboard('{End}');
    await arrivedAt(depth - 1);
    expectNamesInSight();
    expectNoOverflow(box);
    scroller().scrollTop = scroller().scrollHeight / 2;
    await expect.poll(() => Math.abs((placesInSight()[0] ?? 0) - depth / 2)).toBeLessThan(50);
    await expect.poll(() => rows().filter((row) => isInSight(row)).length).toBeGreaterThan(5);
    expectNamesInSight();
  });

  test('beside what is not deep at all: both names are in sight', async () => {
    const records = Array.from({ length: 1_000 }, (_, at) => ({ id: String(at), traceId: 't', name: `step_${at}`, parentId: at === 0 ? null : String(at - 1), startTime: at, endTime: 5_000 }));
    const beside = Array.from({ length: 5 }, (_, at) => ({ id: `beside ${at}`, traceId: 't', name: `beside_${at}`, parentId: '0', startTime: 2_000 + at, endTime: 5_000 }));
    await show({ trace: buildTraces([...records, ...beside])[0]! }, width);
    rowAt(0)!.focus();
    await userEvent.keyboard('{End}');
    await arrivedAt(1_004);
    const levels = rows().filter((row) => isInSight(row)).map((row) => Number(row.getAttribute('aria-level')));
    expect([Math.min(...levels), Math.max(...levels)]).toEqual([2, 1_000]);
    expectNamesInSight();
  });

  test('the level is told where it can’t be seen', async () => {
    await show({ trace: generated('chain', 1_000) }, width);
    rowAt(0)!.focus();
    await userEvent.keyboard('{End}');
    await arrivedAt(999);
    const indent = document.activeElement!.querySelector('[data-slot="trace-tree-indent"]')!;
    await expect.poll(() => getComputedStyle(indent, '::before').content).toContain('999');
  });
});

test.each([280, 500, 580, 900])('a failure is told once, whatever the width: %d px', async (width) => {
  stage(<TraceTree trace={TRACES[2]![1]} columns={ALL} />, { width });
  await expect.poll(() => rows().length).toBeGreaterThan(3);
  const failed = rows().filter((row) => row.dataset['status'] === 'error');
  expect(failed.length).toBeGreaterThan(0);
  for (const row of failed) {
    const shapes = Array.from(row.querySelectorAll('[data-slot="status-icon"][data-status="error"]'));
    expect(shapes.filter((shape) => shape.getBoundingClientRect().width > 0)).toHaveLength(1);
  }
});
