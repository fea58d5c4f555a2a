/** Characters of a text that stand in its row. */
export const LONGEST = 100;

/** Whether a value is a text of which its row shows only the beginning. */
export function isLongText(value: unknown): value is string {
  return typeof value === 'string' && (value.length > LONGEST || value.includes('\n'));
}

/** Whether a find of a long text lies where its row doesn't show it. */
export function isBehindRow({ to }: { readonly to: number }): boolean {
  return to > LONGEST;
}
