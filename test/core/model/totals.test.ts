import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildTraces } from '../../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../../src/core/model/record.ts';
import type { Totals } from '../../../src/core/model/totals.ts';
import type { Trace } from '../../../src/core/model/trace.ts';
import type { CostInput, UsageInput } from '../../../src/core/model/usage.ts';
import { forests, type Forest } from './forests.ts';

type Step = Partial<RunRecord> & { readonly in?: string };

/** One trace of steps by id; `in` is the step around. All of them take from 0 to 1 s. */
function traceOf(steps: Readonly<Record<string, Step>>): Trace {
  const records = Object.entries(steps).map(([id, { in: parentId, ...step }]): RunRecord => ({
    id, name: id, traceId: 't', startTime: 0, endTime: 1000, ...(parentId !== undefined && { parentId }), ...step,
  }));
  const traces = buildTraces(records);
  expect(traces).toHaveLength(1);
  return traces[0]!;
}

const own = (trace: Trace, id: string) => trace.get(id)!;
const total = (trace: Trace, id: string) => trace.totalsOf({ id });
const tokens = (input: number | null, output: number | null, all: number | null): object => ({ input, output, total: all });
const repeats = (trace: Trace) => trace.issues.filter(({ code }) => code === 'repeated-usage');

describe('what a subtree counts', () => {
  test('runs, calls, errors, tokens and money of the run and all that is inside', () => {
    const trace = traceOf({
      root: { kind: 'agent' },
      plan: { in: 'root', kind: 'llm', usage: { input: 100, output: 20 }, cost: { total: 0.5 } },
      search: { in: 'root', kind: 'tool', error: 'no network' },
      rank: { in: 'search', kind: 'reranker', usage: { input: 30 } },
      embed: { in: 'search', kind: 'embedding', usage: { input: 5, total: 5 } },
      answer: { in: 'root', kind: 'llm', usage: { input: 200, output: 50 }, cost: { input: 0.25, output: 0.5 } },
      ask: { in: 'root', kind: 'tool', status: 'interrupted' },
    });
    expect(total(trace, 'root')).toEqual({
      runs: 7, llmCalls: 2, toolCalls: 2, errors: 1, unmeteredCalls: 0, selfTime: 0,
      usage: { input: 335, output: 70, total: 375, inputDetails: {}, outputDetails: {} },
      cost: { input: 0.25, output: 0.5, total: 1.25, currency: 'USD' },
    });
    expect(total(trace, 'search')).toEqual({
      runs: 3, llmCalls: 0, toolCalls: 1, errors: 1, unmeteredCalls: 0, selfTime: 0,
      usage: { input: 35, output: null, total: 5, inputDetails: {}, outputDetails: {} }, cost: null,
    });
    expect(total(trace, 'plan')).toMatchObject({ runs: 1, llmCalls: 1, toolCalls: 0, usage: tokens(100, 20, 120), cost: { input: null, output: null, total: 0.5 } });
    expect(total(trace, 'ask')).toMatchObject({ runs: 1, errors: 0, toolCalls: 1, usage: null, cost: null });
  });

  test('a run that is not there has nothing', () => {
    expect(total(traceOf({ root: {} }), 'elsewhere')).toEqual({ runs: 0, llmCalls: 0, toolCalls: 0, errors: 0, unmeteredCalls: 0, usage: null, cost: null, selfTime: null });
  });

  test('what is absent is null and never 0; what is 0 is 0', () => {
    const trace = traceOf({
      root: {},
      nothing: { in: 'root', kind: 'llm' },
      empty: { in: 'root', kind: 'llm', usage: {}, cost: {} },
      unknown: { in: 'root', kind: 'llm', usage: { input: -1, output: -1, total: -1 }, cost: { total: -1 } },
      inputOnly: { in: 'root', kind: 'llm', usage: { input: 7 } },
      zero: { in: 'root', kind: 'llm', usage: { output: 0 }, cost: { input: 0, output: 0 } },
    });
    expect(own(trace, 'nothing')).toMatchObject({ usage: null, cost: null });
    expect(own(trace, 'empty')).toMatchObject({ usage: null, cost: null });
    expect(own(trace, 'unknown')).toMatchObject({ usage: null, cost: null });
    expect(own(trace, 'inputOnly')).toMatchObject({ usage: tokens(7, null, null), cost: null });
    expect(own(trace, 'zero')).toMatchObject({ usage: tokens(null, 0, null), cost: { input: 0, output: 0, total: 0 } });
    expect(total(trace, 'root')).toMatchObject({ llmCalls: 5, unmeteredCalls: 3, usage: tokens(7, 0, null), cost: { input: 0, output: 0, total: 0 } });
  });

  test('details are part of their count and add nothing to it', () => {
    const trace = traceOf({
      root: {},
      a: { in: 'root', kind: 'llm', usage: { input: 100, output: 50, inputDetails: { cacheRead: 80, cacheWrite: 10 }, outputDetails: { reasoning: 40 } } },
      b: { in: 'root', kind: 'llm', usage: { input: 10, output: 5, inputDetails: { cacheRead: 10, audio: 0 }, outputDetails: {} } },
    });
    expect(total(trace, 'root').usage).toEqual({ input: 110, output: 55, total: 165, inputDetails: { cacheRead: 90, cacheWrite: 10, audio: 0 }, outputDetails: { reasoning: 40 } });
    expect(total(trace, 'b').usage).toEqual({ input: 10, output: 5, total: 15, inputDetails: { cacheRead: 10, audio: 0 }, outputDetails: {} });
  });

  test('details of very many names are all there, the late ones under one name', () => {
    const inputDetails = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`detail${at}`, 1]));
    const trace = traceOf({ root: {}, a: { in: 'root', kind: 'llm', usage: { input: 1000, inputDetails } }, b: { in: 'root', kind: 'llm', usage: { input: 1000, inputDetails } } });
    const found = total(trace, 'root').usage!.inputDetails;
    expect(Object.keys(found).length).toBeLessThan(100);
    expect(Object.values(found).reduce((sum, count) => sum + count)).toBe(400);
    expect(own(trace, 'a').usage!.inputDetails).toEqual(inputDetails);
  });

  test('details may bear any name', () => {
    const names = { constructor: 3, toString: 4, hasOwnProperty: 5 };
    const trace = traceOf({
      root: { kind: 'chain', usage: { input: 30, inputDetails: names } },
      a: { in: 'root', kind: 'llm', usage: { input: 10 } },
      b: { in: 'root', kind: 'llm', usage: { input: 10, inputDetails: JSON.parse('{"__proto__": 5}') } },
    });
    expect(own(trace, 'root').usage).toEqual({ input: 10, output: null, total: null, inputDetails: names, outputDetails: {} });
    expect(total(trace, 'root').usage!.input).toBe(30);
    expect(({} as Record<string, unknown>)['5']).toBeUndefined();
  });

  test('a call of a model that tells no tokens is unmetered, whatever its kind', () => {
    const trace = traceOf({
      root: { kind: 'agent' },
      metered: { in: 'root', kind: 'llm', usage: { input: 1, output: 1 } },
      llm: { in: 'root', kind: 'llm' },
      embedding: { in: 'root', kind: 'embedding' },
      reranker: { in: 'root', kind: 'reranker' },
      tool: { in: 'root', kind: 'tool' },
      chain: { in: 'root', kind: 'chain' },
    });
    expect(total(trace, 'root')).toMatchObject({ llmCalls: 2, toolCalls: 1, unmeteredCalls: 3 });
  });
});

