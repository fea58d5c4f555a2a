import { describe, expect, test } from 'vitest';
import { reachedPrompts } from '../../../src/core/analysis/reached-prompts.ts';
import { buildTraces } from '../../../src/core/model/build-traces.ts';
import { documentsOf } from '../../../src/core/model/content/documents-of.ts';
import type { RunRecord } from '../../../src/core/model/record.ts';

const documents = ['The cat sat on the mat.', 'Dogs “bark”\nat night.', 'Nobody reads this.'];
const search: RunRecord = { id: 'search', traceId: 't', name: 'search', kind: 'retriever', startTime: 1, endTime: 2, outputs: documents.map((text) => ({ page_content: text })) };
const call = (id: string, startTime: number, messages: readonly unknown[]): RunRecord => ({ id, traceId: 't', name: 'chat', kind: 'llm', startTime, endTime: startTime + 1, inputs: { messages } });

function reached(...records: RunRecord[]) {
  const [trace] = buildTraces([search, ...records]);
  const { runs, isSure } = reachedPrompts(trace!, trace!.get('search')!, documentsOf(trace!.get('search')!));
  return { runs: runs.map((run) => run?.id ?? null), isSure };
}

describe('reachedPrompts', () => {
  test('the first later prompt that holds a document’s text', () => {
    const told = (text: string) => ({ role: 'user', content: text });
    expect(reached(call('early', 0, [told(documents[2]!)]), call('a', 3, [told(`Context: ${documents[0]}`)]), call('b', 5, [told(`${documents[0]} ${documents[1]}`)]))).toEqual({ runs: ['a', 'b', null], isSure: true });
  });

  test('as JSON in a text, and as a value of a tool’s result', () => {
    const results = [{ role: 'tool', tool_call_id: '1', content: JSON.stringify({ found: documents[1] }) }, { role: 'user', content: [{ type: 'tool_result', tool_use_id: '2', content: { deep: [{ found: documents[0] }] } }] }];
    expect(reached(call('a', 3, results))).toEqual({ runs: ['a', 'a', null], isSure: true });
  });

  test('without a later call, nothing is sure', () => {
    expect(reached()).toEqual({ runs: [null, null, null], isSure: false });
  });

  test('with more calls than are read, what was not found is not known to be unused', () => {
    const calls = Array.from({ length: 30 }, (_, nth) => call(`c${nth}`, 3 + nth, [{ role: 'user', content: 'Hello' }]));
    expect(reached(...calls).isSure).toBe(false);
    expect(reached(...calls.slice(0, 10)).isSure).toBe(true);
  });
});
