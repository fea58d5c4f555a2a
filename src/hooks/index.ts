export type { RunBar } from './run-bar.ts';
export type { QueryChangeDetails, RunSearchMode, RunSearchState, UseRunSearchOptions } from './run-search-state.ts';
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
export { useRunSearch } from './useRunSearch.ts';
export { useTimeline, type TimelineState, type UseTimelineOptions, type WindowChangeDetails } from './useTimeline.ts';
export { useTraceTree } from './useTraceTree.ts';
export { useVirtualRows, type UseVirtualRowsOptions, type VirtualRow, type VirtualRows } from './useVirtualRows.ts';
export {
  DEFAULT_OPEN_SECTIONS,
  useRunInspector,
  type OpenSectionsChangeDetails,
  type PayloadMode,
  type RunInspectorState,
  type UseRunInspectorOptions,
} from './useRunInspector.ts';
