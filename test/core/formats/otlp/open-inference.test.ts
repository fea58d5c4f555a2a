import { describe, expect, test } from 'vitest';
import { documentsOf, messagesOf, promptTemplateOf, readOtlp, toolCallsOf } from '../../../../src/core/index.ts';
import { fixture } from '../fixtures.ts';
import { idOf, oneRun, request, span, type Json } from './spans.ts';

const text = (words: string) => ({ type: 'text', text: words });
const media = (modality: string, mimeType: string | null, place: { url?: string; data?: string }) => ({ type: 'media', modality, mimeType, url: place.url ?? null, data: place.data ?? null });

/** The parts of an answer whose contents have these attributes each. */
const parts = (...contents: Json[]) => {
  const attributes = contents.flatMap((content, nth) => Object.entries(content).map(([key, value]) => [`llm.output_messages.0.message.contents.${nth}.${key}`, value]));
  return messagesOf(oneRun({ 'openinference.span.kind': 'LLM', 'llm.output_messages.0.message.role': 'assistant', ...Object.fromEntries(attributes) as Json })).flatMap((message) => message.parts);
};

describe('contents', () => {
  test.each<[string, Json, object[]]>([
    ['text', { 'message_content.type': 'text', 'message_content.text': 'hi' }, [text('hi')]],
    ['text without a type', { 'message_content.text': 'hi' }, [text('hi')]],
    ['an image', { 'message_content.type': 'image', 'message_content.image.image.url': 'https://example.com/a.png' }, [media('image', null, { url: 'https://example.com/a.png' })]],
    ['an image inside', { 'message_content.type': 'image', 'message_content.image.image.url': 'data:image/png;base64,iVBO' }, [media('image', 'image/png', { data: 'iVBO' })]],
    ['an image kept elsewhere', { 'message_content.type': 'image', 'message_content.image.image.url': 's3://bucket/3a7b.png' }, [media('image', null, { url: 's3://bucket/3a7b.png' })]],
    ['sound', { 'message_content.type': 'audio', 'message_content.audio.audio.url': 'https://example.com/a.mp3', 'message_content.audio.audio.mime_type': 'audio/mpeg', 'message_content.audio.audio.transcript': 'hello' }, [text('hello'), media('audio', 'audio/mpeg', { url: 'https://example.com/a.mp3' })]],
    ['sound of which only the words are left', { 'message_content.type': 'audio', 'message_content.audio.audio.url': '__REDACTED__', 'message_content.audio.audio.transcript': 'hello' }, [text('hello')]],
    ['reasoning', { 'message_content.type': 'reasoning', 'message_content.id': 'rs_1', 'message_content.text': 'hm', 'message_content.signature': 'EuYB' }, [{ type: 'reasoning', text: 'hm' }]],
    ['reasoning that was taken out', { 'message_content.type': 'reasoning', 'message_content.data': 'EmwK' }, [{ type: 'reasoning', text: '', sealed: 'redacted' }]],
    ['reasoning that is encrypted', { 'message_content.type': 'reasoning', 'message_content.id': 'rs_1', 'message_content.encrypted_content': 'gAAA' }, [{ type: 'reasoning', text: '', sealed: 'encrypted' }]],
    ['a call in its place', { 'message_content.type': 'tool_use', 'tool_call.id': 'c1', 'tool_call.function.name': 'f', 'tool_call.function.arguments': '{"x":1}', 'tool_call.reasoning_signature': 'CiQB' }, [{ type: 'tool-call', call: { id: 'c1', name: 'f', arguments: { x: 1 }, result: undefined } }]],
    ['what nobody knows', { 'message_content.type': 'hologram', 'message_content.light': 1 }, [{ type: 'other', value: { 'message_content.type': 'hologram', 'message_content.light': 1 } }]],
    ['an image that was taken out', { 'message_content.type': 'image', 'message_content.image.image.url': '__REDACTED__' }, [{ type: 'other', value: { 'message_content.type': 'image', 'message_content.image.image.url': '__REDACTED__' } }]],
  ])('%s', (_, content, expected) => {
    expect(parts(content)).toEqual(expected);
  });

  test('keep their order, and a call that stands in the list too is there once', () => {
    const call = { 'tool_call.id': 'c1', 'tool_call.function.name': 'f', 'tool_call.function.arguments': '{}' };
    const run = oneRun({
      'openinference.span.kind': 'LLM', 'llm.output_messages.0.message.role': 'assistant',
      'llm.output_messages.0.message.contents.0.message_content.type': 'reasoning', 'llm.output_messages.0.message.contents.0.message_content.text': 'hm',
      'llm.output_messages.0.message.contents.1.message_content.type': 'tool_use',
      ...Object.fromEntries(Object.entries(call).flatMap(([key, value]) => [[`llm.output_messages.0.message.contents.1.${key}`, value], [`llm.output_messages.0.message.tool_calls.0.${key}`, value]])),
    });
    expect(messagesOf(run)).toMatchObject([{ parts: [{ type: 'reasoning', text: 'hm' }, { type: 'tool-call', call: { id: 'c1', name: 'f' } }] }]);
    expect(toolCallsOf(run)).toHaveLength(1);
  });
});

