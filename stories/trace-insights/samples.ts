import { buildTraces, readTraces, type InsightRule, type RunRecord, type Trace } from '../../src/core/index.ts';
import legacy from '../../test/fixtures/langsmith/js-legacy-rag.json?raw';
import retried from '../../test/fixtures/langsmith/js-retry.json?raw';

const START = Date.UTC(2026, 10, 21, 12);

function firstOf(traces: readonly Trace[]): Trace {
  const [trace] = traces;
  if (trace === undefined) throw new Error('There is no trace: the story has no runs.');
  return trace;
}

function step(id: string, parentId: string | null, name: string, kind: string, from: number, to: number, more: Partial<RunRecord> = {}): RunRecord {
  return { id, parentId, name, kind, startTime: START + from, endTime: START + to, ...more };
}

/** A tracer of mid-2024 whose context reached the prompt as "[object Object]": the document was found in vain. */
export const legacyRag = (): Trace => firstOf(readTraces(legacy).traces);

/** A model that answered at the third attempt. */
export const retries = (): Trace => firstOf(readTraces(retried).traces.toSorted((a, b) => b.runs.length - a.runs.length));

const WORDS = ['please', 'again', 'quickly', 'once more', 'carefully'];

/** An agent that searches five times for the same, is told more each time, and then falls back to another model. */
export const agentLoop = (): Trace => {
  const rounds = Array.from({ length: 5 }, (_, nth) => [
    step(`think-${nth}`, 'agent', 'ChatOpenAI', 'llm', nth * 2_000, nth * 2_000 + 360, {
      model: 'gpt-4o', usage: { input: 800 + nth * 900, output: 40, inputDetails: { cacheRead: nth * 400 } }, cost: { total: 0.004 + nth * 0.002 },
      inputs: { messages: [{ role: 'user', content: `Where is order 1093? Attempt ${nth}.` }] },
    }),
    step(`search-${nth}`, 'agent', 'search', 'tool', nth * 2_000 + 360, nth * 2_000 + 1_990, { inputs: { query: `status of the order 1093 of the customer in Berlin, sent in November by the usual carrier, ${WORDS[nth]}` }, outputs: { found: [] } }),
  ]);
  const ask = { inputs: { messages: [{ role: 'user', content: 'Say that the order was not found.' }] } };
  return firstOf(buildTraces([
    step('agent', null, 'support_agent', 'agent', 0, 14_600),
    ...rounds.flat(),
    step('answer', 'agent', 'answer', 'agent', 10_000, 14_590),
    step('try-1', 'answer', 'ChatOpenAI', 'llm', 10_000, 12_000, { model: 'gpt-4o', usage: { input: 602, output: 0 }, error: { type: 'RateLimitError', message: 'Rate limit reached.' }, ...ask }),
    step('try-2', 'answer', 'ChatOpenAI', 'llm', 12_100, 14_000, { model: 'gpt-4o', usage: { input: 602, output: 0 }, error: { type: 'RateLimitError', message: 'Rate limit reached.' }, ...ask }),
    step('try-3', 'answer', 'ChatOpenAI', 'llm', 14_100, 14_580, { model: 'gpt-3.5-turbo', usage: { input: 602, output: 24 }, cost: { total: 0.0004 }, ...ask }),
  ]));
};

/** Three steps, each of which took a third. */
export const calm = (): Trace =>
  firstOf(buildTraces([
    step('root', null, 'translate', 'chain', 0, 900),
    step('a', 'root', 'detect_language', 'tool', 0, 300),
    step('b', 'root', 'translate_text', 'llm', 300, 600),
    step('c', 'root', 'check_terms', 'tool', 600, 900),
  ]));

/** All that was tried failed, and with it the trace. */
export const inVain = (): Trace =>
  firstOf(buildTraces([
    step('root', null, 'checkout', 'chain', 0, 3_000, { error: { type: 'TimeoutError', message: 'The shop did not answer.' } }),
    ...[0, 1, 2].map((nth) => step(`try-${nth}`, 'root', 'charge_card', 'tool', nth * 1_000, nth * 1_000 + 1_000, { inputs: { order: 7 }, error: { type: 'TimeoutError', message: 'The shop did not answer.' } })),
  ]));

/** Names that were written to harm whoever looks, and such as are merely long. */
export const hostile = (): Trace => {
  const names = ['<img src=x onerror="alert(1)">', '‮txt.exe‬', `${'a_name_without_any_space_'.repeat(40)}`, '__proto__'];
  const pairs = names.flatMap((name, nth) => [
    step(`${nth}-a`, 'root', name, 'tool', nth * 200, nth * 200 + 90, { inputs: { nth }, error: 'it failed' }),
    step(`${nth}-b`, 'root', name, 'tool', nth * 200 + 100, nth * 200 + 190, { inputs: { nth } }),
  ]);
  return firstOf(buildTraces([step('root', null, '<script>alert(2)</script>', 'agent', 0, 900), ...pairs]));
};

/** A host's own rule: runs whose name says that they are deprecated, or any other word. */
export const namedRule = (word: string): InsightRule => ({
  id: 'named',
  run: ({ runs }) => {
    const positions = runs.flatMap(({ name }, at) => (name.includes(word) ? [at] : []));
    return positions.length === 0 ? [] : [{ rule: 'named', severity: 'info', weight: 0, positions, figures: { word, count: positions.length, owner: null } }];
  },
});

/** A host's rule that does not work. */
export const brokenRule: InsightRule = { id: 'my-budget', run: () => { throw new Error('No budget is set for this project.'); } };
