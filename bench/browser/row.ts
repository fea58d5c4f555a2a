/** A row of runlens or of a peer. */
export const ROW = '[data-slot="trace-tree-row"], [data-slot="json-view-row"], .bench-row';
