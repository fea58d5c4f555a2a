/**
 * A moment, exact to the nanosecond. One double can't hold nanoseconds since 1970 (they are beyond 2^53), so the
 * whole milliseconds and the nanoseconds after them are kept apart.
 */
export interface Instant {
  /** Whole milliseconds since 1970 UTC. */
  ms: number;
  /** Nanoseconds after them, 0 to 999,999. */
  ns: number;
}

/** A moment as it may be given: epoch milliseconds, nanoseconds as a bigint or as decimal text, ISO 8601 text, or a Date. */
export type TimeInput = number | bigint | string | Date;

/** The range of a Date: moments outside of it are mistakes, and exact arithmetic ends beyond it. */
const MAX_MS = 8.64e15;

/**
 * Reads a moment into `out`; false, and `out` as it was, if it is none. ISO text without a zone is UTC, as LangSmith's
 * API means it. It fills its second argument, since two moments a run are read for 100,000 runs at a time.
 */
export function readTime(input: unknown, out: Instant): boolean {
  switch (typeof input) {
    case 'string':
      return readIso(input, out) || readNanosecondText(input, out) || readOtherText(input, out);
    case 'number':
      return set(out, Math.floor(input), Math.round((input - Math.floor(input)) * 1e6));
    case 'bigint': {
      const ms = input / 1_000_000n;
      const rest = input % 1_000_000n;
      return rest < 0n
        ? set(out, Number(ms) - 1, Number(rest) + 1_000_000)
        : set(out, Number(ms), Number(rest));
    }
    default:
      return input instanceof Date && set(out, input.getTime(), 0);
  }
}

/** Milliseconds from one moment to another; exact to the nanosecond up to 99 days. */
export function millisecondsBetween(fromMs: number, fromNs: number, toMs: number, toNs: number): number {
  return ((toMs - fromMs) * 1e6 + (toNs - fromNs)) / 1e6;
}

function set(out: Instant, ms: number, ns: number): boolean {
  if (!(ms >= -MAX_MS && ms <= MAX_MS)) return false;
  const carry = ns >= 1e6;
  out.ms = carry ? ms + 1 : ms;
  out.ns = carry ? ns - 1e6 : ns;
  return true;
}

function readNanosecondText(text: string, out: Instant): boolean {
  if (!/^\d{16,20}$/.test(text)) return false;
  return set(out, Number(text.slice(0, -6)), Number(text.slice(-6)));
}

/** A date without a time of day, or one without seconds. */
const SHORT_ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;
/** What mails, HTTP and Date.toString() write, and years of six digits; all of them name their zone. */
const OTHER_TEXT = /^(?:[a-z]{3},? |[+-]\d{6}-).*(?:Z|GMT|UTC|[+-]\d{4})(?: \(.*\))?$/i;

/** Date.parse alone would take "run 2024" for a year, and texts without a zone for local time. */
function readOtherText(text: string, out: Instant): boolean {
  const short = SHORT_ISO.exec(text);
  if (short !== null) return readIso(`${short[1]}T${short[2] ?? '00:00'}:00${short[3] ?? ''}`, out);
  if (text.length > 99 || !OTHER_TEXT.test(text)) return false;
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && set(out, ms, 0);
}

/** The last date that was read: the runs of a trace share it, and Date.UTC costs more than all other digits together. */
const lastDate = { text: '', ms: 0 };

function readIso(text: string, out: Instant): boolean {
  // 2026-11-21T23:29:33[.fraction][Z|±hh[:]mm]
  if (text.length < 19 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return false;
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  if (!(hour < 25 && minute < 60 && second < 61)) return false;
  const date = text.slice(0, 10);
  if (date !== lastDate.text) {
    const ms = Date.parse(`${date}T00:00:00Z`);
    // V8 takes the 30th of February for the 2nd of March.
    if (Number.isNaN(ms) || new Date(ms).getUTCDate() !== twoDigits(date, 8)) return false;
    lastDate.text = date;
    lastDate.ms = ms;
  }

  let at = 19;
  let fraction = 0;
  let digits = 0;
  if (text.charCodeAt(at) === 46 || text.charCodeAt(at) === 44) {
    for (at++; at < text.length; at++) {
      const digit = text.charCodeAt(at) - 48;
      if (!(digit >= 0 && digit <= 9)) break;
      if (digits < 9) {
        fraction = fraction * 10 + digit;
        digits++;
      }
    }
  }
  for (; digits < 9; digits++) fraction *= 10;

  const offset = readZone(text, at);
  if (Number.isNaN(offset)) return false;
  const wholeMs = Math.floor(fraction / 1e6);
  const time = ((hour * 60 + minute - offset) * 60 + second) * 1000;
  return set(out, lastDate.ms + time + wholeMs, fraction - wholeMs * 1e6);
}

/** Minutes east of UTC; NaN if what follows the time is no zone. */
function readZone(text: string, at: number): number {
  const rest = text.length - at;
  if (rest === 0 || (rest === 1 && (text.charCodeAt(at) | 32) === 122)) return 0;
  const sign = text.charCodeAt(at) === 43 ? 1 : text.charCodeAt(at) === 45 ? -1 : Number.NaN;
  if (rest === 3) return sign * twoDigits(text, at + 1) * 60;
  if (rest === 5) return sign * (twoDigits(text, at + 1) * 60 + twoDigits(text, at + 3));
  if (rest === 6 && text.charCodeAt(at + 3) === 58) return sign * (twoDigits(text, at + 1) * 60 + twoDigits(text, at + 4));
  return Number.NaN;
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

