import { describe, expect, test } from 'vitest';
import { figuresOf, generateTrace, toLangSmith, toOtlp, toRecords } from '../../bench/generate/index.js';

const SHAPES = ['agent', 'chain', 'fan-out', 'threads'] as const;
const PAYLOADS = ['none', 'small', 'typical'] as const;

describe('generateTrace', () => {
  test.each(SHAPES)('%s: the same options give the same bytes, another seed gives others', (shape) => {
    const write = (seed: number) => {
      const generated = generateTrace({ shape, runs: 300, seed });
      return JSON.stringify([generated, toLangSmith(generated), toOtlp(generated), toRecords(generated)]);
    };
    expect(write(5)).toBe(write(5));
    expect(write(5)).not.toBe(write(6));
  });

  test.each(SHAPES)('%s has exactly as many runs as asked for', (shape) => {
    for (const runs of [1, 2, 3, 7, 50, 1234]) {
      const generated = generateTrace({ shape, runs });
      expect(generated.steps).toHaveLength(runs);
      expect(generated.expected.runs).toBe(runs);
      expect(toLangSmith(generated)).toHaveLength(runs);
      expect(spansOf(toOtlp(generated))).toHaveLength(runs);
      expect(toRecords(generated)).toHaveLength(runs);
    }
  });

  test.each(SHAPES)('%s is in reading order, and every child is inside of its parent', (shape) => {
    const { steps, traces } = generateTrace({ shape, runs: 5000, seed: 3 });
    const open: number[] = [];
    const misplaced = steps.filter((step, place) => {
      while (open.length > 0 && open.at(-1) !== step.parent) open.pop();
      const reading = step.parent === (open.at(-1) ?? -1) && step.depth === open.length;
      open.push(place);
      return !reading;
    });
    const outside = steps.filter(({ start, end, parent }) => {
      const above = steps[parent];
      if ((end ?? Infinity) < start) return true;
      return above !== undefined && (start <= above.start || (end ?? start) > (above.end ?? Infinity));
    });
    expect(misplaced).toEqual([]);
    expect(outside).toEqual([]);
    expect(traces.map(({ from }) => from)).toEqual(steps.flatMap(({ parent }, place) => (parent < 0 ? [place] : [])));
  });

  test('an agent calls models, tools and agents, and some of it goes wrong', () => {
    const { steps, traces, expected } = generateTrace({ shape: 'agent', runs: 20_000 });
    expect(traces).toHaveLength(1);
    expect(new Set(steps.map(({ kind }) => kind))).toEqual(
      new Set(['agent', 'chain', 'llm', 'tool', 'retriever', 'embedding', 'prompt', 'guardrail']),
    );
    expect(steps.some(({ kind, depth }) => kind === 'agent' && depth > 0)).toBe(true);
    expect(steps.some(({ attempt }) => attempt > 1)).toBe(true);
    expect(steps.some(({ kind, usage }) => kind === 'llm' && usage === null)).toBe(true);
    for (const figure of ['llmCalls', 'toolCalls', 'errors', 'interrupted', 'running'] as const) {
      expect(expected[figure]).toBeGreaterThan(0);
    }
  });

  test('a chain is as deep as it is long, a fan-out has one level', () => {
    expect(generateTrace({ shape: 'chain', runs: 9000 }).expected).toMatchObject({ maxDepth: 8999, llmCalls: 1 });
    const { steps } = generateTrace({ shape: 'fan-out', runs: 9000 });
    expect(steps.slice(1).every(({ parent }) => parent === 0)).toBe(true);
  });

  test('threads are many traces of one to a few hundred runs, several to a conversation', () => {
    const { steps, traces, expected } = generateTrace({ shape: 'threads', runs: 20_000 });
    const sizes = traces.map(({ from, to }) => to - from);
    expect(Math.min(...sizes)).toBe(1);
    expect(Math.max(...sizes)).toBeGreaterThan(100);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(300);
    expect(new Set(traces.map(({ thread }) => thread)).size).toBeLessThan(traces.length / 2);
    const parts = traces.map(({ from, to }) => figuresOf(steps, from, to));
    expect(parts.reduce((sum, { usage }) => sum + usage.total, 0)).toBe(expected.usage.total);
    expect(steps.some(({ parent, status }) => parent < 0 && status === 'running')).toBe(true);
  });
});

