import { asText } from '../model/json.ts';
import type { Run } from '../model/run.ts';

/** What runs can be grouped by. Make one to group by something of your own. */
export interface RunDimension {
  /** Its name: tells it from others, and is what a view may look up a title by. */
  readonly id: string;
  /** The group that a run belongs to; null if it says nothing of the kind. Values are data: keep groups in a Map. */
  readonly valueOf: (run: Run) => string | null;
}

/** Dimensions that every trace may have, by their ids. */
export const RUN_DIMENSION_IDS = ['run', 'name', 'kind', 'status', 'model', 'provider', 'node', 'error', 'trace'] as const;
export type RunDimensionId = (typeof RUN_DIMENSION_IDS)[number];

/** Where frameworks say which node of a graph a run is of: LangGraph's metadata, OpenInference's attributes. */
const NODE_KEYS = ['langgraph_node', 'graph.node.id'];

const VALUES: Readonly<Record<RunDimensionId, (run: Run) => string | null>> = {
  run: ({ id }) => id,
  name: ({ name }) => name,
  kind: ({ kind }) => kind,
  status: ({ status }) => status,
  model: ({ model }) => model?.name ?? null,
  provider: ({ model }) => model?.provider ?? null,
  node: ({ metadata }) => firstText(metadata, NODE_KEYS),
  error: ({ status, error }) => (status === 'error' ? (error?.type ?? null) : null),
  trace: ({ traceId }) => traceId,
};

/** The dimension of this id; a dimension of the caller's own is given back as it is. */
export function runDimension(by: RunDimensionId | RunDimension): RunDimension {
  return typeof by === 'object' ? by : { id: by, valueOf: VALUES[by] };
}

/**
 * Groups by what runs have under a key of their metadata: a customer, a prompt's version, a deployment.
 *
 * @example
 * latencyStatistics(traces, metadataDimension('prompt_version'))
 */
export function metadataDimension(key: string): RunDimension {
  return { id: `metadata.${key}`, valueOf: ({ metadata }) => firstText(metadata, [key]) };
}

function firstText(metadata: Run['metadata'], keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = Object.hasOwn(metadata, key) ? metadata[key] : undefined;
    const text = typeof value === 'boolean' ? String(value) : asText(value);
    if (text !== undefined) return text;
  }
  return null;
}
