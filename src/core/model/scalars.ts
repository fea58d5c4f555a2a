import type { FieldReader } from './field-reader.ts';
import { excerpt } from './issue.ts';
import { asText } from './json.ts';
import type { RunScalars } from './recorded-run.ts';
import type { RunRecord } from './record.ts';
import { RUN_KINDS, RUN_STATUSES, type Model, type RunError, type RunKind, type RunStatus } from './run.ts';
import { toCost, toUsage } from './usage.ts';

const KINDS: ReadonlySet<string> = new Set(RUN_KINDS);
const STATUSES: ReadonlySet<string> = new Set(RUN_STATUSES);
const NO_PARAMETERS = Object.freeze({});
const NO_MESSAGE = 'Failed without a message.';

/**
 * Reads a record's scalars. Whatever has a wrong type is replaced by what can be said without inventing anything, and told.
 *
 * @param fields is at the record's run
 */
export function readScalars(record: RunRecord, fields: FieldReader, traceId: string, hasEnd: boolean): RunScalars {
  const error = readError(record.error, fields);
  const word = fields.text('kind', record.kind);
  const sourceKind = fields.text('sourceKind', record.sourceKind) ?? word ?? null;
  return {
    id: fields.runId,
    traceId,
    name: readName(record.name, sourceKind ?? 'unnamed', fields),
    kind: readKind(word, fields),
    sourceKind,
    status: readStatus(record.status, error, hasEnd, fields),
    model: readModel(record.model, fields),
    usage: toUsage(record.usage, fields),
    cost: toCost(record.cost, fields),
    error,
    tags: fields.texts('tags', record.tags),
    hidden: fields.flag('hidden', record.hidden),
  };
}

function readName(value: unknown, otherwise: string, fields: FieldReader): string {
  const name = asText(value);
  if (name !== undefined) return name;
  fields.tell('missing-name', 'The run has no name.', `Shown as “${excerpt(otherwise)}”.`);
  return otherwise;
}

function readKind(word: string | undefined, fields: FieldReader): RunKind {
  if (word === undefined) return 'other';
  if (KINDS.has(word)) return word as RunKind;
  fields.tell('unknown-kind', `The kind “${excerpt(word)}” is not known.`, 'Shown as “other”.');
  return 'other';
}

function readStatus(value: unknown, error: RunError | null, hasEnd: boolean, fields: FieldReader): RunStatus {
  if (typeof value === 'string' && STATUSES.has(value)) return value as RunStatus;
  const derived = error !== null ? 'error' : hasEnd ? 'success' : 'running';
  if (value !== null && value !== undefined) {
    fields.tell('unknown-status', `The status “${excerpt(value)}” is not known.`, `Taken as “${derived}”, from its error and end.`);
  }
  return derived;
}

/** Whatever stands where an error belongs is one: to take it for none would hide a failure. */
function readError(value: unknown, fields: FieldReader): RunError | null {
  if (value === null || value === undefined || value === false || value === '') return null;
  if (typeof value === 'string') return { type: null, message: value, stack: null };
  const given = fields.object('error', value);
  if (given === undefined) return { type: null, message: asText(value) ?? NO_MESSAGE, stack: null };
  const type = fields.text('error.type', given['type']) ?? null;
  const message = fields.text('error.message', given['message']) ?? type ?? NO_MESSAGE;
  return { type, message, stack: fields.text('error.stack', given['stack']) ?? null };
}

function readModel(value: unknown, fields: FieldReader): Model | null {
  if (typeof value === 'string') return value === '' ? null : { name: value, provider: null, parameters: NO_PARAMETERS };
  const given = fields.object('model', value);
  if (given === undefined) return null;
  const name = fields.text('model.name', given['name']) ?? null;
  const provider = fields.text('model.provider', given['provider']) ?? null;
  const parameters = fields.object('model.parameters', given['parameters']) ?? NO_PARAMETERS;
  return name === null && provider === null && parameters === NO_PARAMETERS ? null : { name, provider, parameters };
}
