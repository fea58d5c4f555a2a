import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLangSmith, readTraces } from '../../../../src/core/index.ts';
import { fixture, fixtures } from '../fixtures.ts';
import { oneTrace, seen, type Json } from './runs.ts';

const names = Object.keys(fixtures('langsmith-ops')).map((name) => name.replace('.jsonl', ''));

/** What a document holds by trace, whatever the order of its runs. */
const content = (input: unknown) => Object.fromEntries(readLangSmith(input).traces.map((trace) => [trace.id, { runs: seen(trace), name: trace.name, duration: trace.duration, status: trace.status }]));

describe.each(names)('%s', (name) => {
  test('as operations is the same as merged', () => {
    expect(content(fixtures('langsmith-ops')[`${name}.jsonl`])).toEqual(content(fixture('langsmith', `${name}.json`)));
  });

  test('arrives in any order', () => {
    const operations = fixture('langsmith-ops', `${name}.jsonl`) as Json[];
    const expected = content(fixture('langsmith', `${name}.json`));
    const orders = fc.shuffledSubarray(operations, { minLength: operations.length, maxLength: operations.length });
    fc.assert(fc.property(orders, (shuffled) => {
      expect(content(shuffled)).toEqual(expected);
    }), { numRuns: 10, examples: [[operations.toReversed()]] });
  });
});

const T = 1795303773000;
const post = (id: string, run: Json = {}): Json => ({ op: 'post', id, run: { id, trace_id: 't', name: id, run_type: 'chain', start_time: T, inputs: { q: id }, ...run } });
const patch = (id: string, run: Json): Json => ({ op: 'patch', id, run });

describe('post and patch', () => {
  test('what the patch leaves out or sends as null stays as posted', () => {
    const expected = { id: 'a', name: 'a', kind: 'chain', inputs: { q: 'a' }, outputs: { x: 1 }, end: 500, status: 'success', tags: ['x'] };
    const operations = [post('a', { tags: ['x'], error: null, outputs: null }), patch('a', { end_time: T + 500, outputs: { x: 1 }, inputs: null, name: null, run_type: null, tags: null, start_time: null })];
    expect(oneTrace(operations).runs[0]).toMatchObject(expected);
    expect(oneTrace(operations.toReversed()).runs[0]).toMatchObject(expected);
  });

  test('a patch may come alone, before its post or without one', () => {
    const trace = oneTrace([patch('b', { trace_id: 't', parent_run_id: 'a', start_time: T + 200, end_time: T + 300, name: 'late' }), post('a')]);
    expect(trace.runs).toMatchObject([{ id: 'a', status: 'running' }, { id: 'b', parentId: 'a', name: 'late', end: 300 }]);
  });

  test('a run with several patches has what each of them says', () => {
    expect(oneTrace([post('a'), patch('a', { outputs: { x: 1 } }), patch('a', { end_time: T + 700 }), patch('a', { tags: ['t'], outputs: null })]).runs[0]).toMatchObject({ outputs: { x: 1 }, end: 700, tags: ['t'] });
  });

  test('the id may be in the operation, in the run, or in the dotted order alone', () => {
    const id = '00000000-0000-4000-8000-00000000000a';
    const dotted_order = `20261121T232933000000Z${id}`;
    for (const operations of [
      [{ op: 'post', id, run: { name: 'a', start_time: T } }, { op: 'patch', id, run: { end_time: T + 500 } }],
      [{ op: 'post', run: { id, name: 'a', start_time: T } }, { op: 'patch', run: { run_id: id, end_time: T + 500 } }],
      [{ op: 'post', run: { dotted_order, name: 'a', start_time: T } }, { op: 'patch', run: { dotted_order, end_time: T + 500 } }],
    ]) expect(oneTrace(operations).runs).toMatchObject([{ id, name: 'a', end: 500 }]);
  });

  test('numbers are ids too', () => {
    expect(oneTrace({ post: [{ id: 5, name: 'a', run_type: 'chain', start_time: T }], patch: [{ id: 5, end_time: T + 500 }] }).runs).toMatchObject([{ id: '5', end: 500 }]);
  });

  test('an operation of an unknown kind still tells of its run', () => {
    expect(oneTrace([{ op: 'upsert', run: { id: 'a', trace_id: 't', run_type: 'tool', name: 'a', start_time: T } }]).runs).toMatchObject([{ id: 'a', kind: 'tool' }]);
  });

  test('a request that tells of no run makes none', () => {
    const { traces, issues } = readLangSmith([post('a'), { seq: 7, op: 'feedback-token', id: 'x', body: { run_id: 'a' } }]);
    expect(traces.flatMap((trace) => trace.runs.map(({ id }) => id))).toEqual(['a']);
    expect(issues.map(({ code }) => code)).toEqual(['unrecognized-item']);
  });

  test('10,000 patches of one run', () => {
    const trace = oneTrace([post('a'), ...Array.from({ length: 10_000 }, (_, nth) => patch('a', { outputs: { nth } })), patch('a', { end_time: T + 1000 })]);
    expect(trace.runs).toMatchObject([{ outputs: { nth: 9999 }, end: 1000 }]);
  });
});

