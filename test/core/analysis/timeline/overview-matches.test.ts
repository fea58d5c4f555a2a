import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overviewMatches } from '../../../../src/core/analysis/timeline/overview-matches.ts';
import { wholeWindow } from '../../../../src/core/analysis/timeline/time-window.ts';
import { buildTraces } from '../../../../src/core/model/build-traces.ts';

test('has each column once, in order, in which a found run starts', () => {
  const starts = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(starts, fc.integer({ min: 1, max: 80 }), (times, columns) => {
      const [trace] = buildTraces([{ id: 'root', name: 'root', traceId: 't', startTime: 0, endTime: 1000 }, ...times.map((startTime, at) => ({ id: `r${at}`, name: 'step', traceId: 't', startTime, endTime: 1000 }))]);
      const positions = Uint32Array.from(trace!.runs.keys()).filter((at) => at % 2 === 0);
      const expected = new Set(Array.from(positions, (at) => Math.min(columns - 1, Math.floor((trace!.runs[at]!.start / 1000) * columns))));
      expect(overviewMatches(trace!, positions, wholeWindow(trace!), columns)).toEqual([...expected].toSorted((a, b) => a - b));
    }),
  );
});