describe('toLangSmith', () => {
  const generated = generateTrace({ shape: 'agent', runs: 20_000 });
  const runs = toLangSmith(generated);

  test('has about 790 bytes a run, as real files have', () => {
    expect(JSON.stringify(runs).length / runs.length).toBeCloseTo(790, -2);
  });

  test('the dotted order holds the trace, the parent and the run', () => {
    const wrong = runs.filter((run) => {
      const ids = String(run['dotted_order']).split('.').map((segment) => segment.slice(-36));
      return ids[0] !== run['trace_id'] || ids.at(-2) !== run['parent_run_id'] || ids.at(-1) !== run['id'];
    });
    expect(wrong).toEqual([]);
    expect(new Set(runs.map(({ id }) => id)).size).toBe(runs.length);
  });

  test('deep runs go without one: each would repeat all above it', () => {
    const chain = toLangSmith(generateTrace({ shape: 'chain', runs: 2000 }));
    expect(JSON.stringify(chain).length / chain.length).toBeLessThan(1000);
    expect(chain.at(-1)).not.toHaveProperty('dotted_order');
  });

  test('times are those of the SDK that wrote them', () => {
    const [js] = toLangSmith(generated, { sdk: 'js' });
    const [python] = toLangSmith(generated, { sdk: 'python' });
    expect(js).toMatchObject({ start_time: '2026-11-21T23:30:00.000001Z', end_time: expect.any(Number) });
    expect(python).toMatchObject({ start_time: '2026-11-21T23:30:00.000000+00:00', end_time: expect.stringMatching(/\.\d{6}\+00:00$/) });
  });

  test('errors are text, and an interrupt is one of them', () => {
    const errors = runs.flatMap(({ error }) => (typeof error === 'string' ? [error] : []));
    expect(errors).toHaveLength(generated.expected.errors + generated.expected.interrupted);
    expect(errors.filter((error) => /\bGraphInterrupt\b/.test(error))).toHaveLength(generated.expected.interrupted);
    expect(runs.filter((run) => !('end_time' in run))).toHaveLength(generated.expected.running);
  });

  test.each(PAYLOADS)('usage is in the metadata or in the message, with payload %s too', (payload) => {
    const { expected, ...rest } = generateTrace({ shape: 'agent', runs: 3000, payload });
    const usages = toLangSmith({ expected, ...rest }).flatMap((run) => /"usage_metadata":(\{.*?\}.*?\}.*?\})/.exec(JSON.stringify(run))?.[1] ?? []);
    const total = usages.reduce((sum, usage) => sum + JSON.parse(usage).total_tokens, 0);
    expect(total).toBe(expected.usage.total);
  });

  test('tags tell plumbing, supersteps and retries', () => {
    const tags = new Set(runs.flatMap((run) => run['tags'] as string[]));
    for (const tag of ['langsmith:hidden', 'graph:step:0', 'retry:attempt:2']) expect(tags).toContain(tag);
  });
});

describe('toOtlp', () => {
  const generated = generateTrace({ shape: 'agent', runs: 20_000 });

  test('ids are hexadecimal and unique, and every parent is there', () => {
    const spans = spansOf(toOtlp(generated));
    const ids = new Set(spans.map(({ spanId }) => spanId));
    expect(ids.size).toBe(spans.length);
    expect(spans.filter(({ traceId, spanId }) => !/^[0-9a-f]{32}$/.test(traceId) || !/^[0-9a-f]{16}$/.test(spanId))).toEqual([]);
    expect(spans.filter(({ parentSpanId }) => parentSpanId !== undefined && !ids.has(parentSpanId))).toEqual([]);
  });

  test('times are nanoseconds that a double cannot hold, and children come before their parents', () => {
    const spans = spansOf(toOtlp(generated));
    expect(spans.some(({ endTimeUnixNano }) => String(Number(endTimeUnixNano)) !== endTimeUnixNano)).toBe(true);
    expect(spans.filter(({ endTimeUnixNano }) => endTimeUnixNano === '0')).toHaveLength(generated.expected.running);
    const places = new Map(spans.map(({ spanId }, place) => [spanId, place]));
    const early = spans.filter(
      ({ parentSpanId = '', endTimeUnixNano }, place) => endTimeUnixNano !== '0' && (places.get(parentSpanId) ?? Infinity) < place,
    );
    expect(early).toEqual([]);
  });

  test.each([
    ['openinference', 1, 'openinference.span.kind', 'llm.token_count.total'],
    ['genai', 2, 'gen_ai.operation.name', 'gen_ai.usage.input_tokens'],
  ] as const)('%s is the dialect of seed %i', (dialect, seed, kind, tokens) => {
    const given = generateTrace({ shape: 'agent', runs: 2000, seed });
    expect(toOtlp(given)).toEqual(toOtlp(given, { dialect }));
    const keys = spansOf(toOtlp(given)).flatMap(({ attributes }) => attributes.map(({ key }) => key));
    expect(keys).toContain(kind);
    expect(keys.filter((key) => key === tokens)).toHaveLength(given.steps.filter(({ usage }) => usage !== null).length);
  });

  test('errors have a status and an exception', () => {
    const failed = spansOf(toOtlp(generated)).filter(({ status }) => status.code === 2);
    expect(failed).toHaveLength(generated.expected.errors + generated.expected.interrupted);
    expect(failed.filter(({ events }) => events?.[0]?.name !== 'exception')).toEqual([]);
  });
});

test('toRecords gives what buildTraces takes', () => {
  const generated = generateTrace({ shape: 'threads', runs: 2000 });
  const records = toRecords(generated);
  const ids = new Set(records.map(({ id }) => id));
  expect(ids.size).toBe(records.length);
  expect(records.every(({ parentId }) => parentId == null || ids.has(parentId))).toBe(true);
  expect(new Set(records.map(({ traceId }) => traceId)).size).toBe(generated.traces.length);
  expect(records.reduce((sum, { usage }) => sum + (usage?.total ?? 0), 0)).toBe(generated.expected.usage.total);
  expect(toRecords(generateTrace({ shape: 'agent', runs: 1, payload: 'none' }))[0]?.inputs).toBeUndefined();
});

function spansOf({ resourceSpans }: ReturnType<typeof toOtlp>) {
  return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
}
