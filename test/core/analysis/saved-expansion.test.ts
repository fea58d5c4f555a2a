import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expandedFlags, expandedIds, type Expansion } from '../../../src/core/analysis/expansion.ts';
import { readSavedExpansion, restoreExpansion, saveExpansion } from '../../../src/core/analysis/saved-expansion.ts';
import { outline, planted } from './plants.ts';

const trace = outline(`
  a
    b
      c
    d
      e
  f
    g
`);

describe('saveExpansion', () => {
  test.each<[Expansion, unknown]>([
    ['all', 'all'],
    ['none', 'none'],
    [2, 2],
    [new Set(['a']), { open: ['a'] }],
    [new Set(['a', 'b']), { open: ['a', 'b'] }],
    [new Set(['a', 'b', 'f']), { closed: ['d'] }],
    [new Set(['a', 'b', 'd', 'f']), 'all'],
    [new Set(), 'none'],
    [new Set(['c', 'nobody']), 'none'],
  ])('%o becomes %o', (expansion, saved) => {
    expect(saveExpansion(trace, expansion)).toEqual(saved);
  });

  test('survives JSON, and means the same', () => {
    fc.assert(
      fc.property(planted(40), fc.infiniteStream(fc.boolean()), ({ trace: grown }, coin) => {
        const expansion = new Set(grown.runs.filter(() => coin.next().value).map(({ id }) => id));
        const saved = readSavedExpansion(JSON.parse(JSON.stringify(saveExpansion(grown, expansion))));
        const flags = expandedFlags(grown, restoreExpansion(grown, saved!));
        const expected = grown.runs.filter((run) => expansion.has(run.id) && grown.childrenOf(run).length > 0).map(({ id }) => id);
        expect([...expandedIds(grown, flags)].toSorted()).toEqual(expected.toSorted());
      }),
    );
  });

  test('runs that come later are open where only the closed ones are named', () => {
    const later = outline(`
      a
        b
          c
        d
          e
      f
        g
      h
        i
    `);
    expect([...(restoreExpansion(later, { closed: ['d'] }) as ReadonlySet<string>)]).toEqual(['a', 'b', 'f', 'h']);
    expect([...(restoreExpansion(later, { open: ['a'] }) as ReadonlySet<string>)]).toEqual(['a']);
  });
});

test('what is no expansion is not read', () => {
  for (const value of [undefined, null, '', 'some', -1, 1.5, NaN, [], {}, { open: 'a' }, { open: [1] }, { closed: null }]) expect(readSavedExpansion(value)).toBeUndefined();
});
