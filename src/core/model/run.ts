import type { Cost, Usage } from './usage.ts';

/** What a step does, in one vocabulary for all tracers. */
export const RUN_KINDS = [
  'agent', 'chain', 'llm', 'tool', 'retriever', 'embedding', 'reranker', 'prompt', 'parser', 'guardrail', 'evaluator', 'other',
] as const;
export type RunKind = (typeof RUN_KINDS)[number];

/** How a step ended. `interrupted` waits for a person: it is no failure. */
export const RUN_STATUSES = ['success', 'error', 'running', 'interrupted'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

/** The model that a run called. */
export interface Model {
  /** As the provider answered, else as it was asked for; null if not recorded. */
  readonly name: string | null;
  /** `openai`, `anthropic`, …, in the tracer's spelling; null if not recorded. */
  readonly provider: string | null;
  /** Temperature, token limit and the like, as they were recorded. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Why a run failed, or where it was interrupted. */
export interface RunError {
  /** The exception's class or the provider's code; null if not recorded. */
  readonly type: string | null;
  readonly message: string;
  readonly stack: string | null;
}

/** Something that happened at one moment of a run. */
export interface RunEvent {
  readonly name: string;
  /** Milliseconds after the trace's start; null if the event bears no time. */
  readonly time: number | null;
  /** Everything else that the event says. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** A run that another one points to without being its child: what caused it, what it continues, what it judges. */
export interface RunLink {
  /** Null where only the run is named: it is then of the same trace. */
  readonly traceId: string | null;
  /** Null where a whole trace is meant. The run need not be in any trace at hand. */
  readonly runId: string | null;
  /** Everything else that the link says. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

/**
 * One step of an LLM application: LangSmith's run, OpenTelemetry's span, Langfuse's observation.
 * Figures are the run's own; `trace.totalsOf(run)` has those of its subtree.
 */
export interface Run {
  /** Unique within its trace. */
  readonly id: string;
  readonly traceId: string;
  /** The run that this one is under in the tree; null for a root, also for one that became a root by repair. */
  readonly parentId: string | null;
  readonly name: string;
  readonly kind: RunKind;
  /** The tracer's own word for the kind; null if it has none. */
  readonly sourceKind: string | null;
  readonly status: RunStatus;
  /** Milliseconds after the trace's start, exact to the nanosecond. */
  readonly start: number;
  /** Milliseconds after the trace's start, exact to the nanosecond; null where no end was recorded. */
  readonly end: number | null;
  /** When the first token arrived, in milliseconds after the trace's start; null where it was not recorded. */
  readonly firstToken: number | null;
  readonly model: Model | null;
  /** Own tokens. A parent that only repeats what its children used has none. */
  readonly usage: Usage | null;
  /** Own cost, as recorded. */
  readonly cost: Cost | null;
  readonly error: RunError | null;
  readonly tags: readonly string[];
  /** Marked by its tracer as plumbing, not meant for people (`langsmith:hidden`, level DEBUG). */
  readonly hidden: boolean;
  /** Read from the source when asked for. */
  readonly events: readonly RunEvent[];
  /** Read from the source when asked for. */
  readonly links: readonly RunLink[];
  /** Read from the source when asked for. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Read from the source when asked for; undefined if not recorded. */
  readonly inputs: unknown;
  /** Read from the source when asked for; undefined if not recorded. */
  readonly outputs: unknown;
  /** The record as the tracer wrote it. */
  readonly source: unknown;
}