describe('messages', () => {
  test('of tools answer the call with the id', () => {
    const run = oneRun({ 'openinference.span.kind': 'LLM', 'llm.input_messages.0.message.role': 'tool', 'llm.input_messages.0.message.content': '21', 'llm.input_messages.0.message.tool_call_id': 'c1', 'llm.input_messages.0.message.name': 'weather' });
    expect(messagesOf(run)).toMatchObject([{ role: 'tool', parts: [{ type: 'tool-result', callId: 'c1', name: 'weather', result: '21' }] }]);
  });

  test('of models before chats', () => {
    const said = (attributes: Json) => messagesOf(oneRun({ 'openinference.span.kind': 'LLM', ...attributes })).map(({ side, role, parts: given }) => [side, role, given]);
    const expected = [['input', 'user', [text('def fib')]], ['output', 'assistant', [text('(n):')]]];
    expect(said({ 'llm.prompts.0.prompt.text': 'def fib', 'llm.choices.0.completion.text': '(n):' })).toEqual(expected);
    expect(said({ 'llm.prompts': ['def fib'], 'llm.choices': ['(n):'] })).toEqual(expected);
    expect(said({ 'llm.prompts': '["def fib"]', 'llm.choices.0.completion.text': '(n):' })).toEqual(expected);
  });

  test('with a function call as before tools', () => {
    const call = { type: 'tool-call', call: { id: null, name: 'add', arguments: { x: 2 }, result: undefined } };
    const partsOf = (attributes: Json) => messagesOf(oneRun({ 'openinference.span.kind': 'LLM', ...attributes })).map((message) => message.parts);
    expect(partsOf({ 'llm.output_messages.0.message.role': 'assistant', 'llm.output_messages.0.message.function_call_name': 'add', 'llm.output_messages.0.message.function_call_arguments_json': '{"x":2}' })).toEqual([[call]]);
    expect(partsOf({ 'llm.function_call': '{"function_name":"add","args":{"x":2}}' })).toEqual([[call]]);
  });

  test('are the inputs and outputs where nothing else is', () => {
    const run = oneRun({ 'openinference.span.kind': 'LLM', 'llm.input_messages.0.message.role': 'user', 'llm.input_messages.0.message.content': 'hi' });
    expect(run.inputs).toEqual({ messages: [{ role: 'user', content: 'hi' }] });
    expect(run.outputs).toBeUndefined();
  });

  test('one that is malformed does not drop its list', () => {
    const run = oneRun({ 'openinference.span.kind': 'LLM', 'llm.input_messages.0.message.content': 'a', 'llm.input_messages.1': 'b', 'llm.input_messages.2.message.tool_calls.0.tool_call.id': 'c1', 'llm.input_messages.3.message.contents.x': 1, 'llm.input_messages.4.message.content': 'e' });
    const words = messagesOf(run).map(({ parts: given }) => given);
    expect(words).toHaveLength(5);
    expect([words[0], words[2], words[4]]).toEqual([[text('a')], [{ type: 'other', value: { 'tool_call.id': 'c1' } }], [text('e')]]);
  });
});

