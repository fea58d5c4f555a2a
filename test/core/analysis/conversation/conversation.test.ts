import { describe, expect, test } from 'vitest';
import { conversationOf, createConversationReader } from '../../../../src/core/analysis/conversation/read-conversation.ts';
import { buildTraces, emptyTrace } from '../../../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../../../src/core/model/record.ts';
import { assistant, asks, itemsOf, llm, result, step, system, tool, user, written, writtenOf } from './written.ts';

describe('what opens a turn', () => {
  test('the prompt of a model call that stands alone, with the turns that it knows of', () => {
    const history = [system('Be brief.'), user('1'), assistant('one'), user('2'), assistant('two'), user('3')];
    const [trace] = buildTraces([llm('call', null, 1, history, [assistant('three')])]);
    expect(written(trace!)).toEqual([
      ['system system: Be brief. ‹call›', 'user: 1 ‹call›', 'assistant: one ‹call›'],
      ['user: 2 ‹call›', 'assistant: two ‹call›'],
      ['user: 3 ‹call›', 'model: three ‹call›'],
    ]);
    // Nothing tells when the first two were.
    expect(conversationOf(trace!).turns.map(({ figures }) => figures?.llmCalls ?? null)).toEqual([null, null, 1]);
  });

  test('several messages in a row are asked together', () => {
    expect(writtenOf(llm('a', null, 1, [user('1'), user('2')], [assistant('both')]))).toEqual([['user: 1 ‹a›', 'user: 2 ‹a›', 'model: both ‹a›']]);
  });

  test('each of the runs under a root that tells nothing', () => {
    const one = (nth: number) => [step(`agent ${nth}`, 'main', 'agent', nth * 10, { endTime: nth * 10 + 5, inputs: { question: `${nth}?` }, outputs: { answer: `${nth}!` } }), llm(`call ${nth}`, `agent ${nth}`, nth * 10 + 1, [user(`${nth}?`)], [assistant(`${nth}!`)])];
    expect(writtenOf(step('main', null, 'other', 0), ...one(1), step('log', 'main', 'chain', 19, { inputs: { line: 'so far' } }), ...one(2))).toEqual([
      ['input question: 1? ‹agent 1›', 'model: 1! ‹call 1›'],
      ['input question: 2? ‹agent 2›', 'model: 2! ‹call 2›'],
    ]);
  });

  test('a question in JSON, and an answer in JSON that nobody said', () => {
    expect(writtenOf(step('root', null, 'chain', 0, { inputs: { question: 'Why?', top_k: 3 }, outputs: { answer: 'Because.', sources: [1] } }))).toEqual([
      ['input question+: Why? ‹root›', 'output answer+: Because. ‹root›'],
    ]);
    expect(writtenOf(step('root', null, 'chain', 0, { inputs: 'Why?', outputs: '{"a":1}' }))).toEqual([['input : Why? ‹root›', 'output +: "{\\"a\\":1}" ‹root›']]);
    expect(writtenOf(step('root', null, 'chain', 0, { inputs: { constructor: 'Why?' }, outputs: {} }))).toEqual([['input constructor: Why? ‹root›']]);
  });

  test('where the root was asked nothing, what its first model call was asked', () => {
    expect(writtenOf(step('root', null, 'chain', 0, { inputs: {}, outputs: { draft: 'Dear all' } }), llm('a', 'root', 1, [user('Draft it')], [assistant('Dear all')]))).toEqual([['user: Draft it ‹a›', 'model: Dear all ‹a›']]);
  });
});

