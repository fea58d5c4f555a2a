import { describe, expect, test } from 'vitest';
import { messagesOf, readReadableSpans, readTraces, toolCallsOf } from '../../../src/core/index.ts';
import { describeFormat, type RawRun, type Survivors } from './contract.ts';
import { fixtures } from './fixtures.ts';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const object = (value: unknown): Json => (isObject(value) ? value : {});

const files = fixtures('readable-span');
const anyAgent = Object.fromEntries(Object.entries(files).filter(([name]) => name.endsWith('_trace.json')));

/** The text with its large integers as texts, by the lines of the recordings, where each stands alone behind its key. */
const quoted = (text: string) => text.replaceAll(/^(\s*"\w+": )(\d{17,})(,?)$/gm, '$1"$2"$3');

/** The spans of a document, wherever it is damaged. */
function spansOf(document: unknown): Json[] {
  const items = Array.isArray(document) ? document.flat(Infinity) : [document];
  return items.flatMap((item) => (isObject(item) && Array.isArray(item['spans']) ? (item['spans'] as unknown[]) : [item])).filter(isObject);
}

const digits = (id: unknown): id is string => typeof id === 'string' && /^\d{17,39}$/.test(id);
const hex = (id: string, length: number) => BigInt(id).toString(16).padStart(length, '0');
const pair = (time: unknown) => BigInt((time as [number, number])[0]) * 1_000_000_000n + BigInt((time as [number, number])[1]);

function recordsOf(document: unknown): RawRun[] {
  const records = spansOf(document).map((span): RawRun => {
    const context = object(span['context']);
    if (isObject(span['spanContext'])) {
      const { traceId, spanId } = span['spanContext'] as { traceId: string; spanId: string };
      return { id: spanId, traceId, parentId: null, start: pair(span['startTime']), end: pair(span['endTime']) };
    }
    const parent = object(span['parent'])['span_id'];
    return {
      id: hex(String(context['span_id']), 16), traceId: hex(String(context['trace_id']), 32), parentId: parent == null ? null : hex(String(parent), 16),
      start: BigInt(String(span['start_time'])), end: BigInt(String(span['end_time'])),
    };
  });
  return [...new Map(records.map((record) => [`${record.traceId} ${record.id}`, record])).values()];
}

function survivorsOf(document: unknown): Survivors {
  const ids = new Set<string>();
  let nameless = 0;
  for (const span of spansOf(document)) {
    const { context, spanContext } = span;
    if (isObject(context)) {
      if (digits(context['span_id']) && digits(context['trace_id']) && digits(span['start_time']) && String(context['span_id']).length < 20) ids.add(hex(context['span_id'], 16));
      else if ([undefined, null, ''].includes(context['span_id'] as string)) nameless += 'id' in span ? 0 : 1;
    } else if (isObject(spanContext)) {
      if (typeof spanContext['spanId'] === 'string' && /^[0-9a-f]{16}$/.test(spanContext['spanId'])) ids.add(spanContext['spanId']);
      else if ([undefined, null, ''].includes(spanContext['spanId'] as string)) nameless += 'id' in span ? 0 : 1;
    }
  }
  return { ids, nameless };
}

