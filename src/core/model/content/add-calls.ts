import { parseIfJson } from '../json.ts';
import type { MessagePart, ToolCall } from './content.ts';
import { isEmpty } from './fields.ts';
import { readToolCall } from './read-tool-call.ts';

/**
 * Adds the calls of one list to a message. Many messages name a call twice, in their content and in a list beside it:
 * it is added once, with the arguments that say more.
 */
export function addCalls(parts: MessagePart[], list: unknown): void {
  const calls = parseIfJson(list);
  if (typeof calls !== 'object' || calls === null) return;
  const known = indexCalls(parts);
  for (const value of Array.isArray(calls) ? calls : [calls]) {
    const call = readToolCall(value);
    if (call === undefined) {
      if (value != null) parts.push({ type: 'other', value });
      continue;
    }
    const twins = known.get(nameKey(call));
    const at = call.id === null ? twins?.at(-1) : (known.get(idKey(call))?.[0] ?? twins?.pop());
    if (at === undefined && (call.id !== null || twins === undefined)) parts.push({ type: 'tool-call', call });
    else if (at !== undefined) parts[at] = { type: 'tool-call', call: merge(parts[at], call) };
  }
}

/** Where the calls so far stand: by id, and by name those without an id, the first one last. */
function indexCalls(parts: readonly MessagePart[]): Map<string, number[]> {
  const known = new Map<string, number[]>();
  for (let at = parts.length - 1; at >= 0; at--) {
    const part = parts[at];
    if (part?.type !== 'tool-call') continue;
    const byName = known.get(nameKey(part.call)) ?? [];
    known.set(nameKey(part.call), byName);
    if (part.call.id === null) byName.push(at);
    else known.set(idKey(part.call), [at]);
  }
  return known;
}

const idKey = (call: ToolCall): string => `id ${call.id}`;
const nameKey = (call: ToolCall): string => `name ${call.name}`;

function merge(part: MessagePart | undefined, call: ToolCall): ToolCall {
  if (part?.type !== 'tool-call') return call;
  const { id, arguments: given, result } = part.call;
  return {
    id: id ?? call.id,
    name: part.call.name,
    arguments: isTold(given) || !isTold(call.arguments) ? given : call.arguments,
    result: result ?? call.result,
  };
}

/** Streamed calls leave empty or half-written arguments in one of the two places. */
function isTold(given: unknown): boolean {
  return typeof given === 'object' && !isEmpty(given);
}
