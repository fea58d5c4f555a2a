export type {
  ExpandedChangeDetails,
  SelectedChangeDetails,
  TraceTreeGridAttributes,
  TraceTreeRowAttributes,
  TraceTreeRowState,
  TraceTreeState,
  TraceTreeToggleAttributes,
  UseTraceTreeOptions,
} from './trace-tree-state.ts';
export { useTraceTree } from './useTraceTree.ts';
export { useVirtualRows, type UseVirtualRowsOptions, type VirtualRow, type VirtualRows } from './useVirtualRows.ts';
