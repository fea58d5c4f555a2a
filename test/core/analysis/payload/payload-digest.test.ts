import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PayloadDigester } from '../../../../src/core/analysis/payload/payload-digest.ts';
import { Work } from '../../../../src/core/analysis/search/work.ts';
import { finish } from '../../../../src/core/analysis/stepper.ts';

const digester = new PayloadDigester(new Work());
const digest = (payload: unknown) => finish(digester.make(payload));
const same = (a: unknown, b: unknown) => digest(a).value === digest(b).value;

/** A payload with its fields in another order, and more white space in its texts: no more than that. */
function disturbed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(disturbed);
  if (typeof value === 'string') return ` \n${value.replaceAll(' ', ' \t ')}  `;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).toReversed().map(([key, field]) => [key, disturbed(field)]));
}

/** What a payload comes down to, written out. */
function normal(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normal);
  if (typeof value === 'string') return value.replaceAll(/\s+/g, ' ').trim();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, field]) => [key, normal(field)]));
}

/** Texts without brackets, which might be JSON, and without rarer kinds of white space. */
const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '1', ' ', '.', '"'), maxLength: 6 });
const payloads = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    texts, fc.integer({ min: -3, max: 3 }), fc.boolean(), fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(fc.constantFrom('a', 'b', 'query', '0', 'input'), tie('value'), { maxKeys: 3 }),
  ),
})).value;

describe('PayloadDigester', () => {
  test('order of fields and white space make no difference', () => {
    fc.assert(
      fc.property(payloads, (payload) => {
        expect(digest(disturbed(payload))).toEqual(digest(payload));
      }),
      { numRuns: 1000 },
    );
  });

  test('anything else does', () => {
    fc.assert(
      fc.property(payloads, payloads, (a, b) => {
        expect(same(a, b)).toBe(JSON.stringify(normal(a)) === JSON.stringify(normal(b)));
      }),
      { numRuns: 5000 },
    );
  });

  test('10,000 payloads that differ little have 10,000 digests', () => {
    const digests = new Set(Array.from({ length: 10_000 }, (_, nth) => digest({ query: `page ${nth}`, limit: 10 }).value));
    expect(digests.size).toBe(10_000);
  });

  test('JSON as text is what it holds', () => {
    expect(same({ input: '{"city": "Paris", "days": [1, 2]}' }, { input: { days: [1, 2], city: 'Paris' } })).toBe(true);
    expect(same('{"a":', { a: '' })).toBe(false);
  });

  test('numbers of calls are left out wherever they are, ids only where they are stamps', () => {
    expect(same({ q: 1, run_id: 'a', toolCallId: 'b' }, { q: 1, run_id: 'c' })).toBe(true);
    expect(same({ id: 1 }, { id: 2 })).toBe(false);
    expect(same({ timestamp: 1 }, { timestamp: 2 })).toBe(false);
    expect(same({ role: 'user', content: 'Hi', id: 'm1', created_at: 1 }, { role: 'user', content: 'Hi', id: 'm2', created_at: 2 })).toBe(true);
    expect(same({ role: 'user', content: 'Hi' }, { role: 'assistant', content: 'Hi' })).toBe(false);
    expect(same({ name: 'search', args: { q: 1 }, id: 'call_1' }, { name: 'search', args: { q: 1 }, id: 'call_2' })).toBe(true);
    // LangChain's serialized messages are told apart by their class.
    const message = (name: string, id: string) => ({ lc: 1, type: 'constructor', id: ['langchain_core', 'messages', name], kwargs: { content: 'Hi', id, response_metadata: { id } } });
    expect(same(message('AIMessage', '1'), message('AIMessage', '2'))).toBe(true);
    expect(same(message('AIMessage', '1'), message('HumanMessage', '1'))).toBe(false);
  });

  test('the shape is of the fields, not of what they hold', () => {
    expect(digest({ a: 1, b: ['x'] }).shape).toBe(digest({ b: ['y'], a: null }).shape);
    expect(digest({ a: 1 }).shape).not.toBe(digest({ b: 1 }).shape);
    expect(digest(['x']).shape).not.toBe(digest(['x', 'y']).shape);
  });

  test('payloads of any depth and width; those that hold themselves equal nothing', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 100_000; level++) deep = { deep };
    expect(same(deep, deep)).toBe(true);
    expect(same({ deep }, deep)).toBe(false);
    const wide = Array.from({ length: 200_000 }, (_, nth) => nth);
    expect(same(wide, wide.with(199_999, 0))).toBe(false);
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(digest(circle).value).toBeNaN();
  });

  test('one long text does not take long without a pause', () => {
    const work = digester.make('x'.repeat(10_000_000));
    let pauses = 0;
    while (work.next().done !== true) pauses++;
    expect(pauses).toBeGreaterThan(50);
  });
});
