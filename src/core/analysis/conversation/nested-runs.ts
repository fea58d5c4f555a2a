import type { RunKind } from '../../model/run.ts';
import type { Trace } from '../../model/trace.ts';

/** Kinds that are items of a conversation wherever they stand. */
const TOLD: ReadonlySet<RunKind> = new Set(['agent', 'llm', 'tool', 'retriever', 'reranker', 'guardrail', 'evaluator']);

/** How many model and tool calls are in the subtree at a position. */
export function callsIn(trace: Trace, at: number): number {
  const { totals } = trace.columns;
  return totals.llmCalls[at]! + totals.toolCalls[at]!;
}

/** Whether anything inside of a run would be an item by itself. */
export function hasItemsInside(trace: Trace, at: number): boolean {
  const { subtreeEnd, totals } = trace.columns;
  const end = subtreeEnd[at]!;
  if (totals.errors[at]! > (trace.runs[at]!.status === 'error' ? 1 : 0)) return true;
  for (let inner = at + 1; inner < end; inner++) if (TOLD.has(trace.runs[inner]!.kind)) return true;
  return false;
}

/** Whether a model call only wraps another one: the same call, as the totals count it. */
export function wrapsModelCall(trace: Trace, at: number): boolean {
  const { subtreeEnd } = trace.columns;
  const end = subtreeEnd[at]!;
  for (let child = at + 1; child < end; child = subtreeEnd[child]!) if (trace.runs[child]!.kind === 'llm') return true;
  return false;
}

/** Kinds that a branch can be of. */
const BRANCH: ReadonlySet<RunKind> = new Set(['agent', 'chain', 'other']);
/** Runs of a branch that are looked at to find a model call. */
const MOST_RUNS = 10_000;

/**
 * The branches directly under a run that go on side by side, each in a loop of model and tool calls: agents, whatever
 * their tracer calls them.
 */
export function concurrentBranches(trace: Trace, at: number): number[] {
  const { subtreeEnd, totals, start, end } = trace.columns;
  const branches: number[] = [];
  if (totals.llmCalls[at]! < 2) return branches;
  let last = -1;
  let lastEnd = Number.NEGATIVE_INFINITY;
  for (let child = at + 1; child < subtreeEnd[at]!; child = subtreeEnd[child]!) {
    if (totals.llmCalls[child] === 0 || callsIn(trace, child) < 2 || !BRANCH.has(trace.runs[child]!.kind) || !asksModel(trace, child)) continue;
    if (start[child]! < lastEnd) {
      if (branches.at(-1) !== last) branches.push(last);
      branches.push(child);
    }
    last = child;
    lastEnd = Math.max(lastEnd, Number.isNaN(end[child]!) ? Number.POSITIVE_INFINITY : end[child]!);
  }
  return branches;
}

/** Whether a branch calls models itself: a node that only carries out tools is none, though agents may be among them. */
function asksModel({ runs, columns }: Trace, at: number): boolean {
  const end = Math.min(columns.subtreeEnd[at]!, at + MOST_RUNS);
  let inner = at + 1;
  while (inner < end) {
    const { kind } = runs[inner]!;
    if (kind === 'llm') return true;
    inner = kind === 'tool' ? columns.subtreeEnd[inner]! : inner + 1;
  }
  return inner < columns.subtreeEnd[at]!;
}
