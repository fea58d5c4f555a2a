import { describe, expect, test } from 'vitest';
import { messagesOf, readClaudeCode, readTraces, type Trace } from '../../../../src/core/index.ts';
import type { Json } from './naive.ts';

const at = (seconds: number): string => new Date(1_795_303_773_000 + seconds * 1000).toISOString();
const line = (type: string, uuid: string, parentUuid: string | null, seconds: number, message: Json, rest: Json = {}): Json => ({ parentUuid, isSidechain: false, sessionId: 's', type, uuid, timestamp: at(seconds), message, ...rest });
const user = (uuid: string, parent: string | null, seconds: number, content: unknown, rest: Json = {}): Json => line('user', uuid, parent, seconds, { role: 'user', content }, rest);
const answer = (uuid: string, parent: string | null, seconds: number, id: string, content: unknown, rest: Json = {}): Json => line('assistant', uuid, parent, seconds, { id, role: 'assistant', model: 'claude-opus-4-1', content, usage: { input_tokens: 10, output_tokens: 5 } }, rest);
const used = (id: string, name = 'Bash', input: Json = {}): Json => ({ type: 'tool_use', id, name, input });
const result = (id: string, rest: Json = {}): Json => ({ type: 'tool_result', tool_use_id: id, content: 'done', ...rest });

function oneTrace(lines: readonly unknown[]): Trace {
  expect(readTraces(lines).format).toBe('claude-code');
  const { traces } = readClaudeCode(lines);
  expect(traces).toHaveLength(1);
  return traces[0]!;
}

const tree = (trace: Trace) => trace.runs.map(({ id, parentId }) => [id, parentId]);

describe('sessions', () => {
  test('of one file each are a trace each', () => {
    const { traces } = readClaudeCode([user('a', null, 0, 'Hi'), user('b', null, 1, 'Hello', { sessionId: 't' })]);
    expect(traces.map(({ id, threadId }) => [id, threadId])).toEqual([['s', 's'], ['t', 't']]);
  });

  test('that go on from another repeat its answers, which are counted once', () => {
    const first = [user('a', null, 0, 'Hi'), answer('b', 'a', 1, 'm1', 'Hello')];
    const resumed = [...first.map((copied) => ({ ...copied, sessionId: 't' })), user('c', 'b', 5, 'More', { sessionId: 't' }), answer('d', 'c', 6, 'm2', 'Yes', { sessionId: 't' })];
    const { traces } = readClaudeCode([...first, ...resumed]);
    expect(traces.map((trace) => trace.totalsOf(trace.roots[0]!).usage?.total)).toEqual([15, 15]);
    expect(traces[1]!.issues).toContainEqual(expect.objectContaining({ code: 'repeated-usage', what: expect.stringMatching(/^1 answer is copied/) }));
  });

  test('are named by their last title, each by its own', () => {
    const titled = (lines: readonly Json[]) => readClaudeCode(lines).traces.map(({ name }) => name);
    expect(titled([user('a', null, 0, 'Hi')])).toEqual(['Claude Code session']);
    expect(titled([{ type: 'summary', summary: 'Old', leafUuid: 'elsewhere' }, user('a', null, 0, 'Hi'), { type: 'ai-title', aiTitle: 'New', sessionId: 's' }])).toEqual(['New']);
    expect(titled([user('a', null, 0, 'Hi'), user('b', null, 1, 'Hello', { sessionId: 't' }), { type: 'summary', summary: 'Of b', leafUuid: 'b' }, { type: 'summary', summary: 'Of nobody', leafUuid: 'x' }])).toEqual(['Claude Code session', 'Of b']);
  });

  test('without a message are none', () => {
    const { traces, issues } = readClaudeCode([{ type: 'file-history-snapshot', messageId: 'x', snapshot: {} }, { type: 'summary', summary: 'x', leafUuid: 'y' }]);
    expect(traces).toEqual([]);
    expect(issues.map(({ code }) => code)).toContain('no-runs');
  });

  test('on the web list their lines in one object', () => {
    expect(tree(oneTrace([{ loglines: [{ type: 'user', timestamp: at(0), message: { role: 'user', content: 'Hi' } }, { type: 'assistant', timestamp: at(1), message: { role: 'assistant', content: 'Hello' } }] }]))).toEqual([['session', null], ['turn-1', 'session'], ['call-1', 'turn-1']]);
  });

  test('as the SDK streams them have no times and no chain, but their order', () => {
    const { traces } = readClaudeCode([
      { type: 'system', subtype: 'init', session_id: 's', model: 'claude-opus-4-1' },
      { type: 'user', session_id: 's', message: { role: 'user', content: 'Hi' } },
      { type: 'assistant', session_id: 's', message: { id: 'm1', role: 'assistant', content: [used('t1', 'Task', { prompt: 'look' })] } },
      { type: 'assistant', session_id: 's', parent_tool_use_id: 't1', message: { id: 'm2', role: 'assistant', content: 'found' } },
      { type: 'user', session_id: 's', message: { role: 'user', content: [result('t1')] } },
      { type: 'result', subtype: 'success', session_id: 's', duration_ms: 1234, total_cost_usd: 0.5 },
    ]);
    const [trace] = traces;
    expect(tree(trace!)).toEqual([['s', null], ['turn-1', 's'], ['m1', 'turn-1'], ['t1', 'turn-1'], ['subagent-1', 't1'], ['m2', 'subagent-1']]);
    expect(trace!.roots[0]!.events.map(({ name }) => name)).toContain('success');
  });
});

