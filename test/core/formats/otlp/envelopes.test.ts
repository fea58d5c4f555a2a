import { describe, expect, test } from 'vitest';
import { readOtlp, readTraces } from '../../../../src/core/index.ts';
import { fixture, fixtures } from '../fixtures.ts';
import { START, idOf, oneTrace, pairs, request, seen, span, type Json } from './spans.ts';

const files = Object.keys(fixtures('otlp'));

/** The document with every name of OTLP in snake case; attributes keep theirs, since those are values. */
function toSnakeCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toSnakeCase);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), toSnakeCase(inner)]));
}

/** The document with some of its names replaced. */
function rename(value: unknown, names: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(value)) return value.map((item) => rename(item, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [names[key] ?? key, rename(inner, names)]));
}

/** The document with every id turned from what it is to another spelling. */
function withIds(value: unknown, write: (bytes: Buffer) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => withIds(item, write));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => {
    if (!/^(?:traceId|spanId|parentSpanId)$/.test(key) || typeof inner !== 'string' || inner === '') return [key, withIds(inner, write)];
    return [key, write(Buffer.from(inner, inner.endsWith('=') ? 'base64' : 'hex'))];
  }));
}

describe.each(files)('%s', (name) => {
  const document = fixture('otlp', name);
  const requests = Array.isArray(document) ? document : [document];
  const expected = seen(document);

  test('in snake case is the same', () => {
    const twin = toSnakeCase(document);
    expect(JSON.stringify(twin)).not.toMatch(/"[a-z]+[A-Z]\w*":/);
    expect(readTraces(twin).format).toBe('otlp');
    expect(seen(twin)).toEqual(expected);
  });

  test('with ids in hex, in upper case, in base64, in URL-safe base64 and as bytes is the same', () => {
    for (const write of [
      (bytes: Buffer) => bytes.toString('hex'),
      (bytes: Buffer) => bytes.toString('hex').toUpperCase(),
      (bytes: Buffer) => bytes.toString('base64'),
      (bytes: Buffer) => bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_'),
      (bytes: Buffer) => `0x${bytes.toString('hex')}`,
      (bytes: Buffer) => bytes.toJSON(),
      (bytes: Buffer) => [...bytes],
    ]) expect(seen(withIds(document, write))).toEqual(expected);
  });

  test('in the words of 2021, and in Tempo’s, is the same', () => {
    const old = rename(document, { scopeSpans: 'instrumentationLibrarySpans', scope: 'instrumentationLibrary' });
    expect(seen(old)).toEqual(expected);
    const tempo = rename(document, { resourceSpans: 'batches' });
    expect(readTraces(tempo).format).toBe('otlp');
    expect(seen(tempo)).toEqual(expected);
    expect(seen(rename(tempo, { scopeSpans: 'instrumentationLibrarySpans', scope: 'instrumentationLibrary' }))).toEqual(expected);
  });

  test('as lines, as an array, and as bare resource spans is the same', () => {
    expect(seen(requests.map((item) => JSON.stringify(item)).join('\n'))).toEqual(expected);
    expect(seen([requests])).toEqual(expected);
    expect(seen(requests.flatMap((item) => (item as Json)['resourceSpans'] as Json[]))).toEqual(expected);
  });

  test('as bare spans is the same tree', () => {
    const spans = requests.flatMap((item) => ((item as Json)['resourceSpans'] as Json[]).flatMap((group) => (group['scopeSpans'] as Json[]).flatMap((scope) => scope['spans'] as Json[])));
    const tree = (input: unknown) => readTraces(input).traces.map((trace) => trace.runs.map(({ id, parentId, start, end, name: given, kind, usage }) => ({ id, parentId, start, end, given, kind, usage })));
    expect(readTraces(spans).format).toBe('otlp');
    expect(tree(spans)).toEqual(tree(document));
    expect(tree(spans.map((item) => JSON.stringify(item)).join('\n'))).toEqual(tree(document));
  });

  test('with enums as numbers and as text is the same', () => {
    const codes: Readonly<Record<string, number>> = { STATUS_CODE_UNSET: 0, STATUS_CODE_OK: 1, STATUS_CODE_ERROR: 2, SPAN_KIND_INTERNAL: 1, SPAN_KIND_SERVER: 2, SPAN_KIND_CLIENT: 3 };
    const text = JSON.stringify(document);
    const asNumbers = text.replaceAll(/"((?:STATUS_CODE|SPAN_KIND)_\w+)"/g, (_, word: string) => String(codes[word]));
    const asWords = asNumbers.replaceAll(/"kind":(\d)/g, (_, code: string) => `"kind":"${['SPAN_KIND_UNSPECIFIED', 'SPAN_KIND_INTERNAL', 'SPAN_KIND_SERVER', 'SPAN_KIND_CLIENT'][Number(code)]}"`)
      .replaceAll(/"code":(\d)/g, (_, code: string) => `"code":"${['STATUS_CODE_UNSET', 'STATUS_CODE_OK', 'STATUS_CODE_ERROR'][Number(code)]}"`);
    expect(asNumbers).not.toContain('SPAN_KIND');
    expect(seen(asNumbers)).toEqual(expected);
    expect(seen(asWords)).toEqual(expected);
  });
});

