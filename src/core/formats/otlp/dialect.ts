import type { ToolCall } from '../../model/content/content.ts';
import type { RunKind } from '../../model/run.ts';

/** What attributes can tell of a span at the time of reading; everything else is looked up when someone looks. */
export type SpanField =
  | 'kind'
  | 'name'
  | 'model'
  | 'provider'
  | 'parameters'
  | 'toolName'
  | 'retrieval'
  | 'embedding'
  | 'inputTokens'
  | 'outputTokens'
  | 'totalTokens'
  | 'cacheRead'
  | 'cacheWrite'
  | 'inputAudio'
  | 'outputAudio'
  | 'reasoning'
  | 'inputCost'
  | 'outputCost'
  | 'totalCost'
  | 'threadId'
  | 'project'
  | 'tags'
  | 'level'
  | 'errorType'
  | 'firstTokenSeconds';

/** A span's attributes, decoded, by key. */
export type Attributes = Readonly<Record<string, unknown>>;

/** One convention for naming what an LLM span says. A new one is a file that exports a Dialect, and a line in `dialects.ts`. */
export interface Dialect {
  readonly id: string;
  /** Which field each attribute tells; where two tell the same, the later listed wins. */
  readonly fields: Readonly<Record<string, SpanField>>;
  /** The run kind that a value of the `kind` attribute stands for, by its lower-case spelling. */
  readonly kinds: Readonly<Record<string, RunKind>>;
  /** The payload's own readings, from all attributes; undefined where the dialect says nothing. */
  inputs?(attributes: Attributes): unknown;
  outputs?(attributes: Attributes): unknown;
  messages?(attributes: Attributes): { readonly input: unknown; readonly output: unknown } | undefined;
  documents?(attributes: Attributes): readonly unknown[] | undefined;
  toolCalls?(attributes: Attributes): readonly ToolCall[] | undefined;
  /** Whether `inputs`, `outputs`, `messages` or `documents` show the attribute already, so that metadata need not. */
  isPayload(key: string): boolean;
}
