import type { TokenPart } from '../../core/analysis/usage/token-parts.ts';
import type { TokenStackPart } from '../../core/analysis/usage/token-stack.ts';

/** A part as it is drawn, in percent of the bar. */
export interface Segment {
  readonly part: TokenPart;
  readonly start: number;
  readonly size: number;
}

/** Percent: what was used is seen, however little it is. */
const LEAST = 1;

/** The parts side by side. What the smallest are drawn too wide, the widest is drawn too narrow. */
export function segmentsOf(stack: readonly TokenStackPart[]): readonly Segment[] {
  const sizes = stack.map(({ share }) => Math.max(LEAST, share * 100));
  const excess = sizes.reduce((sum, size) => sum + size, 0) - 100;
  const widest = sizes.reduce((most, size, nth) => (size > (sizes[most] ?? 0) ? nth : most), 0);
  let start = 0;
  return stack.map(({ part }, nth) => {
    const size = rounded((sizes[nth] ?? 0) - (nth === widest ? excess : 0));
    const segment = { part, start: rounded(start), size };
    start += size;
    return segment;
  });
}

/** A server and a browser write the same. */
function rounded(percent: number): number {
  return Math.round(percent * 1e4) / 1e4;
}
