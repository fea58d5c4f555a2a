/** Tree and time side by side, or one of them over the whole width. */
export type TraceWaterfallLayout = 'split' | 'tree' | 'time';

/** All layouts, in the order in which they are offered. */
export const LAYOUTS: readonly TraceWaterfallLayout[] = ['tree', 'split', 'time'];
