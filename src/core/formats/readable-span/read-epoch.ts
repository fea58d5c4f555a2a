import { asNumber, isObject } from '../../model/json.ts';
import type { TimeInput } from '../../model/time.ts';

/**
 * A moment as the SDKs write it: seconds and nanoseconds as a pair, nanoseconds, microseconds or milliseconds since 1970
 * as a number or as digits, told apart by their size, or ISO text. 0 stands for none.
 */
export function readEpoch(value: unknown): TimeInput | undefined {
  if (Array.isArray(value) || (isObject(value) && 'seconds' in value)) return readPair(value);
  if (typeof value === 'string') return /^\d{16,20}$/.test(value) ? wholeNanoseconds(BigInt(value)) : value === '' || value === '0' ? undefined : value;
  if (typeof value === 'number') return value === 0 ? undefined : Number.isInteger(value) && value >= 1e14 ? wholeNanoseconds(BigInt(value)) : value;
  return value == null ? undefined : (value as TimeInput);
}

/** Nanoseconds since 1970 have 19 digits, microseconds 16. */
function wholeNanoseconds(value: bigint): bigint {
  return value < 100_000_000_000_000_000n ? value * 1000n : value;
}

/** `[seconds, nanoseconds]` of JavaScript, `{ seconds, nanos }` of protobuf. */
function readPair(value: object): TimeInput | undefined {
  const [seconds, rest = 0] = Array.isArray(value) ? value.map(asNumber) : [asNumber((value as { seconds: unknown }).seconds), asNumber((value as { nanos?: unknown }).nanos)];
  if (seconds === undefined || !Number.isSafeInteger(seconds) || !Number.isSafeInteger(rest)) return Number.NaN;
  return seconds === 0 && rest === 0 ? undefined : BigInt(seconds) * 1_000_000_000n + BigInt(rest);
}
