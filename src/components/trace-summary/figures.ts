import type { TraceSummaryData } from '../../core/analysis/trace-summary.ts';
import { ABSENT, formatCount, formatDuration, formatMoney, type Quantity } from '../primitives/quantity.ts';
import type { TraceSummaryMessages } from './messages.ts';

/** A figure of a trace. */
export interface SummaryFigure {
  readonly name: 'duration' | 'llmCalls' | 'tokens' | 'cost' | 'toolCalls' | 'runs';
  readonly quantity: Quantity;
  readonly label: string;
  /** Whether the figure tells by its unit what it is, so that the label need not be seen. */
  readonly hasUnit: boolean;
  /** Everything there is to say, for a tooltip. */
  readonly title: string;
}

const NONE: Quantity = { figure: ABSENT, unit: '', full: ABSENT };

/** The figures of a trace: first those by which traces are told from each other. */
export function figuresOf(summary: TraceSummaryData, messages: TraceSummaryMessages, locale: string | undefined): readonly SummaryFigure[] {
  const { duration, llmCalls, toolCalls, runs } = summary;
  const count = (name: SummaryFigure['name'], value: number, label: string): SummaryFigure => {
    const quantity = formatCount(value, locale);
    return { name, quantity, label, hasUnit: false, title: `${quantity.full} ${label}` };
  };
  const time = duration === null ? NONE : formatDuration(duration, locale);
  return [
    { name: 'duration', quantity: time, label: messages.duration, hasUnit: duration !== null, title: duration === null ? messages.noEnd : time.full },
    count('llmCalls', llmCalls, messages.llmCalls(llmCalls)),
    tokensOf(summary, messages, locale),
    costOf(summary, messages, locale),
    ...(toolCalls > 0 ? [count('toolCalls', toolCalls, messages.toolCalls(toolCalls))] : []),
    count('runs', runs, messages.runs(runs)),
  ];
}

/** What tokens are made of, as a text; null if nothing is known of it. */
export function splitOf({ usage }: Pick<TraceSummaryData, 'usage'>, messages: TraceSummaryMessages, locale: string | undefined, isFull = false): string | null {
  if (usage === null || (usage.input === null && usage.output === null)) return null;
  const text = (value: number | null | undefined): string => (value == null ? ABSENT : formatCount(value, locale)[isFull ? 'full' : 'figure']);
  const some = (value: number | undefined): string | null => (value === undefined || value === 0 ? null : text(value));
  return messages.split({
    input: text(usage.input),
    cached: some(usage.inputDetails['cacheRead']),
    output: text(usage.output),
    reasoning: some(usage.outputDetails['reasoning']),
  });
}

function tokensOf(summary: TraceSummaryData, messages: TraceSummaryMessages, locale: string | undefined): SummaryFigure {
  const { usage, unmeteredCalls } = summary;
  const total = usage?.total ?? null;
  const label = messages.tokens(total);
  if (total === null) return { name: 'tokens', quantity: NONE, label, hasUnit: false, title: messages.noTokens };
  const quantity = formatCount(total, locale);
  const missing = unmeteredCalls > 0 ? messages.unmetered(unmeteredCalls) : null;
  return {
    name: 'tokens', label, hasUnit: false,
    quantity: missing === null ? quantity : { ...quantity, figure: messages.atLeast(quantity.figure) },
    title: lines(`${quantity.full} ${label}`, splitOf(summary, messages, locale, true), missing),
  };
}

function costOf({ cost, unpricedCalls }: TraceSummaryData, messages: TraceSummaryMessages, locale: string | undefined): SummaryFigure {
  const total = cost?.total ?? null;
  if (cost === null || total === null) return { name: 'cost', quantity: NONE, label: messages.cost, hasUnit: false, title: messages.noCost };
  const quantity = formatMoney(total, cost.currency, locale);
  const missing = unpricedCalls > 0 ? messages.unpriced(unpricedCalls) : null;
  return {
    name: 'cost', label: messages.cost, hasUnit: true,
    quantity: missing === null ? quantity : { ...quantity, figure: messages.atLeast(quantity.figure) },
    title: lines(quantity.full, missing),
  };
}

function lines(...texts: readonly (string | null)[]): string {
  return texts.filter((text) => text !== null).join('\n');
}