describe('what is told more than once', () => {
  test('stands once: by structure where it has no id, and cut into messages in any way', () => {
    const said = [{ type: 'reasoning', summary: [{ type: 'summary_text', text: 'hm' }] }, { role: 'assistant', content: ' Let me look. ' }, { type: 'function_call', call_id: '1', name: 'search', arguments: '{"q":"a"}' }];
    const again = [asks('Let me look.', ['1', 'search', 'a']), { type: 'function_call_output', call_id: '1', output: 'found' }];
    expect(writtenOf(llm('a', null, 1, [user('Hi')], said), llm('b', null, 5, [user([{ type: 'text', text: 'Hi' }]), ...again], [assistant('Done.')]))).toEqual([[
      'user: Hi ‹a›', 'model: (hm)  Let me look.  ‹a›', 'search({"q":"a"}) = "found" without a run ‹a›', 'model: Done. ‹b›',
    ]]);
  });

  test('results in messages of the user, as Anthropic has them', () => {
    const asked = { role: 'assistant', content: [{ type: 'text', text: 'Looking' }, { type: 'tool_use', id: 'x', name: 'search', input: { q: 'a' } }] };
    const answer = { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'x', content: 'found' }, { type: 'text', text: 'Be quick.' }] };
    expect(writtenOf(llm('a', null, 1, [user('Hi')], [asked]), llm('b', null, 5, [user('Hi'), asked, answer], [assistant('Done.')]))).toEqual([
      ['user: Hi ‹a›', 'model: Looking ‹a›', 'search({"q":"a"}) = "found" without a run ‹a›'],
      ['user: Be quick. ‹b›', 'model: Done. ‹b›'],
    ]);
  });

  test('by messages with ids: the same words with another id are said again', () => {
    const root = (n: number) => ({ ...step(`root ${n}`, null, 'chain', n * 100, { endTime: n * 100 + 9, inputs: { messages: [user('go on', `u${n}`)] } }), traceId: `t${n}` });
    const call = (n: number, told: object[]) => ({ ...llm(`call ${n}`, `root ${n}`, n * 100 + 1, told, [assistant('ok')]), traceId: `t${n}` });
    const first = user('go on', 'u1');
    expect(writtenOf(root(1), call(1, [first]), root(2), call(2, [first, assistant('ok'), user('go on', 'u2')]))).toEqual([['user: go on ‹root 1›', 'model: ok ‹call 1›'], ['user: go on ‹root 2›', 'model: ok ‹call 2›']]);
    // A graph that goes on after an interrupt was not asked again.
    expect(writtenOf(root(1), call(1, [first]), { ...call(2, [first]), parentId: null })).toEqual([['user: go on ‹root 1›', 'model: ok ‹call 1›'], ['model: ok ‹call 2›']]);
  });

  test('by a prompt that leaves out the middle, or begins with a summary', () => {
    const long = Array.from({ length: 12 }, (_, nth) => (nth % 2 === 0 ? user(`q${nth}`) : assistant(`a${nth}`)));
    const first = llm('a', null, 1, [...long, user('one more')], [assistant('done')]);
    const short = [long[0]!, long[9]!, long[10]!, long[11]!, user('one more'), assistant('done'), user('and now?')];
    expect(writtenOf(first, llm('b', null, 5, short, [assistant('done')])).slice(7)).toEqual([['user: and now? ‹b›', 'model: done ‹b›']]);
    const summed = [user('Until now: much.'), long[10]!, long[11]!, user('one more'), assistant('done'), user('and now?')];
    expect(writtenOf(first, llm('b', null, 5, summed, [assistant('done')])).slice(7)).toEqual([['user: Until now: much. ‹b›', 'user: and now? ‹b›', 'model: done ‹b›']]);
  });

  test('by the root at its end: only what no run inside said, where it stands there', () => {
    const given = [user('Hi')];
    const records = [
      step('graph', null, 'chain', 0, { inputs: { messages: given }, outputs: { messages: [...given, assistant('One moment.'), asks('', ['1', 'search', 'a']), result('1', 'found'), assistant('Done.'), assistant('Goodbye.')] } }),
      llm('a', 'graph', 1, given, [asks('', ['1', 'search', 'a'])]),
      tool('run', 'graph', 3, 'search', 'a', '1'),
      llm('b', 'graph', 5, [...given, asks('', ['1', 'search', 'a']), result('1', 'found')], [assistant('Done.')]),
    ];
    expect(writtenOf(...records)).toEqual([[
      'user: Hi ‹graph›', 'handed on assistant: One moment. ‹graph›', 'model:  ‹a›', 'search({"q":"a"}) = "found" ‹search›', 'model: Done. ‹b›', 'handed on assistant: Goodbye. ‹graph›',
    ]]);
    // Where model calls have no content of their own, the root knows it all.
    expect(writtenOf(records[0]!, llm('a', 'graph', 1, [], []), records[2]!)).toEqual([[
      'user: Hi ‹graph›', 'handed on assistant: One moment. ‹graph›', 'model:  ‹a›', 'search({"q":"a"}) = "found" ‹search›', 'handed on assistant: Done. ‹graph›', 'handed on assistant: Goodbye. ‹graph›',
    ]]);
  });

  test('by a wrapper around a model call', () => {
    const io = { inputs: { messages: [user('Hi')] }, outputs: { messages: [assistant('Hello')] } };
    expect(writtenOf(step('generateText', null, 'llm', 0, io), step('doGenerate', 'generateText', 'llm', 1, io))).toEqual([['user: Hi ‹generateText›', 'model: Hello ‹doGenerate›']]);
  });
});

