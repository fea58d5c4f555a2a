import type { OverviewPiece } from '../../core/analysis/timeline/overview.ts';

/** Px of a lane, its gap included, and of what is drawn in it. */
interface Lanes {
  readonly height: number;
  readonly drawn: number;
}

/** Pieces as one SVG path: a path a kind costs a page far less than an element a run. */
export function overviewPath(pieces: readonly OverviewPiece[], { height, drawn }: Lanes, top: number): string {
  let path = '';
  for (const { lane, from, to } of pieces) path += `M${from} ${top + lane * height}h${to - from}v${drawn}h${from - to}z`;
  return path;
}
