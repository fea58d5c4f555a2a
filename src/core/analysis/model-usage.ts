import type { Run } from '../model/run.ts';
import type { Trace } from '../model/trace.ts';
import { modelCalls } from './model-calls.ts';

/** What one model was used for in a trace. A figure of which nothing is known is null. */
export interface ModelUsage {
  /** Null where calls don't say which model they called. */
  readonly name: string | null;
  readonly provider: string | null;
  /** Its calls; those of embedding and reranking models count too. */
  readonly calls: number;
  /** Calls that failed. */
  readonly errors: number;
  /** Calls that ended well and recorded no tokens: with one of them, the tokens are a lower bound. Nobody expects any of a call that failed. */
  readonly unmeteredCalls: number;
  /** Calls that ended well and whose cost nobody recorded, neither they nor a run around them: with one of them, the cost is a lower bound. */
  readonly unpricedCalls: number;
  readonly inputTokens: number | null;
  /** Part of the input. */
  readonly cachedTokens: number | null;
  readonly outputTokens: number | null;
  /** Part of the output. */
  readonly reasoningTokens: number | null;
  readonly totalTokens: number | null;
  /** In the trace's currency; null also if it has several. */
  readonly cost: number | null;
}

/** The models that a trace called, those that used most tokens first. */
export function modelUsage(trace: Trace): readonly ModelUsage[] {
  const calls = modelCalls(trace);
  const priced = pricedRuns(trace);
  const isOneCurrency = trace.columns.totals.currency !== null;
  const groups = new Map<string | null, Map<string | null, Group>>();
  for (let at = 0; at < calls.length; at++) {
    const run = trace.runs[at]!;
    const isCall = calls[at] === 1;
    if (!isCall && (run.model === null || (run.usage === null && run.cost === null))) continue;
    const group = groupOf(groups, run.model?.name ?? null, run.model?.provider ?? null);
    if (isCall) {
      group.calls++;
      if (run.status === 'error') group.errors++;
      if (run.status === 'success' && run.usage === null) group.unmeteredCalls++;
      if (run.status === 'success' && priced[at] === 0) group.unpricedCalls++;
    }
    addRun(group, run, isOneCurrency);
  }
  const models: ModelUsage[] = [];
  for (const named of groups.values()) for (const group of named.values()) models.push(group);
  return models.toSorted((a, b) => (b.totalTokens ?? -1) - (a.totalTokens ?? -1) || b.calls - a.calls);
}

type Group = { -readonly [Figure in keyof ModelUsage]: ModelUsage[Figure] };

/** Names are data: one of them may be the other's with a separator in it, or `__proto__`. */
function groupOf(groups: Map<string | null, Map<string | null, Group>>, name: string | null, provider: string | null): Group {
  let named = groups.get(name);
  if (named === undefined) groups.set(name, (named = new Map()));
  let group = named.get(provider);
  if (group === undefined) {
    group = {
      name, provider, calls: 0, errors: 0, unmeteredCalls: 0, unpricedCalls: 0,
      inputTokens: null, cachedTokens: null, outputTokens: null, reasoningTokens: null, totalTokens: null, cost: null,
    };
    named.set(provider, group);
  }
  return group;
}

function addRun(group: Group, { usage, cost }: Run, isOneCurrency: boolean): void {
  if (usage !== null) {
    group.inputTokens = sum(group.inputTokens, usage.input);
    group.cachedTokens = sum(group.cachedTokens, usage.inputDetails['cacheRead']);
    group.outputTokens = sum(group.outputTokens, usage.output);
    group.reasoningTokens = sum(group.reasoningTokens, usage.outputDetails['reasoning']);
    group.totalTokens = sum(group.totalTokens, usage.total);
  }
  if (cost !== null && isOneCurrency) group.cost = sum(group.cost, cost.total);
}

function sum(known: number | null, more: number | null | undefined): number | null {
  return more == null ? known : (known ?? 0) + more;
}

/** 1 for each run whose cost somebody recorded: it itself, or a run that it is under. */
function pricedRuns(trace: Trace): Uint8Array {
  const { parent } = trace.columns;
  const priced = new Uint8Array(trace.runs.length);
  for (let at = 0; at < priced.length; at++) {
    const above = parent[at]!;
    if (trace.runs[at]!.cost !== null || (above !== -1 && priced[above] === 1)) priced[at] = 1;
  }
  return priced;
}
