import { commonMessages } from '../../core/analysis/prompt-prefix.ts';
import type { Document, Message, ToolCall } from '../../core/model/content/content.ts';
import { documentsOf } from '../../core/model/content/documents-of.ts';
import { messagesOf } from '../../core/model/content/messages-of.ts';
import { toolCallsOf } from '../../core/model/content/tool-calls-of.ts';
import type { Feedback } from '../../core/model/feedback.ts';
import type { Issue } from '../../core/model/issue.ts';
import type { Run, RunEvent } from '../../core/model/run.ts';
import type { Trace } from '../../core/model/trace.ts';
import { offeredTools, type OfferedTool } from './offered-tools.ts';

/** Everything that an inspector shows of a run: read once, since payloads are read from their source each time. */
export interface RunReading {
  readonly inputs: unknown;
  readonly outputs: unknown;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly events: readonly RunEvent[];
  readonly messages: readonly Message[];
  readonly documents: readonly Document[];
  readonly calls: readonly ToolCall[];
  readonly offered: readonly OfferedTool[];
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
  const inputs = known(run.inputs);
  const outputs = known(run.outputs);
  const calls = toolCallsOf(run);
  const parameters = { ...run.model?.parameters };
  delete parameters['tools'];
  delete parameters['functions'];
  const [call] = run.kind === 'tool' ? calls : [];
  return {
    inputs,
    outputs,
    metadata: run.metadata,
    events: run.events,
    messages: conversationOf(run),
    documents: documentsOf(run),
    calls,
    offered: offeredTools(run.model?.parameters, inputs),
    parameters,
    arguments: call?.arguments ?? inputs,
    result: call?.result ?? outputs,
    feedback: trace.feedback.filter(({ runId }) => runId === run.id),
    issues: trace.issues.filter(({ runId }) => runId === run.id),
  };
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