describe('batch bodies', () => {
  const begun = (id: string) => ({ id, trace_id: 't', name: id, run_type: 'chain', start_time: T });

  test('a patch without an id belongs to the post in its place', () => {
    const trace = oneTrace({ post: [begun('a'), begun('b')], patch: [{ end_time: T + 100, outputs: { of: 'a' } }, { end_time: T + 200, outputs: { of: 'b' } }] });
    expect(trace.runs).toMatchObject([{ id: 'a', end: 100, outputs: { of: 'a' } }, { id: 'b', end: 200, outputs: { of: 'b' } }]);
  });

  test('a patch with an id belongs to that', () => {
    const trace = oneTrace({ post: [begun('a'), begun('b')], patch: [{ id: 'b', end_time: T + 200 }, { id: 'a', end_time: T + 100 }] });
    expect(trace.runs).toMatchObject([{ id: 'a', end: 100 }, { id: 'b', end: 200 }]);
  });

  test('the recorded ones: one run each, with its end and its tokens', () => {
    const of = (name: string) => oneTrace(fixture('langsmith', `langsmith_js_wrap_openai_${name}.json`)).runs;
    expect(of('default')).toMatchObject([{ id: 'dc34609e-3eeb-459d-bc2a-6fedb01d2e6e', kind: 'llm', start: 0, end: 1115, model: { name: 'gpt-4o-mini', provider: 'openai' }, usage: { input: 9, output: 9, total: 18, inputDetails: { cacheRead: 0 }, outputDetails: { reasoning: 0 } } }]);
    for (const name of ['stream', 'reasoning']) expect(of(name)).toMatchObject([{ kind: 'llm', status: 'success' }]);
  });

  test('several, as lines: posts in one, patches in another', () => {
    const lines = [{ post: [begun('a')], patch: [] }, { post: [{ ...begun('b'), parent_run_id: 'a' }], patch: [{ id: 'a', end_time: T + 500 }] }, { patch: [{ id: 'b', end_time: T + 300 }] }];
    const trace = oneTrace(lines.map((line) => JSON.stringify(line)).join('\n'));
    expect(trace.runs).toMatchObject([{ id: 'a', end: 500 }, { id: 'b', parentId: 'a', end: 300 }]);
  });

  test('what is no run is told', () => {
    const { traces, issues } = readLangSmith({ post: [begun('a'), null, 5], patch: ['x'] });
    expect(traces[0]!.runs).toHaveLength(1);
    expect(issues.map(({ code }) => code)).toEqual(['unrecognized-item', 'unrecognized-item', 'unrecognized-item']);
  });
});