describe('nothing is counted twice', () => {
  test('a parent that reports the sum of its children has no usage of its own', () => {
    const trace = traceOf({
      root: { kind: 'agent', usage: { input: 30, output: 12, total: 42 }, cost: { total: 0.75 } },
      a: { in: 'root', kind: 'llm', usage: { input: 10, output: 5 }, cost: { total: 0.25 } },
      b: { in: 'root', kind: 'llm', usage: { input: 20, output: 7 }, cost: { total: 0.5 } },
    });
    expect(own(trace, 'root')).toMatchObject({ usage: null, cost: null });
    expect(own(trace, 'a')).toMatchObject({ usage: tokens(10, 5, 15), cost: { total: 0.25 } });
    expect(total(trace, 'root')).toMatchObject({ llmCalls: 2, usage: tokens(30, 12, 42), cost: { total: 0.75 } });
    expect(repeats(trace)).toEqual([expect.objectContaining({ severity: 'info', runId: 'root', what: expect.stringContaining('1 run repeats') })]);
  });

  test('roll-ups at every level, as the API of LangSmith writes them', () => {
    const all = { usage: { input: 60, output: 6, total: 66 }, cost: { input: 0.5, output: 0.25, total: 0.75 } };
    const trace = traceOf({
      root: { kind: 'chain', ...all },
      graph: { in: 'root', kind: 'chain', ...all },
      node: { in: 'graph', kind: 'chain', usage: { input: 50, output: 5, total: 55 }, cost: { input: 0.25, output: 0.125, total: 0.375 } },
      prompt: { in: 'node', kind: 'prompt' },
      llm: { in: 'node', kind: 'llm', usage: { input: 50, output: 5, total: 55 }, cost: { input: 0.25, output: 0.125, total: 0.375 } },
      tool: { in: 'graph', kind: 'tool', usage: { input: 10, output: 1, total: 11 }, cost: { input: 0.25, output: 0.125, total: 0.375 } },
      inner: { in: 'tool', kind: 'llm', usage: { input: 10, output: 1, total: 11 }, cost: { input: 0.25, output: 0.125, total: 0.375 } },
    });
    expect(trace.runs.filter(({ usage, cost }) => usage !== null || cost !== null).map(({ id }) => id).toSorted()).toEqual(['inner', 'llm']);
    for (const id of ['root', 'graph']) expect(total(trace, id)).toMatchObject({ llmCalls: 2, usage: tokens(60, 6, 66), cost: { input: 0.5, output: 0.25, total: 0.75 } });
    expect(total(trace, 'tool')).toMatchObject({ usage: tokens(10, 1, 11), cost: { total: 0.375 } });
    expect(repeats(trace)).toEqual([expect.objectContaining({ runId: 'root', what: expect.stringContaining('4 runs repeat') })]);
  });

  test('a model call that wraps the same call is one call', () => {
    const usage = { input: 100, output: 20, inputDetails: { cacheRead: 50 } };
    const trace = traceOf({ outer: { kind: 'llm', usage, cost: { total: 1 } }, inner: { in: 'outer', kind: 'llm', usage, cost: { total: 1 } } });
    expect(own(trace, 'outer')).toMatchObject({ usage: null, cost: null });
    expect(total(trace, 'outer')).toMatchObject({ runs: 2, llmCalls: 1, unmeteredCalls: 0, usage: { ...tokens(100, 20, 120), inputDetails: { cacheRead: 50 } }, cost: { total: 1 } });
  });

  test('a model call that wraps several steps counts the steps', () => {
    const trace = traceOf({
      stream: { kind: 'llm', usage: { input: 30, output: 3 } },
      one: { in: 'stream', kind: 'llm', usage: { input: 10, output: 1 } },
      tool: { in: 'stream', kind: 'tool' },
      two: { in: 'stream', kind: 'llm', usage: { input: 20, output: 2 } },
    });
    expect(total(trace, 'stream')).toMatchObject({ llmCalls: 2, toolCalls: 1, unmeteredCalls: 0, usage: tokens(30, 3, 33) });
  });

  test('a call around a call of another kind is another call', () => {
    const trace = traceOf({
      llm: { kind: 'llm', usage: { input: 10, output: 1 } },
      embedding: { in: 'llm', kind: 'embedding' },
      search: { kind: 'retriever' },
      query: { in: 'search', kind: 'embedding', usage: { input: 3 } },
    });
    expect(total(trace, 'llm')).toMatchObject({ llmCalls: 1, unmeteredCalls: 1 });
    expect(total(trace, 'search')).toMatchObject({ llmCalls: 0, unmeteredCalls: 0, usage: tokens(3, null, null) });
  });

  test('what an agent used beyond its children is its own', () => {
    const trace = traceOf({
      agent: { kind: 'agent', usage: { input: 100, output: 30, inputDetails: { cacheRead: 25 }, outputDetails: { reasoning: 4 } }, cost: { input: 0.75, output: 0.5 } },
      llm: { in: 'agent', kind: 'llm', usage: { input: 60, output: 30, inputDetails: { cacheRead: 20 }, outputDetails: { reasoning: 4 } }, cost: { input: 0.5, output: 0.25 } },
    });
    expect(own(trace, 'agent').usage).toEqual({ input: 40, output: null, total: 40, inputDetails: { cacheRead: 5 }, outputDetails: {} });
    expect(own(trace, 'agent').cost).toEqual({ input: 0.25, output: 0.25, total: 0.5, currency: 'USD' });
    expect(total(trace, 'agent').usage).toEqual({ input: 100, output: 30, total: 130, inputDetails: { cacheRead: 25 }, outputDetails: { reasoning: 4 } });
    expect(total(trace, 'agent').cost).toEqual({ input: 0.75, output: 0.5, total: 1.25, currency: 'USD' });
  });

  test('an agent that reports less than its children repeats a part of them', () => {
    const trace = traceOf({
      agent: { kind: 'agent', usage: { input: 20, output: 2 }, cost: { total: 0.25 } },
      one: { in: 'agent', kind: 'llm', usage: { input: 10, output: 5 }, cost: { total: 0.25 } },
      two: { in: 'agent', kind: 'llm', usage: { input: 20, output: 2 }, cost: { total: 0.25 } },
    });
    expect(own(trace, 'agent')).toMatchObject({ usage: null, cost: null });
    expect(total(trace, 'agent')).toMatchObject({ usage: tokens(30, 7, 37), cost: { total: 0.5 } });
  });

  test('a tool with a price of its own keeps it, beside model calls and around them', () => {
    const trace = traceOf({
      agent: { kind: 'agent', cost: { total: 0.875 } },
      search: { in: 'agent', kind: 'tool', cost: { total: 0.125 } },
      llm: { in: 'agent', kind: 'llm', cost: { total: 0.25 } },
      research: { in: 'agent', kind: 'tool', cost: { total: 0.125 } },
      inner: { in: 'research', kind: 'llm', cost: { total: 0.375 } },
    });
    expect(own(trace, 'agent').cost).toBeNull();
    expect(own(trace, 'search').cost).toMatchObject({ total: 0.125 });
    expect(own(trace, 'research').cost).toMatchObject({ total: 0.125 });
    expect(total(trace, 'research').cost).toMatchObject({ total: 0.5 });
    expect(total(trace, 'agent').cost).toMatchObject({ total: 0.875 });
    expect(repeats(trace)).toHaveLength(1);
  });

  test('a parent that reports only the sum of both sides', () => {
    const trace = traceOf({ root: { kind: 'chain', usage: { total: 66 } }, llm: { in: 'root', kind: 'llm', usage: { input: 60, output: 6 } } });
    expect(own(trace, 'root').usage).toBeNull();
    expect(total(trace, 'root').usage).toMatchObject(tokens(60, 6, 66));
  });

  test('a parent whose children tell nothing has what it reports', () => {
    const trace = traceOf({ root: { kind: 'chain', usage: { input: 60, output: 6 }, cost: { total: 1 } }, llm: { in: 'root', kind: 'llm' } });
    expect(own(trace, 'root')).toMatchObject({ usage: tokens(60, 6, 66), cost: { total: 1 } });
    expect(total(trace, 'root')).toMatchObject({ usage: tokens(60, 6, 66), cost: { total: 1 } });
    expect(repeats(trace)).toEqual([]);
  });

  test.each(['chain', 'tool'])('sums of money that differ in their last digits are the same sum: %s', (kind) => {
    const inside = [0.1, 0.2, 0.3];
    for (const reported of [0.6, 0.6000000000000001, 0.5999999999999999]) {
      const trace = traceOf({ root: { kind, cost: { total: reported } }, ...Object.fromEntries(inside.map((cost, at) => [`llm${at}`, { in: 'root', kind: 'llm', cost: { total: cost } }])) });
      expect(own(trace, 'root').cost).toBeNull();
    }
  });
});

