import { describe, expect, test } from 'vitest';
import { messagesOf, readOpenAiAgents, readTraces, toolCallsOf, type Run, type Trace } from '../../../../src/core/index.ts';
import { fixture } from '../fixtures.ts';

type Json = Record<string, unknown>;

const span = (id: string, data: Json, rest: Json = {}): Json => ({ object: 'trace.span', id, trace_id: 't', parent_id: null, started_at: '2026-11-21T23:29:33.000000+00:00', ended_at: '2026-11-21T23:29:34.000500+00:00', span_data: data, error: null, ...rest });
const trace: Json = { object: 'trace', id: 't', workflow_name: 'Desk', group_id: 'chat', metadata: { user: 'u' } };

function oneTrace(items: unknown): Trace {
  expect(readTraces(items).format).toBe('openai-agents');
  const { traces } = readOpenAiAgents(items);
  expect(traces).toHaveLength(1);
  return traces[0]!;
}

const oneRun = (data: Json, rest: Json = {}): Run => oneTrace([trace, span('a', data, rest)]).runs[0]!;

describe('recorded from @openai/agents-core 0.20', () => {
  const document = fixture('openai-agents', 'agents-core-0.20.json') as { data: Json[] };
  const { traces } = readOpenAiAgents(document);

  test('runs, roots, errors, tokens and messages of each trace', () => {
    const spans = (id: string) => document.data.filter((item) => item['trace_id'] === id);
    const raw = document.data.filter(({ object }) => object === 'trace').map(({ id }) => ({
      spans: spans(String(id)).length,
      errors: spans(String(id)).filter(({ error }) => error !== null).length,
      // What the calls used, or where they don't tell, what their turn says that they did.
      input: spans(String(id)).map(({ span_data: data }) => data as Json).filter((data) => data['type'] === 'generation' || (id === document.data.find(({ span_data: of }) => (of as Json | undefined)?.['type'] === 'response')?.['trace_id'] && data['name'] === 'turn'))
        .map((data) => ((data['usage'] ?? (data['data'] as Json | undefined)?.['usage']) as Json | undefined)?.['input_tokens'] as number | undefined).reduce<number | null>((sum, tokens) => (tokens === undefined ? sum : (sum ?? 0) + tokens), null),
    }));
    expect(raw).toEqual([{ spans: 14, errors: 1, input: 400 }, { spans: 4, errors: 0, input: 10 }, { spans: 4, errors: 4, input: null }, { spans: 4, errors: 3, input: null }]);
    expect(traces.map((read) => {
      const totals = read.totalsOf(read.roots[0]!);
      return { runs: totals.runs, roots: read.roots.length, errors: totals.errors, input: totals.usage?.input ?? null, messages: read.runs.filter(({ kind }) => kind === 'llm').flatMap(messagesOf).length };
    })).toEqual([{ runs: 15, roots: 1, errors: 1, input: 400, messages: 16 }, { runs: 4, roots: 1, errors: 0, input: 10, messages: 0 }, { runs: 4, roots: 1, errors: 4, input: null, messages: 1 }, { runs: 4, roots: 1, errors: 3, input: null, messages: 0 }]);
  });

  test('the trace stands above its two roots; its group is the thread', () => {
    expect(traces[0]).toMatchObject({ name: 'Weather desk', threadId: 'chat-7', status: 'success', duration: 114 });
    expect(traces[0]!.roots).toMatchObject([{ kind: 'chain', sourceKind: 'trace', metadata: { user: 'u-1' } }]);
    expect(traces[0]!.childrenOf(traces[0]!.roots[0]!).map(({ name, kind, sourceKind }) => [name, kind, sourceKind])).toEqual([['Agent workflow', 'chain', 'task'], ['store answer', 'other', 'custom']]);
    expect(readOpenAiAgents(document).issues.map(({ code, traceId }) => [code, traceId === traces[0]!.id])).toContainEqual(['added-run', true]);
  });

  test('tools with what they were given and answered', () => {
    expect(traces[0]!.runs.filter(({ kind }) => kind === 'tool').map((run) => [run.status, toolCallsOf(run)])).toEqual([
      ['success', [{ id: null, name: 'get_weather', arguments: { city: 'Tokyo' }, result: 'Sunny in Tokyo' }]],
      ['error', [{ id: null, name: 'get_forecast', arguments: { city: 'Tokyo' }, result: expect.stringContaining('An error occurred') }]],
    ]);
  });

  test('a guardrail that was triggered says so, and the turn failed', () => {
    expect(traces[3]!.runs.map(({ kind, status, metadata }) => [kind, status, metadata['triggered']])).toEqual([['chain', 'error', undefined], ['agent', 'error', undefined], ['guardrail', 'success', true], ['chain', 'error', undefined]]);
    expect(traces[3]!.roots[0]!.metadata).toMatchObject({ error: { error: expect.stringContaining('InputGuardrailTripwireTriggered') } });
  });
});

