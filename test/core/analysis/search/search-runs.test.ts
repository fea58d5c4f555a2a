import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../../src/core/analysis/search/parse-query.ts';
import { queryToText } from '../../../../src/core/analysis/search/query-to-text.ts';
import { searchRuns } from '../../../../src/core/analysis/search/search-runs.ts';
import { asked, naively, tracesOfGiven, written } from './asked.ts';

describe('any query, any trace', () => {
  test('finds what a naive reading finds', () => {
    fc.assert(
      fc.property(tracesOfGiven, asked, fc.infiniteStream(fc.boolean()), ({ trace, given }, query, spares) => {
        const text = written(query, () => spares.next().value);
        const parsed = parseQuery(text);
        expect(parsed.errors).toEqual([]);
        const expected = given.filter((run) => naively(query, run)).map(({ id }) => id);
        const { matches, positions, count, ancestors } = searchRuns(trace, parsed);
        const found = trace.runs.filter((_, at) => matches[at] === 1).map(({ id }) => id);
        expect(found.toSorted()).toEqual(expected.toSorted());
        expect(Array.from(positions, (at) => trace.runs[at]!.id)).toEqual(found);
        expect(count).toBe(found.length);
        const above = trace.runs.filter((run) => trace.subtreeOf(run).some(({ id }) => id !== run.id && found.includes(id)));
        expect(trace.runs.filter((_, at) => ancestors[at] === 1)).toEqual(above);

        const again = searchRuns(trace, parseQuery(queryToText(parsed)));
        expect(again.matches).toEqual(matches);
      }),
      { numRuns: 1_500 },
    );
  });
});