describe('money of several currencies', () => {
  test('is not added up', () => {
    const trace = traceOf({ root: {}, a: { in: 'root', kind: 'llm', cost: { total: 1, currency: 'EUR' } }, b: { in: 'root', kind: 'llm', cost: { total: 2 } } });
    expect(total(trace, 'root').cost).toBeNull();
    expect(own(trace, 'a').cost).toEqual({ input: null, output: null, total: 1, currency: 'EUR' });
    expect(own(trace, 'b').cost).toEqual({ input: null, output: null, total: 2, currency: 'USD' });
  });

  test('one other than the dollar is', () => {
    const trace = traceOf({ root: {}, a: { in: 'root', kind: 'llm', cost: { total: 1, currency: 'EUR' } }, b: { in: 'root', kind: 'llm', cost: { total: 2, currency: 'EUR' } } });
    expect(total(trace, 'root').cost).toEqual({ input: null, output: null, total: 3, currency: 'EUR' });
  });

  test('a price in one currency is no part of a price in another', () => {
    const trace = traceOf({ root: { kind: 'agent', cost: { total: 5 } }, llm: { in: 'root', kind: 'llm', cost: { total: 3, currency: 'EUR' } } });
    expect(own(trace, 'root').cost).toEqual({ input: null, output: null, total: 5, currency: 'USD' });
    expect(own(trace, 'llm').cost).toEqual({ input: null, output: null, total: 3, currency: 'EUR' });
    expect(total(trace, 'root').cost).toBeNull();
    expect(repeats(trace)).toEqual([]);
  });
});

