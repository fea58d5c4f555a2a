import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { highlight } from '../../../../src/core/analysis/search/highlight.ts';
import { matchesIn } from '../../../../src/core/analysis/search/matches-in.ts';
import { parseQuery } from '../../../../src/core/analysis/search/parse-query.ts';
import { searchRuns } from '../../../../src/core/analysis/search/search-runs.ts';
import type { Run } from '../../../../src/core/model/run.ts';
import { runWith } from '../../model/content/run-with.ts';
import { tracesOfGiven } from './asked.ts';

const marked = (text: string, query: string, field: string | null = null): string =>
  highlight(text, parseQuery(query), field).toReversed().reduce((whole, { from, to }) => `${whole.slice(0, from)}[${whole.slice(from, to)}]${whole.slice(to)}`, text);

describe('highlight', () => {
  test.each([
    ['Banana bandana', 'ana', null, 'B[ana]na band[ana]'],
    ['Banana', 'ban nana', null, '[Banana]'],
    ['abc', 'a c', null, '[a]b[c]'],
    ['İSTANBUL ΣΟΦΌΣ', 'stan σοφός', null, 'İ[STAN]BUL [ΣΟΦΌΣ]'],
    ['a b', '"A B"', null, '[a b]'],
    ['abc', '-b', null, 'abc'],
    ['abc', '-(b OR -c)', null, 'ab[c]'],
    ['abc', 'b OR zzz', null, 'a[b]c'],
    ['abc', 'name:~b', null, 'abc'],
    ['abc', 'name:~b', 'name', 'a[b]c'],
    ['abc', 'name:a*', 'name', '[abc]'],
    ['abc', 'name:abc', 'name', '[abc]'],
    ['abc', 'name:ab', 'name', 'abc'],
    ['abc', 'name:*', 'name', 'abc'],
    ['abc', 'inputs:b inputs.x:~c', 'inputs', 'a[b]c'],
    ['llm', 'run_type:llm', 'kind', '[llm]'],
    ['', 'a name:""', 'name', ''],
    ['abc', '', null, 'abc'],
    ['abc', 'b', 'nope', 'a[b]c'],
  ])('%s, %s, %s', (text, query, field, expected) => {
    expect(marked(text, query, field)).toBe(expected);
  });

  test('gives no more than asked for', () => {
    const text = 'a '.repeat(100_000);
    expect(highlight(text, parseQuery('a'))).toHaveLength(1_000);
    expect(highlight(text, parseQuery('a'), null, 3)).toEqual([{ from: 0, to: 1 }, { from: 2, to: 3 }, { from: 4, to: 5 }]);
    expect(highlight(text, parseQuery('a OR '.repeat(100_000)))).toHaveLength(1_000);
  });
});

describe('matchesIn', () => {
  const run = runWith({
    name: 'Paris agent', tags: ['x', 'paris'], model: { name: 'paris-1', provider: 'Paris' }, error: { type: 'ParisError', message: 'no paris' },
    inputs: { q: ['of Paris, paris', { city: 'PARIS' }] }, outputs: 'paris', metadata: { 'a.b': { c: 'paris' } }, events: [{ name: 'paris', attributes: { at: 'paris' } }],
  });
  const places = (query: string, some: Run = run): string[] => matchesIn(some, parseQuery(query)).map(({ field, path, from, to }) => `${[field, ...path].join('/')} ${from}-${to}`);

  test.each<[string, string[]]>([
    ['paris', [
      'name 0-5', 'model 0-5', 'tags/1 0-5', 'error/type 0-5', 'error/message 3-8', 'inputs/q/0 3-8', 'inputs/q/0 10-15', 'inputs/q/1/city 0-5', 'outputs 0-5', 'metadata/a.b/c 0-5',
    ]],
    ['input:paris', ['inputs/q/0 3-8', 'inputs/q/0 10-15', 'inputs/q/1/city 0-5']],
    ['input.q.city:paris', ['inputs/q/1/city 0-5']],
    ['input.q[1]:paris', ['inputs/q/1/city 0-5']],
    ['input.q[0]:~of', ['inputs/q/0 0-2']],
    ['metadata.a.b.c:par*', ['metadata/a.b/c 0-5']],
    ['metadata."a.b":paris', ['metadata/a.b/c 0-5']],
    ['metadata.a.c:paris metadata.a.b.c.d:~p metadata.b:~p', []],
    ['tag:paris kind:llm', ['kind 0-3', 'tags/1 0-5']],
    ['event:paris', ['events/0/name 0-5']],
    ['event.at:paris', ['events/0/attributes/at 0-5']],
    ['error:no provider:paris id:run', ['provider 0-5', 'error/message 0-2', 'id 0-3']],
    ['-paris', []],
    ['latency:>0 input:* nope:1', []],
    ['', []],
  ])('%s', (query, expected) => {
    expect(places(query)).toEqual(expected);
  });

  test('a run has marks if it passes', () => {
    const word = fc.constantFrom('paris', 'par', 'IS', 'rom', 'é', '7', 'tru', 'x*y', '"a b"', 'input:par', 'output:7', 'metadata.user:~r', 'input.city:paris', 'input.user.id:~7', 'name:p*', 'tag:rome', 'error:par');
    fc.assert(
      fc.property(tracesOfGiven, word, ({ trace }, text) => {
        const query = parseQuery(text);
        const { matches } = searchRuns(trace, query);
        for (const [at, one] of trace.runs.entries()) expect(matchesIn(one, query).length > 0).toBe(matches[at] === 1);
      }),
      { numRuns: 500 },
    );
  });

  test('gives and looks at no more than asked for', () => {
    const big = runWith({ inputs: Array.from({ length: 50_000 }, () => 'needle') });
    expect(matchesIn(big, parseQuery('needle'))).toHaveLength(1_000);
    expect(matchesIn(big, parseQuery('needle'), { limit: 7 })).toHaveLength(7);
    expect(matchesIn(big, parseQuery('needle'), { characters: 28 + 4 }).length).toBeLessThanOrEqual(5);
    const long = runWith({ inputs: `${'hay '.repeat(3_000_000)}needle` });
    expect(matchesIn(long, parseQuery('needle'))).toEqual([]);
    expect(matchesIn(long, parseQuery('needle'), { characters: 1e8 })).toHaveLength(1);
  });

  test('payloads that hold themselves, or are 100,000 deep', () => {
    const ring: unknown[] = ['needle'];
    ring.push(ring);
    expect(places('needle', runWith({ inputs: ring }))).toEqual(['inputs/0 0-6']);
    let deep: unknown = 'needle';
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect(matchesIn(runWith({ inputs: deep }), parseQuery('needle'))[0]!.path).toHaveLength(100_000);
  });
});
