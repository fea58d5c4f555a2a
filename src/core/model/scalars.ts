import { createIssue, excerpt, type Issue } from './issue.ts';
import { asText, asTexts, isObject } from './json.ts';
import type { RunScalars } from './recorded-run.ts';
import type { RunRecord } from './record.ts';
import { RUN_KINDS, RUN_STATUSES, type Model, type RunError, type RunKind, type RunStatus } from './run.ts';
import { toCost, toUsage } from './usage.ts';

const KINDS: ReadonlySet<string> = new Set(RUN_KINDS);
const STATUSES: ReadonlySet<string> = new Set(RUN_STATUSES);
const NO_PARAMETERS = Object.freeze({});
const NO_MESSAGE = 'Failed without a message.';

/**
 * Reads a record's scalars. Whatever has a wrong type is replaced by what can be said without inventing anything, and
 * told in `issues`.
 */
export function readScalars(record: RunRecord, id: string, traceId: string, hasEnd: boolean, issues: Issue[]): RunScalars {
  const place = { traceId, runId: id };
  const error = readError(record.error);

  const word = asText(record.kind);
  const kind = word !== undefined && KINDS.has(word) ? (word as RunKind) : 'other';
  if (kind === 'other' && word !== undefined && word !== 'other') {
    issues.push(createIssue('unknown-kind', `The kind “${excerpt(word)}” is not known.`, 'Shown as “other”.', place));
  }

  let name = asText(record.name);
  if (name === undefined) {
    name = asText(record.sourceKind) ?? word ?? 'unnamed';
    issues.push(createIssue('missing-name', 'The run has no name.', `Shown as “${excerpt(name)}”.`, place));
  }

  return {
    id,
    traceId,
    name,
    kind,
    sourceKind: asText(record.sourceKind) ?? word ?? null,
    status: readStatus(record.status, error, hasEnd, place, issues),
    model: readModel(record.model),
    usage: record.usage == null ? null : toUsage(record.usage),
    cost: record.cost == null ? null : toCost(record.cost),
    error,
    tags: asTexts(record.tags),
    hidden: record.hidden === true,
  };
}

function readStatus(
  value: unknown,
  error: RunError | null,
  hasEnd: boolean,
  place: { traceId: string; runId: string },
  issues: Issue[],
): RunStatus {
  if (typeof value === 'string' && STATUSES.has(value)) return value as RunStatus;
  const derived = error !== null ? 'error' : hasEnd ? 'success' : 'running';
  if (value !== null && value !== undefined) {
    issues.push(createIssue('unknown-status', `The status “${excerpt(value)}” is not known.`, `Taken as “${derived}”, from its error and end.`, place));
  }
  return derived;
}

function readError(value: unknown): RunError | null {
  if (typeof value === 'string') return value === '' ? null : { type: null, message: value, stack: null };
  if (value === null || value === undefined || value === false) return null;
  if (!isObject(value)) return { type: null, message: asText(value) ?? NO_MESSAGE, stack: null };
  const type = asText(value['type']) ?? null;
  const stack = asText(value['stack']) ?? null;
  return { type, message: asText(value['message']) ?? type ?? NO_MESSAGE, stack };
}

function readModel(value: unknown): Model | null {
  if (typeof value === 'string') return value === '' ? null : { name: value, provider: null, parameters: NO_PARAMETERS };
  if (!isObject(value)) return null;
  const name = asText(value['name']) ?? null;
  const provider = asText(value['provider']) ?? null;
  const parameters = isObject(value['parameters']) ? value['parameters'] : NO_PARAMETERS;
  return name === null && provider === null && parameters === NO_PARAMETERS ? null : { name, provider, parameters };
}