/** A known figure plus another; unknown only if both are. */
const plus = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : a + b);

interface Figures {
  readonly runs: number;
  readonly errors: number;
  readonly tools: number;
  readonly llms: number;
  readonly unmetered: number;
  readonly input: number | null;
  readonly output: number | null;
  readonly total: number | null;
  readonly cacheRead: number | null;
  readonly money: number | null;
}

interface Node {
  readonly kind: 'llm' | 'tool' | 'chain';
  readonly failed: boolean;
  readonly usage: UsageInput | null;
  readonly cost: CostInput | null;
}

const figure = fc.option(fc.nat(1000), { freq: 4 });
const nodeArbitrary: fc.Arbitrary<Node> = fc.record({
  kind: fc.constantFrom('llm', 'tool', 'chain'),
  failed: fc.boolean(),
  usage: fc.option(fc.record({ input: figure, output: figure, total: figure, inputDetails: fc.oneof(fc.constant({}), fc.record({ cacheRead: fc.nat(9) })) })),
  cost: fc.option(fc.nat(1000).map((quarters) => ({ total: quarters / 4 }))),
});

const trees: fc.Arbitrary<{ forest: Forest; nodes: Node[] }> = forests(30).chain((forest) =>
  fc.record({ forest: fc.constant(forest), nodes: fc.array(nodeArbitrary, { minLength: forest.parentOf.length, maxLength: forest.parentOf.length }) }),
);

