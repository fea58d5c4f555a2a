import { describe, expect, test } from 'vitest';
import { messagesOf, readLangSmith, readTraces } from '../../../../src/core/index.ts';
import { oneTrace, type Json } from './runs.ts';

/** Messages as LangSmith stores them of a LangGraph trace, and as it previews a thread (langchain-ai/langsmith-fetch, tests/conftest.py). */
const flat: Json[] = [
  { content: 'Can we meet on Tuesday?', additional_kwargs: {}, response_metadata: {}, type: 'human', id: 'm1' },
  { content: [{ id: 'toolu_1', input: { classification: 'respond' }, name: 'triage_email', type: 'tool_use' }], additional_kwargs: {}, type: 'ai', id: 'm2' },
  { content: 'Classification: respond.', type: 'tool', tool_call_id: 'toolu_1', id: 'm3' },
  { content: 'Tuesday at two is fine.', type: 'ai', id: 'm4' },
];
const chat: Json[] = [{ role: 'user', id: 'm1', content: 'Hi' }, { role: 'assistant', tool_calls: [{ id: 'c', type: 'tool_use', name: 'triage_email' }] }, { role: 'tool', content: 'respond' }];
const metadata: Json = {
  status: 'success', start_time: '2026-11-21T23:29:33.000000', end_time: '2026-11-21T23:29:35.500000', duration_ms: 2500, custom_metadata: { thread_id: 'T' }, token_usage: { prompt_tokens: 20, completion_tokens: 10, total_tokens: 30 },
  costs: { prompt_cost: '0.02', completion_cost: '0.03', total_cost: '0.05' }, first_token_time: '2026-11-21T23:29:33.500000', feedback_stats: {},
};

/** The side and role of every message of the only run. */
const outline = (input: unknown) => messagesOf(oneTrace(input).runs[0]!).map(({ side, role, parts }) => [side, role, parts.map(({ type }) => type).join()]);

describe('message lists of langsmith-fetch', () => {
  test('alone are one run, and say so', () => {
    expect(outline(flat)).toEqual([['input', 'user', 'text'], ['input', 'assistant', 'tool-call'], ['input', 'tool', 'tool-result'], ['output', 'assistant', 'text']]);
    const trace = oneTrace(flat);
    expect(trace.runs).toMatchObject([{ name: 'conversation', kind: 'chain', status: 'success', end: null, usage: null, cost: null }]);
    expect(trace.issues.map(({ code }) => code)).toEqual(['added-run', 'missing-start']);
  });

  test('of a thread, which ends with no answer', () => {
    expect(outline(chat)).toEqual([['input', 'user', 'text'], ['input', 'assistant', 'tool-call'], ['input', 'tool', 'tool-result']]);
    expect(outline(chat.map((line) => JSON.stringify(line)).join('\n\n'))).toHaveLength(3);
  });

  test('in LangChain’s serialized form', () => {
    const message = (name: string, content: string): Json => ({ lc: 1, type: 'constructor', id: ['langchain_core', 'messages', name], kwargs: { content } });
    expect(outline([message('HumanMessage', 'Hi'), message('AIMessageChunk', 'Hello')])).toEqual([['input', 'user', 'text'], ['output', 'assistant', 'text']]);
  });

  test('with metadata and feedback', () => {
    const { traces, feedback, format } = readTraces({ trace_id: 't', messages: flat, metadata, feedback: [{ id: 'f', key: 'helpful', score: 1, value: null, comment: 'yes', correction: null, created_at: '2026-11-21T23:30:00+00:00' }] });
    expect(format).toBe('langsmith');
    expect(traces).toMatchObject([{ id: 't', threadId: 'T', status: 'success', duration: 2500, issues: [{ code: 'added-run' }] }]);
    expect(traces[0]!.runs).toMatchObject([{ id: 't', start: 0, end: 2500, firstToken: 500, usage: { input: 20, output: 10, total: 30 }, cost: { input: 0.02, output: 0.03, total: 0.05, currency: 'USD' }, metadata: { custom_metadata: { thread_id: 'T' } } }]);
    expect(feedback).toMatchObject([{ id: 'f', traceId: 't', runId: null, key: 'helpful', score: 1, comment: 'yes' }]);
  });

  test('several, each a trace', () => {
    const { traces } = readLangSmith([{ thread_id: 'a', messages: chat }, { thread_id: 'b', messages: flat }]);
    expect(traces.map(({ id, threadId, runs }) => [id, threadId, messagesOf(runs[0]!).length])).toEqual([['a', 'a', 3], ['b', 'b', 4]]);
  });

  test('that failed or still runs', () => {
    const statusOf = (status: string) => oneTrace({ trace_id: 't', messages: chat, metadata: { ...metadata, status, end_time: status === 'pending' ? null : metadata['end_time'] } }).status;
    expect([statusOf('error'), statusOf('pending'), statusOf('success')]).toEqual(['error', 'running', 'success']);
  });

  test('with anything in them', () => {
    const trace = oneTrace({ trace_id: 't', messages: [null, 5, 'x', {}, { type: 'human' }, ...chat] });
    expect(messagesOf(trace.runs[0]!).length).toBeGreaterThanOrEqual(5);
    expect(outline({ trace_id: 't', messages: [] })).toEqual([]);
  });

  test('a run with a list of messages is a run', () => {
    expect(oneTrace({ id: 'r', trace_id: 't', run_type: 'chain', name: 'r', start_time: 1795303773000, end_time: 1795303774000, messages: chat }).runs).toMatchObject([{ id: 'r', name: 'r' }]);
  });
});
