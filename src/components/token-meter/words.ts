import type { TokenPart } from '../../core/analysis/usage/token-parts.ts';
import { STACK_ORDER, type ContextShare, type TokenStack } from '../../core/analysis/usage/token-stack.ts';
import type { TokenCount, TokenScope } from '../../hooks/useTokenUsage.ts';
import { formatCount, formatShare } from '../primitives/quantity.ts';
import type { ContextInWords, TokenMeterMessages } from './messages.ts';

/** A line of the legend; tokens null where the side was not recorded. */
export interface LegendItem {
  readonly part: TokenPart;
  readonly name: string;
  readonly tokens: number | null;
}

const SIDES: Readonly<Partial<Record<TokenPart, readonly TokenPart[]>>> = {
  input: ['cacheRead', 'cacheWrite', 'inputAudio'],
  output: ['reasoning', 'outputAudio'],
};

/** The parts above 0, and a side that is 0 or missing as a whole. */
export function legendOf({ parts, total }: TokenStack, scope: TokenScope, messages: TokenMeterMessages): readonly LegendItem[] {
  const shown = STACK_ORDER.filter((part) => {
    const tokens = parts[part];
    if (tokens !== null && tokens > 0) return true;
    const isWhole = SIDES[part]?.every((detail) => (parts[detail] ?? 0) <= 0) === true;
    return isWhole && (tokens === 0 || total === null);
  });
  return shown.map((part) => ({ part, name: partName(part, parts, scope, messages), tokens: parts[part] }));
}

/** What is left of an input is new only if it is known what was cached of it: of several calls, some may not have told. */
function partName(part: TokenPart, parts: TokenStack['parts'], scope: TokenScope, { parts: names }: TokenMeterMessages): string {
  if (part !== 'input' || SIDES.input?.every((detail) => (parts[detail] ?? 0) <= 0) === true) return names[part === 'input' ? 'wholeInput' : part];
  const isCacheTold = (parts.cacheRead ?? 0) > 0 || (parts.cacheWrite ?? 0) > 0;
  return names[isCacheTold && scope === 'own' ? 'input' : 'restInput'];
}

/** Everything that is known of the tokens, in full, as one sentence; every part that was recorded, those of 0 too. */
export function sentenceOf({ scope, tokens, context }: TokenCount, isScopeTold: boolean, messages: TokenMeterMessages, locale: string | undefined): string {
  const told = isScopeTold ? messages.scopes[scope] : null;
  if (tokens === null) return messages.sentence({ scope: told, tokens: messages.noTokens, parts: [], context: null });
  const full = (count: number): string => formatCount(count, locale).full;
  const missing = new Map(legendOf(tokens, scope, messages).flatMap(({ part, name, tokens: count }) => (count === null ? [[part, name] as const] : [])));
  const parts = STACK_ORDER.flatMap((part) => {
    const count = tokens.parts[part];
    const name = missing.get(part);
    if (name !== undefined) return [messages.notRecorded(name)];
    return count === null ? [] : [`${full(count)} ${partName(part, tokens.parts, scope, messages)}`];
  });
  const { total, known } = tokens;
  const count = total === null ? messages.atLeast(full(known)) : full(total);
  return messages.sentence({
    scope: told,
    tokens: `${count} ${messages.tokens(total ?? known)}`,
    parts,
    context: context === null ? null : messages.contextInFull(contextInWords(context, locale, 'full')),
  });
}

/** A share of a context window, shortened for the eye or in full. */
export function contextInWords({ used, window, share }: ContextShare, locale: string | undefined, form: 'figure' | 'full'): ContextInWords {
  const count = (value: number): string => formatCount(value, locale)[form];
  return { used: count(used), window: count(window), share: formatShare(share, locale), over: used > window ? count(used - window) : null };
}
