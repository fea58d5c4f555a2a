import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Message, MessagePart } from '../../../../src/core/model/content/content.ts';
import { documentsOf } from '../../../../src/core/model/content/documents-of.ts';
import { messagesOf } from '../../../../src/core/model/content/messages-of.ts';
import { readDocuments } from '../../../../src/core/model/content/read-documents.ts';
import { readMessage } from '../../../../src/core/model/content/read-message.ts';
import { readMessages } from '../../../../src/core/model/content/read-messages.ts';
import { readPart } from '../../../../src/core/model/content/read-part.ts';
import { toolCallsOf } from '../../../../src/core/model/content/tool-calls-of.ts';
import { langSmithRuns } from './langsmith-runs.ts';
import { runWith } from './run-with.ts';

const KINDS = ['llm', 'tool', 'chain', 'retriever', 'prompt'];

/** Reads the payload in every way there is; whatever then has not the shape that views rely on. */
function misshapen(inputs: unknown, outputs: unknown = inputs): unknown[] {
  readPart(inputs);
  readDocuments(inputs);
  return [isMessage(readMessage(inputs, 'input')) ? [] : inputs, ...KINDS.map((kind) => runWith({ kind, inputs, outputs })).map((run) => [
    messagesOf(run).filter((message) => !isMessage(message)),
    documentsOf(run).filter((document) => typeof document.content !== 'string'),
    toolCallsOf(run).filter((call) => typeof call.name !== 'string'),
  ])].flat(3);
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isMessage = ({ role, name, id, parts }: Message): boolean => isText(role) && isText(name ?? '') && isText(id ?? '') && parts.every(isPart);

function isPart(part: MessagePart): boolean {
  if (part.type === 'text' || part.type === 'reasoning') return isText(part.text);
  if (part.type === 'tool-call') return isText(part.call.name) && isText(part.call.id ?? '');
  if (part.type === 'media') return isText(part.url ?? part.data) && isText(part.mimeType ?? '');
  return part.type === 'tool-result' || part.type === 'other';
}

/** Words that readers look for, so that arbitrary data comes close to what they know. */
const WORDS = [
  'messages', 'content', 'parts', 'role', 'type', 'text', 'tool_calls', 'function', 'name', 'arguments', 'id', 'lc', 'kwargs', 'input', 'output',
  'generations', 'message', 'choices', 'delta', 'system', 'config', 'audio', 'source', 'image', 'data', 'url', 'summary', 'reasoning', 'documents',
  'page_content', 'metadata', 'score', 'additional_kwargs', 'message_content', 'toolCallId', 'result', 'constructor', '__proto__', 'toString',
];
const VALUES = ['user', 'ai', 'tool', 'text', 'tool_use', 'tool_result', 'function_call_output', 'image', 'reasoning', 'AIMessage', 'Document', '{"a":1}', '['];

const lookalike = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom<unknown>(...VALUES, null, 0, 1, true, ''),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...WORDS), tie('value'), { maxKeys: 5 }),
  ),
})).value;

describe('data of any shape', () => {
  test('arbitrary JSON', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => void expect(misshapen(value)).toEqual([])), { numRuns: 300 });
  });

  test('JSON that looks like what readers know', () => {
    fc.assert(fc.property(lookalike, (value) => void expect(misshapen(value)).toEqual([])), { numRuns: 1_000 });
  });

  test('recorded payloads with something else in one place', () => {
    const texts = [...langSmithRuns('llm'), ...langSmithRuns('tool'), ...langSmithRuns('retriever')].map(([, { inputs, outputs }]) => JSON.stringify([inputs ?? null, outputs ?? null]));
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), fc.jsonValue({ maxDepth: 2 }), (text, at, other) => {
        let count = 0;
        const places = text.match(/[:[]/g)?.length ?? 1;
        const changed: unknown = JSON.parse(text, (_, value: unknown) => (count++ === at % places ? other : value));
        const [inputs, outputs] = Array.isArray(changed) ? changed : [changed];
        expect(misshapen(inputs, outputs)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('a part is never lost: it is read, or it is there whole', () => {
    fc.assert(
      fc.property(fc.array(lookalike.filter((value) => value !== null && value !== ''), { minLength: 1 }), (content) => {
        expect(readMessage({ role: 'user', content }, 'input').parts).toHaveLength(content.length);
      }),
    );
  });
});

// A quadratic pass over this much takes minutes, and runs into the time limit on any machine.
describe('data of any size', { timeout: 20_000 }, () => {
  const DEEP = 100_000;
  const nest = (wrap: (value: unknown) => unknown): unknown => {
    let value: unknown = 'hi';
    for (let level = 0; level < DEEP; level++) value = wrap(value);
    return value;
  };

  test.each<[string, (value: unknown) => unknown]>([
    ['lists', (value) => [value]],
    ['messages', (messages) => ({ messages })],
    ['outputs', (output) => ({ output })],
    ['inputs', (input) => ({ input })],
    ['content', (content) => ({ content })],
    ['constructors', (input) => ({ lc: 1, type: 'constructor', id: ['X'], kwargs: { input } })],
    ['tool results', (content) => ({ type: 'tool_result', tool_use_id: 'c', content })],
    ['calls', (tool_call) => ({ type: 'tool_call', name: 'a', tool_call })],
    ['message contents', (message_content) => ({ message_content })],
    ['media', (source) => ({ type: 'image', source })],
    ['reasoning', (reasoning) => ({ type: 'reasoning', reasoning })],
    ['summaries', (summary) => ({ type: 'reasoning', summary: [summary] })],
    ['documents', (documents) => ({ documents })],
    ['document', (document) => ({ document })],
    ['unknown', (value) => ({ value })],
  ])('%s, 100,000 deep', (_, wrap) => {
    const value = nest(wrap);
    expect(misshapen(value)).toEqual([]);
    expect(readMessage({ role: 'user', content: [value] }, 'input').parts).toHaveLength(1);
  });

  test('100,000 messages', () => {
    const messages = Array.from({ length: 100_000 }, (_, at) => ({ role: at % 2 === 0 ? 'user' : 'assistant', content: `message ${at}` }));
    expect(readMessages({ messages }, 'input')).toHaveLength(100_000);
    expect(messagesOf(runWith({ kind: 'chain', inputs: { messages }, outputs: { messages } }))).toHaveLength(200_000);
  });

  test('a message of 100,000 parts, calls and their repetitions', () => {
    const calls = Array.from({ length: 100_000 }, (_, at) => ({ id: `c${at}`, name: 'a', args: { at } }));
    const anonymous = calls.map(({ name, args }) => ({ functionCall: { name, args } }));
    expect(readMessage({ type: 'ai', content: anonymous, tool_calls: calls, tool_call_chunks: calls }, 'input').parts).toHaveLength(100_000);
    expect(readDocuments(calls)).toHaveLength(100_000);
  });

  test('text that would make a careless pattern slow', () => {
    const long = 'tool'.repeat(500_000);
    for (const type of [long, `${long}_call`, `data:${long}`, `https${long}`]) {
      expect(readMessage({ type, content: [{ type }, { type: 'image', image: type }] }, 'input').parts).toHaveLength(2);
    }
  });
});
