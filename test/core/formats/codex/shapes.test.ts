import { describe, expect, test } from 'vitest';
import { messagesOf, readCodex, readTraces, toolCallsOf, type Trace } from '../../../../src/core/index.ts';
import { fixture } from '../fixtures.ts';
import type { Json } from './naive.ts';

const at = (seconds: number): string => new Date(1_795_303_773_000 + seconds * 1000).toISOString();
const line = (seconds: number, type: string, payload: Json): Json => ({ timestamp: at(seconds), type, payload });
const meta = (rest: Json = {}): Json => line(0, 'session_meta', { id: 's', timestamp: at(0), cwd: '/w', cli_version: '0.120.0', model_provider: 'openai', ...rest });
const item = (seconds: number, payload: Json): Json => line(seconds, 'response_item', payload);
const event = (seconds: number, type: string, rest: Json = {}): Json => line(seconds, 'event_msg', { type, ...rest });
const said = (seconds: number, text: string): Json => item(seconds, { type: 'message', role: 'assistant', content: [{ type: 'output_text', text }] });
const usage = (input: number, output: number): Json => ({ input_tokens: input, cached_input_tokens: 1, output_tokens: output, reasoning_output_tokens: 1, total_tokens: input + output });

function oneTrace(lines: readonly unknown[]): Trace {
  expect(readTraces(lines).format).toBe('codex');
  const { traces } = readCodex(lines);
  expect(traces).toHaveLength(1);
  return traces[0]!;
}

test.each([
  ['rollout-0.120.jsonl', { runs: 15, roots: 1, errors: 2, llmCalls: 5, toolCalls: 5, input: 30400, output: 420, cacheRead: 26400, reasoning: 130, messages: 16 }],
  ['rollout-0.60.jsonl', { runs: 7, roots: 1, errors: 0, llmCalls: 3, toolCalls: 1, input: 500, output: 20, cacheRead: 0, reasoning: 5, messages: 7 }],
])('%s holds and reads what is stated', (name, { messages, ...stated }) => {
  const document = fixture('codex', name) as Json[];
  // What the last event says was used in all: another figure than the sum that is read.
  const totals = document.map(({ payload }) => payload as Json).filter(({ type }) => type === 'token_count').map(({ info }) => (info as Json)['total_token_usage'] as Json).at(-1)!;
  expect([totals['input_tokens'], totals['output_tokens'], totals['cached_input_tokens'], totals['reasoning_output_tokens']]).toEqual([stated.input, stated.output, stated.cacheRead, stated.reasoning]);

  const trace = oneTrace(document);
  const figures = trace.totalsOf(trace.roots[0]!);
  expect({ runs: figures.runs, roots: trace.roots.length, errors: figures.errors, llmCalls: figures.llmCalls, toolCalls: figures.toolCalls, input: figures.usage?.input, output: figures.usage?.output, cacheRead: figures.usage?.inputDetails['cacheRead'], reasoning: figures.usage?.outputDetails['reasoning'] }).toEqual(stated);
  expect(trace.runs.filter(({ kind }) => kind === 'llm').flatMap(messagesOf)).toHaveLength(messages);
});

