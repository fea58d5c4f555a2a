/** What a row can show beside its name. `status` and `model` stand beside the name where they are no columns. */
export type TraceTreeColumn = 'status' | 'model' | 'duration' | 'tokens' | 'cost';

/** All columns there are, in the order in which they are offered. */
export const COLUMNS: readonly TraceTreeColumn[] = ['status', 'model', 'duration', 'tokens', 'cost'];

/** The columns of a tree that is given none. */
export const DEFAULT_COLUMNS: readonly TraceTreeColumn[] = ['duration', 'tokens', 'cost'];

/** Which column was shown or taken away. */
export interface ColumnsChangeDetails {
  readonly column: TraceTreeColumn;
  readonly isShown: boolean;
}

/** The columns with one more or less: a new one stands before those that are offered after it. */
export function withColumn(columns: readonly TraceTreeColumn[], column: TraceTreeColumn, isShown: boolean): readonly TraceTreeColumn[] {
  const others = columns.filter((other) => other !== column);
  if (!isShown) return others;
  const after = others.findIndex((other) => COLUMNS.indexOf(other) > COLUMNS.indexOf(column));
  return after === -1 ? [...others, column] : [...others.slice(0, after), column, ...others.slice(after)];
}