describe('payloads', () => {
  test('are JSON where their type says so', () => {
    expect(oneRun({ 'input.value': '"quoted"', 'input.mime_type': 'application/json', 'output.value': '"quoted"', 'output.mime_type': 'text/plain' })).toMatchObject({ inputs: 'quoted', outputs: '"quoted"' });
    expect(oneRun({ 'output.value': '{"a":1}' }).outputs).toEqual({ a: 1 });
    expect(oneRun({ 'output.value': '{"a":', 'output.mime_type': 'application/json' }).outputs).toBe('{"a":');
  });

  test('of an embedding are its texts and vectors', () => {
    const run = oneRun({ 'openinference.span.kind': 'EMBEDDING', 'embedding.model_name': 'ada', 'embedding.invocation_parameters': '{"dimensions":2}', 'embedding.embeddings.0.embedding.text': 'a', 'embedding.embeddings.0.embedding.vector': [0.25, 1.5], 'embedding.embeddings.1.embedding.text': 'b' });
    expect(run).toMatchObject({ kind: 'embedding', model: { name: 'ada', parameters: { dimensions: 2 } } });
    expect([run.inputs, run.outputs]).toEqual([['a', 'b'], [[0.25, 1.5], null]]);
  });

  test('of a reranker are its query and documents, and its answer in its order', () => {
    const run = oneRun({
      'openinference.span.kind': 'RERANKER', 'reranker.model_name': 'cross-encoder', 'reranker.query': 'q', 'reranker.top_k': 1,
      'reranker.input_documents.0.document.id': 1, 'reranker.input_documents.0.document.content': 'a', 'reranker.input_documents.1.document.id': '2', 'reranker.input_documents.1.document.content': 'b',
      'reranker.output_documents.0.document.id': '2', 'reranker.output_documents.0.document.content': 'b', 'reranker.output_documents.0.document.score': 0.75, 'reranker.output_documents.0.document.metadata': '{"page":3}',
    });
    expect(run).toMatchObject({ kind: 'reranker', model: { name: 'cross-encoder' }, inputs: { query: 'q', documents: [{ id: 1, content: 'a' }, { id: '2', content: 'b' }] } });
    expect(documentsOf(run)).toEqual([{ id: '2', content: 'b', score: 0.75, metadata: { page: 3 } }]);
    expect(run.metadata).toMatchObject({ 'reranker.top_k': 1 });
  });

  test('of a tool are its call', () => {
    const run = oneRun({ 'openinference.span.kind': 'TOOL', 'tool.name': 'weather', 'tool.id': 'c1', 'tool.description': 'of a city', 'tool.parameters': '{"city":"str"}', 'input.value': '{"city":"Paris"}', 'output.value': '21' });
    expect(toolCallsOf(run)).toEqual([{ id: 'c1', name: 'weather', arguments: { city: 'Paris' }, result: '21' }]);
    expect(run.metadata).toMatchObject({ 'tool.parameters': '{"city":"str"}' });
  });

  test('of a prompt are its template', () => {
    const run = oneRun({ 'openinference.span.kind': 'PROMPT', 'llm.prompt_template.template': 'Hi {name}', 'llm.prompt_template.variables': '{"name":"Ann"}', 'llm.prompt_template.version': 'v2' });
    expect(promptTemplateOf(run)).toMatchObject({ template: [{ type: 'text', text: 'Hi {name}' }], variables: { name: 'Ann' }, version: 'v2' });
  });
});

