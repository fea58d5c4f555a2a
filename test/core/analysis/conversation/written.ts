import type { Conversation, ConversationItem } from '../../../../src/core/analysis/conversation/conversation.ts';
import { conversationOf } from '../../../../src/core/analysis/conversation/read-conversation.ts';
import type { MessagePart } from '../../../../src/core/model/content/content.ts';
import { buildTraces } from '../../../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../../../src/core/model/record.ts';
import type { Run } from '../../../../src/core/model/run.ts';
import type { Trace } from '../../../../src/core/model/trace.ts';

/** A conversation as one list of lines a turn, so that what is expected can be read. */
export function written(traces: Trace | readonly Trace[], inside: Run | null = null): string[][] {
  return conversationOf(traces, inside).turns.map(({ items }) => items.map(line));
}

/** The same of runs by their records. */
export function writtenOf(...records: readonly RunRecord[]): string[][] {
  return written(buildTraces(records));
}

/** All items of all turns. */
export function itemsOf({ turns }: Conversation): ConversationItem[] {
  return turns.flatMap(({ items }) => items);
}

/** An item in a line: what it is, what it says, and of which run it is. */
export function line(item: ConversationItem): string {
  const by = ` ‹${item.run.name}›`;
  switch (item.type) {
    case 'message': return `${item.side === 'input' ? '' : 'handed on '}${item.role}: ${words(item.parts)}${by}`;
    case 'payload': return `${item.side} ${item.key ?? ''}${item.isWhole ? '' : '+'}: ${item.text ?? JSON.stringify(item.value)}${by}`;
    case 'system':
    case 'prompt': return `${item.type} ${item.messages.map(({ role, parts }) => `${role}: ${words(parts)}`).join('; ')}${by}`;
    case 'model': return `model${item.attempt === null ? '' : ` #${item.attempt}`}${item.run.status === 'success' ? '' : ` ${item.run.status}`}: ${words(item.parts)}${by}`;
    case 'tool': return `${item.name}(${item.call === null ? '' : JSON.stringify(item.call.arguments)})${item.result === undefined ? '' : ` = ${JSON.stringify(item.result)}`}${item.toolRun === null ? ' without a run' : ''}${item.hasInside ? ' +' : ''}${by}`;
    case 'retrieval':
    case 'check': return `${item.type}${item.run.status === 'success' ? '' : ` ${item.run.status}`}${item.hasInside ? ' +' : ''}${by}`;
    case 'agent':
    case 'stop': return `${item.type} ${item.run.status}${by}`;
    default: return item satisfies never;
  }
}

function words(parts: readonly MessagePart[]): string {
  return parts.map((part) => (part.type === 'text' ? part.text : part.type === 'reasoning' ? `(${part.text})` : part.type === 'tool-call' ? `${part.call.name}!` : part.type)).join(' ');
}

export const user = (content: unknown, id?: string): object => ({ role: 'user', content, ...(id !== undefined && { id }) });
export const assistant = (content: unknown): object => ({ role: 'assistant', content });
export const system = (content: string): object => ({ role: 'system', content });
export const result = (id: string, content: unknown): object => ({ role: 'tool', tool_call_id: id, content });
/** An answer that asks for tools, each by its id (empty for none), its name and what is looked for. */
export const asks = (content: string, ...calls: readonly (readonly [id: string, name: string, q: string])[]): object => ({
  role: 'assistant', content, tool_calls: calls.map(([id, name, q]) => ({ ...(id !== '' && { id }), name, args: { q } })),
});

/** A model call: what it was told, and what it said. */
export const llm = (id: string, parentId: string | null, startTime: number, told: readonly unknown[], said: readonly unknown[] = [], more: Partial<RunRecord> = {}): RunRecord =>
  ({ id, parentId, traceId: 't', name: id, kind: 'llm', startTime, endTime: startTime + 1, inputs: { messages: told }, outputs: { messages: said }, ...more });
/** A tool's run, with the id of the call that it carried out, if it knows it. */
export const tool = (id: string, parentId: string | null, startTime: number, name: string, q: string, callId: string | null = null, more: Partial<RunRecord> = {}): RunRecord =>
  ({ id, parentId, traceId: 't', name, kind: 'tool', startTime, endTime: startTime + 1, inputs: callId === null ? { q } : { id: callId, name, args: { q }, type: 'tool_call' }, outputs: { output: `found ${q}` }, ...more });
/** Any other step. */
export const step = (id: string, parentId: string | null, kind: string, startTime: number, more: Partial<RunRecord> = {}): RunRecord =>
  ({ id, parentId, traceId: 't', name: id, kind, startTime, endTime: 1_000, ...more });
