import type { Run } from '../../core/model/run.ts';
import type { Trace } from '../../core/model/trace.ts';
import { formatCount, formatDuration, formatMoney, type Quantity } from '../primitives/quantity.ts';
import type { TraceConversationMessages } from './messages.ts';

/** How numbers are written, and the present. */
export interface FigureSettings {
  readonly messages: TraceConversationMessages;
  readonly locale: string | undefined;
  readonly now: number | undefined;
}

/** How long a run took, and its tokens. What is not known is left out. */
export function runFigures(trace: Trace, run: Run, { messages, locale, now }: FigureSettings): string[] {
  const figures: string[] = [];
  const end = run.end ?? (run.status === 'running' && now !== undefined ? now - trace.startTime : null);
  if (end !== null) figures.push(words(formatDuration(Math.max(0, end - run.start), locale)));
  const tokens = trace.totalsOf(run).usage?.total ?? null;
  if (tokens !== null && (run.kind !== 'tool')) figures.push(messages.tokens(formatCount(tokens, locale).figure));
  return figures;
}

/** A figure and its unit. */
export function words({ figure, unit }: Quantity): string {
  return unit === '' ? figure : `${figure} ${unit}`;
}

/** An amount of money. */
export function money(amount: number, currency: string, locale: string | undefined): string {
  return words(formatMoney(amount, currency, locale));
}
