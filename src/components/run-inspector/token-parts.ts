import type { Usage, UsageDetails } from '../../core/model/usage.ts';

/** The parts that a bar is made of, in their order. */
export type TokenSegment = 'cacheRead' | 'cacheWrite' | 'newInput' | 'answer' | 'reasoning';

/** A part of a token count. */
export interface TokenPart {
  /** What it is part of. */
  readonly side: 'input' | 'output';
  /** The whole side, one of `TokenSegment`, `otherInput` for a rest of which not all is known, or the name of another detail. */
  readonly name: string;
  readonly count: number;
  /** Null for what overlaps with others, as audio does. */
  readonly segment: TokenSegment | null;
}

/**
 * The parts of a token count, as far as they were recorded. Details are inside of their side: where they say more than the
 * side holds, nothing is worked out of them.
 *
 * @param isTotal whether it is the count of several calls, of which some may not have recorded what was cached
 */
export function tokenParts({ input, output, inputDetails, outputDetails }: Usage, isTotal: boolean): readonly TokenPart[] {
  return [
    ...partsOf('input', input, inputDetails, ['cacheRead', 'cacheWrite'], 'newInput', isTotal ? 'otherInput' : 'newInput'),
    ...partsOf('output', output, outputDetails, ['reasoning'], 'answer', 'answer'),
  ];
}

function partsOf(side: TokenPart['side'], whole: number | null, details: UsageDetails, names: readonly TokenSegment[], restSegment: TokenSegment, restName: string): TokenPart[] {
  const listed = Object.entries(details).filter(([, count]) => count > 0);
  const inside = listed.filter(([name]) => names.includes(name as TokenSegment));
  const rest = whole === null ? null : inside.reduce((left, [, count]) => left - count, whole);
  const isWhole = rest !== null && rest >= 0;
  const parts: TokenPart[] = inside.map(([name, count]) => ({ side, name, count, segment: isWhole ? (name as TokenSegment) : null }));
  if (inside.length > 0 && isWhole) parts.push({ side, name: restName, count: rest, segment: restSegment });
  else if (whole !== null) parts.unshift({ side, name: side, count: whole, segment: inside.length === 0 ? restSegment : null });
  // What is thought comes before what is said.
  return [...parts, ...listed.filter(([name]) => !names.includes(name as TokenSegment)).map(([name, count]): TokenPart => ({ side, name, count, segment: null }))];
}
