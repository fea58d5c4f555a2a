import { describe, expect, test } from 'vitest';
import { buildTraces } from '../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../src/core/model/record.ts';
import { measured } from '../hooks/measured.ts';
import { cellOf, renderTree } from './in-tree.tsx';

measured({ width: 900, height: 2_000 });

const COLUMNS = ['duration', 'tokens', 'cost'];

function show(records: readonly RunRecord[], props: Parameters<typeof renderTree>[0] = {}): void {
  renderTree({ trace: buildTraces(records)[0]!, ...props });
}

const spaced = (text: string | null) => text?.replaceAll(/[\u00a0\u202f]/g, ' ');
const texts = (name: string) => COLUMNS.map((column) => spaced(cellOf(name, column).textContent));
const titles = (name: string) => COLUMNS.map((column) => spaced(cellOf(name, column).getAttribute('title')));
const weights = (name: string) => COLUMNS.map((column) => cellOf(name, column).dataset['weight']);

const run = (id: string, parentId: string | null, startTime: number, endTime: number | null, more: Partial<RunRecord> = {}): RunRecord => ({ id, name: id, traceId: 't', parentId, startTime, endTime, ...more });

describe('what was not recorded', () => {
  test('shows a dash, never 0', () => {
    show([run('root', null, 0, null, { status: 'success' })]);
    expect(texts('root')).toEqual(['–', '–', '–']);
    expect(titles('root')).toEqual(['No end recorded', 'No tokens recorded', 'No cost recorded']);
    expect(weights('root')).toEqual(['absent', 'absent', 'absent']);
  });

  test('and what was recorded as 0 shows 0', () => {
    show([run('root', null, 5, 5, { kind: 'llm', usage: { input: 0, output: 0 }, cost: { total: 0 } })]);
    expect(texts('root')).toEqual(['0 ms', '0', '$0.00']);
    expect(titles('root')).toEqual(['0 ms · 0 ms in the run itself', '0 tokens: 0 in, 0 out', '$0.00']);
  });

  test('half of it is told as far as it is known', () => {
    show([run('root', null, 0, 1, { kind: 'llm', usage: { total: 12 }, cost: { input: 0.25 } })]);
    expect(texts('root')).toEqual(['1 ms', '12', '–']);
    expect(titles('root').slice(1)).toEqual(['12 tokens: – in, – out', 'No cost recorded']);
  });
});

describe('own and total', () => {
  const records = [
    run('agent', null, 0, 10_000, { kind: 'agent' }),
    run('call', 'agent', 1_000, 3_000, { kind: 'llm', usage: { input: 12_000, output: 345 }, cost: { total: 0.5 } }),
    run('small', 'agent', 3_000, 3_020, { kind: 'llm', usage: { input: 100, output: 20 }, cost: { total: 0.001592 } }),
    run('unmetered', 'agent', 4_000, 5_500, { kind: 'llm' }),
  ];

  test('a run with others inside shows what all of them used, and says so', () => {
    show(records);
    expect(texts('agent')).toEqual(['10.0 s', '12.5K', '$0.502']);
    expect(titles('agent')).toEqual([
      '10,000 ms · 6,480 ms in the run itself',
      '12,465 tokens: 12,100 in, 365 out · total of 4 runs, own – · at least: 1 model call recorded none',
      '$0.501592 · total of 4 runs, own –',
    ]);
    expect(weights('agent')).toEqual(['plain', 'total', 'total']);
  });

  test('a run of its own shows its own', () => {
    show(records);
    expect(texts('call')).toEqual(['2.00 s', '12.3K', '$0.50']);
    expect(titles('call')).toEqual(['2,000 ms · 2,000 ms in the run itself', '12,345 tokens: 12,000 in, 345 out', '$0.50']);
    expect(texts('small')).toEqual(['20 ms', '120', '$0.00159']);
    expect(texts('unmetered')).toEqual(['1.50 s', '–', '–']);
  });

  test('most of the whole stands out, what hardly matters steps back', () => {
    show(records);
    expect(weights('call')).toEqual(['plain', 'heavy', 'heavy']);
    expect(weights('small')).toEqual(['faint', 'plain', 'plain']);
  });

  test('all of the whole is nothing to stand out from', () => {
    show([run('only', null, 0, 10, { kind: 'llm', usage: { input: 5, output: 5 }, cost: { total: 3 } })]);
    expect(weights('only')).toEqual(['plain', 'plain', 'plain']);
  });

  test('a run that used some itself, beside what is inside', () => {
    show([
      run('outer', null, 0, 10, { kind: 'llm', usage: { input: 1_000, output: 0 }, cost: { total: 0.5 } }),
      run('inner', 'outer', 1, 2, { kind: 'llm', usage: { input: 20, output: 4 }, cost: { total: 1 } }),
    ]);
    expect(texts('outer').slice(1)).toEqual(['1,024', '$1.50']);
    expect(titles('outer').slice(1)).toEqual(['1,024 tokens: 1,020 in, 4 out · total of 2 runs, own 1,000', '$1.50 · total of 2 runs, own $0.50']);
  });

  test('money of two currencies is not added up', () => {
    show([
      run('outer', null, 0, 10),
      run('euros', 'outer', 1, 2, { cost: { total: 1, currency: 'EUR' } }),
      run('dollars', 'outer', 2, 3, { cost: { total: 1, currency: 'USD' } }),
    ]);
    expect(texts('outer')[2]).toBe('–');
  });
});

