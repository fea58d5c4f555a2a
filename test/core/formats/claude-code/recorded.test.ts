import { describe, expect, test } from 'vitest';
import { messagesOf, readClaudeCode, toolCallsOf } from '../../../../src/core/index.ts';
import { fixture, fixtures } from '../fixtures.ts';
import { isObject, linesOf, type Json } from './naive.ts';

/** What each transcript holds: runs, errors and messages counted by hand, tokens also by the walk below. */
const RECORDED: Readonly<Record<string, { runs: number; errors: number; llmCalls: number; toolCalls: number; input: number | null; output: number | null; cacheRead: number | undefined; messages: number }>> = {
  'representative_messages.jsonl': { runs: 12, errors: 0, llmCalls: 5, toolCalls: 2, input: 218, output: 445, cacheRead: 0, messages: 10 },
  'sample_session.json': { runs: 33, errors: 1, llmCalls: 15, toolCalls: 12, input: null, output: null, cacheRead: undefined, messages: 33 },
  'sample_session.jsonl': { runs: 8, errors: 0, llmCalls: 3, toolCalls: 2, input: null, output: null, cacheRead: undefined, messages: 7 },
  'session.jsonl': { runs: 27, errors: 2, llmCalls: 11, toolCalls: 8, input: 130539, output: 927, cacheRead: 105800, messages: 26 },
  'todowrite_examples.jsonl': { runs: 12, errors: 0, llmCalls: 6, toolCalls: 3, input: 883, output: 328, cacheRead: undefined, messages: 10 },
};

/** The figures of each answer once: of its lines, the one with most output. */
function walk(document: unknown) {
  const answers = new Map<string, Json>();
  for (const { type, message, uuid } of linesOf(document)) {
    if (type !== 'assistant' || !isObject(message) || !isObject(message['usage'])) continue;
    const id = String(message['id'] ?? uuid);
    if (Number(answers.get(id)?.['output_tokens'] ?? -1) <= Number(message['usage']['output_tokens'])) answers.set(id, message['usage']);
  }
  const sum = (...keys: string[]) => [...answers.values()].flatMap((usage) => keys.map((key) => Number(usage[key] ?? 0))).reduce((a, b) => a + b, 0);
  return { input: sum('input_tokens', 'cache_creation_input_tokens', 'cache_read_input_tokens'), output: sum('output_tokens'), cacheRead: sum('cache_read_input_tokens') };
}

test('every transcript is stated', () => {
  expect(Object.keys(fixtures('claude-code'))).toEqual(Object.keys(RECORDED));
});

describe.each(Object.entries(RECORDED))('%s', (name, { messages, input, output, cacheRead, ...counts }) => {
  const document = fixture('claude-code', name);

  test('holds the tokens that are stated', () => {
    expect(walk(document)).toEqual({ input: input ?? 0, output: output ?? 0, cacheRead: cacheRead ?? 0 });
  });

  test('reads as stated', () => {
    const { traces } = readClaudeCode(document);
    expect(traces).toHaveLength(1);
    const [trace] = traces;
    const { runs, errors, llmCalls, toolCalls, usage } = trace!.totalsOf(trace!.roots[0]!);
    expect({ runs, errors, llmCalls, toolCalls }).toEqual(counts);
    expect(trace!.roots).toHaveLength(1);
    expect([usage?.input ?? null, usage?.output ?? null, usage?.inputDetails['cacheRead']]).toEqual([input, output, cacheRead]);
    expect(trace!.runs.filter(({ kind }) => kind === 'llm').flatMap(messagesOf)).toHaveLength(messages);
    expect(trace!.issues.map(({ code }) => code)).toEqual(['added-run']);
  });
});