describe('a session of 2026', () => {
  const trace = oneTrace(fixture('codex', 'rollout-0.120.jsonl') as Json[]);
  const turns = trace.childrenOf(trace.roots[0]!);

  test('with its turns', () => {
    expect(trace).toMatchObject({ project: '/home/dev/shop', threadId: trace.id, status: 'running' });
    expect(turns.map(({ name, status }) => [name, status])).toEqual([['Fix the failing cart test', 'success'], ['Delete the old module', 'interrupted'], ['Run everything', 'error'], ['And again', 'running']]);
    expect(turns[2]).toMatchObject({ error: { type: 'usage_limit_exceeded', message: 'You have hit your usage limit.' } });
    expect(trace.roots[0]!.events.map(({ name }) => name)).toEqual(['compacted', 'context_compacted']);
    expect(turns[0]!.metadata).toMatchObject({ approval_policy: 'on-request', effort: 'medium' });
    expect(messagesOf(turns[0]!).map(({ side, parts }) => [side, parts])).toEqual([['input', [{ type: 'text', text: 'Fix the failing cart test' }]], ['output', [{ type: 'text', text: 'Fixed.' }]]]);
  });

  test('with the responses of the model, their tokens once each', () => {
    const calls = trace.runs.filter(({ kind }) => kind === 'llm');
    expect(calls.map(({ usage: used, model }) => [model?.name, model?.parameters, used?.total ?? null])).toEqual([
      ['gpt-5.2-codex', { effort: 'medium', summary: 'auto' }, 9200], ['gpt-5.2-codex', { effort: 'medium', summary: 'auto' }, 9650], ['gpt-5.2-codex', { effort: 'medium', summary: 'auto' }, 9940], ['gpt-5.2-codex', { effort: 'high', summary: 'auto' }, null], ['gpt-5.2-codex-mini', { effort: 'low', summary: 'auto' }, 2030],
    ]);
    expect(calls[0]!.model).toMatchObject({ provider: 'openai' });
    expect(messagesOf(calls[0]!).map(({ side, role, parts }) => [side, role, parts.map(({ type }) => type).join()])).toEqual([
      ['input', 'developer', 'text'], ['input', 'user', 'text'], ['input', 'user', 'text,media'], ['output', 'assistant', 'reasoning'], ['output', 'assistant', 'text'], ['output', 'assistant', 'tool-call'], ['output', 'assistant', 'tool-call'],
    ]);
    expect(toolCallsOf(calls[0]!).map(({ id }) => id)).toEqual(['call_1', 'call_2']);
  });

  test('with tools: what they were given, answered and noted', () => {
    expect(trace.get('call_1')).toMatchObject({ status: 'success', inputs: { command: 'cat cart.test.ts' }, outputs: expect.stringContaining('Exit code: 0'), events: [{ name: 'exec_command_end', attributes: { exit_code: 0 } }] });
    expect(trace.get('call_2')).toMatchObject({ status: 'error', error: { message: 'Exit code 1' }, start: 4100, end: 8000 });
    expect(toolCallsOf(trace.get('call_3')!)).toMatchObject([{ id: 'call_3', name: 'apply_patch', arguments: expect.stringContaining('*** Begin Patch') }]);
    expect(trace.get('call_4')).toMatchObject({ status: 'interrupted', end: 65000 });
    expect(trace.get('call_5')).toMatchObject({ status: 'running', end: null });
  });
});

describe('turns', () => {
  test('a word in between belongs to the turn that goes on', () => {
    const trace = oneTrace([meta(), event(1, 'task_started', { turn_id: 'a' }), event(2, 'user_message', { message: 'Go' }), said(3, 'Going'), event(4, 'user_message', { message: 'Faster' }), said(5, 'Yes'), event(6, 'task_complete', { turn_id: 'a' })]);
    expect(trace.childrenOf(trace.roots[0]!)).toMatchObject([{ id: 'a', name: 'Go', events: [{ name: 'task_started' }, { name: 'user_message', attributes: { message: 'Faster' } }, { name: 'task_complete' }] }]);
  });

  test('without events for their start begin with their prompts, and end before the next context', () => {
    const trace = oneTrace(fixture('codex', 'rollout-0.60.jsonl') as Json[]);
    expect(trace.childrenOf(trace.roots[0]!).map(({ name, start, end, status }) => [name, start, end, status])).toEqual([['List the files.', 2000, 6100, 'success'], ['Thanks', 21000, 22000, 'success']]);
  });

  test('without any prompt event begin with the user’s messages that are no context', () => {
    const message = (seconds: number, text: string): Json => item(seconds, { type: 'message', role: 'user', content: [{ type: 'input_text', text }] });
    const trace = oneTrace([meta(), message(1, '<environment_context>…'), message(2, 'Hi'), said(3, 'Hello')]);
    expect(trace.runs.map(({ name, parentId }) => [name, parentId])).toEqual([['Codex session', null], ['Hi', 's'], ['response', 's-turn-1']]);
  });

  test('an error that was got over is no failure', () => {
    const trace = oneTrace([meta(), event(1, 'task_started', { turn_id: 'a' }), event(2, 'user_message', { message: 'Go' }), event(3, 'error', { message: 'overloaded' }), said(4, 'Done'), event(5, 'task_complete', { turn_id: 'a' })]);
    expect(trace.get('a')).toMatchObject({ status: 'success', error: null });
  });
});