describe('ids', () => {
  test('of the specification’s example are lower-case hex', () => {
    const trace = oneTrace(fixture('otlp', 'otlp-spec-example.json'));
    expect(trace.id).toBe('5b8efff798038103d269b633813fc60c');
    expect(trace.runs).toMatchObject([{ id: 'eee19b7ec3c1b174', parentId: null, name: "I'm a server span", sourceKind: 'SERVER' }]);
    expect(trace.issues).toEqual([expect.objectContaining({ code: 'orphan', what: expect.stringContaining('eee19b7ec3c1b173') })]);
  });

  test('in base64 are the bytes that they stand for', () => {
    // From the reference: this text is 3c72f582dd45872020700dfae35aef9d.
    const trace = oneTrace(request([span(1, null, {}, { traceId: 'PHL1gt1FhyAgcA3641rvnQ==', spanId: 'ziprJqtLsl8=' })]));
    expect(trace.id).toBe('3c72f582dd45872020700dfae35aef9d');
    expect(trace.runs[0]!.id).toBe('ce2a6b26ab4bb25f');
  });

  test.each(['', null, undefined, '0000000000000000', 'AAAAAAAAAAA=', [0, 0, 0, 0, 0, 0, 0, 0]])('a parent of %j is none', (parentSpanId) => {
    const trace = oneTrace(request([span(1, null, {}, { parentSpanId })]));
    expect(trace.runs[0]!.parentId).toBeNull();
    expect(trace.issues).toEqual([]);
  });

  test('as large JSON numbers are what is left of them', () => {
    expect(oneTrace(request([span(1, null, {}, { traceId: 2.0075411367332648e38, spanId: 12345 })])).runs).toMatchObject([{ id: '12345' }]);
  });

  test('that are missing: the spans stay, each by itself', () => {
    const { traces } = readOtlp(request([span(1, null), span(2, 1, {}, { spanId: undefined }), span(3, 1, {}, { spanId: '' })]));
    expect(traces).toHaveLength(1);
    expect(traces[0]!.runs.map(({ name, parentId }) => [name, parentId])).toEqual([['span 1', null], ['span 2', idOf(1)], ['span 3', idOf(1)]]);
    expect(traces[0]!.issues.map(({ code }) => code)).toEqual(['missing-id', 'missing-id']);
  });

  test('the same span twice is one run', () => {
    const trace = oneTrace(fixture('otlp', 'otlp2jaeger-in.json'));
    expect(trace.runs).toMatchObject([{ id: 'e127af99e3b3e074', name: 'okey-dokey-0', start: 0, end: 0.123 }]);
    expect(trace.startNanoseconds).toBe(1706678909209712000n);
    expect(trace.issues.map(({ code }) => code).toSorted()).toEqual(['duplicate-run', 'orphan']);
  });

  test('spans of several traces, mixed, are sorted apart', () => {
    const other = 'f'.repeat(32);
    const { traces } = readOtlp([request([span(2, 1), span(1, null, {}, { traceId: other })]), request([span(1, null), span(2, 1, {}, { traceId: other })])]);
    expect(traces.map((trace) => [trace.id.slice(0, 4), trace.runs.map(({ id, parentId }) => [id, parentId])])).toEqual([
      ['5b8e', [[idOf(1), null], [idOf(2), idOf(1)]]], ['ffff', [[idOf(1), null], [idOf(2), idOf(1)]]],
    ]);
  });
});

