/** Where a label stands. */
export interface LabelPlace {
  readonly side: 'after' | 'before' | 'inside';
  /** Px from the start of the lane to the start of the label. */
  readonly x: number;
}

/** Px a letter of the small type takes, about: measuring each label would cost a layout each. */
const LETTER = 6.3;
const GAP = 6;

/** Puts a label after the bar, before it, or into it, wherever there is room; null if there is none. */
export function placeLabel(label: string, bar: { readonly x: number; readonly width: number; readonly firstTokenX: number | null }, lane: number): LabelPlace | null {
  const width = label.length * LETTER;
  const end = bar.x + bar.width;
  if (end + GAP + width <= lane) return { side: 'after', x: end + GAP };
  if (bar.x - GAP - width >= 0) return { side: 'before', x: bar.x - GAP - width };
  // What is hatched is no ground for letters.
  const solid = bar.firstTokenX ?? bar.x;
  return end - solid >= width + 2 * GAP ? { side: 'inside', x: solid + GAP } : null;
}
