import { expect, test } from 'vitest';
import { metadataDimension, RUN_DIMENSION_IDS, runDimension } from '../../../src/core/analysis/dimensions.ts';
import { buildTraces } from '../../../src/core/model/build-traces.ts';

const [trace] = buildTraces([
  {
    id: 'a', name: 'ask', kind: 'llm', traceId: 't', startTime: 0, endTime: 1, model: { name: 'gpt-4.1', provider: 'openai' },
    error: { type: 'RateLimitError', message: 'slow down' }, metadata: { langgraph_node: 'plan', version: 3, isNew: false, none: null, deep: {} },
  },
  { id: 'b', parentId: 'a', name: 'tool', kind: 'tool', traceId: 't', startTime: 0, endTime: 1, metadata: { 'graph.node.id': 'act' } },
]);
const [ask, tool] = trace!.runs;

test('each dimension says what a run belongs to, or that nothing is recorded', () => {
  const said = (run: typeof ask) => Object.fromEntries(RUN_DIMENSION_IDS.map((id) => [id, runDimension(id).valueOf(run!)]));
  expect(said(ask)).toEqual({ run: 'a', name: 'ask', kind: 'llm', status: 'error', model: 'gpt-4.1', provider: 'openai', node: 'plan', error: 'RateLimitError', trace: 't' });
  expect(said(tool)).toEqual({ run: 'b', name: 'tool', kind: 'tool', status: 'success', model: null, provider: null, node: 'act', error: null, trace: 't' });
});

test('metadata under a key of one’s own', () => {
  expect(['version', 'isNew', 'none', 'deep', 'constructor', '__proto__'].map((key) => metadataDimension(key).valueOf(ask!))).toEqual(['3', 'false', null, null, null, null]);
  expect(metadataDimension('version').id).toBe('metadata.version');
});

test('a dimension of the caller’s own is taken as it is', () => {
  const own = { id: 'initial', valueOf: ({ name }: { readonly name: string }) => name.slice(0, 1) };
  expect(runDimension(own)).toBe(own);
});
