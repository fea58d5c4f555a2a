import { describe, expect, test } from 'vitest';
import { messagesOf, readGeminiCli, readTraces, toolCallsOf, type Trace } from '../../../../src/core/index.ts';
import { fixture } from '../fixtures.ts';
import { messagesIn, type Json } from './naive.ts';

const at = (seconds: number): string => new Date(1_781_517_600_000 + seconds * 1000).toISOString();
const session = (rest: Json = {}): Json => ({ sessionId: 's', projectHash: 'p', startTime: at(0), lastUpdated: at(0), ...rest });
const message = (id: string, seconds: number, type: string, content: unknown, rest: Json = {}): Json => ({ id, timestamp: at(seconds), type, content, ...rest });
const user = (id: string, seconds: number, content: unknown): Json => message(id, seconds, 'user', content);
const answer = (id: string, seconds: number, content: unknown, rest: Json = {}): Json => message(id, seconds, 'gemini', content, { model: 'gemini-3-pro', ...rest });
const call = (id: string, seconds: number, rest: Json = {}): Json => ({ id, name: 'read_file', args: { path: 'a' }, status: 'success', timestamp: at(seconds), result: [{ functionResponse: { id, name: 'read_file', response: { output: 'x' } } }], ...rest });

function oneTrace(document: unknown): Trace {
  expect(readTraces(document).format).toBe('gemini-cli');
  const { traces } = readGeminiCli(document);
  expect(traces).toHaveLength(1);
  return traces[0]!;
}

test.each([
  ['session-2026-06-15.json', { runs: 12, roots: 1, errors: 2, llmCalls: 4, toolCalls: 4, input: 38430, output: 215, cacheRead: 36200, reasoning: 120, messages: 9 }],
  ['session-2026-06-15.jsonl', { runs: 12, roots: 1, errors: 1, llmCalls: 4, toolCalls: 4, input: 38530, output: 215, cacheRead: 36300, reasoning: 120, messages: 9 }],
])('%s holds and reads what is stated', (name, { messages, ...stated }) => {
  const document = fixture('gemini-cli', name);
  const tokens = messagesIn(document).flatMap((one) => (one['tokens'] === undefined ? [] : [one['tokens'] as Record<string, number>]));
  const sum = (...keys: string[]): number => tokens.flatMap((figures) => keys.map((key) => figures[key]!)).reduce((a, b) => a + b, 0);
  expect([sum('input', 'tool'), sum('output', 'thoughts'), sum('cached'), sum('thoughts')]).toEqual([stated.input, stated.output, stated.cacheRead, stated.reasoning]);

  const trace = oneTrace(document);
  const figures = trace.totalsOf(trace.roots[0]!);
  expect(figures.usage?.total).toBe(sum('total'));
  expect({ runs: figures.runs, roots: trace.roots.length, errors: figures.errors, llmCalls: figures.llmCalls, toolCalls: figures.toolCalls, input: figures.usage?.input, output: figures.usage?.output, cacheRead: figures.usage?.inputDetails['cacheRead'], reasoning: figures.usage?.outputDetails['reasoning'] }).toEqual(stated);
  expect(trace.runs.filter(({ kind }) => kind === 'llm').flatMap(messagesOf)).toHaveLength(messages);
});

describe('a session', () => {
  const trace = oneTrace(fixture('gemini-cli', 'session-2026-06-15.json'));

  test('with its turns, and what the person was told meanwhile', () => {
    expect(trace).toMatchObject({ name: 'Cart test and clean-up', project: '/home/dev/shop', threadId: trace.id });
    expect(trace.roots[0]!.events).toMatchObject([{ name: 'info', attributes: { content: 'Update available.' } }]);
    const turns = trace.childrenOf(trace.roots[0]!);
    expect(turns.map(({ name, status, start, end }) => [name, status, start, end])).toEqual([['Fix the failing cart test', 'success', 500, 16500], ['Delete the old module', 'success', 59500, 63500], ['Run everything', 'error', 69500, 71500]]);
    expect(turns[1]!.events).toMatchObject([{ name: 'info', time: 63500 }]);
    expect(turns[2]).toMatchObject({ error: { message: '[API Error: Quota exceeded]' } });
  });

  test('with the model’s answers: what was added for each, thoughts, words, calls', () => {
    const [first, second, third] = trace.runs.filter(({ kind }) => kind === 'llm');
    expect(first).toMatchObject({ id: 'm2', model: { name: 'gemini-3-pro-preview' }, firstTokenTime: 1500, start: 500, end: 3500 });
    expect(messagesOf(first!).map(({ side, role, parts }) => [side, role, parts.map(({ type }) => type).join()])).toEqual([['input', 'user', 'text,media'], ['output', 'assistant', 'reasoning,text,tool-call,tool-call']]);
    expect(messagesOf(first!)[1]!.parts[0]).toMatchObject({ type: 'reasoning', text: 'Looking\nThe test comes first.' });
    expect(toolCallsOf(first!)).toMatchObject([{ id: 'read_file-1', name: 'read_file', arguments: { path: 'cart.test.ts' } }, { id: 'shell-1' }]);
    expect(messagesOf(second!).filter(({ side }) => side === 'input').map(({ parts }) => parts)).toMatchObject([[{ type: 'tool-result', callId: 'read_file-1' }], [{ type: 'tool-result', callId: 'shell-1' }]]);
    expect(messagesOf(third!).at(-1)!.parts).toEqual([{ type: 'text', text: 'Fixed.' }]);
  });

  test('with tools: done, failed, refused', () => {
    expect(trace.get('read_file-1')).toMatchObject({ status: 'success', inputs: { path: 'cart.test.ts' }, outputs: { output: 'test(\'adds\')' }, start: 3500, end: 4000, metadata: { displayName: 'ReadFile' } });
    expect(trace.get('shell-1')).toMatchObject({ status: 'error', error: { message: 'Command exited with code 1' } });
    expect(trace.get('shell-2')).toMatchObject({ status: 'interrupted', error: null });
  });
});