function recordsOf({ forest, nodes }: { forest: Forest; nodes: readonly Node[] }): RunRecord[] {
  return nodes.map(({ kind, failed, usage, cost }, at) => ({
    id: `${at}`, name: 'step', traceId: 't', kind, usage, cost, startTime: forest.starts[at]!, endTime: 10,
    parentId: forest.parentOf[at] === -1 ? null : `${forest.parentOf[at]}`,
    error: failed ? 'failed' : null,
  }));
}

/** The figures of a subtree by recursion, of those who have something of their own. */
function addUp({ forest, nodes }: { forest: Forest; nodes: readonly Node[] }, at: number): Figures {
  const { kind, failed, usage, cost } = nodes[at]!;
  const children = nodes.map((_, child) => child).filter((child) => forest.parentOf[child] === at);
  const isCall = kind === 'llm' && !children.some((child) => nodes[child]!.kind === 'llm');
  const known = usage !== null && (usage.input !== null || usage.output !== null || usage.total !== null || usage.inputDetails!['cacheRead'] !== undefined);
  let sum: Figures = {
    runs: 1,
    errors: failed ? 1 : 0,
    tools: kind === 'tool' ? 1 : 0,
    llms: isCall ? 1 : 0,
    unmetered: isCall && !known ? 1 : 0,
    input: usage?.input ?? null,
    output: usage?.output ?? null,
    total: usage?.total ?? (usage?.input != null && usage.output != null ? usage.input + usage.output : null),
    cacheRead: usage?.inputDetails?.['cacheRead'] ?? null,
    money: cost?.total ?? null,
  };
  for (const child of children) {
    const inside = addUp({ forest, nodes }, child);
    sum = {
      runs: sum.runs + inside.runs,
      errors: sum.errors + inside.errors,
      tools: sum.tools + inside.tools,
      llms: sum.llms + inside.llms,
      unmetered: sum.unmetered + inside.unmetered,
      input: plus(sum.input, inside.input),
      output: plus(sum.output, inside.output),
      total: plus(sum.total, inside.total),
      cacheRead: plus(sum.cacheRead, inside.cacheRead),
      money: plus(sum.money, inside.money),
    };
  }
  return sum;
}

function figuresOf(totals: Totals): Figures {
  return {
    runs: totals.runs,
    errors: totals.errors,
    tools: totals.toolCalls,
    llms: totals.llmCalls,
    unmetered: totals.unmeteredCalls,
    input: totals.usage?.input ?? null,
    output: totals.usage?.output ?? null,
    total: totals.usage?.total ?? null,
    cacheRead: totals.usage?.inputDetails['cacheRead'] ?? null,
    money: totals.cost?.total ?? null,
  };
}

