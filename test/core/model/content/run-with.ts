import { buildTraces } from '../../../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../../../src/core/model/record.ts';
import type { Run } from '../../../../src/core/model/run.ts';

/** A run of a trace of its own; a model call unless something else is said. */
export function runWith(record: Partial<RunRecord>): Run {
  const whole: RunRecord = { id: 'run', name: 'step', kind: 'llm', startTime: 1_000, endTime: 2_000 };
  // Getters stay getters.
  const [trace] = buildTraces([Object.defineProperties(whole, Object.getOwnPropertyDescriptors(record))]);
  return trace!.runs[0]!;
}
