import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../../src/core/analysis/search/parse-query.ts';
import { settledErrors } from '../../../../src/core/analysis/search/settled-errors.ts';

/** The codes of what is told while the person writes at `|`. */
function toldAt(text: string): string[] {
  const caret = text.indexOf('|');
  return settledErrors(parseQuery(text.replace('|', '')), caret).map(({ code }) => code);
}

describe('settledErrors', () => {
  test.each<[string, string[]]>([
    ['|', []],
    ['kind:llm|', []],
    // The term at the caret is half typed.
    ['nmae:x|', []],
    ['nm|ae:x', []],
    ['|nmae:x', []],
    ['nmae:x |', ['unknown-field']],
    ['nmae:x a|', ['unknown-field']],
    ['nmae:x |kind:llm', ['unknown-field']],
    ['-nmae:x|', []],
    ['|-nmae:x', []],
    ['kind:|', []],
    ['kind: |', ['missing-value']],
    ['latency:[1 TO |', []],
    ['latency:>soon| status:x', ['unknown-value']],
    ['a "b c|', []],
    ['|a "b c', ['unclosed-quote']],
    // A parenthesis is closed later.
    ['(a b|', []],
    ['(|a b', []],
    ['|(a b', ['unclosed-parenthesis']],
    ['(nmae:x y|', ['unknown-field']],
    ['a) b|', ['unexpected-parenthesis']],
    // What is joined comes next.
    ['a OR|', []],
    ['a OR |', []],
    ['a AND  |', []],
    ['a NOT |', []],
    ['|a OR', ['missing-term']],
    ['| OR a', []],
    ['OR a|', ['missing-term']],
    ['(a OR |) b', []],
    ['(a OR ) b|', ['missing-term']],
  ])('%s', (text, expected) => {
    expect(toldAt(text)).toEqual(expected);
  });

  test('nothing is told that is no error', () => {
    const query = parseQuery('(nmae:x OR kind:lmm "a');
    for (let caret = 0; caret <= query.text.length; caret++) expect(query.errors).toEqual(expect.arrayContaining([...settledErrors(query, caret)]));
  });
});
