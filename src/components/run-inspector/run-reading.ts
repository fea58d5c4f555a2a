import { commonMessages } from '../../core/analysis/prompt-prefix.ts';
import type { Document, Message, ToolCall } from '../../core/model/content/content.ts';
import { documentsOf } from '../../core/model/content/documents-of.ts';
import { messagesOf } from '../../core/model/content/messages-of.ts';
import type { PromptTemplate } from '../../core/model/content/prompt-template.ts';
import { promptTemplateOf } from '../../core/model/content/prompt-template-of.ts';
import { toolCallsOf } from '../../core/model/content/tool-calls-of.ts';
import type { Feedback } from '../../core/model/feedback.ts';
import type { Issue } from '../../core/model/issue.ts';
import type { Run, RunEvent, RunLink } from '../../core/model/run.ts';
import type { Trace } from '../../core/model/trace.ts';
import { offeredTools, type OfferedTool } from './offered-tools.ts';

/**
 * Everything that an inspector shows of a run. Each is read when someone looks, and once, since payloads are read from
 * their source each time. What cannot be read throws each time that someone looks, and only there.
 */
export interface RunReading {
  readonly inputs: unknown;
  readonly outputs: unknown;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly events: readonly RunEvent[];
  readonly links: readonly RunLink[];
  readonly messages: readonly Message[];
  readonly documents: readonly Document[];
  readonly calls: readonly ToolCall[];
  readonly offered: readonly OfferedTool[];
  readonly template: PromptTemplate | null;
  /** What the model was told beside its messages and tools. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Of a tool's run, what it was called with. */
  readonly arguments: unknown;
  /** Of a tool's run, what it answered. */
  readonly result: unknown;
  readonly feedback: readonly Feedback[];
  readonly issues: readonly Issue[];
}

/** Reads a run for an inspector. */
export function readRun(trace: Trace, run: Run): RunReading {
  const callOf = (): ToolCall | undefined => (run.kind === 'tool' ? reading.calls[0] : undefined);
  const reading: RunReading = lazily<RunReading>({
    inputs: () => known(run.inputs),
    outputs: () => known(run.outputs),
    metadata: () => run.metadata,
    events: () => run.events,
    links: () => run.links,
    messages: () => conversationOf(run),
    documents: () => documentsOf(run),
    calls: () => toolCallsOf(run),
    offered: () => offeredTools(run.model?.parameters, reading.inputs),
    template: () => promptTemplateOf(run),
    parameters: () => {
      const { tools: _, functions: __, ...parameters } = run.model?.parameters ?? {};
      return parameters;
    },
    arguments: () => callOf()?.arguments ?? reading.inputs,
    result: () => callOf()?.result ?? reading.outputs,
    feedback: () => trace.feedback.filter(({ runId }) => runId === run.id),
    issues: () => trace.issues.filter(({ runId }) => runId === run.id),
  });
  return reading;
}

/** An object whose fields are read when someone looks, and kept. What throws is not: whoever tries again reads again. */
function lazily<T extends object>(readers: { readonly [Field in keyof T]: () => T[Field] }): T {
  const kept = new Map<string, unknown>();
  const fields = Object.entries<() => unknown>(readers).map(([name, read]): [string, PropertyDescriptor] => [name, {
    // Whoever lists the fields, as tools for developers do, does not want to read them.
    enumerable: false,
    get: () => {
      if (!kept.has(name)) kept.set(name, read());
      return kept.get(name);
    },
  }]);
  return Object.defineProperties({}, Object.fromEntries(fields)) as T;
}

/** The messages of a run. What hands a whole conversation on, as a graph does, has those that it was given in its output again. */
function conversationOf(run: Run): readonly Message[] {
  const messages = messagesOf(run);
  if (run.kind === 'llm') return messages;
  const given = messages.filter(({ side }) => side === 'input');
  const made = messages.slice(given.length);
  return given.length > 0 && commonMessages(given, made) === given.length ? [...given, ...made.slice(given.length)] : messages;
}

/** Tracers have an empty object or null where there is nothing. */
function known(value: unknown): unknown {
  if (value === null) return undefined;
  return typeof value === 'object' && !Array.isArray(value) && Object.keys(value ?? {}).length === 0 ? undefined : value;
}
