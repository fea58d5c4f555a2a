import type { RunStatus } from '../../model/run.ts';
import type { Trace } from '../../model/trace.ts';
import type { TurnFigures } from './conversation.ts';

/** Adds up subtrees that don't overlap, by the positions of their topmost runs; null if there are none. */
export function turnFigures(trace: Trace, heads: readonly number[]): TurnFigures | null {
  if (heads.length === 0) return null;
  const { columns, startTime, runs } = trace;
  const { totals, subtreeEnd } = columns;
  const sum = { runs: 0, llmCalls: 0, toolCalls: 0, errors: 0, unmeteredCalls: 0 };
  let tokens: number | null = null;
  let cost: number | null = null;
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  let isRunning = false;
  let status: RunStatus = 'success';
  for (const at of heads) {
    sum.runs += subtreeEnd[at]! - at;
    sum.llmCalls += totals.llmCalls[at]!;
    sum.toolCalls += totals.toolCalls[at]!;
    sum.errors += totals.errors[at]!;
    sum.unmeteredCalls += totals.unmeteredCalls[at]!;
    tokens = add(tokens, totals.totalTokens[at]!);
    cost = add(cost, totals.totalCost[at]!);
    start = Math.min(start, columns.start[at]!);
    end = Math.max(end, Number.isNaN(columns.end[at]!) ? columns.start[at]! : columns.end[at]!);
    status = runs[at]!.status;
    isRunning ||= status === 'running';
  }
  return {
    ...sum,
    tokens,
    cost: totals.currency === null ? null : cost,
    currency: totals.currency ?? 'USD',
    start: startTime + start,
    end: isRunning ? null : startTime + end,
    // A trace can have been interrupted inside of roots that ended well.
    status: sum.runs === runs.length ? trace.status : isRunning ? 'running' : status,
  };
}

/** NaN stands for what is not known. */
function add(sum: number | null, figure: number): number | null {
  return Number.isNaN(figure) ? sum : (sum ?? 0) + figure;
}
