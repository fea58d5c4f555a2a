import { describe, expect, test } from 'vitest';
import type { Message } from '../../../../src/core/model/content/content.ts';
import { messagesOf } from '../../../../src/core/model/content/messages-of.ts';
import { langSmithRuns } from './langsmith-runs.ts';
import { runWith } from './run-with.ts';

const said = (role: string, side: Message['side'], text: string): Message => ({ side, role, name: null, id: null, parts: [{ type: 'text', text }] });

describe('every recorded model call', () => {
  const calls = langSmithRuns('llm');

  test('there are calls to look at', () => {
    expect(calls.length).toBeGreaterThan(40);
  });

  test.each(calls)('%s', (_, { inputs, outputs }) => {
    const messages = messagesOf(runWith({ inputs, outputs }));
    for (const [side, payload] of [['input', inputs], ['output', outputs]] as const) {
      const onSide = messages.filter((message) => message.side === side);
      expect(onSide.length > 0).toBe(Object.keys(payload ?? {}).length > 0);
      expect(onSide.map(wordsOf).join('\n')).toBe(wordsInJson(payload).join('\n'));
      expect(onSide.flatMap((message) => message.parts).filter((part) => part.type === 'other')).toEqual([]);
    }
    expect(messages.map((message) => message.side)).toEqual(messages.map((message) => message.side).toSorted());
  });

  test('their tool calls are there once, by id', () => {
    for (const [, { inputs, outputs }] of calls) {
      const ids = messagesOf(runWith({ inputs, outputs }))
        .filter((message) => message.side === 'output')
        .flatMap((message) => message.parts.flatMap((part) => (part.type === 'tool-call' ? [part.call.id] : [])));
      expect(ids.toSorted()).toEqual([...new Set(JSON.stringify(outputs ?? null).match(/(?<="id":")(call|toolu)_\w+/g))].toSorted());
    }
  });
});

const wordsOf = (message: Message): string =>
  message.parts
    .map((part) => (part.type === 'text' || part.type === 'reasoning' ? part.text : part.type === 'tool-result' ? String(part.result) : ''))
    .join('');

/** A second look at the same payload that knows nothing but where these files have their words. */
// oxlint-disable-next-line typescript/no-explicit-any -- the point is to read the JSON without the readers
function wordsInJson(payload: any): string[] {
  if (payload === undefined || Object.keys(payload).length === 0) return [];
  const words = (content: unknown): string =>
    Array.isArray(content) ? content.map((block: { text?: string }) => block.text ?? '').join('') : typeof content === 'string' ? content : '';
  if (payload.generations) return payload.generations.flat().map((item: { message: { kwargs: { content: unknown } } }) => words(item.message.kwargs.content));
  if (payload.messages) return payload.messages.flat().map((item: { content: unknown; kwargs?: { content: unknown } }) => words((item.kwargs ?? item).content));
  if (payload.choices) return payload.choices.map((choice: { message: { content: unknown } }) => words(choice.message.content));
  if (payload.output) return payload.output.map((item: { summary?: unknown; content?: unknown }) => words(item.summary ?? item.content));
  if (payload.input) return [payload.instructions, payload.input];
  return [words(payload.content ?? payload.outputs)];
}

test('LangGraph: the messages of a node’s state and of the command that it answers with', () => {
  const [, node] = langSmithRuns('chain').find(([file, run]) => file === 'py-langgraph-agent.json' && JSON.stringify(run.outputs).startsWith('{"output":[{"graph"'))!;
  const messages = messagesOf(runWith({ kind: 'chain', inputs: node.inputs, outputs: node.outputs }));
  expect(messages.map((message) => `${message.side} ${message.role}`)).toEqual(['input user', 'output assistant']);
  expect(messages[1]?.parts.map((part) => part.type)).toEqual(['tool-call', 'tool-call']);
});

test('only a model’s plain inputs are messages', () => {
  const payloads = { inputs: { input: 'hi' }, outputs: { output: 'hello' } };
  expect(messagesOf(runWith(payloads))).toEqual([said('user', 'input', 'hi'), said('assistant', 'output', 'hello')]);
  for (const kind of ['chain', 'tool', 'retriever', 'agent']) expect(messagesOf(runWith({ ...payloads, kind }))).toEqual([]);
});

test('what a format has read goes first, side by side', () => {
  const own = said('user', 'input', 'from the dialect');
  const outputs = { output: 'hello' };
  const input = [{ role: 'user', content: 'from the dialect' }];
  expect(messagesOf(runWith({ messages: { input }, inputs: { input: 'hi' }, outputs }))).toEqual([own, said('assistant', 'output', 'hello')]);
  expect(messagesOf(runWith({ messages: {}, inputs: { input: 'hi' } }))).toEqual([said('user', 'input', 'hi')]);
});

test('payloads are read when asked for, and once', () => {
  let looks = 0;
  const run = runWith({
    get inputs() {
      looks++;
      return { messages: [{ role: 'user', content: 'hi' }] };
    },
  });
  expect(looks).toBe(0);
  expect(messagesOf(run)).toBe(messagesOf(run));
  expect(looks).toBe(1);
});

test('a run of the caller’s own making', () => {
  const run = { ...runWith({}), kind: 'llm' as const, inputs: 'hi', outputs: undefined, events: [], metadata: {}, source: null };
  expect(messagesOf(run)).toEqual([said('user', 'input', 'hi')]);
});
