import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Insight, InsightRule } from '../../../../src/core/analysis/insights/insight.ts';
import { INSIGHT_RULES } from '../../../../src/core/analysis/insights/insight-rules.ts';
import { createInsightSearch, insightsOf } from '../../../../src/core/analysis/insights/insights-of.ts';
import { createStepper } from '../../../../src/core/analysis/stepper.ts';
import { readTraces } from '../../../../src/core/formats/read-traces.ts';
import { buildTraces } from '../../../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../../../src/core/model/record.ts';

const agent: RunRecord = { id: 'agent', name: 'agent', kind: 'agent', startTime: 0, endTime: 1000 };
const run = (id: string, from: number, to: number, more: Partial<RunRecord> = {}): RunRecord => ({ id, parentId: 'agent', name: id, kind: 'tool', startTime: from, endTime: to, ...more });
const llm = (id: string, from: number, to: number, more: Partial<RunRecord> = {}): RunRecord => run(id, from, to, { kind: 'llm', ...more });

/** What one rule finds, or all of them. */
function find(rule: string | null, ...records: RunRecord[]): readonly Insight[] {
  return insightsOf(buildTraces([agent, ...records])[0]!, rule === null ? undefined : INSIGHT_RULES.filter(({ id }) => id === rule));
}

describe('slowest-path', () => {
  test('what was waited for longest', () => {
    expect(find('slowest-path', run('search', 0, 100), llm('think', 100, 800), run('write', 800, 1000))).toEqual([
      { rule: 'slowest-path', severity: 'info', weight: 0.7, positions: [2], figures: { name: 'think', duration: 700, share: 0.7, runs: 1 } },
    ]);
  });

  test('not if nothing stands out, and not what nobody traced', () => {
    expect(find('slowest-path', run('a', 0, 340), run('b', 340, 670), run('c', 670, 1000))).toEqual([]);
    expect(find('slowest-path', run('a', 0, 100))).toEqual([]);
  });
});

describe('untraced-time', () => {
  test('where nothing that was traced was at work', () => {
    expect(find('untraced-time', run('a', 0, 100), run('b', 700, 1000))).toEqual([
      { rule: 'untraced-time', severity: 'info', weight: 0.6, positions: [0], figures: { duration: 600, share: 0.6, runs: 1 } },
    ]);
    expect(find('untraced-time', run('a', 0, 900))).toEqual([]);
  });
});

describe('dearest-call', () => {
  const paid = (id: string, total: number, currency = 'USD') => llm(id, 0, 10, { model: 'm', cost: { total, currency } });

  test('the run that cost a large part of the whole', () => {
    expect(find('dearest-call', paid('a', 1), paid('b', 3), paid('c', 0))).toEqual([
      { rule: 'dearest-call', severity: 'info', weight: 0.75, positions: [2], figures: { name: 'b', model: 'm', cost: 3, currency: 'USD', share: 0.75 } },
    ]);
  });

  test('not if there is only one, nothing stands out, or money is of several currencies', () => {
    expect(find('dearest-call', paid('a', 1))).toEqual([]);
    expect(find('dearest-call', paid('a', 1), paid('b', 1), paid('c', 1))).toEqual([]);
    expect(find('dearest-call', paid('a', 1), paid('b', 9, 'EUR'))).toEqual([]);
  });
});

describe('failed-attempts', () => {
  const tries = [run('a', 0, 100, { name: 'search', error: 'it failed' }), run('b', 100, 200, { name: 'search' })];

  test('what was tried again', () => {
    expect(find('failed-attempts', ...tries)).toEqual([
      { rule: 'failed-attempts', severity: 'warning', weight: 0.1, positions: [1, 2], figures: { kind: 'retry', name: 'search', model: null, outcome: 'success', failed: 1, timeLost: 100, tokensLost: null, costLost: null } },
    ]);
  });

  test('in vain, an error if the trace failed', () => {
    const vain = tries.map((record) => ({ ...record, error: 'it failed' }));
    expect(find('failed-attempts', ...vain)[0]!.severity).toBe('warning');
    expect(insightsOf(buildTraces([{ ...agent, error: 'it failed' }, ...vain])[0]!)[0]).toMatchObject({ rule: 'failed-attempts', severity: 'error' });
  });
});

describe('loop and redundant-work', () => {
  const same = [0, 1, 2].map((nth) => run(`s${nth}`, nth * 100, nth * 100 + 100, { name: 'search', inputs: { query: 'cats' }, outputs: { found: 1 } }));

  test('the same again and again', () => {
    expect(find('loop', ...same)).toEqual([
      { rule: 'loop', severity: 'warning', weight: 0.3, positions: [1, 2, 3], figures: { name: 'search', count: 3, stepsPerRound: 1, time: 300, tokens: null, cost: null, likeness: 1 } },
    ]);
    expect(find('redundant-work', ...same)).toEqual([
      { rule: 'redundant-work', severity: 'warning', weight: 0.2, positions: [1, 2, 3], figures: { kind: 'tool', name: 'search', model: null, calls: 3, savedCalls: 2, time: 200, tokens: null, cost: null, currency: null } },
    ]);
  });
});