describe('lines', () => {
  test('that name no line before them follow the one before', () => {
    const loose = [user('a', null, 0, 'Hi'), answer('b', null, 1, 'm1', [used('t1')]), user('c', null, 2, [result('t1')]), answer('d', null, 3, 'm2', 'Done'), user('e', null, 4, 'More'), answer('f', 'gone', 5, 'm3', 'Yes')];
    expect(tree(oneTrace(loose))).toEqual([['s', null], ['a', 's'], ['m1', 'a'], ['t1', 'a'], ['m2', 'a'], ['e', 's'], ['m3', 'e']]);
  });

  test('in a circle make no endless loop', () => {
    const trace = oneTrace([user('a', 'b', 0, [result('x')]), answer('b', 'a', 1, 'm1', 'Hi'), line('system', 'c', 'd', 2, {}), line('system', 'd', 'c', 3, {}), answer('e', 'd', 4, 'm2', 'Hi')]);
    expect(trace.runs.map(({ id }) => id).toSorted()).toEqual(['m1', 'm2', 's']);
  });

  test('that are none are told; JSON of other shapes is left out', () => {
    const text = [JSON.stringify(user('a', null, 0, 'Hi')), '"massive error"', '{"silly":"this"}', '42', '{"type":"user","message":"error","uuid":"x","sessionId":"s"}', JSON.stringify(answer('b', 'a', 1, 'm1', 'Hello')), '{"type":"assi'].join('\n');
    const { traces, issues } = readTraces(text);
    expect(traces.map(({ runs }) => runs.map(({ id }) => id))).toEqual([['s', 'a', 'm1']]);
    expect(issues.map(({ code }) => code)).toEqual(['broken-line', 'broken-line', 'truncated', 'unrecognized-item', 'added-run']);
    expect(traces[0]!.get('a')!.events.concat(traces[0]!.roots[0]!.events).map(({ name }) => name)).toContain('user');
  });

  test('of kinds to come are events of their turn', () => {
    const trace = oneTrace([user('a', null, 0, 'Hi'), { type: 'hologram', uuid: 'h', parentUuid: 'a', sessionId: 's', timestamp: at(1), light: 3 }]);
    expect(trace.get('a')!.events).toEqual([{ name: 'hologram', time: 1000, attributes: { light: 3 } }]);
  });

  test('with odd pieces lose none of them', () => {
    const trace = oneTrace([user('a', null, 0, ['wow', null, 5, { type: 'text', text: 'Hi' }, { type: 'spell', power: 9 }]), answer('b', 'a', 1, 'm1', [{ type: 'text', text: 'Hello' }, { type: 'spell', power: 9 }, null])]);
    expect(messagesOf(trace.get('m1')!).map(({ side, parts }) => [side, parts.map(({ type }) => type)])).toEqual([['input', ['text', 'other', 'text', 'other']], ['output', ['text', 'other']]]);
  });
});

describe('tools', () => {
  test('that the conversation went on without are interrupted', () => {
    const trace = oneTrace([user('a', null, 0, 'Hi'), answer('b', 'a', 1, 'm1', [used('t1'), used('t2')]), user('c', 'b', 2, [result('t1')]), answer('d', 'c', 3, 'm2', 'Done')]);
    expect([trace.get('t1'), trace.get('t2')].map((run) => [run!.status, run!.end])).toEqual([['success', 2000], ['interrupted', 1000]]);
  });

  test('that a person stopped while they ran are interrupted', () => {
    const trace = oneTrace([user('a', null, 0, 'Hi'), answer('b', 'a', 1, 'm1', [used('t1')]), user('c', 'b', 4, [result('t1')], { toolUseResult: { stdout: '', interrupted: true } })]);
    expect(trace.get('t1')).toMatchObject({ status: 'interrupted', end: 4000 });
    const without = oneTrace([user('a', null, 0, 'Hi'), answer('b', 'a', 1, 'm1', [used('t1')]), user('c', 'b', 4, [{ type: 'text', text: '[Request interrupted by user]' }])]);
    expect([without.get('t1')!.status, without.get('a')!.status, without.get('t1')!.end]).toEqual(['interrupted', 'interrupted', 4000]);
  });

  test('results of tools that are not there stay in what the model was told', () => {
    const trace = oneTrace([user('a', null, 0, 'Hi'), user('c', 'a', 2, [result('gone')]), answer('d', 'c', 3, 'm2', 'Done')]);
    expect(messagesOf(trace.get('m2')!).map(({ side, parts }) => [side, parts[0]!.type])).toEqual([['input', 'text'], ['input', 'tool-result'], ['output', 'text']]);
  });
});

