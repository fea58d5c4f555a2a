import type { Trace } from '../model/trace.ts';

/** What all runs of a trace add up to. */
export interface TraceFigures {
  readonly errors: number;
  readonly llmCalls: number;
  readonly toolCalls: number;
  /** 0 where nothing is known. */
  readonly totalTokens: number;
  /** 0 where nothing is known. */
  readonly totalCost: number;
}

/** Adds up the roots, which hold everything else. */
export function traceFigures({ columns }: Trace): TraceFigures {
  const { totals, subtreeEnd } = columns;
  const sum = { errors: 0, llmCalls: 0, toolCalls: 0, totalTokens: 0, totalCost: 0 };
  for (let at = 0; at < subtreeEnd.length; at = subtreeEnd[at]!) {
    sum.errors += totals.errors[at]!;
    sum.llmCalls += totals.llmCalls[at]!;
    sum.toolCalls += totals.toolCalls[at]!;
    // NaN stands for what is not known.
    sum.totalTokens += totals.totalTokens[at]! || 0;
    sum.totalCost += totals.totalCost[at]! || 0;
  }
  return sum;
}
