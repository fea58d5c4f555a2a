import { describe, expect, test } from 'vitest';
import { messagesOf, readLangfuse, readTraces, toolCallsOf } from '../../../../src/core/index.ts';
import { observation, oneRun, oneTrace, traceOf, tree, type Json } from './observations.ts';

/** An observation as v2 of the public API answers: flat, payloads as text, the trace's fields on each. */
const flat = (id: string, rest: Json = {}): Json => ({
  id, traceId: 't', startTime: '2026-11-21T23:29:33.000Z', endTime: '2026-11-21T23:29:34.000Z', projectId: 'p', parentObservationId: null, type: 'SPAN', isRootObservation: rest['parentObservationId'] == null, name: id, level: 'DEFAULT',
  statusMessage: null, version: null, environment: 'production', userId: 'u', sessionId: 's', completionStartTime: null, input: null, output: null, metadata: {}, providedModelName: null, internalModelId: null, modelParameters: '{}',
  usageDetails: {}, costDetails: {}, totalCost: 0, promptName: null, promptVersion: null, latency: 1, timeToFirstToken: null, modelId: null, inputPrice: null, outputPrice: null, totalPrice: null, traceName: 'turn', tags: ['beta'], release: '7', ...rest,
});

describe('a trace with its observations', () => {
  test('v1 of the API', () => {
    const trace = oneTrace(traceOf([
      observation('b', { parentObservationId: 'a', type: 'GENERATION', startTime: '2026-11-21T23:29:33.100Z', endTime: '2026-11-21T23:29:33.900Z', completionStartTime: '2026-11-21T23:29:33.350Z', model: 'gpt-4.1', modelParameters: { temperature: 0.2 }, promptName: 'answer', promptVersion: 3, input: [{ role: 'user', content: 'why?' }], output: { role: 'assistant', content: 'because' }, usageDetails: { input: 20, output: 5, total: 25 }, costDetails: { input: 0.2, output: 0.5, total: 0.7 } }),
      observation('a', { input: { question: 'why?' }, output: 'because', metadata: { attributes: { 'service.name': 'x' } } }),
    ]));
    expect(trace).toMatchObject({ id: 't', name: 'a', threadId: 's', project: 'p', status: 'success', duration: 1000, issues: [] });
    expect(tree(trace)).toEqual([['a', null], ['b', 'a']]);
    expect(trace.get('a')).toMatchObject({ kind: 'chain', sourceKind: 'SPAN', tags: ['beta'], metadata: { environment: 'default', attributes: { 'service.name': 'x' }, trace: { name: 'turn', userId: 'u', metadata: { plan: 'pro' } } }, inputs: { question: 'why?' }, outputs: 'because' });
    expect(trace.get('b')).toMatchObject({ kind: 'llm', sourceKind: 'GENERATION', start: 100, end: 900, firstToken: 350, tags: [], model: { name: 'gpt-4.1', provider: null, parameters: { temperature: 0.2 } }, usage: { input: 20, output: 5, total: 25 }, cost: { input: 0.2, output: 0.5, total: 0.7, currency: 'USD' }, metadata: { promptName: 'answer', promptVersion: 3 } });
    expect(messagesOf(trace.get('b')!).map(({ side, role }) => [side, role])).toEqual([['input', 'user'], ['output', 'assistant']]);
  });

  test('an export: JSON inside of texts, once or twice, and a light copy of the observations', () => {
    const input = JSON.stringify(JSON.stringify({ question: 'why?' }));
    const trace = oneTrace({
      trace: { ...traceOf([observation('a'), observation('only in the copy', { parentObservationId: 'a' })], { scores: [] }), input },
      observations: [observation('a', { input, output: JSON.stringify('because'), metadata: JSON.stringify({ attributes: { x: 1 } }), modelParameters: '{"top_p":1}', model: 'm' })],
    });
    expect(tree(trace)).toEqual([['a', null], ['only in the copy', 'a']]);
    expect(trace.get('a')).toMatchObject({ inputs: { question: 'why?' }, outputs: 'because', model: { name: 'm', parameters: { top_p: 1 } }, metadata: { attributes: { x: 1 } } });
    expect(trace.issues).toEqual([]);
  });

  test('an export of today: observations and scores without the trace', () => {
    const { traces, feedback, format } = readTraces({ observations: [observation('a', { sessionId: 's' }), observation('b', { parentObservationId: 'a' })], scores: [{ id: 'x', traceId: 't', observationId: 'b', name: 'ok', value: 1, dataType: 'NUMERIC', source: 'API' }] });
    expect(format).toBe('langfuse');
    expect(traces.map(({ id, threadId, runs }) => [id, threadId, runs.length])).toEqual([['t', 's', 2]]);
    expect(feedback).toMatchObject([{ traceId: 't', runId: 'b', key: 'ok', score: 1 }]);
  });

  test.each([['{a: 1}'], ['[1, 2'], ['"open'], ['plain'], ['5'], ['{\'role\': \'user\'}']])('the text %j is no JSON and stays as it is', (text) => {
    expect(oneRun({ input: text, output: text })).toMatchObject({ inputs: text, outputs: text });
  });
});

