import { asObject, isObject, parseIfJson } from '../json.ts';
import { RecordedRun } from '../recorded-run.ts';
import type { Run } from '../run.ts';
import type { MessagePart, ToolCall } from './content.ts';
import { firstTextOf } from './fields.ts';
import { keptByRun } from './kept-by-run.ts';
import { messagesOf } from './messages-of.ts';
import { readKnownPart } from './read-part.ts';
import { readMessages } from './read-messages.ts';
import { CALL_ID } from './read-tool-call.ts';

const kept = new WeakMap<Run, readonly ToolCall[]>();

/** The calls that a model asked for, if the run is a model call; the call that was carried out, if it is a tool's run. */
export function toolCallsOf(run: Run): readonly ToolCall[] {
  return keptByRun(kept, run, read);
}

function read(run: Run): readonly ToolCall[] {
  const own = RecordedRun.recordOf(run)?.toolCalls;
  if (Array.isArray(own) && own.length > 0) return own;
  if (run.kind === 'tool') return [carriedOut(run)];
  return run.kind === 'llm' ? askedFor(messagesOf(run).filter((message) => message.side === 'output').flatMap((message) => message.parts)) : [];
}

/** Tools that the provider runs itself answer in the same output. */
function askedFor(parts: readonly MessagePart[]): readonly ToolCall[] {
  const results = new Map<string | null, unknown>();
  for (const part of parts) if (part.type === 'tool-result' && part.callId !== null) results.set(part.callId, part.result);
  return parts.flatMap((part) => (part.type === 'tool-call' ? [{ ...part.call, result: part.call.result ?? results.get(part.call.id) }] : []));
}

function carriedOut(run: Run): ToolCall {
  const inputs = parseIfJson(run.inputs);
  const asked = readKnownPart(inputs);
  const answer = readMessages(run.outputs, 'output', false).flatMap((message) => message.parts).findLast((part) => part.type === 'tool-result');
  const id = asked?.type === 'tool-call' ? asked.call.id : null;
  return {
    id: id ?? answer?.callId ?? callIdIn(inputs, run.outputs, asObject(run.source)?.['extra'], run.metadata),
    name: run.name,
    arguments: asked?.type === 'tool-call' ? asked.call.arguments : bareInput(inputs),
    result: answer === undefined ? bareOutput(run.outputs) : answer.result,
  };
}

function callIdIn(...places: readonly unknown[]): string | null {
  for (const place of places) {
    const fields = asObject(place) ?? {};
    const id = firstTextOf(fields, CALL_ID) ?? firstTextOf(asObject(fields['kwargs']) ?? {}, CALL_ID);
    if (id !== null) return id;
  }
  return null;
}

/** Older tracers have the arguments as text in one field. */
function bareInput(inputs: unknown): unknown {
  if (!isObject(inputs) || Object.keys(inputs).length !== 1) return inputs;
  const parsed = parseIfJson(inputs['input']);
  return typeof parsed === 'object' && parsed !== null ? parsed : inputs;
}

/** Tracers wrap whatever is not an object in one field, and have an empty object where there is nothing. */
function bareOutput(outputs: unknown): unknown {
  if (!isObject(outputs)) return outputs ?? undefined;
  const keys = Object.keys(outputs);
  const only = keys.length === 1 && (keys[0] === 'output' || keys[0] === 'outputs') ? outputs[keys[0]] : outputs;
  return keys.length === 0 ? undefined : (only ?? undefined);
}
