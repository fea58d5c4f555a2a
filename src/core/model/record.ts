import type { ToolCall } from './content/content.ts';
import type { TimeInput } from './time.ts';
import type { CostInput, UsageInput } from './usage.ts';

type Known<T> = T | null | undefined;

/** An event as a format reads it. */
export interface RunEventRecord {
  readonly name: string;
  readonly time?: Known<TimeInput>;
  readonly attributes?: Known<Readonly<Record<string, unknown>>>;
}

/** A link to a run as a format reads it. */
export interface RunLinkRecord {
  readonly traceId?: Known<string>;
  readonly runId?: Known<string>;
  readonly attributes?: Known<Readonly<Record<string, unknown>>>;
}

/**
 * What a run must tell to become part of a trace: what every format produces, and what `buildTraces` takes from those
 * who have a format of their own. The scalars are read once; payloads (`inputs`, `outputs`, `metadata`, `events`, `links`
 * and the readings of them) may be getters, and are read only when someone looks.
 */
export interface RunRecord {
  readonly id: string;
  readonly name: string;
  /** Epoch milliseconds, nanoseconds as a bigint, ISO 8601 text, or a Date. */
  readonly startTime: TimeInput;
  /** Without one, a run belongs to the trace of its parent; a root without one gives its own id. */
  readonly traceId?: Known<string>;
  readonly parentId?: Known<string>;
  /** One of `RUN_KINDS`; another word becomes `other` and is kept as `sourceKind`. */
  readonly kind?: Known<string>;
  /** The tracer's own word, if `kind` was translated from it. */
  readonly sourceKind?: Known<string>;
  /** Without one, the run is running. */
  readonly endTime?: Known<TimeInput>;
  readonly firstTokenTime?: Known<TimeInput>;
  /** One of `RUN_STATUSES`; by default `error` with an error, `running` without an end, else `success`. */
  readonly status?: Known<string>;
  readonly error?: Known<string | { readonly type?: Known<string>; readonly message?: Known<string>; readonly stack?: Known<string> }>;
  readonly model?: Known<string | { readonly name?: Known<string>; readonly provider?: Known<string>; readonly parameters?: Known<Readonly<Record<string, unknown>>> }>;
  readonly usage?: Known<UsageInput>;
  readonly cost?: Known<CostInput>;
  readonly tags?: Known<readonly string[]>;
  readonly hidden?: Known<boolean>;
  /** Where traces of the same application are collected. */
  readonly project?: Known<string>;
  /** The conversation that the trace is a turn of. */
  readonly threadId?: Known<string>;
  /** Orders siblings that start at the same moment, where the tracer counted them. */
  readonly sequence?: Known<number>;

  readonly inputs?: unknown;
  readonly outputs?: unknown;
  readonly metadata?: Known<Readonly<Record<string, unknown>>>;
  readonly events?: Known<readonly RunEventRecord[]>;
  /** Runs of this or another trace that this one points to. */
  readonly links?: Known<readonly RunLinkRecord[]>;
  /** The record as the tracer wrote it; the RunRecord itself by default. */
  readonly source?: unknown;
  /** Messages that are not in `inputs` and `outputs`, in the shape of any chat API; by default they are read from those. */
  readonly messages?: Known<{ readonly input?: unknown; readonly output?: unknown }>;
  /** Documents that are not in `outputs`, as a list; by default they are read from there. */
  readonly documents?: Known<readonly unknown[]>;
  /** Tool calls that neither the messages nor the payload of a tool's run tell. */
  readonly toolCalls?: Known<readonly ToolCall[]>;
}
