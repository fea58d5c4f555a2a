import { asNumber, asObject, isObject } from './json.ts';

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
export function toUsage(value: unknown): Usage | null {
  if (!isObject(value)) return null;
  const input = toFigure(value['input']);
  const output = toFigure(value['output']);
  const total = toFigure(value['total']) ?? sum(input, output);
  const inputDetails = toDetails(value['inputDetails']);
  const outputDetails = toDetails(value['outputDetails']);
  if (input === null && output === null && total === null && inputDetails === NO_DETAILS && outputDetails === NO_DETAILS) return null;
  return { input, output, total, inputDetails, outputDetails };
}

/** The cost with every figure checked; null if no figure is known. */
export function toCost(value: unknown): Cost | null {
  if (!isObject(value)) return null;
  const input = toFigure(value['input']);
  const output = toFigure(value['output']);
  const total = toFigure(value['total']) ?? sum(input, output);
  if (input === null && output === null && total === null) return null;
  const currency = value['currency'];
  return { input, output, total, currency: typeof currency === 'string' && currency !== '' ? currency : 'USD' };
}

const NO_DETAILS: UsageDetails = Object.freeze({});

function toDetails(value: unknown): UsageDetails {
  const object = asObject(value);
  if (object === undefined) return NO_DETAILS;
  let details: Record<string, number> | undefined;
  for (const key in object) {
    const figure = toFigure(object[key]);
    if (figure === null || key === '__proto__') continue;
    details ??= {};
    details[key] = figure;
  }
  return details ?? NO_DETAILS;
}

/** A count or an amount: finite and not negative (tracers write -1 for "not known"). */
function toFigure(value: unknown): number | null {
  const number = asNumber(value);
  return number === undefined || number < 0 ? null : number;
}

function sum(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}