describe('a span', () => {
  test.each<[Json, Json]>([
    [{ type: 'agent', name: 'Triage', handoffs: ['B'], tools: ['t'], output_type: 'str' }, { kind: 'agent', name: 'Triage', metadata: { handoffs: ['B'], tools: ['t'], output_type: 'str' } }],
    [{ type: 'custom', name: 'task', data: { sdk_span_type: 'task', name: 'Desk', usage: { input_tokens: 5, output_tokens: 2, requests: 1, total_tokens: 7 } } }, { kind: 'chain', sourceKind: 'task', name: 'Desk', usage: { input: 5, output: 2, total: 7 } }],
    [{ type: 'custom', name: 'turn', data: { sdk_span_type: 'turn', turn: 2, agent_name: 'Triage', usage: { input_tokens: 5, output_tokens: 2, cached_input_tokens: 4, cache_write_input_tokens: 1 } } }, { kind: 'chain', name: 'turn 2', usage: { input: 5, inputDetails: { cacheRead: 4, cacheWrite: 1 } }, metadata: { agent_name: 'Triage' } }],
    [{ type: 'function', name: 'f', input: '{"a":1}', output: "{'b': 2}", mcp_data: { server: 's' } }, { kind: 'tool', name: 'f', inputs: { a: 1 }, outputs: "{'b': 2}", metadata: { mcp_data: { server: 's' } } }],
    [{ type: 'handoff', from_agent: 'A', to_agent: 'B' }, { kind: 'other', sourceKind: 'handoff', name: 'handoff to B', metadata: { from_agent: 'A' } }],
    [{ type: 'guardrail', name: 'No homework', triggered: false }, { kind: 'guardrail', name: 'No homework', metadata: { triggered: false } }],
    [{ type: 'custom', name: 'store', data: { rows: 1 } }, { kind: 'other', name: 'store', outputs: { rows: 1 } }],
    [{ type: 'mcp_tools', server: 'files', result: ['read'] }, { kind: 'other', name: 'list tools of files', outputs: ['read'] }],
    [{ type: 'transcription', input: { data: 'UklG', format: 'pcm' }, output: 'Hello', model: 'gpt-4o-transcribe', model_config: { language: 'en' } }, { kind: 'other', name: 'gpt-4o-transcribe', model: { name: 'gpt-4o-transcribe', parameters: { language: 'en' } }, outputs: 'Hello' }],
    [{ type: 'speech', input: 'Hello', output: { data: 'UklG', format: 'pcm' }, model: 'tts-1', first_content_at: '2026-11-21T23:29:33.250000+00:00' }, { kind: 'other', firstToken: 250, inputs: 'Hello' }],
    [{ type: 'speech_group', input: 'Hello' }, { kind: 'chain', name: 'speech_group', inputs: 'Hello' }],
  ])('%j', (data, expected) => {
    expect(oneRun(data)).toMatchObject(expected);
  });

  test('of a kind to come is kept and told', () => {
    const read = oneTrace([trace, span('a', { type: 'hologram', light: 3 })]);
    expect(read.runs).toMatchObject([{ kind: 'other', sourceKind: 'hologram', metadata: { light: 3 } }]);
    expect(read.issues.map(({ code }) => code)).toEqual(['unknown-kind']);
  });

  test('of a response: by name alone as exported, whole as a processor of one’s own may keep it', () => {
    expect(oneRun({ type: 'response', response_id: 'resp_1', usage: { requests: 1, input_tokens: 9, output_tokens: 3, total_tokens: 12, input_tokens_details: { cached_tokens: 2 }, output_tokens_details: { reasoning_tokens: 1 } } })).toMatchObject({ kind: 'llm', name: 'response', usage: { input: 9, output: 3, total: 12, inputDetails: { cacheRead: 2 }, outputDetails: { reasoning: 1 } }, metadata: { response_id: 'resp_1' } });
    const whole = oneRun({ type: 'response', _input: [{ role: 'user', content: 'Hi' }], _response: { model: 'gpt-5', output: [{ type: 'reasoning', summary: [] , encrypted_content: 'x' }, { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Hello' }] }], usage: { input_tokens: 4, output_tokens: 2, total_tokens: 6 } } });
    expect(whole).toMatchObject({ name: 'gpt-5', model: { name: 'gpt-5' }, usage: { total: 6 } });
    expect(messagesOf(whole).map(({ side, role }) => [side, role])).toEqual([['input', 'user'], ['output', 'assistant'], ['output', 'assistant']]);
  });

  test('that failed says why, and with what', () => {
    expect(oneRun({ type: 'generation' }, { error: { message: 'Rate limit', data: { status: 429 } } })).toMatchObject({ status: 'error', error: { type: null, message: 'Rate limit' }, metadata: { error: { status: 429 } } });
  });

  test('that has not ended runs; Python’s microseconds are kept', () => {
    expect(oneRun({ type: 'agent', name: 'A' }, { ended_at: null })).toMatchObject({ status: 'running', end: null });
    expect(oneRun({ type: 'agent', name: 'A' }).end).toBe(1000.5);
  });
});

describe('documents', () => {
  const items = [trace, span('a', { type: 'agent', name: 'A' }), span('b', { type: 'function', name: 'f' }, { parent_id: 'a' })];

  test('the body that is sent, a list, lines, several bodies', () => {
    for (const input of [{ data: items }, items, items.map((item) => JSON.stringify(item)).join('\n'), [{ data: items.slice(0, 2) }, { data: items.slice(2) }]]) {
      const read = oneTrace(input);
      expect(read.runs.map(({ id, parentId }) => [id, parentId])).toEqual([['a', null], ['b', 'a']]);
      expect(read.threadId).toBe('chat');
      expect(read.roots[0]!.metadata).toMatchObject({ trace: { workflow_name: 'Desk' } });
    }
  });

  test('spans without their trace', () => {
    expect(oneTrace(items.slice(1)).runs.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('a trace without its spans is a run without times, and says so', () => {
    const { traces, issues } = readOpenAiAgents([trace]);
    expect(traces[0]!.runs).toMatchObject([{ id: 't', name: 'Desk' }]);
    expect(issues.map(({ code }) => code)).toEqual(['added-run', 'missing-start']);
  });

  test('what is none is told', () => {
    const { issues } = readOpenAiAgents([{ data: [...items, 5] }, { hello: 1 }]);
    expect(issues.map(({ code }) => code)).toEqual(['unrecognized-item', 'unrecognized-item']);
  });

  test('100,000 spans', () => {
    const many = Array.from({ length: 100_000 }, (_, nth) => span(`${nth}`, { type: 'function', name: 'f' }, { parent_id: nth === 0 ? null : `${nth - 1}` }));
    expect(readOpenAiAgents({ data: many }).traces[0]!.runs).toHaveLength(100_000);
  }, 30_000);
});
