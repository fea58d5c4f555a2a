/**
 * The value below which a share of the sorted values lies, exactly, with straight lines between neighbours: type 7 of
 * Hyndman and Fan (1996), which is what NumPy, R, Excel and PostgreSQL's `percentile_cont` do. NaN if there are none.
 *
 * @param sorted from the least to the greatest, without NaN
 * @param share 0 to 1: 0.5 for the median
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[below + 1] ?? low;
  return low + (high - low) * (place - below);
}
