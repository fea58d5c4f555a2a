import { expect, test } from 'vitest';
import { criticalPath } from '../../../../src/core/analysis/time/critical-path.ts';
import { criticalPathPieces } from '../../../../src/core/analysis/timeline/critical-path-pieces.ts';
import { wholeWindow } from '../../../../src/core/analysis/timeline/time-window.ts';
import { buildTraces } from '../../../../src/core/model/build-traces.ts';

/** The path by lane: the root's own time, the model call, again the root, the tool with what it called. */
const [trace] = buildTraces([
  { id: 'root', name: 'agent', traceId: 't', startTime: 0, endTime: 100 },
  { id: 'ask', name: 'ask', traceId: 't', parentId: 'root', startTime: 10, endTime: 50 },
  { id: 'side', name: 'side', traceId: 't', parentId: 'root', startTime: 12, endTime: 20 },
  { id: 'tool', name: 'tool', traceId: 't', parentId: 'root', startTime: 60, endTime: 100 },
  { id: 'call', name: 'call', traceId: 't', parentId: 'tool', startTime: 60, endTime: 100 },
]);
const draw = (columns: number, lanes: number) => criticalPathPieces(trace!, criticalPath(trace!).segments, wholeWindow(trace!), columns, lanes).map(({ lane, from, to }) => [lane, from, to]);

test('each column has the lane of the run that the path is in', () => {
  expect(draw(10, 3)).toEqual([[0, 0, 1], [1, 1, 5], [0, 5, 6], [2, 6, 10]]);
});

test('the deepest levels share the last lane', () => {
  expect(draw(10, 2)).toEqual([[0, 0, 1], [1, 1, 5], [0, 5, 6], [1, 6, 10]]);
  expect(draw(10, 1)).toEqual([[0, 0, 10]]);
});

test('one column shows what is in its middle', () => {
  expect(draw(1, 3)).toEqual([[0, 0, 1]]);
  expect(draw(2, 3)).toEqual([[1, 0, 1], [2, 1, 2]]);
});
