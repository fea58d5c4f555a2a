import { describe, expect, test } from 'vitest';
import { formatCount, formatDuration, formatMoney, type Quantity } from '../../src/components/primitives/quantity.ts';

/** As it is read: no-break spaces are spaces. */
const read = ({ figure, unit }: Quantity) => `${figure} ${unit}`.replaceAll(/[\u00a0\u202f]/g, ' ').trim();
const spaced = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('formatDuration', () => {
  test.each([
    [0, '0 ms'],
    [0.000001, '1 ns'],
    [0.000999, '999 ns'],
    [0.0009996, '1 µs'],
    [0.001, '1 µs'],
    [0.01234, '12.3 µs'],
    [0.5, '500 µs'],
    [0.9994, '999 µs'],
    [0.9996, '1 ms'],
    [1, '1 ms'],
    [1.5, '1.5 ms'],
    [12.345, '12.3 ms'],
    [600, '600 ms'],
    [999.4, '999 ms'],
    [999.5, '1.00 s'],
    [999.6, '1.00 s'],
    [1_000, '1.00 s'],
    [1_254, '1.25 s'],
    [9_996, '10.0 s'],
    [12_345, '12.3 s'],
    [59_949, '59.9 s'],
    [59_951, '1 m 0 s'],
    [60_000, '1 m 0 s'],
    [125_400, '2 m 5 s'],
    [3_599_499, '59 m 59 s'],
    [3_599_999, '1 h 0 m'],
    [3_600_000, '1 h 0 m'],
    [3_840_000, '1 h 4 m'],
    [7_199_999, '2 h 0 m'],
    [360_000_000, '100 h 0 m'],
    [3_600_000_000, '1,000 h 0 m'],
    [-250, '-250 ms'],
  ])('%d ms: %s', (ms, expected) => {
    expect(read(formatDuration(ms, 'en'))).toBe(expected);
  });

  test.each([
    [0, '0 ms'],
    [0.5, '0.5 ms'],
    [1234.567891, '1,234.567891 ms'],
    [0.000001, '0.000001 ms'],
    [3_599_999, '3,599,999 ms'],
  ])('%d ms in full, to the nanosecond: %s', (ms, expected) => {
    expect(formatDuration(ms, 'en').full).toBe(expected);
  });

  test('in German', () => {
    expect(read(formatDuration(1_254, 'de'))).toBe('1,25 s');
    expect(formatDuration(1234.5, 'de').full).toBe('1.234,5 ms');
  });

  test('with Arabic digits', () => {
    expect(read(formatDuration(1_254, 'ar-EG'))).toBe('١٫٢٥ s');
    expect(read(formatDuration(125_400, 'ar-EG'))).toBe('٢ m ٥ s');
  });
});

describe('formatCount', () => {
  test.each([
    [0, '0'],
    [1, '1'],
    [999, '999'],
    [1_000, '1,000'],
    [9_999, '9,999'],
    [10_000, '10K'],
    [12_345, '12.3K'],
    [99_950, '100K'],
    [999_499, '999K'],
    [999_500, '1M'],
    [1_234_567, '1.23M'],
    [2_000_000_000, '2B'],
    [-3, '-3'],
  ])('%d: %s', (count, expected) => {
    expect(read(formatCount(count, 'en'))).toBe(expected);
  });

  test('in full', () => {
    expect(formatCount(1_234_567, 'en').full).toBe('1,234,567');
    expect(formatCount(1_234_567, 'de').full).toBe('1.234.567');
  });

  test('in German and with Arabic digits', () => {
    expect(read(formatCount(9_999, 'de'))).toBe('9.999');
    expect(read(formatCount(1_234_567, 'de'))).toBe('1,23 Mio.');
    expect(read(formatCount(9_999, 'ar-EG'))).toBe('٩٬٩٩٩');
  });
});

describe('formatMoney', () => {
  test.each([
    [0, '$0.00'],
    [0.5, '$0.50'],
    [0.1, '$0.10'],
    [0.42, '$0.42'],
    [0.4256, '$0.426'],
    [0.999999, '$1.00'],
    [0.001592, '$0.00159'],
    [0.0010049, '$0.001'],
    [0.00042, '$0.00042'],
    [0.0004256, '$0.00043'],
    [0.00001, '$0.00001'],
    [0.000009, '<$0.00001'],
    [0.000000123456, '<$0.00001'],
    [1, '$1.00'],
    [1.592, '$1.59'],
    [1234.5, '$1,234.50'],
    [-0.5, '-$0.50'],
  ])('%d dollars: %s', (amount, expected) => {
    expect(read(formatMoney(amount, 'USD', 'en'))).toBe(expected);
  });

  test('in full', () => {
    expect(formatMoney(0.001592, 'USD', 'en').full).toBe('$0.001592');
    expect(formatMoney(1.59234567, 'USD', 'en').full).toBe('$1.59234567');
    expect(formatMoney(2, 'USD', 'en').full).toBe('$2.00');
  });

  test('in other currencies and languages', () => {
    expect(read(formatMoney(0.5, 'EUR', 'de'))).toBe('0,50 €');
    expect(read(formatMoney(1234.5, 'EUR', 'de'))).toBe('1.234,50 €');
    expect(read(formatMoney(12.5, 'JPY', 'en'))).toBe('¥13');
    expect(read(formatMoney(0.5, 'JPY', 'en'))).toBe('¥0.5');
    expect(read(formatMoney(0.5, 'KWD', 'en'))).toBe('KWD 0.500');
    expect(spaced(formatMoney(0.001592, 'EUR', 'de').full)).toBe('0,001592 €');
  });

  test('what is no currency is shown as it is', () => {
    expect(formatMoney(12.345, 'credits', 'en')).toEqual({ figure: '12.3', unit: 'credits', full: '12.345 credits' });
    expect(formatMoney(0, '', 'en')).toEqual({ figure: '0', unit: '', full: '0 ' });
  });
});
