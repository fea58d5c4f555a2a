import { expect } from 'vitest';
import { readLangSmith, type Run, type Trace } from '../../../../src/core/index.ts';

export type Json = Record<string, unknown>;

/** Reads what must be one trace. */
export function oneTrace(input: unknown): Trace {
  const { traces, format } = readLangSmith(input);
  expect(format).toBe('langsmith');
  expect(traces).toHaveLength(1);
  return traces[0]!;
}

/** Reads what must be one run; `rest` is laid over a plain one of the Python tracer. */
export function oneRun(rest: Json): Run {
  const trace = oneTrace([{ id: 'run', trace_id: 'run', name: 'step', run_type: 'llm', start_time: '2026-11-21T23:29:33.000000+00:00', end_time: '2026-11-21T23:29:34.000000+00:00', inputs: {}, extra: {}, ...rest }]);
  expect(trace.runs).toHaveLength(1);
  return trace.runs[0]!;
}

/** Everything that can be seen of the runs, by id. */
export function seen(trace: Trace): Record<string, unknown> {
  return Object.fromEntries(trace.runs.map((run) => [run.id, { ...run, inputs: run.inputs, outputs: run.outputs, metadata: run.metadata, events: run.events, depth: trace.depthOf(run) }]));
}

/** Every run's parent, by id, in reading order. */
export function tree(trace: Trace): [string, string | null][] {
  return trace.runs.map(({ id, parentId }) => [id, parentId]);
}
