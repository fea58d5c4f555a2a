import type { ValueType } from './fields.ts';

/** Milliseconds of each unit of time. */
const TIME_UNITS: Readonly<Record<string, number>> = {
  ns: 1e-6, us: 1e-3, µs: 1e-3, μs: 1e-3, ms: 1, s: 1e3, sec: 1e3, m: 6e4, min: 6e4, h: 3.6e6, d: 8.64e7,
};
const MULTIPLES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 };
const MOST_LETTERS = 40;

/**
 * The number that a text says, in the unit of the field: ms for times, whose bare numbers are seconds as LangSmith
 * writes them; `1.5k` and `2M` for tokens; `$0.02` for money. Null if it says none.
 */
export function readFigure(text: string, type: ValueType): number | null {
  if (text.length > MOST_LETTERS) return null;
  if (type === 'duration') return readDuration(text);
  if (type === 'number' || type === 'any') return readNumber(text);
  const [, amount, multiple = ''] = /^\$?(-?[\d.]+(?:e[+-]?\d+)?)([kmb]?)$/i.exec(text) ?? [];
  return scaled(amount, MULTIPLES[multiple.toLowerCase()] ?? 1);
}

/** `2s`, `150ms`, `1m30s`; a number alone is seconds. */
function readDuration(text: string): number | null {
  const bare = readNumber(text);
  if (bare !== null) return scaled(text, 1e3);
  let sum: number | null = null;
  let at = 0;
  const part = /(-?[\d.]+)([a-zµμ]+)/gy;
  for (let found = part.exec(text.toLowerCase()); found !== null; found = part.exec(text.toLowerCase())) {
    const [whole, amount, unit = ''] = found;
    const ms = Object.hasOwn(TIME_UNITS, unit) ? scaled(amount, TIME_UNITS[unit]!) : null;
    if (ms === null) return null;
    sum = (sum ?? 0) + ms;
    at += whole.length;
  }
  return at === text.length ? sum : null;
}

function readNumber(text: string): number | null {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text)) ? Number(text) : null;
}

/** A product without the error of its last binary digits: 1.1 s are 1100 ms. */
function scaled(text: string | undefined, factor: number): number | null {
  const number = text === undefined ? null : readNumber(text);
  return number === null ? null : Number((number * factor).toPrecision(15));
}