describe('the contract of formats', () => {
  describeFormat({
    id: 'readable-span',
    read: readReadableSpans,
    files: { ...files, ...Object.fromEntries(Object.entries(anyAgent).map(([name, text]) => [name, quoted(text)])) },
    countRecords: (text) => [...text.matchAll(/"(?:spanContext|context)": \{/g)].length,
    recordsOf,
    lists: ['spans'],
    survivorsOf,
  });
});

describe.each(Object.entries(anyAgent))('%s', (name, text) => {
  const raw = recordsOf(JSON.parse(quoted(text)));
  const spans = spansOf(JSON.parse(text));
  const of = (operation: string) => spans.filter((span) => object(span['attributes'])['gen_ai.operation.name'] === operation);
  const sum = (key: string) => of('call_llm').reduce((total, span) => total + Number(object(span['attributes'])[key]), 0);

  test('has its ids and nanoseconds whole, from text', () => {
    const { format, traces, issues } = readTraces(text);
    expect(format).toBe('readable-span');
    expect(issues).toEqual([]);
    expect(traces.map(({ id }) => id)).toEqual([raw[0]!.traceId]);
    expect(traces[0]!.runs.map(({ id, parentId }) => [id, parentId]).toSorted()).toEqual(raw.map(({ id, parentId }) => [id, parentId]).toSorted());
    expect(traces[0]!.startNanoseconds).toBe(raw.map(({ start }) => start).reduce((a, b) => (b < a ? b : a)));
  });

  test('parsed before, has the same tree, and says what was lost', () => {
    const [exact] = readTraces(text).traces;
    const { traces, issues } = readTraces(JSON.parse(text));
    expect(traces).toHaveLength(1);
    expect(traces[0]!.runs.map((run) => [run.name, traces[0]!.depthOf(run)])).toEqual(exact!.runs.map((run) => [run.name, exact!.depthOf(run)]));
    expect(issues).toEqual([expect.objectContaining({ code: 'unreadable-field', what: expect.stringContaining(`${spans.length} spans`) })]);
  });

  test('has what its attributes say', () => {
    const [trace] = readTraces(text).traces;
    const totals = trace!.totalsOf(trace!.roots[0]!);
    expect(trace!.roots).toHaveLength(1);
    expect(totals).toMatchObject({ runs: spans.length, llmCalls: of('call_llm').length, toolCalls: of('execute_tool').length, errors: 0, usage: { input: sum('gen_ai.usage.input_tokens'), output: sum('gen_ai.usage.output_tokens') } });
    expect(totals.cost!.total).toBeCloseTo(sum('gen_ai.usage.input_cost') + sum('gen_ai.usage.output_cost'), 12);
    expect(trace!.roots[0]!.kind).toBe('agent');

    const tools = trace!.runs.filter(({ kind }) => kind === 'tool');
    expect(tools.flatMap((run) => toolCallsOf(run)).map(({ name: tool, arguments: given }) => [tool, given])).toEqual(of('execute_tool').map((span) => [object(span['attributes'])['gen_ai.tool.name'], JSON.parse(String(object(span['attributes'])['gen_ai.tool.args']))]));
    const given = of('call_llm').flatMap((span) => (JSON.parse(String(object(span['attributes'])['gen_ai.input.messages'] ?? '[]')) as Json[]).map(({ role }) => role));
    expect(trace!.runs.filter(({ kind }) => kind === 'llm').flatMap((run) => messagesOf(run).filter(({ side }) => side === 'input').map(({ role }) => role))).toEqual(given);
    const asked = of('call_llm').flatMap((span) => { const output = String(object(span['attributes'])['gen_ai.output']); return output.startsWith('[') ? (JSON.parse(output) as Json[]).map((call) => call['tool.name']) : []; });
    expect(trace!.runs.filter(({ kind }) => kind === 'llm').flatMap((run) => toolCallsOf(run)).map((call) => call.name)).toEqual(asked);
  });
});

describe('Python’s own spans', () => {
  const span = (name: string, nth: number, parent: string | null, rest: Json = {}) => ({
    name, context: { trace_id: `0x${'ab'.repeat(16)}`, span_id: `0x000000000000000${nth}`, trace_state: '[]' }, kind: 'SpanKind.CLIENT', parent_id: parent, start_time: `2026-11-21T23:29:33.00000${nth}Z`, end_time: `2026-11-21T23:29:34.00000${9 - nth}Z`,
    status: { status_code: 'UNSET' }, attributes: { 'llm.model_name': 'gpt' }, events: [], links: [], resource: { attributes: { 'service.name': 'shop' }, schema_url: '' }, ...rest,
  });
  const exception = { name: 'exception', timestamp: '2026-11-21T23:29:33.500000Z', attributes: { 'exception.type': 'ValueError', 'exception.message': 'no', 'exception.stacktrace': 'at f' } };
  const spans = [span('root', 1, null), span('child', 2, '0x0000000000000001', { status: { status_code: 'ERROR', description: 'ValueError: no' }, events: [exception], links: [{ context: { trace_id: `0x${'cd'.repeat(16)}`, span_id: '0x000000000000000f' }, attributes: { why: 'retry' } }] })];

  test('are read, one after the other as the console exporter prints them', () => {
    const text = spans.map((item) => JSON.stringify(item, null, 4)).join('\n');
    for (const input of [spans, text, spans.map((item) => JSON.stringify(item)).join('\n')]) {
      const { format, traces, issues } = readTraces(input);
      expect([format, issues]).toEqual(['readable-span', []]);
      expect(traces).toMatchObject([{ id: 'ab'.repeat(16), project: 'shop', startNanoseconds: 1795303773_000001000n, status: 'success' }]);
      expect(traces[0]!.runs).toMatchObject([
        { id: '0000000000000001', parentId: null, kind: 'llm', sourceKind: 'CLIENT', status: 'success' },
        { id: '0000000000000002', parentId: '0000000000000001', status: 'error', error: { type: 'ValueError', message: 'ValueError: no', stack: 'at f' }, events: [{ name: 'exception', time: 499.999 }], links: [{ traceId: 'cd'.repeat(16), runId: '000000000000000f', attributes: { why: 'retry' } }] },
      ]);
    }
  });

  test('that break off are told, and the whole ones are read', () => {
    const text = spans.map((item) => JSON.stringify(item, null, 4)).join('\n');
    const { traces, issues } = readTraces(text.slice(0, -20));
    expect(traces[0]!.runs.map(({ name }) => name)).toEqual(['root']);
    expect(issues).toMatchObject([{ code: 'truncated' }]);
  });
});

describe('JavaScript’s own spans', () => {
  const base = { spanContext: { traceId: 'ab'.repeat(16), spanId: '00000000000000a1', traceFlags: 1 }, name: 's', kind: 2, attributes: {}, status: { code: 0 }, events: [], links: [] };
  const one = (rest: Json) => readTraces([{ ...base, startTime: [1795303773, 1], endTime: [1795303774, 3], ...rest }]).traces[0]!.runs[0]!;

  test('have pairs of seconds and nanoseconds', () => {
    const [trace] = readTraces([{ ...base, startTime: [1795303773, 1], endTime: [1795303774, 3], events: [{ name: 'e', time: [1795303773, 500], attributes: {} }] }]).traces;
    expect(trace).toMatchObject({ startNanoseconds: 1795303773_000000001n, duration: 1000.000002, runs: [{ sourceKind: 'CLIENT', events: [{ time: 0.000499 }] }] });
    expect(one({ endTime: [0, 0] }).status).toBe('running');
  });

  test.each<[string, Json]>([['of version 1', { parentSpanId: '00000000000000b2' }], ['of version 2', { parentSpanContext: { traceId: 'ab'.repeat(16), spanId: '00000000000000b2' } }]])('%s name their parent', (_, parent) => {
    const { traces } = readTraces([{ ...base, ...parent, startTime: [1, 0], endTime: [2, 0] }, { ...base, spanContext: { ...base.spanContext, spanId: '00000000000000b2' }, startTime: [1, 0], endTime: [2, 0] }]);
    expect(traces[0]!.runs.map(({ parentId }) => parentId)).toEqual([null, '00000000000000b2']);
  });

  test('have a library and a resource', () => {
    const [trace] = readTraces([{ ...base, startTime: [1, 0], resource: { attributes: { 'service.name': 'shop' } }, instrumentationScope: { name: 'ai', version: '6' } }]).traces;
    expect(trace!.project).toBe('shop');
    expect(trace!.runs[0]!.metadata).toMatchObject({ resource: { 'service.name': 'shop' }, scope: { name: 'ai', version: '6' } });
    expect(one({ instrumentationLibrary: { name: 'ai' } }).metadata).toMatchObject({ scope: { name: 'ai' } });
  });

  test('fail with status 2', () => {
    expect(one({ status: { code: 2, message: 'no' } })).toMatchObject({ status: 'error', error: { message: 'no' } });
    expect(one({ status: { code: 1 } }).status).toBe('success');
  });

  test('as the console exporter prints them have microseconds and a length', () => {
    const printed = { resource: { attributes: { 'service.name': 'shop' } }, instrumentationScope: { name: 'ai' }, traceId: 'ab'.repeat(16), parentSpanContext: undefined, name: 's', id: '00000000000000a1', kind: 0, timestamp: 1795303773000001, duration: 2500.5, attributes: { 'gen_ai.operation.name': 'chat' }, status: { code: 0 }, events: [], links: [] };
    const { format, traces } = readTraces([printed]);
    expect(format).toBe('readable-span');
    expect(traces[0]).toMatchObject({ id: 'ab'.repeat(16), startNanoseconds: 1795303773_000001000n, duration: 2.5005, runs: [{ id: '00000000000000a1', kind: 'llm' }] });
  });
});
