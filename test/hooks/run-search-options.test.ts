import { describe, expect, test } from 'vitest';
import { buildTraces } from '../../src/core/model/build-traces.ts';
import { insertionOf, isBegun, optionsAt } from '../../src/hooks/run-search-options.ts';

const trace = buildTraces([
  { id: '1', traceId: 't', name: 'research agent', kind: 'agent', startTime: 0, endTime: 9 },
  { id: '2', traceId: 't', parentId: '1', name: 'fetch', kind: 'retriever', startTime: 1, endTime: 2, metadata: { thread_id: 1 } },
  { id: '3', traceId: 't', parentId: '1', name: 'fetch', kind: 'tool', startTime: 2, endTime: 3 },
])[0]!;

/** What is offered where `|` stands. */
const offeredAt = (text: string, recent: readonly string[] = []) => optionsAt(text.replace('|', ''), text.indexOf('|'), trace, recent);
const textsAt = (text: string): string[] => offeredAt(text).map((one) => one.text);

/** The text, with `|` at the caret, once an option is put in. */
function chosen(text: string, option: string): string {
  const query = text.replace('|', '');
  const { range, text: inserted } = insertionOf(offeredAt(text).find((one) => one.text === option)!, query);
  return `${query.slice(0, range.from)}${inserted}|${query.slice(range.to)}`;
}

describe('what is offered', () => {
  test('what begins as what is begun comes before what only holds it', () => {
    expect(textsAt('re|')).toEqual(['kind:retriever', 'name:"research agent"', 'parent_id:', 'metadata.thread_id:']);
    expect(textsAt('fe|')).toEqual(['feedback:', 'name:fetch']);
  });

  test.each(['kind:retriever|', 'KIND:Retriever|', 'na|me:x'])('%s: not what stands there', (text) => {
    expect(textsAt(text)).toEqual([]);
  });

  test('in an empty field what was searched before, each once, on one line', () => {
    expect(offeredAt(' |', ['b', ' a  b\n', '', 'a b', 'b'])).toEqual([
      { type: 'recent', text: 'b', field: null, count: null, from: 0, to: 1 },
      { type: 'recent', text: 'a b', field: null, count: null, from: 0, to: 1 },
    ]);
    expect(offeredAt('|', Array.from({ length: 99 }, (_, nth) => `q${nth}`))).toHaveLength(10);
    expect(offeredAt('|', ['  ']).every(({ type }) => type === 'field')).toBe(true);
    expect(offeredAt('a |', ['b']).every(({ type }) => type === 'field')).toBe(true);
  });

  test.each<[string, readonly string[], boolean]>([
    ['ki|', [], true],
    ['kind:|', [], true],
    ['|', [], false],
    ['a |', [], false],
    ['|', ['a'], true],
    ['zzz|', [], false],
  ])('%s %s: comes by itself, %s', (text, recent, expected) => {
    expect(isBegun(offeredAt(text, recent), text.indexOf('|'))).toBe(expected);
  });
});

describe('what is put in', () => {
  test.each([
    ['ki|', 'kind:', 'kind:|'],
    ['kind:|', 'tool', 'kind:tool |'],
    ['kind:to|', 'tool', 'kind:tool |'],
    ['a kind:|tol b', 'tool', 'a kind:tool |b'],
    ['(kind:to|) b', 'tool', '(kind:tool|) b'],
    ['name:|', 'fetch', 'name:fetch |'],
    ['res|', 'name:"research agent"', 'name:"research agent" |'],
  ])('%s and %s → %s', (text, option, expected) => {
    expect(chosen(text, option)).toBe(expected);
  });

  test('a query of before takes the place of all', () => {
    const [first] = offeredAt('  |', ['kind:llm']);
    expect(insertionOf(first!, '  ')).toEqual({ text: 'kind:llm', range: { from: 0, to: 2 } });
  });
});