describe('feedback', () => {
  const target = (nth: number) => ({ traceId: '5b8efff798038103d269b633813fc60c', runId: idOf(nth) });
  const judged = (attributes: Json, rest: Json = {}) => readOtlp(request([span(1, null, {}), span(2, 1, attributes, rest)]));

  test('of a run, in both words', () => {
    for (const word of ['annotation', 'evaluation']) {
      const fields = Object.fromEntries(Object.entries({ name: 'hallucination', score: 0.5, label: 'some', explanation: 'Not in the text.', annotator_kind: 'LLM', identifier: 'judge-v2' }).map(([key, value]) => [`${word}s.0.${word}.${key}`, value]));
      expect(judged({ ...fields, [`${word}s.1.${word}.name`]: 'length', [`${word}s.1.${word}.score`]: 3 }).feedback).toEqual([
        { id: 'judge-v2', ...target(2), key: 'hallucination', score: 0.5, value: 'some', comment: 'Not in the text.', correction: null, source: 'LLM', createdAt: null },
        expect.objectContaining({ ...target(2), key: 'length', score: 3, value: null, comment: null, source: null }),
      ]);
    }
  });

  test('of a trace and of a conversation is of no run', () => {
    const { feedback, traces } = judged({ 'trace.annotations.0.annotation.name': 'quality', 'trace.annotations.0.annotation.score': 1, 'session.id': 's', 'session.evaluations.0.evaluation.name': 'coherent', 'session.evaluations.0.evaluation.label': 'yes' });
    expect(feedback).toMatchObject([{ runId: null, key: 'quality', score: 1 }, { runId: null, key: 'coherent', value: 'yes' }]);
    expect(traces[0]!.feedback).toHaveLength(2);
  });

  test('given later is about the run that its carrier links to', () => {
    const links = [{ traceId: target(1).traceId, spanId: idOf(1) }];
    const attributes = { 'openinference.span.kind': 'EVALUATOR', 'evaluations.0.evaluation.name': 'hallucination', 'evaluations.0.evaluation.label': 'no' };
    expect(judged(attributes, { links }).feedback).toMatchObject([target(1)]);
    expect(judged(attributes, { links: [...links, ...links] }).feedback).toMatchObject([target(2)]);
  });

  test('of the GenAI conventions, as attributes and as events', () => {
    const attributes = { 'gen_ai.evaluation.name': 'relevance', 'gen_ai.evaluation.score.value': 0.9, 'gen_ai.evaluation.score.label': 'high', 'gen_ai.evaluation.explanation': 'On topic.' };
    const expected = [{ ...target(2), key: 'relevance', score: 0.9, value: 'high', comment: 'On topic.' }];
    expect(judged(attributes).feedback).toMatchObject(expected);
    expect(judged({}, { events: [{ name: 'gen_ai.evaluation.result', attributes: Object.entries(attributes).map(([key, value]) => ({ key, value: typeof value === 'number' ? { doubleValue: value } : { stringValue: value } })) }] }).feedback).toMatchObject(expected);
  });

  test('without a name is none', () => {
    expect(judged({ 'annotations.0.annotation.score': 1, 'annotations.0.annotation.name': '' }).feedback).toEqual([]);
  });
});

/** What the recordings have, by looking at their attributes alone. */
function counted(name: string) {
  const requests = [fixture('otlp', name)].flat() as { resourceSpans: { scopeSpans: { spans: Json[] }[] }[] }[];
  const spans = requests.flatMap(({ resourceSpans }) => resourceSpans).flatMap(({ scopeSpans }) => scopeSpans).flatMap(({ spans: list }) => list);
  const value = (item: Json, wanted: string) => (item['attributes'] as { key: string; value: { intValue?: unknown; stringValue?: unknown } }[]).find(({ key }) => key === wanted)?.value;
  const sum = (key: string) => spans.reduce((total, item) => total + (value(item, 'openinference.span.kind')?.stringValue === 'LLM' ? Number(value(item, key)?.intValue ?? 0) : 0), 0);
  const messages = spans.filter((item) => value(item, 'openinference.span.kind')?.stringValue === 'LLM').map((item) => new Set((item['attributes'] as { key: string }[]).flatMap(({ key }) => /^llm\.(?:in|out)put_messages\.\d+/.exec(key)?.[0] ?? [])).size);
  return {
    runs: spans.length,
    roots: spans.filter((item) => !spans.some((other) => other['spanId'] === item['parentSpanId'])).length,
    errors: spans.filter((item) => JSON.stringify(item['status']).includes('ERROR')).length,
    llm: spans.filter((item) => value(item, 'openinference.span.kind')?.stringValue === 'LLM').length,
    input: sum('llm.token_count.prompt'),
    output: sum('llm.token_count.completion'),
    messages: messages.reduce((a, b) => a + b, 0),
  };
}

describe('recordings', () => {
  test.each(['rag_earnings_agent.json', 'smol_deep_research_agent.json'])('%s has what its attributes say', (name) => {
    const expected = counted(name);
    const { traces } = readOtlp(fixture('otlp', name));
    const runs = traces.flatMap((trace) => [...trace.runs]);
    const totals = traces.flatMap((trace) => trace.roots.map((root) => trace.totalsOf(root)));
    const total = (of: (figures: (typeof totals)[number]) => number | null | undefined) => totals.reduce((sum, figures) => sum + (of(figures) ?? 0), 0);
    expect(expected.runs).toBeGreaterThan(5);
    expect({
      runs: runs.length,
      roots: traces.reduce((sum, trace) => sum + trace.roots.length, 0),
      errors: total(({ errors }) => errors),
      llm: runs.filter(({ kind }) => kind === 'llm').length,
      input: total(({ usage }) => usage?.input),
      output: total(({ usage }) => usage?.output),
      messages: runs.filter(({ metadata }) => metadata['openinference.span.kind'] === 'LLM').reduce((sum, run) => sum + messagesOf(run).length, 0),
    }).toEqual(expected);
  });
});
