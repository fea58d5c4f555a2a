import type { Run } from '../../model/run.ts';

/** A part of a run that terms can point at. */
export interface RunPlace {
  /** The run's property. */
  readonly property: RunMatchField;
  /** The field of queries that is about it. */
  readonly field: string;
  /** What a term's path begins with to mean this. */
  readonly prefix: (path: readonly string[]) => readonly string[];
  /** Whether words and phrases are looked for in it. */
  readonly isText: boolean;
  readonly valueOf: (run: Run) => unknown;
}

/** The property of a run that a match lies in. */
export type RunMatchField =
  | 'name' | 'model' | 'tags' | 'error' | 'metadata' | 'inputs' | 'outputs'
  | 'kind' | 'status' | 'provider' | 'sourceKind' | 'id' | 'parentId' | 'traceId' | 'events';

/** All of them, in the order in which a person reads a run. */
export const RUN_PLACES: readonly RunPlace[] = [
  place('name', 'name', ({ name }) => name, true),
  place('kind', 'kind', ({ kind }) => kind),
  place('status', 'status', ({ status }) => status),
  place('model', 'model', ({ model }) => model?.name, true),
  place('provider', 'provider', ({ model }) => model?.provider),
  place('tags', 'tag', ({ tags }) => tags, true),
  place('error', 'error', ({ error }) => error, true),
  place('inputs', 'input', ({ inputs }) => inputs, true),
  place('outputs', 'output', ({ outputs }) => outputs, true),
  place('metadata', 'metadata', ({ metadata }) => metadata, true),
  { ...place('events', 'event', ({ events }) => events), prefix: (path) => (path.length === 0 ? ['name'] : ['attributes', ...path]) },
  place('sourceKind', 'source_kind', ({ sourceKind }) => sourceKind),
  place('id', 'id', ({ id }) => id),
  place('parentId', 'parent_id', ({ parentId }) => parentId),
  place('traceId', 'trace_id', ({ traceId }) => traceId),
];

function place(property: RunMatchField, field: string, valueOf: (run: Run) => unknown, isText = false): RunPlace {
  return { property, field, valueOf, isText, prefix: (path) => path };
}