/** Only leaves keep their figures. */
function withLeavesOnly({ forest, nodes }: { forest: Forest; nodes: readonly Node[] }): { forest: Forest; nodes: Node[] } {
  return { forest, nodes: nodes.map((node, at) => (forest.parentOf.includes(at) ? { ...node, usage: null, cost: null } : node)) };
}

describe('any tree', () => {
  test('figures on the leaves add up as by recursion, everywhere', () => {
    fc.assert(
      fc.property(trees.map(withLeavesOnly), (tree) => {
        const [trace] = buildTraces(recordsOf(tree));
        for (const run of trace!.runs) expect(figuresOf(trace!.totalsOf(run))).toEqual(addUp(tree, Number(run.id)));
        expect(repeats(trace!)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('parents that repeat the sum of what is inside change no sum', () => {
    const whole = trees.map(withLeavesOnly).map(({ forest, nodes }) => ({
      forest,
      nodes: nodes.map((node, at): Node => (forest.parentOf.includes(at) ? node : { ...node, kind: 'llm', usage: { input: at + 1, output: 2 * at, inputDetails: { cacheRead: 1 } }, cost: { total: at + 0.25 } })),
    }));
    const subsets = whole.chain((tree) => fc.record({ tree: fc.constant(tree), repeating: fc.array(fc.boolean(), { minLength: tree.nodes.length, maxLength: tree.nodes.length }) }));
    fc.assert(
      fc.property(subsets, ({ tree, repeating }) => {
        const isRepeating = (at: number) => repeating[at]! && tree.forest.parentOf.includes(at);
        const nodes = tree.nodes.map((node, at): Node => {
          if (!isRepeating(at)) return node;
          const { input, output, cacheRead, money } = addUp(tree, at);
          return { ...node, usage: { input, output, inputDetails: { cacheRead } }, cost: { total: money } };
        });
        const [trace] = buildTraces(recordsOf({ forest: tree.forest, nodes }));
        for (const run of trace!.runs) {
          const at = Number(run.id);
          const { input, output, total: both, cacheRead, money } = addUp(tree, at);
          expect(figuresOf(trace!.totalsOf(run))).toMatchObject({ input, output, total: both, cacheRead, money });
          if (tree.forest.parentOf.includes(at)) expect([run.usage, run.cost]).toEqual([null, null]);
          else expect([run.usage!.input, run.cost!.total]).toEqual([at + 1, at + 0.25]);
        }
        expect(repeats(trace!)).toHaveLength(nodes.some((_, at) => isRepeating(at)) ? 1 : 0);
      }),
      { numRuns: 500 },
    );
  });

  test('arranging steps never add to what is inside more than they report beyond it', () => {
    fc.assert(
      fc.property(trees, fc.integer({ min: 1, max: 50 }), ({ forest, nodes }, extra) => {
        const [trace] = buildTraces([
          ...recordsOf(withLeavesOnly({ forest, nodes })).map((record) => ({ ...record, parentId: record.parentId ?? 'root' })),
          { id: 'root', name: 'agent', kind: 'agent', traceId: 't', startTime: 0, endTime: 10, usage: { input: extra } },
        ]);
        const leaves = nodes.map((_, at) => at).filter((at) => !forest.parentOf.includes(at)).map((at) => nodes[at]!.usage?.input ?? null);
        const inside = leaves.reduce(plus, null);
        expect(trace!.totalsOf({ id: 'root' }).usage!.input).toBe(Math.max(inside ?? 0, extra));
      }),
      { numRuns: 300 },
    );
  });

  test('a chain of 100,000 runs in which everyone repeats the last', () => {
    const usage = { input: 5, output: 1 };
    const records = Array.from({ length: 100_000 }, (_, at): RunRecord => ({
      id: `${at}`, name: 'step', traceId: 't', startTime: 0, endTime: 1, kind: at === 99_999 ? 'llm' : 'chain', usage, parentId: at === 0 ? null : `${at - 1}`,
    }));
    const [trace] = buildTraces(records);
    expect(trace!.totalsOf({ id: '0' })).toMatchObject({ runs: 100_000, llmCalls: 1, usage: tokens(5, 1, 6) });
    expect(trace!.runs.filter(({ usage: mine }) => mine !== null).map(({ id }) => id)).toEqual(['99999']);
    expect(repeats(trace!)).toHaveLength(1);
  });
});
