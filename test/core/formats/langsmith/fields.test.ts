import { describe, expect, test } from 'vitest';
import { readLangSmith } from '../../../../src/core/index.ts';
import { fixture } from '../fixtures.ts';
import { oneRun, oneTrace, type Json } from './runs.ts';

const node = { runtime: { sdk: 'langsmith-js', runtime: 'node', library: 'langchain-js' } };
const python = { runtime: { sdk: 'langsmith-py', runtime: 'python', library: 'langsmith' } };
const run = (id: string, rest: Json): Json => ({ id, trace_id: 'a', name: id, run_type: 'chain', start_time: 1795303773000, ...rest });

describe('times', () => {
  test('the order of execution in a JavaScript tracer’s microseconds is no time', () => {
    const trace = oneTrace([
      run('a', { extra: node, start_time: '2026-11-21T23:29:33.350001Z', end_time: 1795303773400 }),
      run('c', { extra: node, parent_run_id: 'a', start_time: '2026-11-21T23:29:33.360003Z', end_time: 1795303773360 }),
      run('b', { extra: node, parent_run_id: 'a', start_time: '2026-11-21T23:29:33.360002Z', end_time: 1795303773360 }),
    ]);
    expect(trace.runs.map(({ id, start, end }) => [id, start, end])).toEqual([['a', 0, 50], ['b', 10, 10], ['c', 10, 10]]);
    expect(trace.startTime).toBe(1795303773350);
    expect(trace.issues).toEqual([]);
  });

  test('which is told once for the document', () => {
    const { issues } = readLangSmith([run('a', { extra: node, start_time: '2026-11-21T23:29:33.350001Z' }), run('b', { extra: node, parent_run_id: 'a', start_time: '2026-11-21T23:29:33.350002Z' })]);
    expect(issues).toEqual([expect.objectContaining({ code: 'floored-start', severity: 'info', traceId: null, what: expect.stringContaining('2 runs') })]);
  });

  test('a tracer that tells no runtime is JavaScript’s if it ends in milliseconds', () => {
    expect(oneTrace([run('a', { start_time: '2026-11-21T23:29:33.350010Z', end_time: 1795303773350 })]).runs[0]).toMatchObject({ start: 0, end: 0 });
    expect(oneTrace([run('a', { start_time: '2026-11-21T23:29:33.350010Z', end_time: '2026-11-21T23:29:33.350110Z' })])).toMatchObject({ startNanoseconds: 1795303773350010000n, duration: 0.1 });
  });

  test('Python’s microseconds are times', () => {
    const trace = oneTrace([run('a', { extra: python, start_time: '2026-11-21T23:29:33.350010+00:00', end_time: '2026-11-21T23:29:33.350012+00:00' })]);
    expect(trace).toMatchObject({ startNanoseconds: 1795303773350010000n, duration: 0.002 });
  });

  test.each([
    ['seconds', 1795303773, 1795303774],
    ['seconds with a fraction', 1795303773.25, 1795303774.25],
    ['milliseconds', 1795303773000, 1795303774000],
    ['microseconds', 1795303773000000, 1795303774000000],
    ['nanoseconds', 1795303773000000000, 1795303774000000000],
    ['text without a zone', '2026-11-21T23:29:33', '2026-11-21T23:29:34'],
  ])('%s by their magnitude', (_, start_time, end_time) => {
    const trace = oneTrace([run('a', { start_time, end_time })]);
    expect(Math.floor(trace.startTime / 1000)).toBe(1795303773);
    expect(trace.duration).toBe(1000);
  });

  test('the first token: as recorded, else by the first event', () => {
    const events = [{ name: 'start', time: '2026-11-21T23:29:33.000Z' }, { name: 'new_token', time: '2026-11-21T23:29:33.400Z' }, { name: 'new_token', time: '2026-11-21T23:29:33.500Z' }];
    expect(oneRun({ events }).firstToken).toBe(400);
    expect(oneRun({ events, first_token_time: '2026-11-21T23:29:33.250000' }).firstToken).toBe(250);
    expect(oneRun({ events, run_type: 'chain' }).firstToken).toBeNull();
    expect(oneRun({ events: [] }).firstToken).toBeNull();
  });

  test('events have their place in the trace, and all that they say', () => {
    const { events } = oneRun({ events: [{ name: 'start', time: '2026-11-21T23:29:33.000Z' }, { name: 'new_token', time: '2026-11-21T23:29:33.100Z', kwargs: { token: 'hi' } }, { name: 'event', message: 'own' }, 'odd', null] });
    expect(events).toEqual([
      { name: 'start', time: 0, attributes: {} },
      { name: 'new_token', time: 100, attributes: { token: 'hi' } },
      { name: 'event', time: null, attributes: { message: 'own' } },
      { name: 'event', time: null, attributes: { value: 'odd' } },
      { name: 'event', time: null, attributes: { value: null } },
    ]);
  });
});