describe('lines', () => {
  test('with what was rewound, which happened, and a tool that runs', () => {
    const trace = oneTrace(fixture('gemini-cli', 'session-2026-06-15.jsonl'));
    expect(trace).toMatchObject({ name: 'Cart test and clean-up', status: 'running' });
    expect(trace.childrenOf(trace.roots[0]!).map(({ id }) => id)).toEqual(['m1', 'm5', 'm10']);
    expect(trace.roots[0]!.events).toMatchObject([{ name: 'info' }, { name: 'rewind', attributes: { $rewindTo: 'm5' } }]);
    expect(trace.get('shell-3')).toMatchObject({ status: 'running', end: null });
  });

  test('that come again as a message grows: the fullest is read, its tokens once', () => {
    const tokens = { input: 5, output: 2, cached: 0, thoughts: 0, tool: 0, total: 7 };
    const trace = oneTrace([session(), user('u', 1, 'Hi'), answer('a', 2, 'Hello'), answer('a', 2, 'Hello', { tokens }), answer('a', 2, 'Hello', { tokens, toolCalls: [call('t', 3)] }), answer('a', 2, 'Hello', { tokens })]);
    expect(trace.runs.map(({ id }) => id)).toEqual(['s', 'u', 'a', 't']);
    expect(trace.totalsOf(trace.roots[0]!).usage).toMatchObject({ input: 5, output: 2, total: 7 });
  });

  test('that set the messages anew', () => {
    const trace = oneTrace([session(), user('u', 1, 'Hi'), { $set: { messages: [user('u', 1, 'Hi'), answer('a', 2, 'Hello')] } }]);
    expect(trace.runs.map(({ id }) => id)).toEqual(['s', 'u', 'a']);
  });

  test('that are none are told; those of kinds to come are events', () => {
    const { traces, issues } = readGeminiCli([session(), user('u', 1, 'Hi'), message('w', 2, 'warning', 'Slow'), 5, { hello: 1 }]);
    expect(traces[0]!.get('u')!.events).toMatchObject([{ name: 'warning', attributes: { content: 'Slow' } }]);
    expect(issues.map(({ code }) => code)).toEqual(['unrecognized-item', 'unrecognized-item', 'added-run']);
  });
});

describe('subagents', () => {
  const main = session({ messages: [user('u', 1, 'Go'), answer('a', 2, '', { toolCalls: [call('t', 6, { agentId: 'sub' })] })] });
  const sub = session({ sessionId: 'sub', kind: 'subagent', messages: [user('v', 3, 'Look'), answer('b', 4, 'Seen')] });

  test.each([['before', [sub, main]], ['after', [main, sub]]])('are under the tool that called them, their file %s', (_, document) => {
    const trace = oneTrace(document);
    expect(trace.runs.map(({ id, parentId }) => [id, parentId])).toEqual([['s', null], ['u', 's'], ['a', 'u'], ['t', 'u'], ['sub', 't'], ['v', 'sub'], ['b', 'v']]);
    expect(trace.get('sub')).toMatchObject({ name: 'subagent', sourceKind: 'subagent', kind: 'agent' });
  });

  test('without the file that called them are a trace', () => {
    expect(oneTrace(sub).roots).toMatchObject([{ id: 'sub' }]);
  });

  test('that call each other are a trace nevertheless', () => {
    const mutual = (id: string, other: string): Json => session({ sessionId: id, messages: [user(`u${id}`, 1, 'Go'), answer(`a${id}`, 2, '', { toolCalls: [call(`t${id}`, 3, { agentId: other })] })] });
    const { traces, issues } = readGeminiCli([mutual('x', 'y'), mutual('y', 'x')]);
    expect(traces.flatMap(({ runs }) => runs.map(({ id }) => id)).toSorted()).toEqual(['ax', 'ay', 'tx', 'ty', 'ux', 'uy', 'x', 'y']);
    expect([...issues, ...traces.flatMap((trace) => trace.issues)].map(({ code }) => code)).toContain('cycle');
  });
});

test('what a tool gave beside a response is kept whole', () => {
  const parts = [{ functionResponse: { id: 't', name: 'read_file', response: { output: 'a picture' } } }, { inlineData: { mimeType: 'image/png', data: 'AAAA' } }];
  const trace = oneTrace(session({ messages: [user('u', 1, 'Go'), answer('a', 2, '', { toolCalls: [call('t', 3, { result: parts })] })] }));
  expect(trace.get('t')!.outputs).toEqual(parts);
});

test('messages without times are there, and it is told', () => {
  const trace = oneTrace({ sessionId: 's', projectHash: 'p', messages: [{ id: 'u', type: 'user', content: 'Hi' }, { id: 'a', type: 'gemini', content: 'Hello' }] });
  expect(trace.runs.map(({ id }) => id)).toEqual(['s', 'u', 'a']);
  expect(trace.issues.map(({ code }) => code)).toContain('missing-start');
});

test('100,000 messages', () => {
  const messages = [user('u', 0, 'Hi')];
  for (let nth = 1; nth < 100_000; nth++) messages.push(answer(`a${nth}`, nth, 'x', { toolCalls: [call(`t${nth}`, nth + 0.5)] }));
  expect(readGeminiCli(session({ messages })).traces[0]!.runs).toHaveLength(2 + 2 * 99_999);
}, 30_000);
