export type { AttemptGroup } from './analysis/attempts/attempt-group.ts';
export { attemptsOf } from './analysis/attempts/attempts-of.ts';
export type {
  AgentItem,
  CheckItem,
  Conversation,
  ConversationItem,
  ConversationTurn,
  MessageItem,
  ModelItem,
  PayloadItem,
  PromptItem,
  RetrievalItem,
  StopItem,
  SystemItem,
  ToolItem,
  TurnFigures,
} from './analysis/conversation/conversation.ts';
export { findConversationItem, type ItemPlace } from './analysis/conversation/find-item.ts';
export { groupTools, type ToolGroup } from './analysis/conversation/group-items.ts';
export { conversationOf, createConversationReader, type ConversationReader } from './analysis/conversation/read-conversation.ts';
export { metadataDimension, RUN_DIMENSION_IDS, runDimension, type RunDimension, type RunDimensionId } from './analysis/dimensions.ts';
export { expandedFlags, type ExpandedFlags, type Expansion } from './analysis/expansion.ts';
export { hiddenRuns, type HiddenRuns } from './analysis/hidden-runs.ts';
export type { Insight, InsightRule } from './analysis/insights/insight.ts';
export { INSIGHT_RULES } from './analysis/insights/insight-rules.ts';
export { createInsightSearch, insightsOf } from './analysis/insights/insights-of.ts';
export type { Loop } from './analysis/loops/loop.ts';
export { createLoopSearch, loopsOf } from './analysis/loops/loops-of.ts';
export { payloadLikeness } from './analysis/payload/likeness.ts';
export { costBreakdown, type CostBreakdown, type CostGroup } from './analysis/pricing/cost-breakdown.ts';
export { costOf } from './analysis/pricing/cost-of.ts';
export type { CostSum } from './analysis/pricing/cost-sum.ts';
export type { Price, PriceMode, PriceTier, TokenPrices } from './analysis/pricing/price.ts';
export type { PriceBook, PriceEntry, PriceList } from './analysis/pricing/price-book.ts';
export { priceOf } from './analysis/pricing/price-of.ts';
export { priceTraces, type PricedTraces } from './analysis/pricing/price-traces.ts';
export { whatIf, type WhatIf } from './analysis/pricing/what-if.ts';
export { promptGrowth, type PromptGrowth, type PromptStep } from './analysis/prompt-growth/prompt-growth.ts';
export { promptMessages, type PromptMessages } from './analysis/prompt-growth/prompt-messages.ts';
export { reachedPrompts, type ReachedPrompts } from './analysis/reached-prompts.ts';
export { createRedundancySearch, redundantCalls, type RedundantCallsOptions } from './analysis/redundancy/redundant-calls.ts';
export type { CallPlace, RedundantGroup, Savings } from './analysis/redundancy/redundant-group.ts';
export { restoreExpansion, saveExpansion, type SavedExpansion } from './analysis/saved-expansion.ts';
export { highlight } from './analysis/search/highlight.ts';
export { matchesIn, type MatchesInOptions, type RunMatch } from './analysis/search/matches-in.ts';
export { looserQueries, type LooserQuery } from './analysis/search/looser-queries.ts';
export { parseQuery } from './analysis/search/parse-query.ts';
export type { Query, QueryBound, QueryError, QueryErrorCode, QueryTerm, QueryTest, TextRange } from './analysis/search/query.ts';
export { queryOutline, type OutlineItem } from './analysis/search/query-outline.ts';
export { queryParts, type QueryPart, type QueryPartType } from './analysis/search/query-parts.ts';
export { queryToText } from './analysis/search/query-to-text.ts';
export type { RunMatchField } from './analysis/search/run-places.ts';
export { createRunSearch, type RunSearchProcess } from './analysis/search/run-search.ts';
export type { SearchResult } from './analysis/search/search-result.ts';
export { searchRuns } from './analysis/search/search-runs.ts';
export { settledErrors } from './analysis/search/settled-errors.ts';
export { suggest, type Suggestion } from './analysis/search/suggest.ts';
export { withoutTerm } from './analysis/search/without-term.ts';
export type { Stepper } from './analysis/stepper.ts';
export { streamOf, type RunStream } from './analysis/streaming/stream-of.ts';
export { bottlenecks, type Bottleneck, type BottlenecksOptions } from './analysis/time/bottlenecks.ts';
export { criticalPath, type CriticalPath, type CriticalPathOptions, type PathSegments } from './analysis/time/critical-path.ts';
export { latencyStatistics, type LatencyStatistics } from './analysis/time/latency-statistics.ts';
export { untracedGaps, type UntracedGaps, type UntracedGapsOptions } from './analysis/time/untraced-gaps.ts';
export { idleStretches } from './analysis/timeline/idle-stretches.ts';
export { traceOverview, type Overview, type OverviewPiece } from './analysis/timeline/overview.ts';
export { wholeWindow, type TimeWindow } from './analysis/timeline/time-window.ts';
export { promptPrefix, type PromptPrefix } from './analysis/prompt-prefix.ts';
export { filledPlaces, type FilledPlace } from './analysis/prompts/filled-places.ts';
export { templateSlots, type TemplateSlot } from './analysis/prompts/template-slots.ts';
export type { Shape, ShapeField, ShapeKind } from './analysis/shape/shape.ts';
export { shapeChange, type ShapeChange, type ShapeChangeKind, type ShapeRow } from './analysis/shape/shape-change.ts';
export { shapeOf } from './analysis/shape/shape-of.ts';
export { shapeText, type ShapeWords } from './analysis/shape/shape-text.ts';
export type { ModelUsage } from './analysis/model-usage.ts';
export type { TraceFigures } from './analysis/trace-figures.ts';
export { traceSummary, type FeedbackSummary, type TraceSummaryData, type TraceSummaryOptions } from './analysis/trace-summary.ts';
export type { BreakdownBy } from './analysis/usage/run-groups.ts';
export { TOKEN_PARTS, tokenParts, type TokenPart, type TokenParts } from './analysis/usage/token-parts.ts';
export { contextShare, STACK_ORDER, tokenStack, type ContextShare, type TokenStack, type TokenStackPart, type UsageConflict } from './analysis/usage/token-stack.ts';
export { usageBreakdown, type UsageBreakdown, type UsageGroup } from './analysis/usage/usage-breakdown.ts';
export type { UsageSum } from './analysis/usage/usage-sum.ts';
export { visibleRows } from './analysis/visible-rows.ts';
export { readAiSdkDevtools, aiSdkDevtools } from './formats/ai-sdk-devtools/ai-sdk-devtools.ts';
export { readClaudeCode, claudeCode } from './formats/claude-code/claude-code.ts';
export { readCodex, codex } from './formats/codex/codex.ts';
export { readLangfuse, langfuse } from './formats/langfuse/langfuse.ts';
export { readLangSmith, langSmith } from './formats/langsmith/langsmith.ts';
export { readOpenAiAgents, openAiAgents } from './formats/openai-agents/openai-agents.ts';
export { readOtlp, otlp } from './formats/otlp/otlp.ts';
export { readTraces, type ReadTracesOptions } from './formats/read-traces.ts';
export type { ReadResult } from './formats/read-as.ts';
export type { Format, Reading } from './formats/format.ts';
export { FORMATS } from './formats/formats.ts';
export { buildTraces, emptyTrace } from './model/build-traces.ts';
export type { CacheMark, Citation, Document, Message, MessagePart, ToolCall } from './model/content/content.ts';
export { documentsOf } from './model/content/documents-of.ts';
export { messagesOf } from './model/content/messages-of.ts';
export type { PromptTemplate, TemplateFormat, TemplatePart } from './model/content/prompt-template.ts';
export { promptTemplateOf } from './model/content/prompt-template-of.ts';
export { toolCallsOf } from './model/content/tool-calls-of.ts';
export type { Feedback } from './model/feedback.ts';
export type { Issue, IssueCode } from './model/issue.ts';
export type { RunEventRecord, RunLinkRecord, RunRecord } from './model/record.ts';
export { RUN_KINDS, RUN_STATUSES, type Model, type Run, type RunError, type RunEvent, type RunKind, type RunLink, type RunStatus } from './model/run.ts';
export type { TimeInput } from './model/time.ts';
export type { TotalColumns, Totals } from './model/totals.ts';
export { Trace, type TraceColumns } from './model/trace.ts';
export type { Cost, CostInput, Usage, UsageDetails, UsageInput } from './model/usage.ts';