describe('flat observations, v2 of the API', () => {
  test('a page', () => {
    const trace = oneTrace({
      data: [
        flat('b', { parentObservationId: 'a', type: 'GENERATION', providedModelName: 'claude-sonnet-4-5', input: '[{"role":"user","content":"why?"}]', timeToFirstToken: 0.25, inputPrice: '0.000003', usageDetails: { input: 10, cache_read_input_tokens: 90, output: 5, total: 105 }, costDetails: { total: 0.5 } }),
        flat('a', { output: '{"answer":"because"}' }),
      ],
      meta: { cursor: 'eyJ' },
    });
    expect(trace).toMatchObject({ id: 't', threadId: 's', issues: [] });
    expect(tree(trace)).toEqual([['a', null], ['b', 'a']]);
    expect(trace.get('a')).toMatchObject({ tags: ['beta'], outputs: { answer: 'because' }, metadata: { traceName: 'turn', userId: 'u', release: '7', environment: 'production' } });
    expect(trace.get('b')).toMatchObject({ firstToken: 250, tags: [], model: { name: 'claude-sonnet-4-5' }, usage: { input: 100, output: 5, total: 105, inputDetails: { cacheRead: 90 } }, cost: { input: null, total: 0.5 } });
    expect(messagesOf(trace.get('b')!)).toHaveLength(1);
  });

  test('several pages, as a list and as lines, of several traces', () => {
    const pages = [{ data: [flat('a'), flat('x', { traceId: 'other' })], meta: {} }, { data: [flat('b', { parentObservationId: 'a' })], meta: {} }];
    for (const input of [pages, pages.map((page) => JSON.stringify(page)).join('\n'), pages.flatMap(({ data }) => data)]) {
      expect(readTraces(input).traces.map((trace) => tree(trace))).toEqual([[['a', null], ['b', 'a']], [['x', null]]]);
    }
  });

  test('with no more than the core fields', () => {
    const trace = oneTrace({ data: [{ id: 'a', traceId: 't', startTime: '2026-11-21T23:29:33Z', endTime: null, projectId: 'p', parentObservationId: null, type: 'SPAN' }], meta: {} });
    expect(trace.runs).toMatchObject([{ id: 'a', status: 'running', usage: null, cost: null, model: null }]);
  });

  test('one that names no trace belongs to its parent’s', () => {
    expect(tree(oneTrace({ data: [flat('a'), flat('b', { parentObservationId: 'a', traceId: null })], meta: {} }))).toEqual([['a', null], ['b', 'a']]);
  });
});

