import { STACK_ORDER } from '../../core/analysis/usage/token-stack.ts';
import type { Cost } from '../../core/model/usage.ts';
import type { TokenScope } from '../../hooks/useTokenUsage.ts';
import { ABSENT, formatMoney } from '../primitives/quantity.ts';
import type { TokenMeterMessages } from './messages.ts';

/** A cost, written out. */
export interface CostInWords {
  readonly figure: string;
  /** Whether it was recorded or computed; null for a sum, in which there may be both. */
  readonly origin: string | null;
  /** What was paid for input and for output; empty where neither is known. */
  readonly sides: readonly string[];
  /** All figures in full, a line each. */
  readonly title: string;
}

/** A cost in words; null stands for one that was not recorded. */
export function costInWords(cost: Cost | null, scope: TokenScope, messages: TokenMeterMessages, locale: string | undefined): CostInWords {
  if (cost === null) return { figure: ABSENT, origin: null, sides: [], title: messages.noCost };
  const { input, output, total, currency, computed } = cost;
  const write = (amount: number | null, form: 'figure' | 'full'): string => {
    if (amount === null) return ABSENT;
    const { figure, unit, full } = formatMoney(amount, currency, locale);
    return form === 'full' ? full : unit === '' ? figure : `${figure} ${unit}`;
  };
  const sides = (form: 'figure' | 'full'): readonly string[] =>
    input === null && output === null ? [] : [messages.inputCost(write(input, form)), messages.outputCost(write(output, form))];
  const isComputed = computed !== undefined;
  return {
    figure: write(total, 'figure'),
    origin: isComputed ? messages.computed : scope === 'own' ? messages.recorded : null,
    sides: sides('figure'),
    title: [
      total === null ? null : write(total, 'full'),
      ...sides('full'),
      isComputed ? messages.computedFrom : null,
      ...itemsOf(computed ?? {}, messages).map(([name, amount]) => `${name}: ${write(amount, 'full')}`),
    ].filter((line) => line !== null).join('\n'),
  };
}

/** What was paid for each part, in the order of the bar; what is no part of the tokens last, under its own name. */
function itemsOf(computed: Readonly<Record<string, number>>, { parts, request }: TokenMeterMessages): readonly (readonly [string, number])[] {
  const known = new Map<string, string>([...STACK_ORDER.map((part) => [part, parts[part]] as const), ['request', request]]);
  const amounts = new Map(Object.entries(computed));
  const named = Array.from(known, ([part, name]) => [name, amounts.get(part)] as const);
  const others = Array.from(amounts).filter(([name]) => !known.has(name));
  return [...named, ...others].flatMap(([name, amount]) => (amount === undefined ? [] : [[name, amount] as const]));
}