describe('growing-prompt', () => {
  const calls = (inputs: readonly number[], cached = 0) => inputs.map((input, nth) => llm(`c${nth}`, nth * 10, nth * 10 + 9, { usage: { input, output: 1, inputDetails: { cacheRead: input * cached } } }));

  test('to a multiple over several calls', () => {
    expect(find('growing-prompt', ...calls([500, 1000, 1500, 2000]))).toEqual([
      { rule: 'growing-prompt', severity: 'warning', weight: 0.6, positions: [4, 3, 2, 1], figures: { calls: 4, from: 500, to: 2000, inputTokens: 5000, cachedShare: 0 } },
    ]);
    expect(find('growing-prompt', ...calls([500, 1000, 1500, 2000], 0.5))).toMatchObject([{ severity: 'info', figures: { cachedShare: 0.5 } }]);
  });

  test('not over few calls, not a little, not up and down', () => {
    expect(find('growing-prompt', ...calls([500, 1000, 2000]))).toEqual([]);
    expect(find('growing-prompt', ...calls([5000, 5100, 5200, 5300]))).toEqual([]);
    expect(find('growing-prompt', ...calls([10, 20, 30, 40]))).toEqual([]);
    expect(find('growing-prompt', ...calls([500, 5000, 400, 6000, 300, 7000]))).toEqual([]);
  });
});

describe('unused-documents', () => {
  const search = run('search', 0, 100, { kind: 'retriever', outputs: [{ page_content: 'Cats sleep.' }, { page_content: 'Dogs bark.' }] });
  const asks = (content: string) => llm('answer', 200, 300, { inputs: { messages: [{ role: 'user', content }] } });

  test('what no later prompt holds', () => {
    expect(find('unused-documents', search, asks('Context: Cats sleep.'))).toEqual([
      { rule: 'unused-documents', severity: 'info', weight: 0.5, positions: [1], figures: { name: 'search', documents: 2, unused: 1 } },
    ]);
    expect(find('unused-documents', search, asks('Hello'))).toMatchObject([{ severity: 'warning', weight: 1 }]);
    expect(find('unused-documents', search, asks('Cats sleep. Dogs bark.'))).toEqual([]);
  });

  test('not what a reranker sorted out, and not if no prompt is known', () => {
    const sorted = run('sort', 100, 150, { kind: 'reranker', outputs: [{ page_content: 'Cats sleep.' }] });
    expect(find('unused-documents', search, sorted, asks('Cats sleep.'))).toEqual([]);
    expect(find('unused-documents', search)).toEqual([]);
  });

  test('not if there are more prompts than are read', () => {
    const many = (count: number) => Array.from({ length: count }, (_, nth) => llm(`c${nth}`, 200 + nth, 201 + nth, { inputs: { messages: [{ role: 'user', content: 'Hello' }] } }));
    expect(find('unused-documents', search, ...many(10))).toHaveLength(1);
    expect(find('unused-documents', search, ...many(30))).toEqual([]);
  });
});

describe('insightsOf', () => {
  test('errors first, then warnings, each by weight', () => {
    const insight = (severity: Insight['severity'], weight: number): Insight => ({ rule: 'own', severity, weight, positions: [0], figures: {} });
    const rules: readonly InsightRule[] = [
      { id: 'own', run: () => [insight('info', 1), insight('warning', 0.1), insight('error', 0)] },
      { id: 'slow', run: () => createStepper((function* work() { yield; yield; return [insight('warning', 0.9)]; })()) },
    ];
    const [trace] = buildTraces([agent]);
    expect(insightsOf(trace!, rules).map(({ severity, weight }) => [severity, weight])).toEqual([['error', 0], ['warning', 0.9], ['warning', 0.1], ['info', 1]]);
    const search = createInsightSearch(trace!, rules);
    let steps = 1;
    while (!search.step(0, () => 0)) steps++;
    expect(steps).toBe(5);
    expect(search.result).toEqual(insightsOf(trace!, rules));
  });

  test('an empty trace, and one without anything to say', () => {
    expect(find(null)).toEqual([]);
  });

  test('every figure is a plain value, and every rule has a name of its own', () => {
    expect(new Set(INSIGHT_RULES.map(({ id }) => id)).size).toBe(INSIGHT_RULES.length);
    for (const name of ['langsmith/js-retry', 'langsmith/py-retry-fallbacks', 'langsmith/js-create-agent-subagent', 'otlp/smol_deep_research_agent', 'otlp/rag_earnings_agent']) {
      for (const trace of readTraces(readFileSync(`test/fixtures/${name}.json`, 'utf8')).traces) {
        for (const { positions, figures, weight } of insightsOf(trace)) {
          expect(positions.length).toBeGreaterThan(0);
          for (const at of positions) expect(trace.runs[at]).toBeDefined();
          for (const figure of Object.values(figures)) expect(figure === null || typeof figure === 'string' || Number.isFinite(figure)).toBe(true);
          expect(weight).toBeGreaterThanOrEqual(0);
          expect(weight).toBeLessThanOrEqual(1);
        }
      }
    }
  });
});