describe('times', () => {
  const timed = (startTimeUnixNano: unknown, endTimeUnixNano: unknown) => oneTrace(request([span(1, null, {}, { startTimeUnixNano, endTimeUnixNano })]));

  test('as text are exact', () => {
    expect(timed('1795303773000000001', '1795303773000000002')).toMatchObject({ startNanoseconds: 1795303773000000001n, duration: 0.000001 });
  });

  test('as numbers are what the numbers hold, which is told', () => {
    const trace = timed(1795303773000000000, 1795303773000001024);
    expect(trace).toMatchObject({ startNanoseconds: 1795303773000000000n, duration: 0.001024 });
    const { issues } = readOtlp(request([span(1, null, {}, { startTimeUnixNano: 1795303773000000000 }), span(2, null, {}, { startTimeUnixNano: 1795303773000000000 })]));
    expect(issues).toEqual([expect.objectContaining({ code: 'inexact-time', severity: 'info', what: expect.stringContaining('2 spans') })]);
  });

  test('as two halves of 32 bits are exact', () => {
    const halves = (nanoseconds: bigint) => ({ low: Number(BigInt.asIntN(32, nanoseconds)), high: Number(nanoseconds >> 32n), unsigned: true });
    expect(timed(halves(START + 7n), halves(START + 9n))).toMatchObject({ startNanoseconds: START + 7n, duration: 0.000002 });
  });

  test.each([0, '0', '', null, undefined])('an end of %j is none: the span runs', (end) => {
    expect(timed(String(START), end).runs[0]).toMatchObject({ end: null, status: 'running' });
    expect(timed(String(START), end)).toMatchObject({ duration: null, status: 'running', issues: [] });
  });

  test.each(['soon', {}, [1, 2], true, '9'.repeat(30), 1e300, -1e300])('an end of %j is told, and the span runs', (end) => {
    const trace = timed(String(START), end);
    expect(trace.runs[0]).toMatchObject({ end: null, status: 'running' });
    expect(trace.issues.map(({ code }) => code)).toEqual(['unreadable-time']);
  });

  test('the first seconds of 1970 are times', () => {
    expect(timed('1000000000', '2000000000')).toMatchObject({ startTime: 1000, duration: 1000 });
    expect(timed('1', '2')).toMatchObject({ startNanoseconds: 1n, duration: 0.000001 });
  });

  test('events are placed to the nanosecond', () => {
    const { events } = oneTrace(request([span(0, null, {}, { events: [{ name: 'a', timeUnixNano: String(START + 1n), attributes: pairs({ x: 1 }) }, { name: 'b' }, { timeUnixNano: 'soon' }, null] })])).runs[0]!;
    expect(events).toEqual([{ name: 'a', time: 0.000001, attributes: { x: 1 } }, { name: 'b', time: null, attributes: {} }, { name: 'event', time: null, attributes: {} }]);
  });
});

