import type { TimeScale } from '../../hooks/time-scale.ts';

/** The background of a lane: a line at each tick, hatching where time is drawn short. One value for all lanes. */
export function gridLines({ ticks, breaks }: TimeScale): string {
  const stops = ['transparent 0'];
  for (const { x } of ticks) {
    const at = x.toFixed(1);
    const after = (x + 1).toFixed(1);
    stops.push(`transparent ${at}px`, `var(--runlens-line) ${at}px`, `var(--runlens-line) ${after}px`, `transparent ${after}px`);
  }
  const lines = `linear-gradient(to right, ${stops.join(', ')})`;
  const hatches = breaks.map(({ x, width }) =>
    `repeating-linear-gradient(135deg, var(--runlens-line) 0 1px, transparent 1px 5px) ${x.toFixed(1)}px 0 / ${width.toFixed(1)}px 100% no-repeat`);
  return [...hatches, `${lines} 0 0 / 100% 100% no-repeat`].join(', ');
}
