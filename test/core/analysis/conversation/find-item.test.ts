import { expect, test } from 'vitest';
import { findConversationItem } from '../../../../src/core/analysis/conversation/find-item.ts';
import { conversationOf } from '../../../../src/core/analysis/conversation/read-conversation.ts';
import { buildTraces } from '../../../../src/core/model/build-traces.ts';
import { assistant, llm, step, system, tool, user } from './written.ts';

const one = (traceId: string, from: number) =>
  [
    step('root', null, 'chain', from, { inputs: { question: 'Hi' } }),
    step('node', 'root', 'chain', from + 1),
    step('prompt', 'node', 'prompt', from + 2),
    llm('call', 'node', from + 3, [user('Hi')], [assistant('Hello')]),
    tool('search', 'root', from + 5, 'search', 'a', null, { endTime: from + 9 }),
    step('find', 'search', 'retriever', from + 6),
  ].map((record) => ({ ...record, traceId }));
const traces = buildTraces([...one('t1', 0), ...one('t2', 2_000)]);
const conversation = conversationOf(traces);

test.each([
  ['call', 'model', true],
  ['search', 'tool', true],
  ['root', 'payload', true],
  // Inside of a tool: the tool. Around a call: the first thing in it.
  ['find', 'tool', false],
  ['node', 'model', false],
  ['prompt', 'payload', false],
])('%s is found at a %s', (id, type, isExact) => {
  for (const trace of traces) {
    const place = findConversationItem(conversation, trace, { id });
    expect(place).toMatchObject({ isExact, item: { type } });
    expect(place?.turn.trace).toBe(trace);
  }
});

test('of a model call that stands alone, the call comes before what it was told', () => {
  const [trace] = buildTraces([llm('call', null, 1, [system('Be brief.'), user('Hi')], [assistant('Hello')])]);
  expect(findConversationItem(conversationOf(trace!), trace!, { id: 'call' })?.item.type).toBe('model');
});

test('what is in none of the traces is nowhere', () => {
  expect(findConversationItem(conversation, traces[0]!, { id: 'gone' })).toBeNull();
  expect(findConversationItem(conversation, buildTraces(one('t3', 0))[0]!, { id: 'call' })).toBeNull();
});