describe('a trace without a single root', () => {
  test('is the run above its observations, until the last one ends', () => {
    const trace = oneTrace(traceOf([observation('b', { startTime: '2026-11-21T23:29:33.500Z', endTime: '2026-11-21T23:29:36.000Z' }), observation('a'), observation('e', { type: 'EVENT', endTime: null })]));
    expect(tree(trace)).toEqual([['t', null], ['a', 't'], ['e', 't'], ['b', 't']]);
    expect(trace.roots).toMatchObject([{ name: 'turn', kind: 'chain', sourceKind: 'TRACE', start: 0, end: 3000, status: 'success', tags: ['beta'], inputs: { question: 'why?' }, outputs: 'because', metadata: { userId: 'u', plan: 'pro' } }]);
    expect(trace.issues).toMatchObject([{ code: 'added-run', severity: 'info', runId: 't', what: expect.stringMatching(/^3 of its observations have no parent/) }]);
  });

  test('runs while one of them does', () => {
    expect(oneTrace(traceOf([observation('a'), observation('b', { endTime: null })])).roots).toMatchObject([{ id: 't', end: null, status: 'running' }]);
  });

  test('whose record is not there has several roots', () => {
    const trace = oneTrace({ data: [flat('a'), flat('b')], meta: {} });
    expect(tree(trace)).toEqual([['a', null], ['b', null]]);
    expect(trace.issues).toEqual([]);
  });

  test('is not there twice if an observation has its id', () => {
    expect(tree(oneTrace(traceOf([observation('t'), observation('b')])))).toEqual([['t', null], ['b', null]]);
  });

  test('an observation whose parent is missing stays where it is', () => {
    const trace = oneTrace(traceOf([observation('a', { parentObservationId: 'gone' })]));
    expect(tree(trace)).toEqual([['t', null], ['a', null]]);
    expect(trace.issues.map(({ code }) => code)).toEqual(['added-run', 'orphan']);
  });

  test('twice in the document is one', () => {
    const document = traceOf([observation('a'), observation('b')]);
    const trace = oneTrace([document, document]);
    expect(tree(trace)).toEqual([['t', null], ['a', 't'], ['b', 't']]);
  });

  test('named observations are the same run, however often they come', () => {
    const document = traceOf([observation('a')]);
    expect(tree(oneTrace([document, document]))).toEqual([['a', null]]);
  });
});

describe('lists of traces and sessions', () => {
  test('a session: each trace a turn of its thread, shown by what it says of itself', () => {
    const turn = (id: string, rest: Json = {}) => ({ ...traceOf([]), id, sessionId: null, observations: undefined, ...rest });
    const { traces, format, issues } = readTraces({ id: 'chat', createdAt: '2026-11-21T23:29:33Z', projectId: 'p', environment: 'default', traces: [turn('one'), turn('two', { latency: undefined }), turn('three', { latency: undefined, output: null })] });
    expect(format).toBe('langfuse');
    expect(traces.map(({ id, threadId, status, duration }) => [id, threadId, status, duration])).toEqual([['one', 'chat', 'success', 1000], ['two', 'chat', 'success', 0], ['three', 'chat', 'running', null]]);
    expect(traces[0]!.runs).toMatchObject([{ name: 'turn', inputs: { question: 'why?' }, outputs: 'because' }]);
    expect(issues.map(({ code }) => code)).toEqual(['added-run', 'added-run', 'added-run']);
  });

  test('a page of traces has the ids of their observations alone', () => {
    const { traces, issues } = readTraces({ data: [traceOf(['a', 'b'], { totalCost: 0.5, scores: ['x'] })], meta: { page: 1 } });
    expect(traces[0]!.runs).toMatchObject([{ id: 't', cost: { total: 0.5 } }]);
    expect(issues.map(({ code }) => code)).toEqual(['added-run']);
  });

  test('traces and their observations apart, line by line', () => {
    const lines = [observation('b', { parentObservationId: 'a' }), { ...traceOf([]), observations: undefined }, observation('a')].map((line) => JSON.stringify(line)).join('\n');
    expect(tree(oneTrace(lines))).toEqual([['a', null], ['b', 'a']]);
  });
});

