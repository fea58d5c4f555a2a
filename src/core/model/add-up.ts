import { ownCost, ownUsage } from './repeated-figures.ts';
import type { RunKind, RunStatus } from './run.ts';
import { costAt, createTotalColumns, unknownColumn, usageAt, type Column, type TotalColumns } from './totals.ts';
import type { Cost, Usage, UsageDetails } from './usage.ts';

/** What the backward pass reads of a run; `usage` and `cost` come in as recorded and go out as the run's own. */
export interface Countable {
  readonly kind: RunKind;
  readonly status: RunStatus;
  usage: Usage | null;
  cost: Cost | null;
}

/** Kinds that are calls of a model, as bits: a call around a call of the same kind is one call. */
const CALL: Readonly<Partial<Record<RunKind, number>>> = { llm: 1, embedding: 2, reranker: 4 };

/** Details are named by the tracer: past this many names the rest is added up under one, since each has a column. */
const MOST_DETAILS = 48;
const OTHER_DETAILS = 'other';

/**
 * Adds up every subtree in one pass from the last run to the first: when the pass comes to a run, its children are
 * complete. Only the model calls that ran are counted: figures that a run merely repeats from inside are taken off it.
 *
 * @param runs in reading order
 * @param onRepeated hears of each run whose figures were taken off
 */
export function addUp(runs: readonly Countable[], parent: Int32Array, onRepeated: (at: number) => void): TotalColumns {
  const columns = createTotalColumns(runs.length);
  const { llmCalls, toolCalls, errors, unmeteredCalls } = columns;
  const counters = [llmCalls, toolCalls, errors, unmeteredCalls];
  const figures = [
    columns.inputTokens, columns.outputTokens, columns.totalTokens, columns.inputCost, columns.outputCost, columns.totalCost,
  ];
  const wraps = new Uint8Array(runs.length);
  const currencies = new Set<string>();
  const paidIn: (string | undefined)[] = [];

  for (let at = runs.length - 1; at >= 0; at--) {
    const run = runs[at]!;
    keepOwn(run, columns, at, paidIn[at], onRepeated);
    if (run.usage !== null) addUsage(columns, at, run.usage, figures);
    if (run.cost !== null) {
      currencies.add(run.cost.currency);
      paidIn[at] = oneCurrency(paidIn[at], run.cost.currency);
      add(columns.inputCost, at, run.cost.input);
      add(columns.outputCost, at, run.cost.output);
      add(columns.totalCost, at, run.cost.total);
    }

    const call = CALL[run.kind] ?? 0;
    if (run.status === 'error') errors[at]! += 1;
    if (run.kind === 'tool') toolCalls[at]! += 1;
    if (call !== 0 && (wraps[at]! & call) === 0) {
      if (run.kind === 'llm') llmCalls[at]! += 1;
      if (run.usage === null) unmeteredCalls[at]! += 1;
    }

    const above = parent[at]!;
    if (above === -1) continue;
    wraps[above]! |= call;
    for (const counter of counters) counter[above]! += counter[at]!;
    for (const column of figures) addInto(column, at, above);
    const currency = paidIn[at];
    if (currency !== undefined) paidIn[above] = oneCurrency(paidIn[above], currency);
  }
  columns.currency = currencies.size > 1 ? null : (currencies.values().next().value ?? 'USD');
  return columns;
}

const SEVERAL = 'several currencies';

function oneCurrency(known: string | undefined, other: string): string {
  return known === undefined || known === other ? other : SEVERAL;
}

/** @param paidIn the currency of what was paid inside of the run */
function keepOwn(run: Countable, columns: TotalColumns, at: number, paidIn: string | undefined, onRepeated: (at: number) => void): void {
  const usage = run.usage === null ? undefined : ownUsage(run.usage, usageAt(columns, at), run.kind);
  const cost = run.cost === null ? undefined : ownCost(run.cost, costAt(columns, at, paidIn ?? run.cost.currency), run.kind);
  if (usage !== undefined) run.usage = usage;
  if (cost !== undefined) run.cost = cost;
  if (usage !== undefined || cost !== undefined) onRepeated(at);
}

function addUsage(columns: TotalColumns, at: number, usage: Usage, figures: Column[]): void {
  add(columns.inputTokens, at, usage.input);
  add(columns.outputTokens, at, usage.output);
  add(columns.totalTokens, at, usage.total);
  addDetails(columns.inputDetails, at, usage.inputDetails, figures);
  addDetails(columns.outputDetails, at, usage.outputDetails, figures);
}

function addDetails(columns: Map<string, Column>, at: number, details: UsageDetails, figures: Column[]): void {
  for (const name in details) {
    const key = columns.has(name) || columns.size < MOST_DETAILS ? name : OTHER_DETAILS;
    let column = columns.get(key);
    if (column === undefined) {
      column = unknownColumn(figures[0]?.length ?? 0);
      columns.set(key, column);
      figures.push(column);
    }
    add(column, at, details[name] ?? null);
  }
}

function add(column: Column, at: number, figure: number | null): void {
  if (figure === null) return;
  const sum = column[at]!;
  column[at] = Number.isNaN(sum) ? figure : sum + figure;
}

function addInto(column: Column, at: number, above: number): void {
  const figure = column[at]!;
  if (!Number.isNaN(figure)) add(column, above, figure);
}