describe('status', () => {
  test.each<[Json, string]>([
    [{}, 'success'],
    [{ end_time: null }, 'running'],
    [{ end_time: undefined, error: 'x' }, 'error'],
    [{ error: '' }, 'success'],
    [{ status: 'success' }, 'success'],
    [{ status: 'error' }, 'error'],
    [{ status: 'pending', end_time: null }, 'running'],
    [{ status: 'INTERRUPTED' }, 'interrupted'],
    [{ error: 'x', outputs: { output: null } }, 'error'],
  ])('%j is %s', (rest, status) => {
    expect(oneRun(rest).status).toBe(status);
  });

  test('a word of Object’s own is unknown like any other', () => {
    const trace = oneTrace([run('a', { status: 'constructor', run_type: 'toString', end_time: 1795303774000 })]);
    expect(trace.runs[0]).toMatchObject({ status: 'success', kind: 'other', sourceKind: 'toString' });
    expect(trace.issues).toEqual([expect.objectContaining({ code: 'unknown-kind' }), expect.objectContaining({ code: 'unknown-status', what: expect.stringContaining('“constructor”') })]);
  });
});

describe('kinds', () => {
  test.each(['tool', 'chain', 'llm', 'retriever', 'embedding', 'prompt', 'parser'])('%s', (word) => {
    expect(oneRun({ run_type: word })).toMatchObject({ kind: word, sourceKind: word });
    expect(oneRun({ run_type: word.toUpperCase() })).toMatchObject({ kind: word, sourceKind: word.toUpperCase() });
  });

  test('others are told', () => {
    expect(oneTrace([run('a', { run_type: 'wizard' })])).toMatchObject({ runs: [{ kind: 'other', sourceKind: 'wizard' }], issues: [{ code: 'unknown-kind' }] });
  });
});

describe('model', () => {
  test.each<[string, Json, object | null]>([
    ['the metadata', { extra: { metadata: { ls_model_name: 'gpt-4.1', ls_provider: 'openai' }, invocation_params: { model: 'other', temperature: 0 } } }, { name: 'gpt-4.1', provider: 'openai', parameters: { model: 'other', temperature: 0 } }],
    ['the parameters', { extra: { invocation_params: { model_name: 'gpt-4.1' } } }, { name: 'gpt-4.1', provider: null, parameters: { model_name: 'gpt-4.1' } }],
    ['the parameters in the metadata', { extra: { metadata: { ls_invocation_params: { model: 'gpt-4.1' } } } }, { name: 'gpt-4.1', provider: null, parameters: { model: 'gpt-4.1' } }],
    ['the answer', { outputs: { model: 'gpt-4.1-2025' }, inputs: { model: 'gpt-4.1' } }, { name: 'gpt-4.1-2025', provider: null, parameters: {} }],
    ['the question', { inputs: { model: 'gpt-4.1' } }, { name: 'gpt-4.1', provider: null, parameters: {} }],
    ['nothing', {}, null],
  ])('from %s', (_, rest, model) => {
    expect(oneRun(rest).model).toEqual(model);
    expect(oneRun({ ...rest, run_type: 'chain' }).model).toBeNull();
  });
});

describe('everything else', () => {
  test('threads: by the first of three names, the first run that tells', () => {
    const thread = (metadata: Json) => oneTrace([run('a', {}), run('b', { parent_run_id: 'a', extra: { metadata } })]).threadId;
    expect(thread({ session_id: 's', conversation_id: 'c', thread_id: 't' })).toBe('s');
    expect(thread({ conversation_id: 'c', thread_id: 't' })).toBe('c');
    expect(thread({ thread_id: 't' })).toBe('t');
    expect(thread({})).toBeNull();
    expect(oneTrace([run('a', { thread_id: 'top', extra: { metadata: { session_id: 's' } } })]).threadId).toBe('top');
  });

  test('projects: by name, else by id; a session here is no conversation', () => {
    expect(oneTrace([run('a', { session_name: 'shop', session_id: 'uuid' })])).toMatchObject({ project: 'shop', threadId: null });
    expect(oneTrace([run('a', { session_id: 'uuid' })])).toMatchObject({ project: 'uuid', threadId: null });
  });

  test('tags, hidden runs, metadata', () => {
    expect(oneRun({ tags: ['a', 'langsmith:hidden'], extra: { metadata: { user: 'u' } } })).toMatchObject({ tags: ['a', 'langsmith:hidden'], hidden: true, metadata: { user: 'u' } });
    expect(oneRun({ tags: null, extra: null })).toMatchObject({ tags: [], hidden: false, metadata: {} });
  });

  test('a recorded agent: kinds, models, tokens', () => {
    const trace = oneTrace(fixture('langsmith', 'js-create-agent-subagent.json'));
    // Four calls, added up by hand: 179 + 25 + 156 + 315 tokens in, 143 + 31 + 63 + 205 out.
    expect(trace.totalsOf(trace.roots[0]!)).toMatchObject({
      runs: 23, llmCalls: 4, errors: 0, unmeteredCalls: 0, usage: { input: 675, output: 442, total: 1117, inputDetails: { cacheRead: 246 }, outputDetails: { reasoning: 256 } },
    });
  });
});
