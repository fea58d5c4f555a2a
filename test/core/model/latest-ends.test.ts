import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildTraces } from '../../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../../src/core/model/record.ts';

test('the latest end of a run is the latest moment of anything in its slice', () => {
  const run = fc.record({ above: fc.nat(), startTime: fc.nat(50), length: fc.option(fc.nat(50)) });
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 40 }), (runs) => {
      const records = runs.map(({ above, startTime, length }, at): RunRecord => ({
        id: `r${at}`, name: 'step', traceId: 't', parentId: at === 0 ? null : `r${above % at}`, startTime, endTime: length === null ? null : startTime + length,
      }));
      const [trace] = buildTraces(records);
      for (const [at, own] of trace!.runs.entries()) {
        const moments = trace!.subtreeOf(own).map(({ start, end }) => end ?? start);
        expect(trace!.columns.latestEnd[at]).toBe(moments.toSorted((a, b) => b - a)[0]);
      }
    }),
  );
});
