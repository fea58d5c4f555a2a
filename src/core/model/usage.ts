import type { FieldReader } from './field-reader.ts';

/** Parts of a token count by name, such as `cacheRead`, `cacheWrite`, `reasoning`, `audio`. Each is a subset of the count that it details. */
export type UsageDetails = Readonly<Record<string, number>>;

/**
 * Tokens of a model call. A figure that the tracer did not record is null, never 0.
 * Cached tokens are inside `input`, reasoning tokens inside `output`: details are subsets and are never added.
 */
export interface Usage {
  readonly input: number | null;
  readonly output: number | null;
  /** As recorded, else input + output where both are known. */
  readonly total: number | null;
  readonly inputDetails: UsageDetails;
  readonly outputDetails: UsageDetails;
}

/** Money of a run. A figure that is not known is null, never 0. */
export interface Cost {
  readonly input: number | null;
  readonly output: number | null;
  /** As recorded, else input + output where both are known. */
  readonly total: number | null;
  /** ISO 4217 code; tracers write US dollars unless they say otherwise. */
  readonly currency: string;
  /** What was paid for which tokens, by name, if the cost was computed from them; absent on a cost that was recorded. */
  readonly computed?: Readonly<Record<string, number>>;
}

/** What `buildTraces` takes for usage: any part may be missing. */
export interface UsageInput {
  readonly input?: number | null | undefined;
  readonly output?: number | null | undefined;
  readonly total?: number | null | undefined;
  readonly inputDetails?: Readonly<Record<string, number | null | undefined>> | undefined;
  readonly outputDetails?: Readonly<Record<string, number | null | undefined>> | undefined;
}

/** What `buildTraces` takes for cost: any part may be missing; the currency is USD by default. */
export interface CostInput {
  readonly input?: number | null | undefined;
  readonly output?: number | null | undefined;
  readonly total?: number | null | undefined;
  readonly currency?: string | undefined;
}

/** The usage with every figure checked; null if no figure is known. */
export function toUsage(value: unknown, fields: FieldReader): Usage | null {
  const given = fields.object('usage', value);
  if (given === undefined) return null;
  const input = fields.figure('usage.input', given['input']);
  const output = fields.figure('usage.output', given['output']);
  const total = fields.figure('usage.total', given['total']) ?? sum(input, output);
  const inputDetails = toDetails('usage.inputDetails', given['inputDetails'], fields);
  const outputDetails = toDetails('usage.outputDetails', given['outputDetails'], fields);
  if (input === null && output === null && total === null && inputDetails === NO_DETAILS && outputDetails === NO_DETAILS) return null;
  return { input, output, total, inputDetails, outputDetails };
}

/** The cost with every figure checked; null if no figure is known. */
export function toCost(value: unknown, fields: FieldReader): Cost | null {
  const given = fields.object('cost', value);
  if (given === undefined) return null;
  const input = fields.figure('cost.input', given['input']);
  const output = fields.figure('cost.output', given['output']);
  const total = fields.figure('cost.total', given['total']) ?? sum(input, output);
  if (input === null && output === null && total === null) return null;
  const { currency = 'USD' } = given;
  // A number would pass for text, but for no currency.
  return { input, output, total, currency: fields.text('cost.currency', typeof currency === 'number' ? [currency] : currency) ?? 'USD' };
}

const NO_DETAILS: UsageDetails = Object.freeze({});

function toDetails(field: string, value: unknown, fields: FieldReader): UsageDetails {
  const given = fields.object(field, value);
  let details: Record<string, number> | undefined;
  for (const name in given) {
    const figure = fields.figure(`${field}.${name}`, given[name]);
    if (figure === null || name === '__proto__') continue;
    details ??= {};
    details[name] = figure;
  }
  return details ?? NO_DETAILS;
}

function sum(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}
