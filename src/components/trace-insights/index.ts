export { TraceInsight, type TraceInsightProps } from './TraceInsight.tsx';
export { TraceInsights, type TraceInsightsProps } from './TraceInsights.tsx';
export { TraceInsightsList, type TraceInsightsListProps } from './TraceInsightsList.tsx';
export { TraceInsightsRoot, type TraceInsightsRootProps } from './TraceInsightsRoot.tsx';
export { TraceInsightsStatus, type TraceInsightsStatusProps } from './TraceInsightsStatus.tsx';
export { ENGLISH, type PlaceOfRun, type TraceInsightsMessages } from './messages.ts';
export type { InsightFigure, InsightWords } from './insight-words.ts';
export { say, type Sentence, type SentencePart } from './sentence.ts';
export type { InsightSentence } from './sentences.ts';
