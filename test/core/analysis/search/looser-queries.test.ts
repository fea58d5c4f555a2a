import { describe, expect, test } from 'vitest';
import { looserQueries } from '../../../../src/core/analysis/search/looser-queries.ts';
import { parseQuery } from '../../../../src/core/analysis/search/parse-query.ts';
import { searchRuns } from '../../../../src/core/analysis/search/search-runs.ts';
import { outline } from '../plants.ts';

const looserThan = (text: string): string[] => looserQueries(parseQuery(text)).map((one) => `${one.change} ${one.term.text}: ${one.text}`);

describe('looserQueries', () => {
  test.each<[string, string[]]>([
    ['', []],
    ['a', []],
    ['kind:llm', []],
    ['-name:x', []],
    ['name:*', []],
    ['name:""', []],
    ['latency:2', []],
    ['nope:1', []],
    ['name:search', ['contains name:search: name:~search']],
    ['model:"gpt 4"', ['contains model:"gpt 4": model:~"gpt 4"']],
    ['metadata.user_id:abc', ['contains metadata.user_id:abc: metadata.user_id:~abc']],
    ['metadata.retries:3', []],
    ['a b', ['without b: a', 'without a: b']],
    ['nope:1 a', []],
    ['(name:x OR a) -kind:llm', ['contains name:x: (name:~x OR a) -kind:llm', 'without kind:llm: (name:x OR a)', 'without a: (name:x) -kind:llm', 'without name:x: (a) -kind:llm']],
    ['a b c d e f', ['without f: a b c d e', 'without e: a b c d f', 'without d: a b c e f', 'without c: a b d e f']],
  ])('%s', (text, expected) => {
    expect(looserThan(text)).toEqual(expected);
  });

  test('of terms that must all hold, less asked for is never less found', () => {
    const trace = outline('agent\n  search docs\n  search web\n    fetch');
    for (const text of ['name:search', 'name:search name:web', 'search docs fetch', 'kind:other name:fetch search']) {
      const found = searchRuns(trace, parseQuery(text)).matches;
      for (const looser of looserQueries(parseQuery(text))) {
        const more = searchRuns(trace, parseQuery(looser.text)).matches;
        expect(found.every((match, at) => match <= more[at]!), looser.text).toBe(true);
      }
    }
  });
});
