import type { TraceTreeRowState } from '../../hooks/trace-tree-state.ts';

/** What the rows in sight are indented by. */
export interface Indentation {
  /** Px a level; undefined for the usual step of the style sheet. */
  readonly step: number | undefined;
  /** Levels that are left out, since every row in sight is deeper. */
  readonly shift: number;
}

/** The usual step; trace-tree.css has the same. */
const STEP = 20;
/** How much of the width indentation may take: names need the rest. */
const SHARE = 0.34;

/**
 * Keeps names in sight at any depth. While there is room, a level is a step; where the rows in sight are too deep for
 * that, the levels that they all share are left out, and the remaining ones are pushed together.
 */
export function indentation(
  rows: readonly Pick<TraceTreeRowState, 'index' | 'depth'>[],
  view: { readonly width: number; readonly first: number; readonly last: number },
): Indentation {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const { index, depth } of rows) {
    if (index < view.first || index > view.last) continue;
    least = Math.min(least, depth);
    most = Math.max(most, depth);
  }
  const room = view.width * SHARE;
  if (view.width === 0 || most * STEP <= room) return { step: undefined, shift: 0 };
  const step = room / Math.max(1, most - least);
  return { step: step < 1 ? step : Math.min(STEP, Math.floor(step)), shift: least };
}
