import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { millisecondsBetween, readTime, type Instant } from '../../../src/core/model/time.ts';

/** Nanoseconds since 1970 that the input was read as; undefined if it was not read. */
function read(input: unknown): bigint | undefined {
  const out: Instant = { ms: 0, ns: 0 };
  return readTime(input, out) ? BigInt(out.ms) * 1_000_000n + BigInt(out.ns) : undefined;
}

/** Days since 1970 of a date, by counting: no Date involved. */
function daysSince1970(year: number, month: number, day: number): bigint {
  const isLeap = (y: number) => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  let days = 0;
  for (let y = 1970; y < year; y++) days += isLeap(y) ? 366 : 365;
  for (let y = year; y < 1970; y++) days -= isLeap(y) ? 366 : 365;
  for (let m = 1; m < month; m++) days += daysIn(year, m);
  return BigInt(days + day - 1);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const two = (number: number) => String(number).padStart(2, '0');

describe('readTime', () => {
  // 1795303773 is 2026-11-21T23:29:33Z, 1714351752 is 2024-04-29T00:49:12Z, by `date +%s`.
  test.each([
    ['JavaScript SDK, start', '2026-11-21T23:29:33.350010Z', 1795303773_350010000n],
    ['JavaScript SDK, end', 1795303773854, 1795303773_854000000n],
    ['Python SDK', '2026-11-21T23:29:33.162717+00:00', 1795303773_162717000n],
    ['Python SDK on a full second', '2026-11-21T23:29:33+00:00', 1795303773_000000000n],
    ['API v1, no zone', '2024-04-29T00:49:12.090000', 1714351752_090000000n],
    ['API v2, RFC 3339', '2026-11-21T23:29:33Z', 1795303773_000000000n],
    ['API v2, RFC 3339, nanoseconds', '2026-11-21T23:29:33.123456789Z', 1795303773_123456789n],
    ['API v2, RFC 3339, lower case', '2026-11-21t23:29:33.5z', 1795303773_500000000n],
    ['events, always ISO', '2026-11-21T23:29:33.350Z', 1795303773_350000000n],
    ['Python str(datetime)', '2026-11-21 23:29:33.162717+00:00', 1795303773_162717000n],
    ['a comma before the fraction', '2026-11-21T23:29:33,25Z', 1795303773_250000000n],
    ['OTLP nanoseconds', '1795303773350010007', 1795303773_350010007n],
    ['nanoseconds as a bigint', 1795303773_350010007n, 1795303773_350010007n],
    ['a Date', new Date(1795303773854), 1795303773_854000000n],
  ])('reads what tracers write: %s', (_, input, expected) => {
    expect(read(input)).toBe(expected);
  });

  test.each([
    ['+05:30', 1795283973],
    ['+0530', 1795283973],
    ['-08:00', 1795332573],
    ['-0800', 1795332573],
    ['-08', 1795332573],
    ['+00', 1795303773],
    ['-00:00', 1795303773],
    ['z', 1795303773],
    ['', 1795303773],
  ])('takes the zone “%s” into account', (zone, seconds) => {
    expect(read(`2026-11-21T23:29:33${zone}`)).toBe(BigInt(seconds) * 1_000_000_000n);
    expect(read(`2026-11-21T23:29:33.000000007${zone}`)).toBe(BigInt(seconds) * 1_000_000_000n + 7n);
  });

  test('a text without a zone is UTC, wherever the machine is', () => {
    const before = process.env['TZ'];
    try {
      process.env['TZ'] = 'America/New_York';
      expect(new Date(2026, 10, 21).getTimezoneOffset()).toBe(300); // or else this test proves nothing
      expect(read('2026-11-21T23:29:33.090000')).toBe(1795303773_090000000n);
      expect(read('2026-11-21 23:29:33')).toBe(1795303773_000000000n);
      expect(read('2026-11-21 23:29')).toBe(1795303740_000000000n);
      expect(read('2026-11-21T23:29')).toBe(1795303740_000000000n);
      expect(read('2026-11-21T23:29+05:30')).toBe(1795283940_000000000n);
      expect(read('2026-11-21')).toBe(1795219200_000000000n);
      expect(read('2000-01-01')).toBe(946684800_000000000n);
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });

  test('reads the texts of mails, of HTTP and of Date', () => {
    expect(read('Sat, 21 Nov 2026 23:29:33 GMT')).toBe(1795303773_000000000n);
    expect(read('Sat, 21 Nov 2026 15:29:33 -0800')).toBe(1795303773_000000000n);
    expect(read('Sat Nov 21 2026 15:29:33 GMT-0800 (Pacific Standard Time)')).toBe(1795303773_000000000n);
  });

  test('digits beyond nanoseconds are cut off', () => {
    expect(read('2026-11-21T23:29:33.1234567899999Z')).toBe(1795303773_123456789n);
    expect(read('2026-11-21T23:29:33.99999999999999999999Z')).toBe(1795303773_999999999n);
  });

  test('a leap second and midnight as 24:00 are moments', () => {
    expect(read('1999-12-31T23:59:60Z')).toBe(946684800_000000000n);
    expect(read('1999-12-31T24:00:00Z')).toBe(946684800_000000000n);
  });

  test('any ISO text equals counting in whole nanoseconds', () => {
    const moment = fc.record({
      year: fc.integer({ min: 1, max: 9999 }),
      month: fc.integer({ min: 1, max: 12 }),
      dayOf31: fc.integer({ min: 1, max: 31 }),
      hour: fc.integer({ min: 0, max: 23 }),
      minute: fc.integer({ min: 0, max: 59 }),
      second: fc.integer({ min: 0, max: 59 }),
      fraction: fc.stringMatching(/^\d{0,9}$/),
      separator: fc.constantFrom('T', 't', ' '),
      zone: fc.oneof(
        fc.constantFrom({ text: '', minutes: 0 }, { text: 'Z', minutes: 0 }),
        fc.record({ sign: fc.constantFrom(1, -1), hours: fc.integer({ min: 0, max: 14 }), minutes: fc.integer({ min: 0, max: 59 }), colon: fc.boolean() })
          .map(({ sign, hours, minutes, colon }) => ({
            text: `${sign === 1 ? '+' : '-'}${two(hours)}${colon ? ':' : ''}${two(minutes)}`,
            minutes: sign * (hours * 60 + minutes),
          })),
      ),
    });
    fc.assert(
      fc.property(moment, ({ year, month, dayOf31, hour, minute, second, fraction, separator, zone }) => {
        const day = Math.min(dayOf31, daysIn(year, month));
        const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}${separator}${two(hour)}:${two(minute)}:${two(second)}${fraction === '' ? '' : `.${fraction}`}${zone.text}`;
        const seconds = daysSince1970(year, month, day) * 86_400n + BigInt(hour * 3600 + minute * 60 + second - zone.minutes * 60);
        expect(read(text)).toBe(seconds * 1_000_000_000n + BigInt(fraction.padEnd(9, '0')));
      }),
      { numRuns: 2000 },
    );
  });

  test('any bigint within the range of dates is exact', () => {
    const range = 8_640_000_000_000_000n * 1_000_000n;
    fc.assert(
      fc.property(fc.bigInt(-range, range), (nanoseconds) => {
        const out: Instant = { ms: 0, ns: 0 };
        expect(readTime(nanoseconds, out)).toBe(true);
        expect(BigInt(out.ms) * 1_000_000n + BigInt(out.ns)).toBe(nanoseconds);
        expect(out.ns).toBeGreaterThanOrEqual(0);
        expect(out.ns).toBeLessThan(1_000_000);
      }),
      { numRuns: 1000 },
    );
  });

  test('any nanoseconds as text beyond 2^53 are exact', () => {
    fc.assert(
      fc.property(fc.bigInt(2n ** 53n, 2n ** 64n - 1n), (nanoseconds) => {
        expect(read(String(nanoseconds))).toBe(nanoseconds);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    [0, 0n],
    [1, 1_000_000n],
    [1000, 1_000_000_000n],
    [-1, -1_000_000n],
    [1795303773350.25, 1795303773_350250000n],
    [0.000001, 1n],
    [0.9999999, 1_000_000n], // nearer to the next millisecond than to its last nanosecond
    [-0.25, -250_000n],
    [8.64e15, 8_640_000_000_000_000_000_000n],
  ])('the number %d is epoch milliseconds', (input, expected) => {
    expect(read(input)).toBe(expected);
    const out: Instant = { ms: 0, ns: 0 };
    readTime(input, out);
    expect(out.ns).toBeGreaterThanOrEqual(0);
    expect(out.ns).toBeLessThan(1_000_000);
  });

  const junk: readonly unknown[] = [
    Number.NaN, Infinity, -Infinity, 1e300, 8.64e15 + 2, 10n ** 40n, new Date(Number.NaN),
    null, undefined, true, false, {}, [], [1795303773, 5], Symbol('x'), () => 1,
    '', ' ', 'x', '12', '2026', '-5', '1.5', 'hello 2026', 'run 2024', 'error 5000', '5000 errors', 'gpt-4-0613', '1795303773854ms',
    '2026-13-01T00:00:00Z', '2026-00-10T00:00:00Z', '2026-01-00T00:00:00Z', '2026-01-32T00:00:00Z', '2026-02-30T00:00:00Z', '2025-02-29', '2026-02-30',
    'abcd-11-21T10:00:00Z', '    -11-21T10:00:00Z', '2026-11-21T99:00:00Z', '2026-11-21T10:60:00Z', '2026-11-21T10:00:61Z',
    '2026-11-21T10:00:00Q', '2026-11-21T10:00:00.5 junk', '2026-11-21T10:00:00+1', '2026-11-21T10:00:00+ab:cd', '9'.repeat(100),
  ];
  test.each(junk.map((input) => ({ input })))('$input is no moment, and leaves what it should fill as it was', ({ input }) => {
    const out: Instant = { ms: 7, ns: 8 };
    expect(readTime(input, out)).toBe(false);
    expect(out).toEqual({ ms: 7, ns: 8 });
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.anything({ withBigInt: true, withDate: true }), (input) => void read(input)), { numRuns: 1000 });
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-:.TZ+ ') }), (input) => void read(input)), { numRuns: 1000 });
  });
});

describe('millisecondsBetween', () => {
  test('is exact to the nanosecond over three months', () => {
    const threeMonths = 90n * 86_400n * 1_000_000_000n;
    fc.assert(
      fc.property(fc.bigInt(0n, 4_000_000_000n * 1_000_000_000n), fc.bigInt(-threeMonths, threeMonths), (from, difference) => {
        const to = from + difference;
        const ms = millisecondsBetween(Number(from / 1_000_000n), Number(from % 1_000_000n), ...split(to));
        expect(BigInt(ms.toFixed(6).replace('.', ''))).toBe(difference);
      }),
      { numRuns: 1000 },
    );
  });

  test('one nanosecond after 56 years is one nanosecond', () => {
    expect(millisecondsBetween(1795303773350, 10006, 1795303773350, 10007)).toBe(0.000001);
    expect(millisecondsBetween(1795303773350, 999_999, 1795303773351, 0)).toBe(0.000001);
  });

  test('is not known if one of the two is not', () => {
    expect(millisecondsBetween(0, 0, Number.NaN, 0)).toBeNaN();
  });

  function split(nanoseconds: bigint): [number, number] {
    const rest = ((nanoseconds % 1_000_000n) + 1_000_000n) % 1_000_000n;
    return [Number((nanoseconds - rest) / 1_000_000n), Number(rest)];
  }
});
