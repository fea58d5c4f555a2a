import type { Cost, Usage, UsageDetails } from './usage.ts';

/** The figures of a subtree, its own run included. A figure of which nothing is known is null. */
export interface Totals {
  /** Runs in the subtree. */
  readonly runs: number;
  /** Calls of a language model. A call that is recorded twice, by a wrapper and by what it wraps, counts once. */
  readonly llmCalls: number;
  readonly toolCalls: number;
  /** Runs that failed. */
  readonly errors: number;
  /** Model calls that recorded no tokens: with one of them, `usage` is a lower bound. */
  readonly unmeteredCalls: number;
  readonly usage: Usage | null;
  /** As recorded. Null also if the trace was paid in more than one currency. */
  readonly cost: Cost | null;
  /** The run's own time in ms that no child covers: never a sum. Null while it runs. */
  readonly selfTime: number | null;
}

/** Figures by their place in reading order; NaN where nothing is known, so that absent is never 0. */
export type Column = Float64Array;

/** The figure of each run's whole subtree, one entry a run in reading order. */
export interface TotalColumns {
  readonly llmCalls: Uint32Array;
  readonly toolCalls: Uint32Array;
  readonly errors: Uint32Array;
  readonly unmeteredCalls: Uint32Array;
  readonly inputTokens: Column;
  readonly outputTokens: Column;
  readonly totalTokens: Column;
  readonly inputCost: Column;
  readonly outputCost: Column;
  readonly totalCost: Column;
  /** By name of the detail: only those that occur. */
  readonly inputDetails: Map<string, Column>;
  readonly outputDetails: Map<string, Column>;
  /** The trace's currency; null if there are several. */
  currency: string | null;
}

/** Columns for so many runs of which nothing is known yet. */
export function createTotalColumns(count: number): TotalColumns {
  return {
    llmCalls: new Uint32Array(count),
    toolCalls: new Uint32Array(count),
    errors: new Uint32Array(count),
    unmeteredCalls: new Uint32Array(count),
    inputTokens: unknownColumn(count),
    outputTokens: unknownColumn(count),
    totalTokens: unknownColumn(count),
    inputCost: unknownColumn(count),
    outputCost: unknownColumn(count),
    totalCost: unknownColumn(count),
    inputDetails: new Map(),
    outputDetails: new Map(),
    currency: 'USD',
  };
}

/** A column in which nothing is known. */
export function unknownColumn(count: number): Column {
  return new Float64Array(count).fill(Number.NaN);
}

/** The totals of the subtree [at, end). */
export function totalsAt(columns: TotalColumns, at: number, end: number, selfTime: number | null): Totals {
  return {
    runs: end - at,
    llmCalls: columns.llmCalls[at] ?? 0,
    toolCalls: columns.toolCalls[at] ?? 0,
    errors: columns.errors[at] ?? 0,
    unmeteredCalls: columns.unmeteredCalls[at] ?? 0,
    usage: usageAt(columns, at),
    cost: columns.currency === null ? null : costAt(columns, at, columns.currency),
    selfTime,
  };
}

/** The tokens that a place in the columns holds; null if none are known. */
export function usageAt(columns: TotalColumns, at: number): Usage | null {
  const input = known(columns.inputTokens, at);
  const output = known(columns.outputTokens, at);
  const total = known(columns.totalTokens, at);
  const inputDetails = detailsAt(columns.inputDetails, at);
  const outputDetails = detailsAt(columns.outputDetails, at);
  if (input === null && output === null && total === null && inputDetails === NO_DETAILS && outputDetails === NO_DETAILS) return null;
  return { input, output, total, inputDetails, outputDetails };
}

/** The money that a place in the columns holds; null if none is known. */
export function costAt(columns: TotalColumns, at: number, currency: string): Cost | null {
  const input = known(columns.inputCost, at);
  const output = known(columns.outputCost, at);
  const total = known(columns.totalCost, at);
  return input === null && output === null && total === null ? null : { input, output, total, currency };
}

const NO_DETAILS: UsageDetails = Object.freeze({});

function detailsAt(columns: ReadonlyMap<string, Column>, at: number): UsageDetails {
  let details: Record<string, number> | undefined;
  for (const [name, column] of columns) {
    const figure = known(column, at);
    if (figure === null) continue;
    details ??= {};
    details[name] = figure;
  }
  return details ?? NO_DETAILS;
}

function known(column: Column, at: number): number | null {
  const figure = column[at];
  return figure === undefined || Number.isNaN(figure) ? null : figure;
}
