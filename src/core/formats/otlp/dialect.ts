import type { RunKind } from '../../model/run.ts';
import type { CostInput, UsageInput } from '../../model/usage.ts';
import type { UsageRule } from '../usage-rules.ts';
import type { SpanContent } from './span-content.ts';

/** What attributes can tell of a span at the time of reading; everything else is looked up when someone looks. */
export type SpanField =
  | 'kind'
  /** Says the kind only where its word is known: the attribute is used for other things too. */
  | 'kindHint'
  | 'name'
  | 'model'
  | 'provider'
  /** All parameters of a model call as one object, or as JSON text of one. */
  | 'parameters'
  | 'toolName'
  | 'toolCallId'
  /** What the tracer calls the function that the span is a call of. */
  | 'entityName'
  /** Their presence tells a retriever, an embedding, a model call, an agent, a step of a chain, where no kind is told. */
  | 'retrieval'
  | 'embedding'
  | 'modelCall'
  | 'agentRun'
  | 'chainStep'
  | 'inputTokens'
  | 'outputTokens'
  | 'totalTokens'
  | 'cacheRead'
  | 'cacheWrite'
  | 'inputAudio'
  | 'inputImage'
  | 'outputAudio'
  | 'outputImage'
  | 'reasoning'
  /** Tokens by class, in the dialect's own words, for `readUsage`. */
  | 'usage'
  | 'inputCost'
  | 'outputCost'
  | 'totalCost'
  /** Money by class, in the dialect's own words, for `readCost`. */
  | 'cost'
  | 'threadId'
  | 'project'
  | 'tags'
  | 'level'
  /** The level as OpenTelemetry's number of severity. */
  | 'levelNumber'
  | 'statusMessage'
  | 'errorType'
  | 'firstTokenSeconds'
  | 'firstTokenMilliseconds'
  | 'firstTokenTime'
  /** Its presence tells that someone judged a run. */
  | 'feedback'
  /** Logfire's word for what the record is: a span, a span that has begun, a line of a log. */
  | 'recordType'
  | 'pendingParent';

/** Where a parameter of a model call stands among the fields: `parameter.temperature`. */
export type ParameterField = `parameter.${string}`;

/** The messages of a span in the shape of any chat API; undefined on a side of which nothing is said. */
export interface SpanMessages {
  readonly input?: unknown;
  readonly output?: unknown;
}

/** The attributes of which the first that holds anything is a payload, parsed if it is JSON; or a reading of the span. */
export type PayloadSource = readonly string[] | ((span: SpanContent) => unknown);

/** One convention for naming what an LLM span says. A new one is a file that exports a Dialect, and a line in `dialects.ts`. */
export interface Dialect {
  readonly id: string;
  /** Which field each attribute tells; where two tell the same, the later listed wins. */
  readonly fields: Readonly<Record<string, SpanField | ParameterField>>;
  /** The run kind that a value of the `kind` attributes stands for, by its lower-case spelling. */
  readonly kinds?: Readonly<Record<string, RunKind>>;
  /** How its token counts are meant. */
  readonly usage?: UsageRule;
  /** Reads the `usage` attribute, parsed if it is JSON; by its rule, with details inside. It is believed over counts with an attribute each. */
  readUsage?(value: unknown): UsageInput | undefined;
  /** Reads the `cost` attribute, or the `usage` attribute where that holds money too; in USD. */
  readCost?(value: unknown): CostInput | undefined;
  /** Starts of keys under which it has metadata of the application, which are shown without them. */
  readonly metadataUnder?: readonly string[];
  /** What the span was given and what it returned: the attributes that hold it, the surest first, or a reading of several. */
  readonly inputs?: PayloadSource;
  readonly outputs?: PayloadSource;
  /** Readings of the payload; undefined where the dialect says nothing. What they take of the span is no metadata. */
  messages?(span: SpanContent): SpanMessages | undefined;
  documents?(span: SpanContent): readonly unknown[] | undefined;
}
