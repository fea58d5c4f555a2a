import { scaleLinear } from 'd3-scale';

/** The unit in which an axis is read. */
export type TimeUnit = 'ns' | 'µs' | 'ms' | 's' | 'min' | 'h';

/** How many ms each unit has. */
export const UNIT_MS: Readonly<Record<TimeUnit, number>> = { ns: 1e-6, µs: 1e-3, ms: 1, s: 1e3, min: 6e4, h: 3.6e6 };

/** Steps that people count minutes and hours in, in ms. */
const ROUND_STEPS = [1e3, 2e3, 5e3, 10e3, 15e3, 30e3, 6e4, 12e4, 3e5, 6e5, 9e5, 18e5, 36e5, 72e5, 108e5, 216e5, 432e5, 864e5];

/** The unit for a stretch of so many ms. */
export function timeUnit(span: number): TimeUnit {
  if (span < 2e-3) return 'ns';
  if (span < 2) return 'µs';
  if (span < 2e3) return 'ms';
  if (span < 12e4) return 's';
  return span < 72e5 ? 'min' : 'h';
}

/** Ms between ticks, so that about so many fit into the span: round in the unit that people read. */
export function tickStep(span: number, count: number, unit: TimeUnit): number {
  if (unit !== 'min' && unit !== 'h') return decimalStep(span, count);
  return ROUND_STEPS.find((step) => span / step <= count) ?? decimalStep(span / 864e5, count) * 864e5;
}

function decimalStep(span: number, count: number): number {
  const [first = 0, second = span] = scaleLinear().domain([0, span]).ticks(count);
  return second - first;
}