describe('tokens', () => {
  const tokens = (seconds: number, info: Json | null): Json => event(seconds, 'token_count', { info, rate_limits: null });

  test('that come again unchanged are counted once; those of a limit alone not at all', () => {
    const told = { total_token_usage: usage(10, 5), last_token_usage: usage(10, 5) };
    const trace = oneTrace([meta(), event(1, 'user_message', { message: 'Hi' }), said(2, 'Hello'), tokens(3, told), tokens(4, told), tokens(5, null)]);
    expect(trace.totalsOf(trace.roots[0]!).usage).toMatchObject({ input: 10, output: 5, inputDetails: { cacheRead: 1 }, outputDetails: { reasoning: 1 } });
  });

  test('of a request that left no answer are a call of their own', () => {
    const trace = oneTrace([meta(), event(1, 'user_message', { message: 'Hi' }), said(2, 'Hello'), tokens(3, { total_token_usage: usage(10, 5), last_token_usage: usage(10, 5) }), tokens(4, { total_token_usage: usage(30, 8), last_token_usage: usage(20, 3) })]);
    expect(trace.runs.filter(({ kind }) => kind === 'llm').map(({ usage: used }) => used?.total)).toEqual([15, 23]);
    expect(trace.totalsOf(trace.roots[0]!).usage).toMatchObject({ total: 38 });
  });
});

describe('sessions', () => {
  test('several files in one document are a trace each', () => {
    const { traces } = readCodex([meta(), said(1, 'a'), meta({ id: 't' }), said(1, 'b')]);
    expect(traces.map(({ id, runs }) => [id, runs.length])).toEqual([['s', 2], ['t', 2]]);
  });

  test('a fork goes on in its own session, and points to where it came from', () => {
    const trace = oneTrace([meta({ forked_from_id: 'before' }), meta({ id: 'before' }), said(1, 'old'), said(5, 'new')]);
    expect(trace.id).toBe('s');
    expect(trace.roots[0]!.links).toEqual([{ traceId: 'before', runId: 'before', attributes: { relation: 'forked_from' } }]);
  });

  test('a subagent points to the thread that started it', () => {
    const trace = oneTrace([meta({ source: { subagent: { thread_spawn: { parent_thread_id: 'p', depth: 1 } } }, agent_nickname: 'Scout' }), said(1, 'found')]);
    expect(trace.roots).toMatchObject([{ name: 'Scout', links: [{ traceId: 'p', attributes: { relation: 'parent' } }] }]);
  });

  test('named by the last name that they were given', () => {
    expect(oneTrace([meta(), event(1, 'thread_name_updated', { thread_id: 's', thread_name: 'Cart' }), said(2, 'x')]).name).toBe('Cart');
  });

  test('of before September 2025: bare items without times, in their order', () => {
    const { traces, format, issues } = readTraces([
      { id: 'old', timestamp: '2025-06-01T10:00:00.000Z', instructions: null, git: {} }, { record_type: 'state' },
      { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Hi' }] }, { type: 'reasoning', id: 'rs_1', summary: [], encrypted_content: 'x' },
      { type: 'function_call', id: 'fc_1', name: 'shell', arguments: '{"command":["ls"]}', call_id: 'c1' }, { record_type: 'state' }, { type: 'function_call_output', call_id: 'c1', output: '{"output":"a","metadata":{"exit_code":0}}' },
      { type: 'message', id: 'msg_1', role: 'assistant', content: [{ type: 'output_text', text: 'a' }] },
    ]);
    expect(format).toBe('codex');
    expect(traces).toHaveLength(1);
    expect(traces[0]!.runs.map(({ id, parentId, status }) => [id, parentId, status])).toEqual([['old', null, 'success'], ['old-turn-1', 'old', expect.any(String)], ['response-rs_1', 'old-turn-1', 'success'], ['c1', 'old-turn-1', 'success'], ['response-msg_1', 'old-turn-1', 'success']]);
    expect(issues.map(({ code }) => code)).toContain('missing-start');
  });
});

test('lines that are none are told; those of kinds to come are events', () => {
  const { traces, issues } = readCodex([meta(), event(1, 'user_message', { message: 'Hi' }), line(2, 'future_record', { safe: 'kept' }), event(3, 'hologram', { light: 3 }), 5, { hello: 1 }]);
  expect(traces[0]!.runs[1]!.events.map(({ name }) => name)).toEqual(['future_record', 'hologram']);
  expect(issues.map(({ code }) => code)).toEqual(['unrecognized-item', 'unrecognized-item', 'added-run']);
});

test('100,000 lines', () => {
  const lines = [meta(), event(0.5, 'user_message', { message: 'Hi' })];
  for (let nth = 1; nth < 50_000; nth++) {
    lines.push(item(nth, { type: 'function_call', name: 'f', arguments: '{}', call_id: `c${nth}` }));
    lines.push(item(nth + 0.5, { type: 'function_call_output', call_id: `c${nth}`, output: 'done' }));
  }
  expect(readCodex(lines).traces[0]!.runs).toHaveLength(2 + 2 * 49_999);
}, 30_000);
