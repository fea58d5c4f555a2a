export type { RunBar } from './run-bar.ts';
export type {
  RunSearchFieldState,
  RunSearchInputAttributes,
  RunSearchListAttributes,
  RunSearchOptionAttributes,
  UseRunSearchFieldOptions,
} from './run-search-field-state.ts';
export type { RunSearchOption } from './run-search-options.ts';
export type { QueryChangeDetails, RunSearchMode, RunSearchState, UseRunSearchOptions } from './run-search-state.ts';
export type { TimeBreak, TimeScale, TimeTick } from './time-scale.ts';
export type {
  ConversationSelectedChangeDetails,
  OpenItemsChangeDetails,
  TraceConversationState,
  UseTraceConversationOptions,
} from './trace-conversation-state.ts';
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
export { useLooserQueries, type FoundQuery } from './useLooserQueries.ts';
export { readViewerValue, type CompleteViewerValue, type TraceViewerValue } from './trace-viewer-value.ts';
export type { PreferenceStorage } from './usePreferences.ts';
export { useRunMatches, type MatchChangeDetails, type RunMatchesState, type UseRunMatchesOptions } from './useRunMatches.ts';
export { useRunSearch } from './useRunSearch.ts';
export { useRunSearchField } from './useRunSearchField.ts';
export { useTimeline, type TimelineState, type UseTimelineOptions, type WindowChangeDetails } from './useTimeline.ts';
export { useTokenUsage, type TokenCount, type TokenScope, type TokenUsageState, type UseTokenUsageOptions } from './useTokenUsage.ts';
export { useTraceConversation } from './useTraceConversation.ts';
export type { InsightFailure } from './insight-rules-guarded.ts';
export { useTraceInsights, type TraceInsightsState, type UseTraceInsightsOptions } from './useTraceInsights.ts';
export { useTraceSummary, type TraceSummaryState, type UseTraceSummaryOptions } from './useTraceSummary.ts';
export { useTraceTree } from './useTraceTree.ts';
export { useTraceViewer, type TraceViewerState, type UseTraceViewerOptions, type ViewerChangeDetails } from './useTraceViewer.ts';
export { useVirtualRows, type UseVirtualRowsOptions, type VirtualRow, type VirtualRows } from './useVirtualRows.ts';
export {
  DEFAULT_OPEN_SECTIONS,
  useRunInspector,
  type OpenSectionsChangeDetails,
  type PayloadMode,
  type RunInspectorState,
  type UseRunInspectorOptions,
} from './useRunInspector.ts';
