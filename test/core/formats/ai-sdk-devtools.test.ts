import { describe, expect, test } from 'vitest';
import { messagesOf, readAiSdkDevtools, readTraces, toolCallsOf } from '../../../src/core/index.ts';
import { describeFormat, type RawRun, type Survivors } from './contract.ts';
import { fixture, fixtures } from './fixtures.ts';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Runs last until the last of their steps ends; a step lasts as long as it says. */
function recordsOf(document: unknown): RawRun[] {
  const { runs, steps } = document as { runs: Json[]; steps: Json[] };
  const nanoseconds = (milliseconds: number): bigint => BigInt(milliseconds) * 1_000_000n;
  const start = (record: Json): number => Date.parse(String(record['started_at']));
  const end = (step: Json): number => start(step) + Number(step['duration_ms']);
  return [
    ...runs.map((run) => ({ id: String(run['id']), traceId: String(run['id']), parentId: null, start: nanoseconds(start(run)), end: nanoseconds(Math.max(...steps.filter((step) => step['run_id'] === run['id']).map(end))) })),
    ...steps.map((step) => ({ id: String(step['id']), traceId: String(step['run_id']), parentId: String(step['run_id']), start: nanoseconds(start(step)), end: nanoseconds(end(step)) })),
  ];
}

function survivorsOf(document: unknown): Survivors {
  const ids = new Set<string>();
  let nameless = 0;
  for (const item of Array.isArray(document) ? document.flat(Infinity) : [document]) {
    if (!isObject(item) || !Array.isArray(item['runs']) || !Array.isArray(item['steps'])) continue;
    for (const { id } of [...item['runs'], ...item['steps']].filter(isObject)) {
      if ((typeof id === 'string' && id !== '') || typeof id === 'number') ids.add(String(id));
      else nameless++;
    }
  }
  return { ids, nameless };
}

describe('the contract of formats', () => {
  describeFormat({
    id: 'ai-sdk-devtools',
    read: readAiSdkDevtools,
    files: fixtures('ai-sdk-devtools'),
    countRecords: (text) => (text.match(/^ {6}"id":/gm) ?? []).length,
    recordsOf,
    lists: ['runs', 'steps'],
    survivorsOf,
  });
});

const step = (id: string, runId: string, rest: Json = {}): Json => ({ id, run_id: runId, step_number: 1, type: 'generate', model_id: 'gpt-4.1', provider: 'openai.responses', started_at: '2026-11-21T23:29:33.100Z', duration_ms: 500, input: '{"prompt":[{"role":"user","content":[{"type":"text","text":"Hi"}]}],"temperature":0.2}', output: '{"content":[{"type":"text","text":"Hello"}],"finishReason":"stop"}', usage: null, error: null, raw_request: null, raw_response: null, raw_chunks: null, provider_options: null, ...rest });
const run = (id: string, rest: Json = {}): Json => ({ id, started_at: '2026-11-21T23:29:33.000Z', parent_run_id: null, parent_step_id: null, function_id: null, ...rest });

test('recorded by devtools 0.0.24: runs, errors, tokens and messages', () => {
  const document = fixture('ai-sdk-devtools', 'generations-0.0.24.json') as { runs: Json[]; steps: Json[] };
  const usages = document.steps.map(({ usage }) => (usage === null ? {} : (JSON.parse(String(usage)) as Record<string, Record<string, number>>)));
  expect({ runs: document.runs.length + document.steps.length, errors: document.steps.filter(({ error }) => error !== null).length, input: usages.reduce((sum, { inputTokens }) => sum + (inputTokens?.['total'] ?? 0), 0), output: usages.reduce((sum, { outputTokens }) => sum + (outputTokens?.['total'] ?? 0), 0) }).toEqual({ runs: 7, errors: 1, input: 309, output: 41 });
  const { traces } = readAiSdkDevtools(document);
  const totals = traces.map((trace) => trace.totalsOf(trace.roots[0]!));
  expect(totals.map(({ runs, errors, usage }) => [runs, errors, usage?.input ?? null, usage?.output ?? null, usage?.inputDetails['cacheRead'] ?? null, usage?.outputDetails['reasoning'] ?? null])).toEqual([[3, 0, 300, 38, 192, 12], [2, 0, 9, 3, 0, 0], [2, 1, null, null, null, null]]);
  expect(traces.flatMap(({ runs }) => runs.flatMap(messagesOf))).toHaveLength(3 + 5 + 2 + 1);
  expect(traces.map(({ name }) => name)).toEqual(['generate', 'stream', 'generate']);
  const [first] = traces[0]!.runs.filter(({ kind }) => kind === 'llm');
  expect(toolCallsOf(first!)).toMatchObject([{ id: 'call_1', name: 'weather', arguments: { city: 'Tokyo' } }]);
  expect(first!.metadata).toMatchObject({ temperature: 0.2, toolChoice: { type: 'auto' }, raw_request: { model: 'mock-1' } });
});