describe('an observation', () => {
  test.each([
    ['GENERATION', 'llm'], ['SPAN', 'chain'], ['EVENT', 'other'], ['AGENT', 'agent'], ['TOOL', 'tool'], ['CHAIN', 'chain'], ['RETRIEVER', 'retriever'], ['EVALUATOR', 'evaluator'], ['EMBEDDING', 'embedding'], ['GUARDRAIL', 'guardrail'],
  ])('of the type %s is %s', (type, kind) => {
    expect(oneRun({ type })).toMatchObject({ kind, sourceKind: type });
  });

  test('of a type to come is kept and told', () => {
    const trace = oneTrace(traceOf([observation('a', { type: 'ORACLE' })]));
    expect(trace.runs).toMatchObject([{ kind: 'other', sourceKind: 'ORACLE' }]);
    expect(trace.issues.map(({ code }) => code)).toEqual(['unknown-kind']);
  });

  test('that is an event ends where it starts', () => {
    expect(oneRun({ type: 'EVENT', endTime: null })).toMatchObject({ end: 0, status: 'success' });
  });

  test('failed with its message; without one too', () => {
    expect(oneRun({ level: 'ERROR', statusMessage: 'quota' })).toMatchObject({ status: 'error', error: { message: 'quota' }, metadata: { level: 'ERROR' } });
    expect(oneRun({ level: 'ERROR' })).toMatchObject({ status: 'error', error: { message: expect.any(String) } });
  });

  test('warned: no failure, and the message is there to read', () => {
    expect(oneRun({ level: 'WARNING', statusMessage: 'slow' })).toMatchObject({ status: 'success', error: null, hidden: false, metadata: { level: 'WARNING', statusMessage: 'slow' } });
  });

  test('for debugging is plumbing', () => {
    expect(oneRun({ level: 'DEBUG' })).toMatchObject({ hidden: true, metadata: { level: 'DEBUG' } });
    expect(oneRun({}).metadata).not.toHaveProperty('level');
  });

  test('may have any metadata', () => {
    for (const [metadata, seen] of [['text', { metadata: 'text' }], [['a'], { metadata: ['a'] }], [null, {}], ['', {}], [7, { metadata: 7 }]]) expect(oneRun({ metadata, environment: null }).metadata).toMatchObject(seen as Json);
  });

  test('may have times as numbers', () => {
    expect(oneRun({ startTime: 1_795_303_773_000, endTime: 1_795_303_773_500 })).toMatchObject({ start: 0, end: 500 });
  });

  test('that is a tool is called by the name in its attributes', () => {
    const run = oneRun({ type: 'TOOL', name: 'running 1 tool', input: { q: 1 }, output: 'x', metadata: { attributes: { 'gen_ai.tool.name': 'search', 'gen_ai.tool.call.id': 'c1' } } });
    expect(run.name).toBe('running 1 tool');
    expect(toolCallsOf(run)).toEqual([{ id: 'c1', name: 'search', arguments: { q: 1 }, result: 'x' }]);
  });
});

test('what is no observation is told and left out', () => {
  const { traces, issues } = readLangfuse([traceOf([observation('a'), 5, null]), { hello: 1 }, 'x']);
  expect(traces.flatMap(({ runs }) => runs.map(({ id }) => id))).toEqual(['a']);
  expect(issues.map(({ code }) => code)).toEqual(['unrecognized-item', 'unrecognized-item', 'unrecognized-item', 'unrecognized-item']);
});

test('100,000 observations, one inside of the other', () => {
  const chain = Array.from({ length: 100_000 }, (_, nth) => observation(`${nth}`, { parentObservationId: nth === 0 ? null : `${nth - 1}` }));
  const trace = oneTrace(traceOf(chain));
  expect(trace.runs).toHaveLength(100_000);
  expect(trace.depthOf({ id: '99999' })).toBe(99_999);
});

test('100,000 observations without a parent', () => {
  const trace = oneTrace(traceOf(Array.from({ length: 100_000 }, (_, nth) => observation(`${nth}`))));
  expect(trace.runs).toHaveLength(100_001);
  expect(trace.roots).toHaveLength(1);
});
