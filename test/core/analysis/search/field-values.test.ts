import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../../src/core/analysis/search/parse-query.ts';
import { searchRuns } from '../../../../src/core/analysis/search/search-runs.ts';
import { assembleTraces } from '../../../../src/core/model/build-traces.ts';
import type { Feedback } from '../../../../src/core/model/feedback.ts';
import type { RunRecord } from '../../../../src/core/model/record.ts';

const records: RunRecord[] = [
  { id: 'root', name: 'Agent', traceId: 'T1', kind: 'agent', startTime: 1000, endTime: 5000.1, tags: ['prod', 'Beta'], metadata: { user: 'ann', 'gen_ai.system': 'openai', nested: { 'a.b': { c: 1 } }, list: [{ n: 1 }, { n: 7 }] } },
  {
    id: 'llm', name: 'gpt', traceId: 'T1', parentId: 'root', kind: 'llm', startTime: 2400.1, endTime: 3500.1, firstTokenTime: 2900.1, model: { name: 'gpt-4.1', provider: 'openai' },
    usage: { input: 1200, output: 300 }, cost: { input: 0.01, output: 0.02 }, inputs: { messages: [{ role: 'user', content: 'Weather in Paris?' }] }, outputs: { text: 'Sunny', score: '0.5', empty: {} },
    events: [{ name: 'new_token', attributes: { token: 'Sun' } }, { name: 'exception', attributes: { 'exception.message': 'Too slow' } }],
  },
  { id: 'tool', name: 'search docs', traceId: 'T1', parentId: 'root', kind: 'tool', sourceKind: 'TOOL_CALL', startTime: 3600, status: 'error', error: { type: 'RateLimitError', message: 'Try again later', stack: 'at fetch' }, hidden: true, outputs: {} },
];
const said = (feedback: Partial<Feedback>): Feedback => ({ id: 'f', traceId: 'T1', runId: null, key: 'helpful', score: null, value: null, comment: null, correction: null, source: null, createdAt: null, ...feedback });
const { traces } = assembleTraces(records, [
  said({ runId: 'llm', key: 'user.rating', score: 0.5, comment: 'Far too long' }),
  said({ runId: 'llm', key: 'label', value: 'Polite' }),
  said({ score: 1 }),
], []);
const trace = traces[0]!;

test.each<[query: string, ids: string]>([
  ['name:agent', 'root'],
  ['name:"search docs"', 'tool'],
  ['name:search', ''],
  ['name:search*', 'tool'],
  ['kind:llm OR kind:tool', 'llm tool'],
  ['status:error', 'tool'],
  ['status:running', ''],
  ['id:LLM', 'llm'],
  ['id:*o*', 'root tool'],
  ['trace_id:t1', 'root llm tool'],
  ['parent_id:root', 'llm tool'],
  ['-parent_id:*', 'root'],
  ['model:gpt-4*', 'llm'],
  ['provider:OpenAI', 'llm'],
  ['-model:*', 'root tool'],
  ['tag:beta', 'root'],
  ['tag:b*', 'root'],
  ['-tag:*', 'llm tool'],
  ['source_kind:tool_call', 'tool'],
  ['hidden:true', 'tool'],
  ['hidden:no', 'root llm'],
  ['error:*', 'tool'],
  ['error:ratelimit', 'tool'],
  ['error:rate*', 'tool'],
  ['error:again*', ''],
  ['error:~"at fetch"', 'tool'],
  ['latency:>1', 'root llm'],
  ['latency:1.1', 'llm'],
  ['latency:[1100ms TO 1100ms]', 'llm'],
  ['latency:{1100ms TO 5s]', 'root'],
  ['latency:<1h', 'root llm'],
  ['-latency:*', 'tool'],
  ['first_token:500ms', 'llm'],
  ['start:0', 'root'],
  ['start:>2s', 'tool'],
  ['input_tokens:1.2k', 'llm'],
  ['output_tokens:<=300', 'llm'],
  ['tokens:>=1500', 'llm'],
  ['tokens:*', 'llm'],
  ['cost:>=$0.03', 'llm'],
  ['input_cost:<0.02 output_cost:0.02', 'llm'],
  ['depth:0', 'root'],
  ['depth:>0', 'llm tool'],
  ['input:paris', 'llm'],
  ['input:Paris*', ''],
  ['input:*Paris*', 'llm'],
  ['input:"weather in paris?"', 'llm'],
  ['input:*', 'llm'],
  ['-output:*', 'root tool'],
  ['output.text:sunny', 'llm'],
  ['output.text:sun', ''],
  ['output.text:sun*', 'llm'],
  ['output.empty:*', ''],
  ['output.score:>0.4 output.score:<0.6', 'llm'],
  ['input.messages.content:~weather', 'llm'],
  ['input.messages[0].role:user', 'llm'],
  ['input.messages[1].role:user', ''],
  ['input.messages:user', 'llm'],
  ['metadata:ann', 'root'],
  ['metadata.gen_ai.system:openai', 'root'],
  ['metadata."gen_ai.system":openai', 'root'],
  ['metadata.nested.a.b.c:1', 'root'],
  ['metadata.nested.a.b.c:1.0', 'root'],
  ['metadata.nested.a.c:*', ''],
  ['metadata.list.n:>5', 'root'],
  ['metadata.list[0].n:>5', ''],
  ['metadata.user:[am TO b]', 'root'],
  ['metadata.user:>ann', ''],
  ['metadata.user:>an', 'root'],
  ['metadata.user:>5', ''],
  ['metadata:*', 'root'],
  ['event:new_token', 'llm'],
  ['event:~exc', 'llm'],
  ['event:*', 'llm'],
  ['event.token:sun', 'llm'],
  ['event.exception.message:~slow', 'llm'],
  ['feedback:*', 'root llm'],
  ['feedback:helpful', 'root'],
  ['feedback:user*', 'llm'],
  ['feedback.user.rating:*', 'llm'],
  ['feedback.user.rating:0.5', 'llm'],
  ['feedback.User.Rating.score:<1', 'llm'],
  ['feedback.user.rating.comment:long', 'llm'],
  ['feedback.label.value:polite', 'llm'],
  ['feedback.label.score:*', ''],
  ['feedback.helpful.score:1', 'root'],
  ['feedback.nobody:*', ''],
  ['paris', 'llm'],
  ['gpt-4.1', 'llm'],
  ['openai', 'root'],
  ['beta', 'root'],
  ['again', 'tool'],
  ['messages', ''],
  ['exception', ''],
])('%s', (query, ids) => {
  const parsed = parseQuery(query);
  expect(parsed.errors).toEqual([]);
  expect(Array.from(searchRuns(trace, parsed).positions, (at) => trace.runs[at]!.id).join(' ')).toBe(ids);
});

describe('what is not understood is left out', () => {
  test.each([
    ['nope:1 kind:llm', 'llm'],
    ['kind:lmm OR status:error', 'tool'],
    ['latency:>soon', ''],
    ['-latency:>soon', ''],
    ['(kind:llm', 'llm'],
    ['AND kind:llm OR', 'llm'],
    ['name:"search docs', 'tool'],
  ])('%s', (query, ids) => {
    expect(Array.from(searchRuns(trace, parseQuery(query)).positions, (at) => trace.runs[at]!.id).join(' ')).toBe(ids);
  });
});
