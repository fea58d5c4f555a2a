import { describe, expect, test } from 'vitest';
import { promptPrefix } from '../../../src/core/analysis/prompt-prefix.ts';
import { buildTraces } from '../../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../../src/core/model/record.ts';

const user = (content: unknown) => ({ role: 'user', content });
const assistant = (content: unknown) => ({ role: 'assistant', content });
const call = (id: string, args: unknown) => ({ role: 'assistant', content: '', tool_calls: [{ id, name: 'search', args }] });
const result = (id: string, content: string) => ({ role: 'tool', tool_call_id: id, content });

/** A model call of a loop: what it was told, and what it said. */
const llm = (id: string, start: number, told: readonly unknown[], said: readonly unknown[] = [], parentId = 'agent'): RunRecord =>
  ({ id, parentId, name: id, kind: 'llm', startTime: start, endTime: start + 1, inputs: { messages: told }, outputs: { messages: said } });
const step = (id: string, start: number, parentId = 'agent', kind = 'chain'): RunRecord => ({ id, parentId, name: id, kind, startTime: start, endTime: start + 50 });

function prefixOf(id: string, ...records: RunRecord[]): { previous: string; count: number } | null {
  const [trace] = buildTraces([{ id: 'agent', name: 'agent', kind: 'agent', startTime: 0, endTime: 1_000 }, ...records]);
  const prefix = promptPrefix(trace!, trace!.get(id)!);
  return prefix && { previous: prefix.previous.id, count: prefix.count };
}

describe('the prompt repeats', () => {
  test('what the call before was told', () => {
    expect(prefixOf('b', llm('a', 1, [user('1'), assistant('2')]), llm('b', 5, [user('1'), assistant('2'), user('3')]))).toEqual({ previous: 'a', count: 2 });
  });

  test('what the call before said, too', () => {
    expect(prefixOf('b', llm('a', 1, [user('1')], [call('c', { q: 1 })]), llm('b', 5, [user('1'), call('c', { q: 1 }), result('c', 'found')]))).toEqual({ previous: 'a', count: 2 });
  });

  test('only up to the first difference', () => {
    expect(prefixOf('b', llm('a', 1, [user('1'), user('2'), user('3')]), llm('b', 5, [user('1'), user('two'), user('3')]))).toEqual({ previous: 'a', count: 1 });
    expect(prefixOf('b', llm('a', 1, [user('1')], [call('c', { q: [1] })]), llm('b', 5, [user('1'), call('c', { q: [2] })]))).toEqual({ previous: 'a', count: 1 });
  });

  test('the nearest call, in a node and a sequence of its own', () => {
    const nodes = [1, 2, 3].flatMap((nth) => [step(`node${nth}`, nth * 100), llm(`call${nth}`, nth * 100 + 1, Array.from({ length: nth }, (_, at) => user(String(at))), [], `node${nth}`)]);
    expect(prefixOf('call3', ...nodes)).toEqual({ previous: 'call2', count: 2 });
  });
});

describe('nothing is folded', () => {
  test('of the first call, of another kind of run, of a prompt that begins in another way', () => {
    expect(prefixOf('a', llm('a', 1, [user('1')]))).toBeNull();
    expect(prefixOf('b', llm('a', 1, [user('1')]), { ...llm('b', 5, [user('1')]), kind: 'chain' })).toBeNull();
    expect(prefixOf('b', llm('a', 1, [user('1')]), llm('b', 5, [user('2')]))).toBeNull();
    expect(prefixOf('agent')).toBeNull();
  });

  test('by the call of an agent inside the loop', () => {
    const inner = [step('tool', 10, 'agent', 'tool'), step('sub', 11, 'tool', 'agent'), llm('inner', 12, [user('1')], [], 'sub')];
    expect(prefixOf('b', llm('a', 1, [user('1')]), ...inner, llm('b', 90, [user('1'), user('2')]))).toEqual({ previous: 'a', count: 1 });
  });

  test('by the call of another agent far away', () => {
    const agents = ['x', 'y'].flatMap((name, nth) => [
      step(`tool-${name}`, 100 * nth + 1, 'agent', 'tool'), step(`sub-${name}`, 100 * nth + 2, `tool-${name}`), step(`node-${name}`, 100 * nth + 3, `sub-${name}`),
      llm(name, 100 * nth + 4, [user('1')], [], `node-${name}`),
    ]);
    expect(prefixOf('y', ...agents)).toBeNull();
  });
});

test('values of any depth are compared, up to a bound', () => {
  let deep: unknown = 1;
  for (let level = 0; level < 90_000; level++) deep = [deep];
  const deeper = [[[deep]]];
  const odd = (value: unknown) => user([{ type: 'unheard_of', value }]);
  expect(prefixOf('b', llm('a', 1, [odd(deep)]), llm('b', 5, [odd(deep)]))).toMatchObject({ count: 1 });
  expect(prefixOf('b', llm('a', 1, [odd(deep)]), llm('b', 5, [odd(deeper)]))).toBeNull();
  const wide = () => odd(Array.from({ length: 200_000 }, (_, nth) => nth));
  expect(prefixOf('b', llm('a', 1, [wide()]), llm('b', 5, [wide()]))).toBeNull();
});
