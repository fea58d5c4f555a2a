import type { TokenPart } from '../../core/analysis/usage/token-parts.ts';
import { tokenStack } from '../../core/analysis/usage/token-stack.ts';
import type { Usage } from '../../core/model/usage.ts';

/** A part of a token count, as the inspector tells it. */
export interface RunTokenPart {
  /** A part; `wholeInput` where nothing is known of what it is made of, `restInput` where not all is; else the name of another detail. */
  readonly name: string;
  /** What it is part of. */
  readonly side: 'input' | 'output';
  readonly count: number;
  /** The part of the bar; null for what is told in words alone. */
  readonly segment: TokenPart | null;
}

const OUTPUTS: ReadonlySet<TokenPart> = new Set(['output', 'reasoning', 'outputAudio']);
/** Details that are parts of a stack. */
const STACKED: Readonly<Record<'input' | 'output', ReadonlySet<string>>> = { input: new Set(['cacheRead', 'cacheWrite', 'audio']), output: new Set(['reasoning', 'audio']) };

/**
 * The parts of a token count, as far as they were recorded: parts that share nothing, then whatever else was counted in
 * them. Where the record contradicts itself, it is told as it is, and nothing is worked out of it.
 *
 * @param isTotal whether it is the count of several calls, of which some may not have recorded what was cached
 */
export function runTokenParts(usage: Usage, isTotal: boolean): readonly RunTokenPart[] {
  const stack = tokenStack(usage);
  if (stack === null) return [];
  const details = (['input', 'output'] as const).flatMap((side) =>
    Object.entries(usage[`${side}Details`]).filter(([name, count]) => count > 0 && (stack.conflict !== null || !STACKED[side].has(name))).map(([name, count]): RunTokenPart => ({ name, side, count, segment: null })));
  if (stack.conflict !== null) {
    const sides = (['input', 'output'] as const).flatMap((side): RunTokenPart[] => (usage[side] === null ? [] : [{ name: side === 'input' ? 'wholeInput' : 'output', side, count: usage[side], segment: null }]));
    return [...sides, ...details];
  }
  const isSplit = stack.stack.some(({ part }) => part === 'cacheRead' || part === 'cacheWrite' || part === 'inputAudio');
  const parts = stack.stack.filter(({ part }) => part !== 'other').map(({ part, tokens }): RunTokenPart => ({
    name: part === 'input' ? (isSplit ? (isTotal ? 'restInput' : 'input') : 'wholeInput') : part,
    side: OUTPUTS.has(part) ? 'output' : 'input',
    count: tokens,
    segment: part,
  }));
  return [...parts, ...details];
}
