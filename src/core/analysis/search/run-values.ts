import type { Run } from '../../model/run.ts';
import type { Trace } from '../../model/trace.ts';
import { errorTexts } from './run-text-maker.ts';

/** What a run's field says: one text, several, or null if nothing is recorded. */
export type TextOf = (run: Run) => string | readonly string[] | null;

/** A run's figure in the field's unit; null or NaN if nothing is recorded. */
export type FigureOf = (run: Run, at: number, trace: Trace) => number | null | undefined;

/** The fields that say something, by their names in a query. */
export const TEXTS: Readonly<Record<string, TextOf>> = {
  name: (run) => run.name,
  kind: (run) => run.kind,
  status: (run) => run.status,
  model: (run) => run.model?.name ?? null,
  provider: (run) => run.model?.provider ?? null,
  tag: (run) => run.tags,
  error: errorTexts,
  event: (run) => run.events.map(({ name }) => name),
  hidden: (run) => (run.hidden ? 'true' : 'false'),
  source_kind: (run) => run.sourceKind,
  id: (run) => run.id,
  parent_id: (run) => run.parentId,
  trace_id: (run) => run.traceId,
};

/** The fields that are figures, by their names in a query. All are the run's own. */
export const FIGURES: Readonly<Record<string, FigureOf>> = {
  latency: ({ start, end }) => (end === null ? null : exact(end - start)),
  first_token: ({ start, firstToken }) => (firstToken === null ? null : exact(firstToken - start)),
  start: ({ start }) => start,
  tokens: ({ usage }) => usage?.total,
  input_tokens: ({ usage }) => usage?.input,
  output_tokens: ({ usage }) => usage?.output,
  cost: ({ cost }) => cost?.total,
  input_cost: ({ cost }) => cost?.input,
  output_cost: ({ cost }) => cost?.output,
  depth: (_, at, trace) => trace.columns.depth[at],
};

/** A difference of times is exact to the nanosecond, but its last binary digits are not. */
function exact(ms: number): number {
  return Math.round(ms * 1e6) / 1e6;
}
