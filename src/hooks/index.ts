export type { RunBar } from './run-bar.ts';
export type { TimeBreak, TimeScale, TimeTick } from './time-scale.ts';
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
export { useTimeline, type TimelineState, type UseTimelineOptions, type WindowChangeDetails } from './useTimeline.ts';
export { useTraceTree } from './useTraceTree.ts';
export { useVirtualRows, type UseVirtualRowsOptions, type VirtualRow, type VirtualRows } from './useVirtualRows.ts';
