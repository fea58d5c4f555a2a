import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTraces } from '../../../src/core/index.ts';
import { quoteLargeIntegers } from '../../../src/core/formats/exact-integers.ts';

const parsed = (text: string): unknown => JSON.parse(quoteLargeIntegers(text));

test.each([
  ['{"a":9007199254740991}', { a: 9007199254740991 }],
  ['{"a":9007199254740993}', { a: '9007199254740993' }],
  ['{"a": -9007199254740993 }', { a: '-9007199254740993' }],
  ['[100927429609276267646756448943279827607]', ['100927429609276267646756448943279827607']],
  ['[1.23456789012345678901]', [Number('1.23456789012345678901')]],
  ['[12345678901234567890.5]', [Number('12345678901234567890.5')]],
  ['[12345678901234567890e2, 1e12345678901234567]', [Number('12345678901234567890e2'), Infinity]],
  ['{"12345678901234567890":"12345678901234567890"}', { '12345678901234567890': '12345678901234567890' }],
  ['{"a":"x \\" 12345678901234567890 \\\\","b":12345678901234567890}', { a: 'x " 12345678901234567890 \\', b: '12345678901234567890' }],
])('%s', (text, expected) => {
  expect(parsed(text)).toEqual(expected);
});

/** JSON text with integers of any size, and what it stands for. */
const documents = fc.letrec<{ value: [string, unknown] }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.bigInt({ min: -(2n ** 128n), max: 2n ** 128n }).map((whole): [string, unknown] => [String(whole), Number.isSafeInteger(Number(whole)) ? Number(whole) : String(whole)]),
    fc.string({ unit: 'binary' }).map((text): [string, unknown] => [JSON.stringify(text), text]),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((figure) => !Number.isInteger(figure)).map((figure): [string, unknown] => [JSON.stringify(figure), figure]),
    fc.constantFrom<[string, unknown]>(['null', null], ['true', true]),
    fc.array(tie('value'), { maxLength: 4 }).map((items): [string, unknown] => [`[${items.map(([text]) => text).join(', ')}]`, items.map(([, value]) => value)]),
    fc.array(fc.tuple(fc.string(), tie('value')), { maxLength: 4 }).map((fields): [string, unknown] => [`{\n${fields.map(([key, [text]]) => `${JSON.stringify(key)}: ${text}`).join(',\n')}}`, Object.fromEntries(fields.map(([key, [, value]]) => [key, value]))]),
  ),
})).value;

test('every other value stays what it is', () => {
  fc.assert(fc.property(documents, ([text, expected]) => { expect(parsed(text)).toEqual(expected); }), { numRuns: 2000 });
});

test('a line that breaks off inside of a string harms no other', () => {
  expect(quoteLargeIntegers('{"a":"12345678901234567\n{"b":12345678901234567}').split('\n')).toEqual(['{"a":"12345678901234567', '{"b":"12345678901234567"}']);
});

test('a megabyte of escapes, and a megabyte of digits', () => {
  const escapes = JSON.stringify({ a: '"\\'.repeat(200_000), b: 1 });
  expect(quoteLargeIntegers(escapes)).toBe(escapes);
  expect(parsed(`[${'7'.repeat(1_000_000)}]`)).toEqual(['7'.repeat(1_000_000)]);
});

describe('OTLP whose nanoseconds are numbers', () => {
  const text = '{"resource_spans":[{"scope_spans":[{"spans":[{"trace_id":"5b8efff798038103d269b633813fc60c","span_id":"eee19b7ec3c1b174","name":"s","start_time_unix_nano":1795303773000000001,"end_time_unix_nano":1795303773000000003,"attributes":[]}]}]}]}';

  test('is exact from text', () => {
    const { format, traces, issues } = readTraces(text);
    expect([format, issues]).toEqual(['otlp', []]);
    expect(traces).toMatchObject([{ startNanoseconds: 1795303773000000001n, duration: 0.000002 }]);
  });

  test('is as exact as numbers are once it is parsed, which is told', () => {
    expect(readTraces(JSON.parse(text)).issues).toMatchObject([{ code: 'inexact-time' }]);
  });

  test('as a page of Phoenix’ API, too', () => {
    const [{ scope_spans: [{ spans }] }] = (JSON.parse(text.replaceAll(/(\d{19})/g, '"$1"')) as { resource_spans: [{ scope_spans: [{ spans: unknown[] }] }] }).resource_spans;
    expect(readTraces({ data: spans, next_cursor: null })).toMatchObject({ format: 'otlp', traces: [{ startNanoseconds: 1795303773000000001n }] });
  });
});