describe('runs and steps', () => {
  test('a call inside of a tool stands under the call that used the tool', () => {
    const { traces } = readAiSdkDevtools({ runs: [run('inner', { parent_run_id: 'outer', parent_step_id: 's1', function_id: 'summarize' }), run('outer')], steps: [step('s1', 'outer'), step('s2', 'inner')] });
    expect(traces).toHaveLength(1);
    expect(traces[0]!.runs.map(({ id, parentId }) => [id, parentId])).toEqual([['outer', null], ['inner', 'outer'], ['s2', 'inner'], ['s1', 'outer']]);
    expect(traces[0]!.get('inner')).toMatchObject({ name: 'summarize', metadata: { parent_step_id: 's1' } });
  });

  test('a step that has not ended runs, and so does its run', () => {
    expect(readAiSdkDevtools({ runs: [run('a')], steps: [step('s', 'a', { duration_ms: null, output: null })] }).traces[0]).toMatchObject({ status: 'running', duration: null });
  });

  test('steps of one moment are in the order of their numbers', () => {
    expect(readAiSdkDevtools({ runs: [run('a')], steps: [step('two', 'a', { step_number: 2 }), step('one', 'a')] }).traces[0]!.runs.map(({ id }) => id)).toEqual(['a', 'one', 'two']);
  });

  test('tokens as versions 5 and 6 of the SDK write them', () => {
    const usageOf = (usage: unknown) => readAiSdkDevtools({ runs: [run('a')], steps: [step('s', 'a', { usage: JSON.stringify(usage) })] }).traces[0]!.get('s')!.usage;
    expect(usageOf({ inputTokens: 10, outputTokens: 5, totalTokens: 15, cachedInputTokens: 4, reasoningTokens: 2 })).toEqual({ input: 10, output: 5, total: 15, inputDetails: { cacheRead: 4 }, outputDetails: { reasoning: 2 } });
    expect(usageOf({ inputTokens: 10, inputTokenDetails: { noCacheTokens: 5, cacheReadTokens: 4, cacheWriteTokens: 1 }, outputTokens: 5, outputTokenDetails: { textTokens: 3, reasoningTokens: 2 }, totalTokens: 15 })).toEqual({ input: 10, output: 5, total: 15, inputDetails: { cacheRead: 4, cacheWrite: 1 }, outputDetails: { reasoning: 2 } });
    expect(usageOf({ inputTokens: { total: 10, noCache: 6, cacheRead: 4 }, outputTokens: { total: 5, reasoning: 2 } })).toEqual({ input: 10, output: 5, total: 15, inputDetails: { cacheRead: 4 }, outputDetails: { reasoning: 2 } });
    expect(usageOf('odd')).toBeNull();
  });

  test('a stream’s pieces are one answer; an object’s text is one too', () => {
    const partsOf = (output: unknown) => messagesOf(readAiSdkDevtools({ runs: [run('a')], steps: [step('s', 'a', { output: JSON.stringify(output) })] }).traces[0]!.get('s')!).at(-1)!.parts;
    expect(partsOf({ textParts: [{ id: '1', text: 'Hello' }], reasoningParts: [{ id: '0', text: 'Hm' }], toolCalls: [{ type: 'tool-call', toolCallId: 'c', toolName: 'f', input: '{}' }], content: [{ type: 'file', mediaType: 'image/png', data: 'iVBO' }] }).map(({ type }) => type)).toEqual(['reasoning', 'text', 'tool-call', 'media']);
    expect(partsOf({ objectText: '{"a":1}' })).toEqual([{ type: 'text', text: '{"a":1}' }]);
  });

  test('steps without their run are there', () => {
    const { traces } = readAiSdkDevtools({ runs: [], steps: [step('s', 'gone'), 5] });
    expect(traces.map(({ runs, issues }) => [runs.map(({ id }) => id), issues.map(({ code }) => code)])).toEqual([[['s'], ['orphan']]]);
  });

  test('is told from LangSmith’s pages by its steps', () => {
    expect(readTraces({ runs: [run('a')], steps: [] }).format).toBe('ai-sdk-devtools');
    expect(readTraces({ runs: [{ id: 'a', run_type: 'llm' }] }).format).toBe('langsmith');
  });

  test('100,000 steps', () => {
    expect(readAiSdkDevtools({ runs: [run('a')], steps: Array.from({ length: 100_000 }, (_, nth) => step(`${nth}`, 'a')) }).traces[0]!.runs).toHaveLength(100_001);
  }, 30_000);
});
