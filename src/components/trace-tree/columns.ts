/** What a row can show beside its name. `status` and `model` stand beside the name where they are no columns. */
export type TraceTreeColumn = 'status' | 'model' | 'duration' | 'tokens' | 'cost';

/** The columns of a tree that is given none. */
export const DEFAULT_COLUMNS: readonly TraceTreeColumn[] = ['duration', 'tokens', 'cost'];
