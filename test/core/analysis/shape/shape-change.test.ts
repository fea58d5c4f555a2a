import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shapeChange } from '../../../../src/core/analysis/shape/shape-change.ts';
import { shapeText } from '../../../../src/core/analysis/shape/shape-text.ts';

const told = (input: unknown, output: unknown) =>
  shapeChange(input, output).rows.map((row) => [row.path.map((name) => name ?? '[]').join('.'), row.change, row.input && shapeText(row.input), row.output && shapeText(row.output)]);

describe('from input to output', () => {
  test('another kind of thing', () => {
    expect(told({ input: 'x'.repeat(1204) }, { answer: 'y', sources: [] })).toEqual([['', 'type', 'text, 1,204 characters', '{ answer: text, sources: empty list }']]);
    expect(told({ input: 'a' }, { output: 'bc' })).toEqual([['', 'size', 'text, 1 character', 'text, 2 characters']]);
  });

  test('fields that were kept, added, removed, made longer, made into something else', () => {
    expect(told({ same: 1, gone: true, docs: [1, 2, 3, 4, 5], kind: '1' }, { kind: 1, docs: [1, 2, 3], same: 7, more: null })).toEqual([
      ['same', 'same', 'number', 'number'],
      ['gone', 'removed', 'boolean', null],
      ['docs', 'size', '5 × number', '3 × number'],
      ['kind', 'type', 'text, 1 character', 'number'],
      ['more', 'added', null, 'null'],
    ]);
  });

  test('only what has changed inside is told of what is inside', () => {
    const documents = (count: number, extra: object) => Array.from({ length: count }, () => ({ content: 'x', meta: { source: 'a' }, ...extra }));
    expect(told({ q: 'a', docs: documents(5, {}) }, { q: 'a', docs: documents(3, { score: 1 }) })).toEqual([
      ['q', 'same', 'text, 1 character', 'text, 1 character'],
      ['docs', 'size', '5 × { content: text, meta: { source: text } }', '3 × { content: text, meta: { source: text }, score: number }'],
      ['docs.[]', 'inside', '{ content: text, meta: { source: text } }', '{ content: text, meta: { source: text }, score: number }'],
      ['docs.[].score', 'added', null, 'number'],
    ]);
    expect(told([{ a: [1] }], [{ a: ['1'] }])).toEqual([
      ['', 'inside', '1 × { a: 1 × number }', '1 × { a: 1 × text }'],
      ['[]', 'inside', '{ a: 1 × number }', '{ a: 1 × text }'],
      ['[].a', 'inside', '1 × number', '1 × text'],
      ['[].a.[]', 'type', 'number', 'text, 1 character'],
    ]);
  });

  test('nothing on one side', () => {
    expect(told(undefined, { a: 1 })).toEqual([['', 'added', null, '{ a: number }']]);
    expect(told('x', undefined)).toEqual([['', 'removed', 'text, 1 character', null]]);
    expect(told({}, {})).toEqual([['', 'same', '{}', '{}']]);
  });
});

test('what went through unchanged is the same at every place; turned round, what was added was removed', () => {
  const turned = { same: 'same', size: 'size', inside: 'inside', type: 'type', added: 'removed', removed: 'added' } as const;
  fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
    for (const [, change] of told(a, structuredClone(a))) expect(change).toBe('same');
    const key = ([path, change]: readonly unknown[]) => `${String(path)} ${String(change)}`;
    const back = told(b, a).map(([path, change]) => [path, turned[change as 'same']]);
    expect(told(a, b).map(key).toSorted()).toEqual(back.map(key).toSorted());
  }));
});

test('rows have an end', () => {
  const wide = (from: number) => ({ lists: Array.from({ length: 3 }, (_, list) => Object.fromEntries(Array.from({ length: 40 }, (_unused, nth) => [`f${from + nth + list * 100}`, { x: nth }]))) });
  const { rows, more } = shapeChange([wide(0), { b: wide(1) }, { c: wide(2) }, { d: wide(3) }], [{ b: wide(500) }, wide(700), { c: wide(900) }, { d: wide(1_200) }]);
  expect(rows.length).toBe(100);
  expect(more).toBeGreaterThan(0);
});