describe('a unit', () => {
  test('stands apart, so that it can be fainter', () => {
    show([run('root', null, 0, 1_234)]);
    const unit = cellOf('root', 'duration').querySelector('[data-slot="trace-tree-unit"]');
    expect(unit!.textContent).toBe(' s');
    expect(cellOf('root', 'tokens').querySelector('[data-slot="trace-tree-unit"]')).toBeNull();
  });
});

describe('a run that runs', () => {
  const records = [run('root', null, 1_000, null), run('done', 'root', 1_500, 2_000), run('on', 'root', 3_000, null)];

  test('has no duration while nobody says what time it is', () => {
    show(records);
    expect([texts('root')[0], texts('done')[0], texts('on')[0]]).toEqual(['–', '500 ms', '–']);
    expect(titles('on')[0]).toBe('No end recorded');
  });

  test('has lasted until now, where now is told', () => {
    show(records, { now: 7_400 });
    expect([texts('root')[0], texts('done')[0], texts('on')[0]]).toEqual(['6.40 s', '500 ms', '4.40 s']);
  });

  test('never less than nothing', () => {
    show(records, { now: 2_500 });
    expect([texts('root')[0], texts('on')[0]]).toEqual(['1.50 s', '0 ms']);
  });

  test('one that was interrupted does not go on', () => {
    show([run('root', null, 1_000, null, { status: 'interrupted' })], { now: 9_000 });
    expect(texts('root')[0]).toBe('–');
  });
});

describe('in another language', () => {
  const records = [run('root', null, 0, 1_254, { kind: 'llm', usage: { input: 9_000, output: 999 }, cost: { total: 1_234.5, currency: 'EUR' } })];

  test('German', () => {
    show(records, { locale: 'de' });
    expect(texts('root')).toEqual(['1,25 s', '9.999', '1.234,50 €']);
    expect(titles('root')).toEqual(['1.254 ms · 1.254 ms in the run itself', '9.999 tokens: 9.000 in, 999 out', '1.234,50 €']);
  });

  test('Arabic, with the digits of Egypt', () => {
    show(records, { locale: 'ar-EG' });
    expect(texts('root').slice(0, 2)).toEqual(['١٫٢٥ s', '٩٬٩٩٩']);
    expect(texts('root')[2]).toContain('١٬٢٣٤٫٥٠');
  });
});

test('times to the nanosecond are told in full', () => {
  show([
    run('root', null, 0, null, { startTime: 1_700_000_000_000_000_000n, endTime: 1_700_000_000_001_234_567n }),
    run('inner', 'root', 0, null, { startTime: 1_700_000_000_000_000_000n, endTime: 1_700_000_000_000_000_999n }),
  ]);
  expect(texts('root')[0]).toBe('1.23 ms');
  expect(titles('root')[0]).toBe('1.234567 ms · 1.233568 ms in the run itself');
  expect(texts('inner')[0]).toBe('999 ns');
});
