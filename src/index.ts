export {
  bottlenecks, buildTraces, contextShare, conversationOf, createConversationReader, createRunSearch, criticalPath, documentsOf,
  emptyTrace, filledPlaces, FORMATS, highlight, langSmith, latencyStatistics, looserQueries, matchesIn, metadataDimension,
  messagesOf, otlp, parseQuery, promptPrefix, promptTemplateOf, queryOutline, queryParts, queryToText, readLangSmith, readOtlp,
  readTraces, restoreExpansion, RUN_DIMENSION_IDS, RUN_KINDS, RUN_STATUSES, runDimension, saveExpansion, searchRuns, settledErrors,
  shapeChange, shapeOf, shapeText, suggest, templateSlots, tokenStack, toolCallsOf, Trace, traceSummary, untracedGaps, withoutTerm,
  type Bottleneck, type BottlenecksOptions, type ContextShare, type Conversation, type ConversationItem, type ConversationReader,
  type ConversationTurn, type Cost, type CostInput, type CriticalPath, type CriticalPathOptions, type Document, type Expansion,
  type Feedback, type FeedbackSummary, type FilledPlace, type Format, type Issue, type IssueCode, type LatencyStatistics,
  type LooserQuery, type MatchesInOptions, type Message, type MessagePart, type Model, type ModelUsage, type OutlineItem,
  type PathSegments, type Query, type QueryBound, type QueryError, type QueryErrorCode, type QueryPart, type QueryPartType,
  type QueryTerm, type QueryTest, type PromptPrefix, type PromptTemplate, type Reading, type ReadResult, type ReadTracesOptions,
  type Run, type RunDimension, type RunDimensionId, type RunError, type RunEvent, type RunEventRecord, type RunKind, type RunLink,
  type RunLinkRecord, type RunMatch, type RunMatchField, type RunRecord, type RunSearchProcess, type RunStatus,
  type SavedExpansion, type SearchResult, type Shape, type ShapeChange, type ShapeChangeKind, type ShapeField, type ShapeKind,
  type ShapeRow, type ShapeWords, type Suggestion, type TemplateFormat, type TemplatePart, type TemplateSlot, type TextRange,
  type TimeInput, type TimeWindow, type TokenPart, type TokenParts, type TokenStack, type TokenStackPart, type ToolCall,
  type TotalColumns, type Totals, type TraceColumns, type TraceFigures, type TraceSummaryData, type TurnFigures,
  type TraceSummaryOptions, type UntracedGaps, type UntracedGapsOptions, type Usage, type UsageConflict, type UsageDetails,
  type UsageInput,
} from './core/index.ts';
export {
  DEFAULT_OPEN_SECTIONS, readViewerValue, useRunInspector, useRunMatches, useLooserQueries, useRunSearch, useRunSearchField,
  useTimeline, useTokenUsage, useTraceConversation, useTraceInsights, useTraceSummary, useTraceTree, useTraceViewer,
  useVirtualRows, type CompleteViewerValue, type ConversationSelectedChangeDetails, type ExpandedChangeDetails, type FoundQuery,
  type InsightFailure, type MatchChangeDetails, type QueryChangeDetails, type OpenItemsChangeDetails,
  type OpenSectionsChangeDetails, type PayloadMode, type PreferenceStorage, type RunBar, type RunInspectorState,
  type RunMatchesState, type RunSearchFieldState, type RunSearchInputAttributes, type RunSearchListAttributes, type RunSearchMode,
  type RunSearchOption, type RunSearchOptionAttributes, type RunSearchState, type SelectedChangeDetails, type TimeBreak,
  type TimelineState, type TimeScale, type TimeTick, type TokenCount, type TokenScope, type TokenUsageState,
  type TraceConversationState, type TraceInsightsState, type TraceSummaryState, type TraceTreeGridAttributes,
  type TraceTreeRowAttributes, type TraceTreeRowState, type TraceTreeState, type TraceTreeToggleAttributes,
  type UseRunSearchFieldOptions, type UseRunSearchOptions, type UseRunInspectorOptions, type UseRunMatchesOptions,
  type UseTimelineOptions, type UseTokenUsageOptions, type UseTraceConversationOptions, type UseTraceInsightsOptions,
  type UseTraceSummaryOptions, type UseTraceTreeOptions, type UseVirtualRowsOptions, type VirtualRow, type VirtualRows,
  type WindowChangeDetails, type TraceViewerState, type TraceViewerValue, type UseTraceViewerOptions, type ViewerChangeDetails,
} from './hooks/index.ts';
export { CopyButton, type CopyButtonProps } from './components/primitives/CopyButton.tsx';
export { ENGLISH_JSON, type CopyMessages, type JsonViewMessages, type TextBlockMessages } from './components/primitives/json-messages.ts';
export { JsonView, type JsonViewProps } from './components/primitives/JsonView.tsx';
export { KindIcon, type KindIconProps } from './components/primitives/KindIcon.tsx';
export { ABSENT, formatCount, formatDuration, formatMoney, type Quantity } from './components/primitives/quantity.ts';
export { TextBlock, type TextBlockProps } from './components/primitives/TextBlock.tsx';
export { StatusIcon, type StatusIconProps } from './components/primitives/StatusIcon.tsx';
export {
  RunInspector, RunInspectorError, RunInspectorFigures, RunInspectorHeader, RunInspectorMatches, RunInspectorPayload,
  RunInspectorRoot, RunInspectorSection, RunInspectorSections, type RenderMarkdown, type RunInspectorErrorProps,
  type RunInspectorFiguresProps, type RunInspectorHeaderProps, type RunInspectorMatchesProps, type RunInspectorMessages,
  type RunInspectorPayloadProps, type RunInspectorProps, type RunInspectorRootProps, type RunInspectorSectionName,
  type RunInspectorSectionProps, type RunInspectorSectionsProps,
} from './components/run-inspector/index.ts';
export {
  RunSearch, RunSearchBox, RunSearchChips, RunSearchClear, RunSearchCount, RunSearchError, RunSearchField, RunSearchHelp,
  RunSearchHint, RunSearchModeToggle, RunSearchProgress, RunSearchRoot, RunSearchSteps, RunSearchSuggestions,
  type RunSearchBoxProps, type RunSearchChipsProps, type RunSearchClearProps, type RunSearchCountProps, type RunSearchErrorProps,
  type RunSearchExample, type RunSearchFieldProps, type RunSearchHelpProps, type RunSearchHintProps, type RunSearchKeyHelp,
  type RunSearchMessages, type RunSearchModeToggleProps, type RunSearchProgressProps, type RunSearchProps, type RunSearchRootProps,
  type RunSearchStepsProps, type RunSearchSuggestionsProps, type TermRelation,
} from './components/run-search/index.ts';
export {
  COLUMNS, DEFAULT_COLUMNS, ENGLISH, TraceTree, TraceTreeBody, TraceTreeCell, TraceTreeColumns, TraceTreeFooter, TraceTreeGrid,
  TraceTreeHeader, TraceTreeIndent, TraceTreeIssues, TraceTreeKeys, TraceTreeMatch, TraceTreeName, TraceTreeRoot, TraceTreeRow,
  TraceTreeStatus, TraceTreeToggle, type ColumnsChangeDetails, type KeyHelp, type TraceTreeBodyProps, type TraceTreeCellProps,
  type TraceTreeColumn, type TraceTreeColumnsProps, type TraceTreeFooterProps, type TraceTreeGridProps, type TraceTreeHeaderProps,
  type TraceTreeIndentProps, type TraceTreeIssuesProps, type TraceTreeKeysProps, type TraceTreeMatchProps, type TraceTreeMessages,
  type TraceTreeNameProps, type TraceTreeProps, type TraceTreeRootProps, type TraceTreeRowProps, type TraceTreeStatusProps,
  type TraceTreeToggleProps,
} from './components/trace-tree/index.ts';
export {
  DEFAULT_VIEWS, TraceViewer, TraceViewerBar, TraceViewerBody, TraceViewerConversation, TraceViewerHelp, TraceViewerInspector,
  TraceViewerRoot, TraceViewerSearch, TraceViewerSummary, TraceViewerTabs, TraceViewerTimeline, TraceViewerViews,
  useTraceViewerContext, type TraceViewerBarProps, type TraceViewerBodyProps, type TraceViewerHelpProps,
  type TraceViewerInspectorProps, type TraceViewerMessages, type TraceViewerPartMessages, type TraceViewerPreferences,
  type TraceViewerProps, type TraceViewerRootProps, type TraceViewerSearchProps, type TraceViewerShared, type TraceViewerSlots,
  type TraceViewerSummaryProps, type TraceViewerTabsProps, type TraceViewerView, type TraceViewerViewsProps,
} from './components/trace-viewer/index.ts';
export {
  TraceWaterfall, TraceWaterfallAxis, TraceWaterfallGrid, TraceWaterfallLane, TraceWaterfallRoot, TraceWaterfallSplitter,
  TraceWaterfallToolbar, type TraceWaterfallAxisProps, type TraceWaterfallGridProps, type TraceWaterfallLaneProps,
  type TraceWaterfallLayout, type TraceWaterfallMessages, type TraceWaterfallProps, type TraceWaterfallRootProps,
  type TraceWaterfallSplitterProps, type TraceWaterfallToolbarProps,
} from './components/trace-waterfall/index.ts';
export {
  TraceConversation, TraceConversationAgent, TraceConversationCheck, TraceConversationItem, TraceConversationItems,
  TraceConversationMessage, TraceConversationModel, TraceConversationPayload, TraceConversationPrompt, TraceConversationRetrieval,
  TraceConversationRoot, TraceConversationRun, TraceConversationStop, TraceConversationTool, TraceConversationTurn,
  TraceConversationTurnHeader, TraceConversationTurns, type TraceConversationAgentProps, type TraceConversationCheckProps,
  type TraceConversationItemProps, type TraceConversationItemsProps, type TraceConversationMessageProps,
  type TraceConversationMessages, type TraceConversationModelProps, type TraceConversationPayloadProps,
  type TraceConversationPromptProps, type TraceConversationProps, type TraceConversationRetrievalProps,
  type TraceConversationRootProps, type TraceConversationRunProps, type TraceConversationStopProps,
  type TraceConversationToolProps, type TraceConversationTurnHeaderProps, type TraceConversationTurnProps,
  type TraceConversationTurnsProps,
} from './components/trace-conversation/index.ts';
export {
  TokenMeter, TokenMeterBar, TokenMeterCost, TokenMeterLegend, TokenMeterRoot, TokenMeterTotal, type TokenMeterBarProps,
  type TokenMeterCostProps, type TokenMeterLegendProps, type TokenMeterMessages, type TokenMeterProps, type TokenMeterRootProps,
  type TokenMeterTotalProps,
} from './components/token-meter/index.ts';
export { TraceMinimap, type TraceMinimapMessages, type TraceMinimapProps } from './components/trace-minimap/index.ts';
export {
  TraceInsight, TraceInsights, TraceInsightsList, TraceInsightsRoot, TraceInsightsStatus, say, type InsightFigure,
  type InsightSentence, type InsightWords, type PlaceOfRun, type Sentence, type SentencePart, type TraceInsightProps,
  type TraceInsightsListProps, type TraceInsightsMessages, type TraceInsightsProps, type TraceInsightsRootProps,
  type TraceInsightsStatusProps,
} from './components/trace-insights/index.ts';
export {
  TraceSummary, TraceSummaryCopy, TraceSummaryDetail, TraceSummaryError, TraceSummaryFacts, TraceSummaryFigures, TraceSummaryLine,
  TraceSummaryModels, TraceSummaryRecord, TraceSummaryRoot, TraceSummarySlowest, TraceSummaryTitle, TraceSummaryToggle,
  TraceSummaryWait, type TraceSummaryCopyProps, type TraceSummaryDetailProps, type TraceSummaryErrorProps,
  type TraceSummaryFactsProps, type TraceSummaryFiguresProps, type TraceSummaryLineProps, type TraceSummaryMessages,
  type TraceSummaryModelsProps, type TraceSummaryProps, type TraceSummaryRecordProps, type TraceSummaryRootProps,
  type TraceSummarySlowestProps, type TraceSummaryTitleProps, type TraceSummaryToggleProps, type TraceSummaryWaitProps,
} from './components/trace-summary/index.ts';