test('system prompts are told once, and again where they change', () => {
  const call = (id: string, start: number, prompt: string, told: object[], said: string) => llm(id, null, start, [system(prompt), ...told], [assistant(said)]);
  const one = [user('1')];
  const two = [...one, assistant('a'), user('2')];
  const three = [...two, assistant('b'), user('3')];
  expect(writtenOf(call('a', 1, 'S', one, 'a'), call('b', 5, 'S', two, 'b'), call('c', 9, 'T', three, 'c'), call('d', 13, 'S', [user('other')], 'd'))).toEqual([
    ['system system: S ‹a›', 'user: 1 ‹a›', 'model: a ‹a›'],
    ['user: 2 ‹b›', 'model: b ‹b›'],
    ['system system: T ‹c›', 'user: 3 ‹c›', 'model: c ‹c›'],
    ['user: other ‹d›', 'model: d ‹d›'],
  ]);
});

describe('calls, results and runs', () => {
  const root = step('root', null, 'chain', 0, { inputs: { messages: [user('Hi')] } });

  test('by the same arguments before the same place, where no id tells', () => {
    expect(writtenOf(root, llm('a', 'root', 1, [user('Hi')], [asks('', ['', 'search', 'a'], ['', 'search', 'b'], ['', 'other', 'c'])]), tool('1', 'root', 3, 'search', 'b'), tool('2', 'root', 4, 'search', 'x'))).toEqual([[
      'user: Hi ‹root›', 'model:  ‹a›', 'search({"q":"a"}) ‹search›', 'search({"q":"b"}) ‹search›', 'other({"q":"c"}) without a run ‹a›',
    ]]);
    const [trace] = buildTraces([root, llm('a', 'root', 1, [user('Hi')], [asks('', ['', 'search', 'a'], ['', 'search', 'b'])]), tool('1', 'root', 3, 'search', 'b'), tool('2', 'root', 4, 'search', 'x')]);
    expect(itemsOf(conversationOf(trace!)).flatMap((item) => (item.type === 'tool' ? [item.toolRun?.id] : []))).toEqual(['2', '1']);
  });

  test('what contradicts stays alone', () => {
    expect(writtenOf(root, llm('a', 'root', 1, [user('Hi')], [asks('', ['1', 'search', 'a'])]), tool('x', 'root', 3, 'search', 'a', '2'), llm('b', 'root', 5, [user('Hi'), asks('', ['1', 'search', 'a']), result('3', 'whose?')], []))).toEqual([[
      'user: Hi ‹root›', 'model:  ‹a›', 'search({"q":"a"}) without a run ‹a›', 'search() ‹search›', 'prompt tool: tool-result ‹b›', 'model:  ‹b›',
    ]]);
  });

  test('a second run of one call is an item of its own', () => {
    const failed = { error: 'timeout', outputs: undefined };
    expect(writtenOf(root, llm('a', 'root', 1, [user('Hi')], [asks('', ['1', 'search', 'a'])]), tool('x', 'root', 3, 'search', 'a', '1', failed), tool('y', 'root', 5, 'search', 'a', '1'), llm('b', 'root', 7, [user('Hi'), asks('', ['1', 'search', 'a']), result('1', 'found')], [assistant('Done.')]))).toEqual([[
      'user: Hi ‹root›', 'model:  ‹a›', 'search({"q":"a"}) ‹search›', 'search({"q":"a"}) = "found" ‹search›', 'model: Done. ‹b›',
    ]]);
  });

  test('a call that is known only from a later prompt joins its run', () => {
    expect(writtenOf(root, tool('x', 'root', 3, 'search', 'a', '1'), llm('b', 'root', 5, [user('Hi'), asks('Looking', ['1', 'search', 'a']), result('1', 'found')], [assistant('Done.')]))).toEqual([[
      'user: Hi ‹root›', 'search({"q":"a"}) = "found" ‹search›', 'prompt assistant: Looking ‹b›', 'model: Done. ‹b›',
    ]]);
  });
});

