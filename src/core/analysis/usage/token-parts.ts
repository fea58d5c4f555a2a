import type { Usage, UsageDetails } from '../../model/usage.ts';

/**
 * Classes of tokens that share nothing, so that they can be added, stacked and priced: what is left of the input without
 * its details (`input`), the details of the input, what is left of the output (`output`), the details of the output,
 * and tokens of which only the total is known (`other`).
 */
export const TOKEN_PARTS = ['input', 'cacheRead', 'cacheWrite', 'inputAudio', 'output', 'reasoning', 'outputAudio', 'other'] as const;
export type TokenPart = (typeof TOKEN_PARTS)[number];

/** Tokens by class; null where nothing is known of a class. Together they are the usage's total, where that is known. */
export type TokenParts = Readonly<Record<TokenPart, number | null>>;

/** The tokens of a usage by class. */
export function tokenParts(usage: Usage): TokenParts {
  const parts = new Float64Array(TOKEN_PARTS.length);
  splitTokens(usage, parts);
  return namedParts(parts);
}

/** Whether the details of a usage are more than what they are details of: one of the two counts must be wrong. */
export function isContradictory(usage: Usage): boolean {
  return splitTokens(usage, scratch);
}

/**
 * Fills in the tokens of a usage by class, in the order of `TOKEN_PARTS`; NaN where nothing is known. Details that are
 * more than what they are details of are cut off, so that the classes never come to more than the usage says.
 *
 * @returns whether anything was cut off
 */
export function splitTokens({ input, output, total, inputDetails, outputDetails }: Usage, parts: Float64Array): boolean {
  let left = input ?? Number.NaN;
  let isCut = false;
  /** Takes a detail off what is left; of an unknown whole, there is no rest. */
  const take = (details: UsageDetails, name: string): number => {
    const detail = Object.hasOwn(details, name) ? details[name]! : Number.NaN;
    if (!(detail > left)) {
      if (!Number.isNaN(detail)) left -= detail;
      return detail;
    }
    const rest = left;
    isCut = true;
    left = 0;
    return rest;
  };
  parts[1] = take(inputDetails, 'cacheRead');
  parts[2] = take(inputDetails, 'cacheWrite');
  parts[3] = take(inputDetails, 'audio');
  parts[0] = left;
  left = output ?? Number.NaN;
  parts[5] = take(outputDetails, 'reasoning');
  parts[6] = take(outputDetails, 'audio');
  parts[4] = left;
  parts[7] = Number.NaN;
  if (total !== null) {
    let rest = total;
    for (let part = 0; part < 7; part++) rest -= parts[part]! || 0;
    if (rest > 0) parts[7] = rest;
  }
  return isCut;
}

/** Tokens by class under their names. */
export function namedParts(parts: Float64Array): TokenParts {
  const named = {} as Record<TokenPart, number | null>;
  for (let part = 0; part < TOKEN_PARTS.length; part++) named[TOKEN_PARTS[part]!] = Number.isNaN(parts[part]!) ? null : parts[part]!;
  return named;
}

const scratch = new Float64Array(TOKEN_PARTS.length);