describe('status', () => {
  const exception = { name: 'exception', timeUnixNano: String(START), attributes: pairs({ 'exception.type': 'ValueError', 'exception.message': 'no', 'exception.stacktrace': 'at f' }) };

  test.each([2, '2', 'STATUS_CODE_ERROR', 'ERROR'])('%j is an error, with what the exception tells', (code) => {
    expect(oneTrace(request([span(1, null, {}, { status: { code, message: 'it failed' }, events: [exception] })]))).toMatchObject({
      status: 'error', runs: [{ status: 'error', error: { type: 'ValueError', message: 'it failed', stack: 'at f' } }],
    });
    expect(oneTrace(request([span(1, null, {}, { status: { code }, events: [exception] })])).runs[0]!.error).toEqual({ type: 'ValueError', message: 'no', stack: 'at f' });
  });

  test.each([0, 1, undefined, 'STATUS_CODE_OK', 'STATUS_CODE_UNSET', null, {}])('%j with an exception is none: it was handled', (code) => {
    const run = oneTrace(request([span(1, null, {}, { status: { code }, events: [exception] })])).runs[0]!;
    expect(run).toMatchObject({ status: 'success', error: null });
    expect(run.events).toMatchObject([{ name: 'exception', attributes: { 'exception.type': 'ValueError' } }]);
  });

  test('an error without an exception has its type from the attributes', () => {
    expect(oneTrace(request([span(1, null, { 'error.type': 'timeout' }, { status: { code: 2 } })])).runs[0]!.error).toEqual({ type: 'timeout', message: 'timeout', stack: null });
    expect(oneTrace(request([span(1, null, {}, { status: { code: 2 } })])).runs[0]!.error).toMatchObject({ type: null, stack: null });
  });

  test('an interrupt is no failure', () => {
    const interrupt = { name: 'exception', attributes: pairs({ 'exception.type': 'langgraph.errors.GraphInterrupt', 'exception.message': '(Interrupt(value=1),)' }) };
    expect(oneTrace(request([span(1, null, {}, { status: { code: 2 }, events: [interrupt] })])).runs[0]).toMatchObject({ status: 'interrupted' });
  });
});

describe('what is no span', () => {
  test('is told, and the rest is read', () => {
    const { traces, issues } = readOtlp({ resourceSpans: [null, { resource: {} }, { scopeSpans: [5, { spans: [span(1, null), 'x'] }, {}] }] });
    expect(traces[0]!.runs).toHaveLength(1);
    expect(issues.map(({ code }) => code)).toEqual(['unrecognized-item', 'unrecognized-item', 'unrecognized-item', 'unrecognized-item']);
  });

  test('logs and metrics are no traces', () => {
    for (const key of ['resourceLogs', 'resourceMetrics']) {
      const { format, issues } = readTraces({ [key]: [{ resource: {}, scopeLogs: [] }] });
      expect(format).toBe('unknown');
      expect(issues).toEqual([expect.objectContaining({ code: 'unknown-format', what: expect.stringContaining(key) })]);
    }
  });

  test('an export without spans has none', () => {
    expect(readOtlp({ resourceSpans: [] })).toMatchObject({ traces: [], issues: [{ code: 'no-runs' }] });
  });
});

test('100,000 spans in a chain, children first, read as they are', () => {
  const spans = Array.from({ length: 100_000 }, (_, nth) => ({ traceId: 'a'.repeat(32), spanId: idOf(100_000 - nth), parentSpanId: nth === 99_999 ? '' : idOf(99_999 - nth), name: 's', startTimeUnixNano: String(START + BigInt(100_000 - nth)), endTimeUnixNano: String(START + 1_000_000n) }));
  const trace = oneTrace(request(spans));
  expect(trace.runs).toHaveLength(100_000);
  expect(trace.depthOf({ id: idOf(100_000) })).toBe(99_999);
  expect(trace.runs.every(({ start }, at) => at === 0 || start > trace.runs[at - 1]!.start)).toBe(true);
}, 30_000);