describe('attachments', () => {
  test('are kept with their run', () => {
    const { traces } = readLangSmith(fixtures('langsmith-ops')['js-traceable-wrapopenai.jsonl']);
    const run = traces.flatMap(({ runs }) => runs).find(({ id }) => id === '01a20072-5adb-7000-8000-0143303886c9')!;
    expect(run.source).toMatchObject({ attachments: { note: { mime_type: 'text/plain', bytes: 16, base64: 'aGVsbG8gYXR0YWNobWVudA==' }, pixel: { mime_type: 'image/png', bytes: 70 } } });
  });

  test('in any order, and under any name', () => {
    const attachment = (name: string): Json => ({ op: 'attachment', id: 'a', name, mime_type: 'text/plain', base64: 'eA==' });
    for (const operations of [[attachment('x'), post('a'), attachment('__proto__')], [post('a'), attachment('__proto__'), patch('a', { end_time: T + 200 }), attachment('x')]]) {
      const run = oneTrace(operations).runs[0]!;
      expect(run.name).toBe('a');
      expect(Object.keys((run.source as { attachments: object }).attachments).toSorted()).toEqual(['__proto__', 'x']);
    }
    expect(Object.prototype).not.toHaveProperty('mime_type');
  });
});

describe('feedback', () => {
  test('is placed on its run’s trace', () => {
    const { traces, feedback } = readTraces(fixtures('langsmith-ops')['py-feedback.jsonl']);
    expect(feedback).toEqual([
      { id: '01a20073-0bbe-7120-b46a-f90c1617404c', traceId: '01a20073-0bb1-7ed0-875b-4c87453f0cb5', runId: '01a20073-0bb1-7ed0-875b-4c87453f0cb5', key: 'user_feedback', score: 1, value: null, comment: 'great', correction: null, source: 'api', createdAt: 1795303869374 },
      { id: '01a20073-0bbe-7120-b46a-f91f0876733b', traceId: '01a20073-0bb1-7ed0-875b-4c87453f0cb5', runId: '01a20073-0bb1-7ed0-875b-4c87453f0cb5', key: 'correctness', score: 0.25, value: 'partially', comment: null, correction: { a: 'olleh!' }, source: 'model', createdAt: 1795303869374 },
    ]);
    expect(traces[0]!.feedback).toEqual(feedback);
    expect(traces[0]!.issues.filter(({ code }) => code === 'orphan-feedback')).toEqual([]);
  });

  test('finds its trace by its run alone, in whichever order they come', () => {
    const given = { op: 'feedback', id: 'f', feedback: { id: 'f', run_id: 'b', key: 'thumbs', score: true } };
    for (const operations of [[given, post('a'), post('b', { parent_run_id: 'a' })], [post('b', { parent_run_id: 'a' }), given, post('a')]]) {
      const trace = oneTrace(operations);
      expect(trace.feedback).toMatchObject([{ traceId: 't', runId: 'b', key: 'thumbs', score: 1, comment: null, createdAt: null }]);
    }
  });

  test('several of one key are several', () => {
    const given = (id: string, score: number | null) => ({ id, run_id: 'a', key: 'user_score', score });
    expect(oneTrace([{ id: 'a', trace_id: 't', run_type: 'chain', name: 'a', start_time: T }, given('1', 1), given('2', 0), given('3', null)]).feedback.map(({ id, score }) => [id, score])).toEqual([['1', 1], ['2', 0], ['3', null]]);
  });

  test('about a run that is not there is kept, and told', () => {
    const { traces, feedback, issues } = readTraces([post('a'), { op: 'feedback', feedback: { id: 'f', run_id: 'elsewhere', key: 'tone', value: 'friendly' } }]);
    expect(feedback).toMatchObject([{ id: 'f', runId: 'elsewhere', traceId: null, value: 'friendly', score: null }]);
    expect(traces[0]!.feedback).toEqual([]);
    expect(issues).toEqual([expect.objectContaining({ code: 'orphan-feedback', runId: 'elsewhere', what: expect.stringContaining('tone') })]);
  });

  test('a file of requests alone is feedback without traces', () => {
    const { traces, feedback, format } = readTraces(fixture('langsmith', 'feedback-requests.json'));
    expect(format).toBe('langsmith');
    expect(traces).toEqual([]);
    expect(feedback.map(({ key, score, value, comment }) => [key, score, value, comment])).toEqual([
      ['user_score', 1, null, 'helpful'], ['tone', null, 'friendly', null], ['note', null, null, 'freeform note'], ['user_feedback', 1, null, 'great'], ['correctness', 0.25, 'partially', null],
    ]);
  });
});
