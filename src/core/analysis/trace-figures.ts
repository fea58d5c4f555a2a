import { costAt, createTotalColumns, unknownColumn, usageAt, type Column, type Totals } from '../model/totals.ts';
import type { Trace } from '../model/trace.ts';

/** What all runs of a trace add up to. There is no self time: nobody's own time is a sum. */
export type TraceFigures = Omit<Totals, 'selfTime'>;

const COUNTERS = ['llmCalls', 'toolCalls', 'errors', 'unmeteredCalls'] as const;
const FIGURES = ['inputTokens', 'outputTokens', 'totalTokens', 'inputCost', 'outputCost', 'totalCost'] as const;

/** Adds up the roots, which hold everything else. */
export function traceFigures({ runs, columns }: Trace): TraceFigures {
  const { totals, subtreeEnd } = columns;
  const sum = createTotalColumns(1);
  const counts = COUNTERS.map((name) => [totals[name], sum[name]] as const);
  const figures: (readonly [from: Column, to: Column])[] = FIGURES.map((name) => [totals[name], sum[name]]);
  for (const part of ['inputDetails', 'outputDetails'] as const) {
    for (const [name, column] of totals[part]) {
      const to = unknownColumn(1);
      sum[part].set(name, to);
      figures.push([column, to]);
    }
  }

  for (let at = 0; at < subtreeEnd.length; at = subtreeEnd[at]!) {
    for (const [from, to] of counts) to[0]! += from[at]!;
    for (const [from, to] of figures) {
      const figure = from[at]!;
      if (!Number.isNaN(figure)) to[0] = Number.isNaN(to[0]!) ? figure : to[0]! + figure;
    }
  }
  return {
    runs: runs.length,
    llmCalls: sum.llmCalls[0]!,
    toolCalls: sum.toolCalls[0]!,
    errors: sum.errors[0]!,
    unmeteredCalls: sum.unmeteredCalls[0]!,
    usage: usageAt(sum, 0),
    cost: totals.currency === null ? null : costAt(sum, 0, totals.currency),
  };
}