describe('subagents', () => {
  const task = (id: string, prompt: string): Json => used(id, 'Task', { prompt, subagent_type: 'Explore' });

  test('in a file of their own stand alone under their session', () => {
    const trace = oneTrace([user('w1', null, 0, 'Look', { isSidechain: true, agentId: 'w' }), answer('w2', 'w1', 1, 'm1', 'Found', { isSidechain: true, agentId: 'w' })]);
    expect(tree(trace)).toEqual([['s', null], ['w', 's'], ['m1', 'w']]);
    expect(trace.get('w')).toMatchObject({ kind: 'agent', name: 'subagent' });
  });

  test('with equal prompts go to the tools in their order', () => {
    const side = { isSidechain: true };
    const trace = oneTrace([user('a', null, 0, 'Hi'), answer('b', 'a', 1, 'm1', [task('t1', 'Look'), task('t2', 'Look')]), user('x', null, 2, 'Look', side), user('y', null, 3, 'Look', side)]);
    expect([trace.get('x')!.parentId, trace.get('y')!.parentId]).toEqual(['t1', 't2']);
  });

  test('of which only a part is left go to the only tool that there is', () => {
    const side = { isSidechain: true };
    expect(oneTrace([user('a', null, 0, 'Hi'), answer('b', 'a', 1, 'm1', [task('t1', 'Look')]), answer('x', 'gone', 2, 'm2', 'Found', side)]).get('x')!.parentId).toBe('t1');
    expect(oneTrace([user('a', null, 0, 'Hi'), answer('b', 'a', 1, 'm1', [task('t1', 'Look'), task('t2', 'See')]), answer('x', 'gone', 2, 'm2', 'Found', side)]).get('x')!.parentId).toBe('s');
  });

  test('may call subagents', () => {
    const trace = oneTrace([
      user('a', null, 0, 'Hi'), answer('b', 'a', 1, 'm1', [task('t1', 'Look')]),
      user('w1', null, 2, 'Look', { isSidechain: true, agentId: 'w' }), answer('w2', 'w1', 3, 'm2', [task('t2', 'Deeper')], { isSidechain: true, agentId: 'w' }),
      user('v1', null, 4, 'Deeper', { isSidechain: true, agentId: 'v' }), answer('v2', 'v1', 5, 'm3', 'Found', { isSidechain: true, agentId: 'v' }),
      user('w3', 'w2', 6, [result('t2')], { isSidechain: true, agentId: 'w', toolUseResult: { agentId: 'v' } }), user('c', 'b', 7, [result('t1')], { toolUseResult: { agentId: 'w' } }),
    ]);
    expect(tree(trace)).toEqual([['s', null], ['a', 's'], ['m1', 'a'], ['t1', 'a'], ['w', 't1'], ['m2', 'w'], ['t2', 'w'], ['v', 't2'], ['m3', 'v']]);
  });
});

test('the files of early 2025 tell cost and duration', () => {
  const trace = oneTrace([user('a', null, 0, 'Hi'), answer('b', 'a', 10, 'm1', 'Hello', { costUSD: 0.25, durationMs: 4000 })]);
  expect(trace.get('m1')).toMatchObject({ start: 6000, end: 10000, cost: { total: 0.25, currency: 'USD' } });
});

test('100,000 lines, all in one turn', () => {
  const lines = [user('0', null, 0, 'Hi')];
  for (let nth = 1; nth < 100_000; nth += 2) {
    lines.push(answer(`${nth}`, `${nth - 1}`, nth, `m${nth}`, [used(`t${nth}`)]));
    lines.push(user(`${nth + 1}`, `${nth}`, nth + 1, [result(`t${nth}`)]));
  }
  expect(readClaudeCode(lines).traces[0]!.runs).toHaveLength(100_002);
}, 30_000);
