import { describe, expect, test } from 'vitest';
import { documentsOf, messagesOf, readOtlp } from '../../../../src/core/index.ts';
import { oneRun, oneTrace, pairs, request, seen, span, type Json } from './spans.ts';

/** One attribute as some exporter wrote it, as it comes out. */
const decoded = (value: unknown): unknown => oneRun({}, { attributes: [{ key: 'my.value', value }] }).metadata['my.value'];

describe('values', () => {
  test.each<[unknown, unknown]>([
    [{ stringValue: '' }, ''],
    [{ stringValue: '<b>x</b>' }, '<b>x</b>'],
    [{ boolValue: false }, false],
    [{ intValue: '42' }, 42],
    [{ intValue: 42 }, 42],
    [{ intValue: '-9007199254740991' }, -9007199254740991],
    [{ intValue: '9007199254740993' }, '9007199254740993'],
    [{ intValue: { low: 42, high: 0, unsigned: false } }, 42],
    [{ intValue: { low: -1, high: -1, unsigned: false } }, -1],
    [{ intValue: { low: -1, high: 0, unsigned: false } }, 4294967295],
    [{ intValue: { low: 1, high: 2097152, unsigned: false } }, '9007199254740993'],
    [{ intValue: 'many' }, 'many'],
    [{ intValue: '' }, ''],
    [{ doubleValue: 0.5 }, 0.5],
    [{ doubleValue: 'NaN' }, Number.NaN],
    [{ doubleValue: 'Infinity' }, Infinity],
    [{ doubleValue: '-Infinity' }, -Infinity],
    [{ bytesValue: 'aGk=' }, 'aGk='],
    [{}, null],
    [null, null],
    [{ arrayValue: {} }, []],
    [{ arrayValue: { values: [] } }, []],
    [{ arrayValue: { values: [{ stringValue: 'a' }, {}, { arrayValue: { values: [{ intValue: '1' }] } }] } }, ['a', null, [1]]],
    [{ kvlistValue: {} }, {}],
    [{ kvlistValue: { values: [{ key: 'a', value: { intValue: '1' } }, { key: 'b', value: { kvlistValue: { values: [{ key: 'c', value: { boolValue: true } }] } } }] } }, { a: 1, b: { c: true } }],
    [{ string_value: 'a' }, 'a'],
    [{ int_value: '7' }, 7],
    [{ double_value: 0.5 }, 0.5],
    [{ bool_value: true }, true],
    [{ array_value: { values: [{ string_value: 'a' }] } }, ['a']],
    [{ kvlist_value: { values: [{ key: 'a', value: { string_value: 'b' } }] } }, { a: 'b' }],
    ['bare', 'bare'],
    [7, 7],
    [{ some: { thing: 'else' } }, { some: { thing: 'else' } }],
    [['bare', 'list'], ['bare', 'list']],
  ])('%j is %j', (value, expected) => {
    expect(decoded(value)).toEqual(expected);
  });

  test('fields of a list of pairs keep their order', () => {
    const value = { kvlistValue: { values: pairs({ a: { x: 1 }, b: 2, c: { y: 3 }, d: [4] }) } };
    expect(Object.keys(decoded(value) as Json)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('a field named __proto__ is a field', () => {
    const value = decoded({ kvlistValue: { values: [{ key: '__proto__', value: { kvlistValue: { values: pairs({ polluted: true }) } } }] } }) as Json;
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect(value['polluted']).toBeUndefined();
    const run = oneRun({}, { attributes: [{ key: '__proto__', value: { kvlistValue: { values: pairs({ polluted: true }) } } }, { key: 'constructor', value: { stringValue: 'x' } }] });
    expect((run.metadata as Json)['polluted']).toBeUndefined();
    expect(Object.keys(run.metadata)).toEqual(expect.arrayContaining(['__proto__', 'constructor']));
    expect(({} as Json)['polluted']).toBeUndefined();
  });

  test.each(['arrayValue', 'kvlistValue'])('100,000 levels of %s', (kind) => {
    let value: Json = { stringValue: 'core' };
    for (let level = 0; level < 100_000; level++) value = kind === 'arrayValue' ? { arrayValue: { values: [value] } } : { kvlistValue: { values: [{ key: 'k', value }] } };
    let at: unknown = decoded(value);
    let depth = 0;
    for (; typeof at === 'object' && at !== null; depth++) at = Object.values(at)[0];
    expect([depth, at]).toEqual([100_000, 'core']);
    const run = oneRun({}, { attributes: ['input.value', 'gen_ai.input.messages', 'gen_ai.retrieval.documents', 'metadata', 'llm.model_name'].map((key) => ({ key, value })) });
    expect(() => [run.inputs, run.outputs, run.metadata, messagesOf(run), documentsOf(run)]).not.toThrow();
  }, 30_000);

  test('attributes as a plain object are attributes', () => {
    const plain = oneTrace(request([span(1, null, {}, { attributes: { 'llm.model_name': 'gpt', 'llm.token_count.prompt': 7, note: 'x' } })])).runs[0]!;
    expect(plain).toMatchObject({ kind: 'llm', model: { name: 'gpt' }, usage: { input: 7 }, metadata: { note: 'x' } });
  });

  test('of the same key: the last', () => {
    expect(oneRun({}, { attributes: [...pairs({ 'llm.model_name': 'a', note: 1 }), ...pairs({ 'llm.model_name': 'b', note: 2 })] })).toMatchObject({ model: { name: 'b' }, metadata: { note: 2 } });
  });

  test('integers of any spelling are counted', () => {
    const twin = (write: (count: number) => unknown) => seen(request([span(1, null, {}, { attributes: [{ key: 'llm.token_count.prompt', value: { intValue: write(20) } }, { key: 'llm.token_count.completion', value: { intValue: write(5) } }] })])) as { runs: { usage: unknown; metadata: unknown }[] }[];
    for (const write of [(count: number) => count, String, (count: number) => ({ low: count, high: 0, unsigned: false })]) {
      expect(twin(write)[0]!.runs[0]!.usage).toMatchObject({ input: 20, output: 5, total: 25 });
    }
  });

  test('lists with huge numbers in their names cost no memory', () => {
    const run = oneRun({ 'openinference.span.kind': 'LLM', 'llm.input_messages.999999999.message.content': 'late', 'llm.input_messages.999999999.message.role': 'user', 'llm.input_messages.3.message.role': 'system', 'llm.input_messages.3.message.content': 'early' });
    expect(messagesOf(run).map(({ role, parts }) => [role, parts])).toEqual([['system', [{ type: 'text', text: 'early' }]], ['user', [{ type: 'text', text: 'late' }]]]);
  });
});

describe('metadata', () => {
  test('keeps every attribute that no payload shows, and what is around the span', () => {
    const run = oneTrace(request(
      [span(1, null, { 'openinference.span.kind': 'LLM', 'my.own': 'x', 'input.value': 'in', 'output.value': 'out', 'llm.input_messages.0.message.content': 'hi', metadata: '{"user":"u","plan":{"tier":2}}' })],
      { 'service.name': 'shop', 'service.version': '7' }, { name: 'my.library', version: '1.2.3', attributes: pairs({ lang: 'py' }) },
    )).runs[0]!;
    expect(run.metadata).toEqual({
      user: 'u', plan: { tier: 2 }, 'openinference.span.kind': 'LLM', 'my.own': 'x', resource: { 'service.name': 'shop', 'service.version': '7' }, scope: { name: 'my.library', version: '1.2.3', lang: 'py' },
    });
    expect([run.inputs, run.outputs]).toEqual(['in', 'out']);
  });

  test('that is no JSON stays as text', () => {
    expect(oneRun({ metadata: 'plain' }).metadata).toMatchObject({ metadata: 'plain' });
    expect(oneRun({ metadata: { a: 1 } }).metadata).toMatchObject({ a: 1 });
  });

  test('the project is the service unless the span says otherwise', () => {
    expect(oneTrace(request([span(1, null)])).project).toBe('shop');
    expect(oneTrace(request([span(1, null, { 'openinference.project.name': 'own' })])).project).toBe('own');
    expect(oneTrace(request([span(1, null)], {})).project).toBeNull();
  });
});

describe('links', () => {
  const traceId = '5b8efff798038103d269b633813fc60c';

  test('lead to spans by the ids that those have as runs, and say why', () => {
    const link = (ids: object) => ({ ...ids, traceState: '', attributes: pairs({ 'link.reason': 'retry of' }), droppedAttributesCount: 0, flags: 256 });
    const run = oneRun({}, { links: [
      link({ traceId: traceId.toUpperCase(), spanId: 'EEE19B7EC3C1B174' }),
      link({ trace_id: 'W47/95gDgQPSabYzgT/GDA==', span_id: '7uGbfsPBsXQ=' }),
    ] });
    const read = { traceId, runId: 'eee19b7ec3c1b174', attributes: { 'link.reason': 'retry of' } };
    expect(run.links).toEqual([read, read]);
    expect(run.metadata).not.toHaveProperty('links');
  });

  test('of any make stay visible, and none is none', () => {
    expect(oneRun({}).links).toEqual([]);
    expect(oneRun({}, { links: 'x' }).links).toEqual([]);
    expect(oneRun({}, { links: ['x', {}, { spanId: '0000000000000000', attributes: 7 }] }).links).toEqual([
      { traceId: null, runId: null, attributes: { value: 'x' } }, { traceId: null, runId: null, attributes: {} }, { traceId: null, runId: null, attributes: {} },
    ]);
  });
});

describe('OpenInference', () => {
  test.each([['LLM', 'llm'], ['llm', 'llm'], ['EMBEDDING', 'embedding'], ['CHAIN', 'chain'], ['RETRIEVER', 'retriever'], ['RERANKER', 'reranker'], ['TOOL', 'tool'], ['AGENT', 'agent'], ['GUARDRAIL', 'guardrail'], ['EVALUATOR', 'evaluator'], ['PROMPT', 'prompt'], ['UNKNOWN', 'other']])('kind %s is %s', (word, kind) => {
    expect(oneRun({ 'openinference.span.kind': word })).toMatchObject({ kind, sourceKind: word });
  });

  test('an unknown kind is told', () => {
    const trace = oneTrace(request([span(1, null, { 'openinference.span.kind': 'WIZARD' })]));
    expect(trace.runs[0]).toMatchObject({ kind: 'other', sourceKind: 'WIZARD' });
    expect(trace.issues.map(({ code }) => code)).toEqual(['unknown-kind']);
    expect(oneRun({ 'openinference.span.kind': 'constructor' })).toMatchObject({ kind: 'other', sourceKind: 'constructor' });
  });

  test('a model call with everything', () => {
    const run = oneRun({
      'openinference.span.kind': 'LLM', 'llm.model_name': 'gpt-4.1', 'llm.provider': 'openai', 'llm.system': 'vendor', 'llm.invocation_parameters': '{"temperature":0}',
      'llm.token_count.prompt': 100, 'llm.token_count.completion': 20, 'llm.token_count.total': 120, 'llm.token_count.prompt_details.cache_read': 60, 'llm.token_count.prompt_details.cache_write': 10, 'llm.token_count.prompt_details.audio': 1,
      'llm.token_count.completion_details.reasoning': 8, 'llm.token_count.completion_details.audio': 2, 'llm.cost.prompt': 0.25, 'llm.cost.completion': 0.5, 'llm.cost.total': 0.75,
      'session.id': 'S', 'tag.tags': ['a', 'b'], 'input.value': '{"q":1}', 'input.mime_type': 'application/json', 'output.value': 'plain text',
      'llm.input_messages.0.message.role': 'user', 'llm.input_messages.0.message.content': 'hi', 'llm.output_messages.0.message.role': 'assistant',
      'llm.output_messages.0.message.tool_calls.0.tool_call.id': 'c1', 'llm.output_messages.0.message.tool_calls.0.tool_call.function.name': 'f', 'llm.output_messages.0.message.tool_calls.0.tool_call.function.arguments': '{"x":1}',
    });
    expect(run).toMatchObject({
      kind: 'llm', model: { name: 'gpt-4.1', provider: 'openai', parameters: { temperature: 0 } }, tags: ['a', 'b'], inputs: { q: 1 }, outputs: 'plain text',
      usage: { input: 100, output: 20, total: 120, inputDetails: { cacheRead: 60, cacheWrite: 10, audio: 1 }, outputDetails: { reasoning: 8, audio: 2 } }, cost: { input: 0.25, output: 0.5, total: 0.75, currency: 'USD' },
    });
    expect(messagesOf(run)).toMatchObject([{ side: 'input', role: 'user', parts: [{ type: 'text', text: 'hi' }] }, { side: 'output', role: 'assistant', parts: [{ type: 'tool-call', call: { id: 'c1', name: 'f', arguments: { x: 1 } } }] }]);
    expect(oneTrace(request([span(1, null, { 'session.id': 'S' })])).threadId).toBe('S');
  });

  test('the answer’s model is believed over the question’s', () => {
    expect(oneRun({ 'llm.response.model_name': 'c', 'llm.model_name': 'b', 'llm.request.model_name': 'a' }).model!.name).toBe('c');
    expect(oneRun({ 'llm.model_name': 'b', 'llm.request.model_name': 'a' }).model!.name).toBe('b');
  });

  test('documents in the order of their numbers', () => {
    const run = oneRun({ 'openinference.span.kind': 'RETRIEVER', ...Object.fromEntries([10, 2, 0].flatMap((nth) => [[`retrieval.documents.${nth}.document.content`, `text ${nth}`], [`retrieval.documents.${nth}.document.score`, nth / 4], [`retrieval.documents.${nth}.document.metadata`, `{"page":${nth}}`]])) });
    expect(documentsOf(run)).toEqual([
      { id: null, content: 'text 0', score: 0, metadata: { page: 0 } }, { id: null, content: 'text 2', score: 0.5, metadata: { page: 2 } }, { id: null, content: 'text 10', score: 2.5, metadata: { page: 10 } },
    ]);
  });

  test('wins over GenAI where both tell the same', () => {
    for (const attributes of [
      { 'openinference.span.kind': 'CHAIN', 'gen_ai.operation.name': 'chat', 'llm.model_name': 'a', 'gen_ai.response.model': 'b', 'llm.token_count.prompt': 1, 'gen_ai.usage.input_tokens': 2, 'session.id': 'S', 'gen_ai.conversation.id': 'C', 'gen_ai.usage.output_tokens': 5 },
      { 'gen_ai.usage.output_tokens': 5, 'gen_ai.conversation.id': 'C', 'session.id': 'S', 'gen_ai.usage.input_tokens': 2, 'llm.token_count.prompt': 1, 'gen_ai.response.model': 'b', 'llm.model_name': 'a', 'gen_ai.operation.name': 'chat', 'openinference.span.kind': 'CHAIN' },
    ]) {
      const trace = oneTrace(request([span(1, null, attributes)]));
      expect(trace.threadId).toBe('S');
      expect(trace.runs[0]).toMatchObject({ kind: 'chain', sourceKind: 'CHAIN', model: { name: 'a' }, usage: { input: 1, output: 5 } });
    }
  });

  test('a debug level of Langfuse hides', () => {
    expect(oneRun({ 'langfuse.observation.level': 'DEBUG', 'langfuse.observation.type': 'generation' })).toMatchObject({ hidden: true, kind: 'llm' });
    expect(oneRun({}).hidden).toBe(false);
  });
});

test('wrong types in attributes are read without harm', () => {
  const keys = ['openinference.span.kind', 'llm.model_name', 'llm.token_count.prompt', 'llm.cost.total', 'tag.tags', 'session.id', 'metadata', 'input.value', 'llm.invocation_parameters', 'gen_ai.response.time_to_first_chunk', 'gen_ai.input.messages', 'llm.input_messages.0.message.role', 'retrieval.documents.0.document.content'];
  const values = [{ stringValue: 5 }, { stringValue: null }, { intValue: [] }, { doubleValue: {} }, { doubleValue: 1e300 }, { doubleValue: 'Infinity' }, { arrayValue: 7 }, { kvlistValue: [] }, { kvlistValue: { values: [null, 5, {}] } }, { boolValue: 'x' }, [], 5, 'x', null, { stringValue: '[[[' }];
  for (const key of keys) {
    for (const value of values) {
      const { traces } = readOtlp(request([span(1, null, {}, { attributes: [{ key, value }] })]));
      const run = traces[0]!.runs[0]!;
      expect(() => [run.inputs, run.outputs, run.metadata, run.events, messagesOf(run), documentsOf(run), JSON.stringify(run)]).not.toThrow();
    }
  }
});
