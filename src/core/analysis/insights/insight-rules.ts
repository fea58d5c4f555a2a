import type { InsightRule } from './insight.ts';
import { dearestCall } from './rules/dearest-call.ts';
import { failedAttempts } from './rules/failed-attempts.ts';
import { growingPrompt } from './rules/growing-prompt.ts';
import { loop } from './rules/loop.ts';
import { redundantWork } from './rules/redundant-work.ts';
import { slowestPath } from './rules/slowest-path.ts';
import { untracedTime } from './rules/untraced-time.ts';
import { unusedDocuments } from './rules/unused-documents.ts';

/** What is looked for in a trace, the quick rules first. */
export const INSIGHT_RULES: readonly InsightRule[] = [failedAttempts, slowestPath, dearestCall, untracedTime, growingPrompt, loop, redundantWork, unusedDocuments];
