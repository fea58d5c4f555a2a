import { readId } from '../otlp/otlp-id.ts';

/** Whether the value is a whole number that is not negative, in digits or in a double. */
export function isWholeNumber(value: unknown): value is string | number {
  return typeof value === 'number' ? Number.isInteger(value) && value >= 0 : typeof value === 'string' && /^\d+$/.test(value);
}

/**
 * An id as lower-case hex.
 *
 * @param length hex digits of a whole id
 * @param isDecimal whether digits are a decimal number, and not hex that has no letters by chance
 */
export function toHexId(id: unknown, length: 16 | 32, isDecimal: boolean): string | undefined {
  if (typeof id === 'number' || (isDecimal && isWholeNumber(id))) {
    const hex = isWholeNumber(id) ? BigInt(id).toString(16) : '';
    return hex === '' || hex === '0' || hex.length > length ? readId(id) : hex.padStart(length, '0');
  }
  return readId(id);
}