describe('what goes on inside', () => {
  const agentOf = (id: string, parentId: string, start: number, end: number, kind = 'chain'): RunRecord[] => [
    step(id, parentId, kind, start, { endTime: end, inputs: { messages: [user(`task of ${id}`)] }, outputs: { messages: [assistant(`${id} is done`)] } }),
    llm(`${id} plans`, id, start + 1, [user(`task of ${id}`)], [asks('', [`${id} 1`, 'search', id])]),
    tool(`${id} searches`, id, start + 3, 'search', id, `${id} 1`),
    llm(`${id} answers`, id, start + 5, [user(`task of ${id}`), asks('', [`${id} 1`, 'search', id]), result(`${id} 1`, 'found')], [assistant(`${id} is done`)]),
  ];
  const inside = (id: string): string[][] => [[`user: task of ${id} ‹${id}›`, `model:  ‹${id} plans›`, `search({"q":"${id}"}) = "found" ‹search›`, `model: ${id} is done ‹${id} answers›`]];
  const root = step('root', null, 'chain', 0, { inputs: { question: 'Which?' }, outputs: { answer: 'Both.' } });

  test('branches side by side have conversations of their own, one after the other', () => {
    const [trace] = buildTraces([root, ...agentOf('red', 'root', 10, 50), ...agentOf('blue', 'root', 11, 40), llm('sum', 'root', 60, [user('Sum up.')], [assistant('Both.')])]);
    expect(written(trace!)).toEqual([['input question: Which? ‹root›', 'agent success ‹red›', 'agent success ‹blue›', 'prompt user: Sum up. ‹sum›', 'model: Both. ‹sum›']]);
    for (const id of ['red', 'blue']) expect(written(trace!, trace!.get(id)!)).toEqual(inside(id));
  });

  test('one after the other they are steps of one conversation', () => {
    expect(writtenOf(root, ...agentOf('red', 'root', 10, 20), ...agentOf('blue', 'root', 21, 40))[0]?.filter((line) => line.startsWith('agent') || line.startsWith('prompt'))).toEqual(['prompt user: task of red ‹red plans›', 'prompt user: task of blue ‹blue plans›']);
  });

  test('an agent inside of an agent is one item; the only one is the conversation itself', () => {
    const main = step('main', null, 'agent', 0, { inputs: { messages: [user('Which?')] }, outputs: { messages: [assistant('Red.')] } });
    const [trace] = buildTraces([main, ...agentOf('red', 'main', 10, 50, 'agent'), llm('sum', 'main', 60, [user('Which?')], [assistant('Red.')])]);
    expect(written(trace!)).toEqual([['user: Which? ‹main›', 'agent success ‹red›', 'model: Red. ‹sum›']]);
    expect(written(trace!, trace!.get('red')!)).toEqual(inside('red'));
    expect(writtenOf(root, ...agentOf('red', 'root', 10, 50, 'agent'))[0]?.slice(0, 3)).toEqual(['input question: Which? ‹root›', 'prompt user: task of red ‹red plans›', 'model:  ‹red plans›']);
  });

  test('a node that carries out tools side by side is no agent, though its tools are', () => {
    const node = (id: string, start: number) => [step(`tools ${id}`, 'root', 'chain', start, { endTime: start + 90 }), tool(`tool ${id}`, `tools ${id}`, start, 'research', id, `call ${id}`, { endTime: start + 80 }), ...agentOf(id, `tool ${id}`, start, start + 70)];
    expect(writtenOf(root, llm('plan', 'root', 1, [user('Which?')], [asks('', ['call red', 'research', 'red'], ['call blue', 'research', 'blue'])]), ...node('red', 10), ...node('blue', 11))).toEqual([[
      'input question: Which? ‹root›', 'model:  ‹plan›', 'research({"q":"red"}) + ‹research›', 'research({"q":"blue"}) + ‹research›', 'output answer: Both. ‹root›',
    ]]);
  });

  test('retrievals, guardrails, and tools in tools', () => {
    const [trace] = buildTraces([root, step('guard', 'root', 'guardrail', 1), llm('judge', 'guard', 2, [user('Is it safe?')], [assistant('yes')]), step('find', 'root', 'retriever', 5), step('embed', 'find', 'embedding', 6), tool('outer', 'root', 8, 'outer', 'a', null, { endTime: 20 }), tool('inner', 'outer', 9, 'inner', 'b')]);
    expect(written(trace!)).toEqual([['input question: Which? ‹root›', 'check + ‹guard›', 'retrieval ‹find›', 'outer() + ‹outer›', 'output answer: Both. ‹root›']]);
    expect(written(trace!, trace!.get('guard')!)).toEqual([['user: Is it safe? ‹judge›', 'model: yes ‹judge›']]);
    expect(written(trace!, trace!.get('outer')!)).toEqual([['inner() ‹inner›']]);
  });
});