describe('a session of today', () => {
  const { traces } = readClaudeCode(fixture('claude-code', 'session.jsonl'));
  const trace = traces[0]!;
  const run = (id: string) => trace.get(id)!;

  test('is a trace, named by its summary', () => {
    expect(trace).toMatchObject({ name: 'Cart test and clean-up', project: '/home/dev/shop', threadId: trace.id, status: 'running', duration: null });
    expect(trace.roots[0]!.metadata).toMatchObject({ gitBranch: 'main', version: '2.1.173' });
    expect(trace.roots[0]!.events.map(({ name }) => name)).toEqual(['file-history-snapshot', 'queue-operation']);
  });

  test('has a run for each prompt, branches beside each other', () => {
    expect(trace.childrenOf(trace.roots[0]!).map(({ name, status }) => [name, status])).toEqual([
      ['Fix the failing cart test', 'success'], ['Now delete the old module', 'interrupted'], ['Move the old module to archive/ instead', 'success'], ['/review', 'success'], ['Run everything', 'running'],
    ]);
  });

  test('an answer over four lines is one call, its tokens counted once', () => {
    expect(run('msg_A')).toMatchObject({ name: 'claude-sonnet-4-5-20250929', start: 500, end: 4500, usage: { input: 21004, output: 214, total: 21218, inputDetails: { cacheRead: 9000, cacheWrite: 12000, cacheWrite5m: 12000, cacheWrite1h: 0 } } });
    expect(messagesOf(run('msg_A')).map(({ side, parts }) => [side, parts.map(({ type }) => type)])).toEqual([['input', ['text', 'media']], ['output', ['reasoning', 'text', 'tool-call', 'tool-call']]]);
    expect(toolCallsOf(run('msg_A')).map(({ id, name }) => [id, name])).toEqual([['toolu_read', 'Read'], ['toolu_grep', 'Grep']]);
    expect(run('msg_A').source).toHaveLength(4);
  });

  test('a cache kept for an hour and for five minutes', () => {
    expect(run('msg_B').usage!.inputDetails).toEqual({ cacheRead: 21000, cacheWrite: 800, cacheWrite5m: 500, cacheWrite1h: 300 });
  });

  test('reasoning that was taken out is said to be', () => {
    expect(messagesOf(run('msg_B')).at(-1)!.parts[0]).toMatchObject({ type: 'reasoning', text: '', sealed: 'redacted' });
  });

  test('tools have their results, and all of a call’s results are what the next call was given', () => {
    expect(run('toolu_read')).toMatchObject({ kind: 'tool', name: 'Read', start: 4000, end: 4200, inputs: { file_path: '/home/dev/shop/cart.test.ts' }, outputs: [{ type: 'text', text: "test('adds', …)" }], metadata: { toolUseResult: { type: 'text' } } });
    expect(run('toolu_grep')).toMatchObject({ status: 'error', error: { message: '<tool_use_error>InputValidationError</tool_use_error>' } });
    expect(messagesOf(run('msg_B')).filter(({ side }) => side === 'input').flatMap(({ parts }) => parts.map((part) => (part.type === 'tool-result' ? part.callId : part.type)))).toEqual(['toolu_read', 'toolu_grep']);
  });

  test('subagents stand under the tools that called them: by id, and by their prompt', () => {
    expect(run('ab12cd34')).toMatchObject({ parentId: 'toolu_web', kind: 'agent', name: 'Explore' });
    expect(run('j1')).toMatchObject({ parentId: 'toolu_jobs', kind: 'agent', name: 'general-purpose' });
    expect(trace.childrenOf(run('ab12cd34')).map(({ id }) => id)).toEqual(['msg_W1', 'toolu_w_glob', 'msg_W2']);
    expect(trace.totalsOf(run('toolu_web'))).toMatchObject({ llmCalls: 2, usage: { input: 8106, output: 110 } });
  });

  test('what a person refused is interrupted, not failed', () => {
    expect(run('toolu_rm')).toMatchObject({ status: 'interrupted', end: 70000 });
    expect(run('u2').events.map(({ name, attributes }) => [name, (attributes['message'] as Json)['content']])).toEqual([['user', [{ type: 'text', text: '[Request interrupted by user for tool use]' }]]]);
  });

  test('an error of the API is a call that failed', () => {
    expect(run('msg_E')).toMatchObject({ name: 'API error', status: 'error', model: null, usage: null, error: { type: 'server_error', message: 'API Error: 529 Overloaded' }, metadata: { apiErrorStatus: 529 } });
    expect(run('u1').events.map(({ name, time }) => [name, time])).toEqual([['progress', 4600], ['api_error', 6000], ['stop_hook_summary', 15100], ['turn_duration', 15200]]);
  });

  test('a compaction in the middle of a turn leaves it one turn', () => {
    expect(trace.childrenOf(run('u4')).map(({ id }) => id)).toEqual(['msg_F', 'toolu_ls', 'msg_G']);
    expect(run('u4').events.map(({ name }) => name)).toContain('compact_boundary');
  });

  test('a tool without a result runs, and so does what it is in', () => {
    expect([run('toolu_test'), run('u5'), trace.roots[0]!].map(({ status, end }) => [status, end])).toEqual([['running', null], ['running', null], ['running', null]]);
    expect(run('msg_H').status).toBe('success');
  });
});
