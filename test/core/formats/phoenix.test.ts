import { describe, expect, test } from 'vitest';
import { documentsOf, messagesOf, readOtlp, readPhoenix, readTraces, type Run, type Trace } from '../../../src/core/index.ts';
import { describeFormat, type RawRun, type Survivors } from './contract.ts';
import { fixture } from './fixtures.ts';

type Json = Record<string, unknown>;
interface RestSpan {
  readonly name: string;
  readonly context: { readonly trace_id: string; readonly span_id: string };
  readonly parent_id: string | null;
  readonly start_time: string;
  readonly end_time: string;
  readonly attributes: Json;
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const hex = (id: string) => Buffer.from(id, 'base64').toString('hex');
const iso = (nanoseconds: string) => `${new Date(Number(nanoseconds.slice(0, -9)) * 1000).toISOString().slice(0, 19)}.${nanoseconds.slice(-9)}+00:00`;

/** A recording in OTLP as Phoenix' API answers with it, by the shape that its source documents. */
function asRest(name: string): RestSpan[] {
  const spans = ([fixture('otlp', name)].flat() as { resourceSpans: { scopeSpans: { spans: Json[] }[] }[] }[]).flatMap(({ resourceSpans }) => resourceSpans).flatMap(({ scopeSpans }) => scopeSpans).flatMap(({ spans: list }) => list);
  return spans.map((span) => {
    const pairs = (span['attributes'] as { key: string; value: Json }[]).map(({ key, value }): [string, unknown] => [key, 'intValue' in value ? Number(value['intValue']) : Object.values(value)[0]]);
    const { 'openinference.span.kind': kind = 'UNKNOWN', ...attributes } = Object.fromEntries(pairs);
    return {
      id: 'U3Bhbjox', name: String(span['name']), context: { trace_id: hex(String(span['traceId'])), span_id: hex(String(span['spanId'])) }, span_kind: kind, parent_id: span['parentSpanId'] ? hex(String(span['parentSpanId'])) : null,
      start_time: iso(String(span['startTimeUnixNano'])), end_time: iso(String(span['endTimeUnixNano'])), status_code: JSON.stringify(span['status']).includes('ERROR') ? 'ERROR' : 'OK', status_message: '', attributes, events: [],
    };
  });
}

const NAMES = ['rag_earnings_agent.json', 'smol_deep_research_agent.json'];
const lines = (name: string) => asRest(name).map((span) => JSON.stringify(span)).join('\n');
const files = Object.fromEntries(NAMES.flatMap((name) => [[`lines of ${name}`, lines(name)], [`a page of ${name}`, JSON.stringify({ data: asRest(name), next_cursor: null })]]));

function spansOf(document: unknown): Json[] {
  const items = Array.isArray(document) ? document.flat(Infinity) : [document];
  return items.flatMap((item) => (isObject(item) && Array.isArray(item['data']) ? (item['data'] as unknown[]) : isObject(item) && Array.isArray(item['spans']) ? (item['spans'] as unknown[]) : [item])).filter(isObject);
}

const nanoseconds = (time: string) => BigInt(Date.parse(`${time.slice(0, 19)}Z`)) * 1_000_000n + BigInt(time.slice(20, 29));

function recordsOf(document: unknown): RawRun[] {
  return (spansOf(document) as unknown as RestSpan[]).map(({ context, parent_id: parentId, start_time: start, end_time: end }) => ({ id: context.span_id, traceId: context.trace_id, parentId, start: nanoseconds(start), end: nanoseconds(end) }));
}

function survivorsOf(document: unknown): Survivors {
  const ids = new Set<string>();
  let nameless = 0;
  for (const span of spansOf(document)) {
    const context = span['context'];
    if (!isObject(context) || 'annotator_kind' in span) continue;
    const id = context['span_id'];
    if (typeof id === 'string' && /^[0-9a-f]{16}$/.test(id)) ids.add(id);
    else if ((id === undefined || id === null || id === '') && !('id' in span)) nameless++;
  }
  return { ids, nameless };
}

describe('the contract of formats', () => {
  describeFormat({ id: 'phoenix', read: readPhoenix, files, countRecords: (text) => [...text.matchAll(/"context":\{/g)].length, recordsOf, lists: ['data'], survivorsOf });
});

/** Everything of a run that both formats tell. */
const seen = (run: Run, trace: Trace) => ({ ...run, sourceKind: null, error: run.error?.type, depth: trace.depthOf(run), messages: messagesOf(run), documents: documentsOf(run), inputs: run.inputs, outputs: run.outputs });

describe.each(NAMES)('%s', (name) => {
  test('says the same as its OTLP', () => {
    const expected = readOtlp(fixture('otlp', name)).traces;
    const { traces } = readPhoenix(lines(name));
    expect(traces.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    for (const [nth, trace] of traces.entries()) {
      expect(trace.runs.map((run) => seen(run, trace))).toEqual(expected[nth]!.runs.map((run) => seen(run, expected[nth]!)));
      expect(trace.totalsOf(trace.roots[0]!)).toEqual(expected[nth]!.totalsOf(expected[nth]!.roots[0]!));
    }
  });
});

const span = (rest: Json = {}) => ({ id: 'U3Bhbjox', name: 'llm', context: { trace_id: 'ab'.repeat(16), span_id: '00000000000000a1' }, span_kind: 'LLM', parent_id: null, start_time: '2026-11-21T23:29:33.000001+00:00', end_time: '2026-11-21T23:29:34+00:00', status_code: 'OK', status_message: '', attributes: {}, events: [], ...rest });
const one = (item: Json) => readTraces(item).traces[0]!.runs[0]!;

describe('a span', () => {
  test.each([['LLM', 'llm'], ['RETRIEVER', 'retriever'], ['TOOL', 'tool'], ['UNKNOWN', 'other']])('of kind %s is %s', (word, kind) => {
    expect(one(span({ span_kind: word }))).toMatchObject({ kind, sourceKind: word });
  });

  test('that failed says why', () => {
    const events = [{ name: 'exception', timestamp: '2026-11-21T23:29:33.5+00:00', attributes: { 'exception.type': 'ValueError', 'exception.message': 'no', 'exception.stacktrace': 'at f' } }];
    expect(one(span({ status_code: 'ERROR', status_message: 'ValueError: no', events }))).toMatchObject({ status: 'error', error: { type: 'ValueError', message: 'ValueError: no', stack: 'at f' }, events: [{ name: 'exception', time: 499.999 }] });
  });

  test('may have its attributes nested, or as columns', () => {
    const nested = { llm: { model_name: 'gpt', token_count: { prompt: 5, completion: 2 }, input_messages: [{ message: { role: 'user', content: 'hi' } }, { message: { role: 'assistant', tool_calls: [{ tool_call: { id: 'c1', function: { name: 'f', arguments: '{"x":1}' } } }] } }] }, metadata: { tenant: { id: 7 } }, tag: { tags: ['a'] } };
    const { context, attributes: _, ...rest } = span();
    const row = { ...rest, 'context.span_id': context.span_id, 'context.trace_id': context.trace_id, 'attributes.llm.model_name': 'gpt', 'attributes.llm.token_count.prompt': 5, 'attributes.llm.token_count.completion': 2, 'attributes.llm.input_messages': [{ 'message.role': 'user', 'message.content': 'hi' }, { 'message.role': 'assistant', 'message.tool_calls': [{ 'tool_call.id': 'c1', 'tool_call.function.name': 'f', 'tool_call.function.arguments': '{"x":1}' }] }], 'attributes.metadata': { tenant: { id: 7 } }, 'attributes.tag.tags': ['a'], 'attributes.embedding.model_name': null };
    for (const item of [span({ attributes: nested }), row]) {
      const run = one(item);
      expect(run).toMatchObject({ id: '00000000000000a1', traceId: 'ab'.repeat(16), kind: 'llm', model: { name: 'gpt' }, usage: { input: 5, output: 2 }, tags: ['a'], metadata: { tenant: { id: 7 } } });
      expect(run.source).toBe(item);
      expect(messagesOf(run)).toMatchObject([{ role: 'user', parts: [{ text: 'hi' }] }, { role: 'assistant', parts: [{ type: 'tool-call', call: { id: 'c1', name: 'f', arguments: { x: 1 } } }] }]);
    }
  });

  test('nested 100,000 levels deep', () => {
    let deep: Json = { end: 1 };
    for (let level = 0; level < 100_000; level++) deep = { k: deep };
    expect(Object.keys(one(span({ attributes: { deep } })).metadata)).toEqual([`deep${'.k'.repeat(11)}`]);
  });
});

describe('annotations', () => {
  const annotation = { id: 'U3BhbkFubm90YXRpb246MQ==', created_at: '2026-11-22T00:00:00+00:00', updated_at: '2026-11-22T00:00:00+00:00', source: 'APP', user_id: null, name: 'correctness', annotator_kind: 'HUMAN', result: { label: 'right', score: 1, explanation: 'As in the text.' }, metadata: {}, identifier: '', span_id: '00000000000000a1' };
  const expected = { id: annotation.id, traceId: 'ab'.repeat(16), runId: '00000000000000a1', key: 'correctness', score: 1, value: 'right', comment: 'As in the text.', correction: null, source: 'HUMAN', createdAt: Date.parse('2026-11-22T00:00:00Z') };

  test('of the API are feedback', () => {
    for (const input of [[span(), annotation], [{ data: [span()] }, { data: [annotation] }], [JSON.stringify({ data: [span()] }), JSON.stringify({ data: [annotation], next_cursor: null })].join('\n')]) {
      expect(readTraces(input)).toMatchObject({ format: 'phoenix', feedback: [expected], issues: [] });
    }
  });

  test('in the attributes of an export are feedback', () => {
    expect(readPhoenix(span({ attributes: { 'annotations.0.annotation.name': 'correctness', 'annotations.0.annotation.score': 1, 'annotations.0.annotation.annotator_kind': 'HUMAN' } })).feedback).toMatchObject([{ runId: '00000000000000a1', key: 'correctness', score: 1, source: 'HUMAN' }]);
  });

  test('of the command line stand beside spans and traces', () => {
    const { span_id: _, ...ofTrace } = { ...annotation, name: 'helpful' };
    const { feedback, issues } = readTraces({ traceId: 'ab'.repeat(16), spans: [{ ...span(), annotations: [annotation] }], annotations: [{ ...ofTrace, trace_id: 'ab'.repeat(16) }] });
    expect(feedback).toMatchObject([expected, { key: 'helpful', runId: null, traceId: 'ab'.repeat(16) }]);
    expect(issues).toEqual([]);
  });
});
