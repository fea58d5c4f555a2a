import { describe, expect, test } from 'vitest';
import type { Figures } from '../../bench/browser/measure-page.js';
import { planOf } from '../../bench/browser/plan.js';
import { reportOf } from '../../bench/browser/report.js';
import { summaryOf } from '../../bench/browser/summary.js';
import { tasksOf } from '../../bench/browser/tasks.js';
import { median, percentile } from '../../bench/lib/statistics.js';
import { tableOf } from '../../bench/lib/table.js';

test('median and percentile interpolate, and leave their input alone', () => {
  const values = [9, 1, 4, 2];
  expect(median(values)).toBe(3);
  expect(percentile(values, 1)).toBe(9);
  expect(percentile([0, 10], 0.95)).toBeCloseTo(9.5);
  expect(median([])).toBeNaN();
  expect(values).toEqual([9, 1, 4, 2]);
});

test('a table sets its first column left and its figures right', () => {
  expect(tableOf('Title', ['what', 'ms'], [['a', '1'], ['longer', '100']])).toBe(
    ['Title', '', 'what     ms', '──────  ───', 'a         1', 'longer  100', ''].join('\n'),
  );
});

const SUBJECT = { title: '<View>', row: 'view', page: 'view', script: new URL('file:///view.tsx'), steps: [] };

function pageOf(shown: number | null, longest: number): Figures {
  const tasks = { longest, longestCpu: longest / 2, cpu: 80 };
  const key = (all: number | null) => ({ frame: 10, first: all, all, tasks });
  return {
    size: 10,
    prepare: 1,
    mount: { paint: 30, elements: 100, tasks },
    again: null,
    steps: {
      toggle: { type: 'response', frame: 8, shown, tasks },
      missing: null,
      wheel: { type: 'motion', intervals: [16.7, 16.7, 33.3, 16.7], changed: 0.5, blank: null, tasks },
      word: { type: 'findings', keys: [key(40), key(90), key(shown)] },
    },
    memory: { heap: 1e6, process: null },
  };
}

test('a summary has the median of each figure, and all frames of all pages', () => {
  const { steps, mount, again } = summaryOf(SUBJECT, [pageOf(12, 4), pageOf(14, 60), pageOf(20, 8)]);
  expect(steps?.['toggle']).toEqual({ type: 'response', shown: 14, tasks: { longest: 8, longestCpu: 4, cpu: 80 } });
  expect(steps?.['missing']).toBeNull();
  expect(steps?.['wheel']).toMatchObject({ inTime: 0.75, max: 33.3, blank: null, changed: 0.5, cpu: 20 });
  expect(mount?.paint).toBe(30);
  expect(again).toBeNull();
});

test('of a word, the first key stands for itself and the slowest for the others', () => {
  expect(summaryOf(SUBJECT, [pageOf(12, 4)]).steps?.['word']).toMatchObject({ firstKey: { all: 40 }, others: { all: 90 } });
});

test('what one page did not show counts as never shown', () => {
  const { steps } = summaryOf(SUBJECT, [pageOf(12, 4), pageOf(null, 4)]);
  expect(steps?.['toggle']).toMatchObject({ shown: null });
  expect(steps?.['word']).toMatchObject({ firstKey: { all: 40 }, others: { all: null } });
});

test('a report marks what exceeds its budget, and nothing else', () => {
  const within = reportOf([summaryOf(SUBJECT, [pageOf(12, 4)])]);
  expect(within.split('\n').filter((line) => line.includes('! '))).toEqual([
    'Keys and clicks: ms until the frame that shows the change. ! exceeds the budget.',
    expect.stringMatching(/^wheel: in time .* ! 75\.0 %$/),
  ]);
  const over = reportOf([summaryOf(SUBJECT, [pageOf(null, 60)]), { subject: '<View>', row: 'view', size: 1000, unit: 'runs', failure: 'the page crashed' }]);
  expect(over).toMatch(/^toggle .* ! never +–$/m);
  expect(over).toMatch(/^ {2}longest task .* ! 60 ms \(30\) +–$/m);
  expect(over).toContain('<View> 1,000 fails: the page crashed');
});

describe('tasksOf', () => {
  const main = (pid: number) => ({ name: 'thread_name', pid, tid: pid, args: { name: 'CrRendererMain' } });
  const task = (pid: number, tid: number, dur: number, tdur: number) => ({ name: 'ThreadControllerImpl::RunTask', pid, tid, dur, tdur });

  test('tells of the main thread of the page that did most', () => {
    const events = [task(1, 1, 9_000, 3_000), task(1, 1, 4_000, 4_000), task(1, 7, 90_000, 90_000), task(2, 2, 50_000, 1_000), main(2), main(1), { name: 'other', pid: 1, tid: 1, dur: 99_000, tdur: 99_000 }];
    expect(tasksOf(events)).toEqual({ longest: 9, longestCpu: 4, cpu: 7 });
  });

  test('a trace without a page is no trace of an idle one', () => {
    expect(() => tasksOf([task(1, 1, 5, 5)])).toThrow('no page');
  });
});

describe('planOf', () => {
  const options = { runs: undefined, quick: false, huge: false, only: undefined };
  const namesOf = (plan: ReturnType<typeof planOf>) => plan.map(({ subject, size }) => `${subject.row} ${size}`);

  test('begins with plain rows, and has each row in each size', () => {
    const [first, ...others] = namesOf(planOf({ ...options, only: ['tree', 'viewer'] }, () => false));
    expect(first).toMatch(/^plain /);
    expect(others).toEqual(['tree 1000', 'tree 10000', 'tree 100000', 'viewer 1000', 'viewer 10000', 'viewer 100000']);
  });

  test('quick is small, huge is a million more, and a payload has a size of its own', () => {
    const quick = namesOf(planOf({ ...options, quick: true, huge: true }, () => false));
    expect(quick).toContain('waterfall 1000000');
    expect(quick).not.toContain('tree 100000');
    const payloads = namesOf(planOf({ ...options, runs: 5, only: ['payload'] }, () => false)).slice(1);
    expect(payloads).not.toContain('payload 5');
    expect(payloads.length).toBeGreaterThan(0);
  });

  test('peers are asked for only where there are some', () => {
    const unasked = (): boolean => {
      throw new Error('asked');
    };
    expect(() => planOf({ ...options, only: ['search'] }, unasked)).not.toThrow();
    expect(namesOf(planOf({ ...options, only: ['tree'] }, () => true)).slice(-2)).toEqual(['tree 1000', 'tree 10000']);
  });

  test('a row that does not exist is an error that names those that do', () => {
    expect(() => planOf({ ...options, only: ['wterfall'] }, () => false)).toThrow('waterfall');
  });
});