describe('failures', () => {
  test('that pass through are told once, and those with words of their own as well', () => {
    const error = (message: string) => ({ status: 'error', error: { type: 'Error', message } });
    expect(writtenOf(step('root', null, 'chain', 0, { inputs: { q: 'Hi' }, ...error('gave up') }), step('node', 'root', 'chain', 1, error('no luck')), step('parse', 'node', 'parser', 2, error('no luck')))).toEqual([
      ['input q: Hi ‹root›', 'stop error ‹parse›', 'stop error ‹root›'],
    ]);
  });

  test('of the same prompt are numbered only within a turn', () => {
    const failed = { error: 'overloaded', outputs: undefined };
    expect(writtenOf({ ...llm('a', null, 1, [user('Hi')], [], failed), traceId: '1' }, { ...llm('b', null, 9_000, [user('Hi')], [assistant('Hello')]), traceId: '2' })).toEqual([['user: Hi ‹a›', 'model error:  ‹a›'], ['user: Hi ‹b›', 'model: Hello ‹b›']]);
  });
});

describe('figures', () => {
  test('of a turn that is a trace are those of the trace', () => {
    const [trace] = buildTraces([step('root', null, 'chain', 1_000, { endTime: 1_500, inputs: { q: 'Hi' } }), llm('a', 'root', 1_100, [user('Hi')], [assistant('Hello')], { usage: { input: 10, output: 5 }, cost: { total: 0.5 } }), llm('b', 'root', 1_300, [user('And?')], [], { error: 'overloaded' })]);
    expect(conversationOf(trace!).turns[0]?.figures).toEqual({ start: 1_000, end: 1_500, status: 'success', runs: 3, llmCalls: 2, toolCalls: 0, errors: 1, unmeteredCalls: 1, tokens: 15, cost: 0.5, currency: 'USD' });
  });

  test('of several turns in a trace are those of their own runs; what is not known is null', () => {
    const records = [step('session', null, 'other', 0), llm('a', 'session', 100, [user('1')], [assistant('one')], { usage: { input: 10, output: 5 } }), llm('b', 'session', 200, [user('1'), assistant('one'), user('2')], [], { endTime: null, outputs: undefined })];
    expect(conversationOf(buildTraces(records)).turns.map(({ figures }) => figures)).toEqual([
      { start: 100, end: 101, status: 'success', runs: 1, llmCalls: 1, toolCalls: 0, errors: 0, unmeteredCalls: 0, tokens: 15, cost: null, currency: 'USD' },
      { start: 200, end: null, status: 'running', runs: 1, llmCalls: 1, toolCalls: 0, errors: 0, unmeteredCalls: 1, tokens: null, cost: null, currency: 'USD' },
    ]);
  });
});

test('nothing is nothing', () => {
  expect(conversationOf([])).toEqual({ turns: [] });
  expect(conversationOf(emptyTrace('later'))).toEqual({ turns: [] });
  expect(createConversationReader([]).progress).toBe(0);
});

describe('payloads', () => {
  test('of each run are read once, and only of those that can hold what was said', () => {
    const reads = new Map<string, number>();
    const counted = (record: RunRecord): RunRecord => Object.defineProperty({ ...record }, 'inputs', { get: () => (reads.set(record.id, (reads.get(record.id) ?? 0) + 1), record.inputs) });
    const history = [user('Hi')];
    const [trace] = buildTraces([step('root', null, 'chain', 0, { inputs: { messages: history } }), step('node', 'root', 'chain', 1, { inputs: { messages: history } }), llm('a', 'node', 2, history, [assistant('Hello')]), step('parse', 'node', 'parser', 4, { inputs: 'Hello' })].map(counted));
    conversationOf(trace!);
    conversationOf(trace!);
    expect(reads.get('a')).toBe(1);
    expect([reads.has('node'), reads.has('parse')]).toEqual([false, false]);
  });

  test('one of many steps, 100,000 levels and 100,000 siblings are read without a stack, and in time that grows with them', () => {
    const deep = Array.from({ length: 100_000 }, (_, at): RunRecord => ({ id: `${at}`, traceId: 't', name: 'step', kind: at === 99_999 ? 'llm' : 'chain', parentId: at === 0 ? null : `${at - 1}`, startTime: at, endTime: 200_000, error: at % 1_000 === 0 ? `failure ${at}` : null, inputs: { messages: [user('Hi')] } }));
    expect(itemsOf(conversationOf(buildTraces(deep)))).toHaveLength(102);
    const wide = Array.from({ length: 100_000 }, (_, at): RunRecord => ({ id: `${at}`, traceId: 't', name: 'search', kind: 'tool', parentId: at === 0 ? null : '0', startTime: at, endTime: 200_000 }));
    expect(itemsOf(conversationOf(buildTraces([...wide.slice(1), step('0', null, 'chain', 0)])))).toHaveLength(99_999);
  });
});
