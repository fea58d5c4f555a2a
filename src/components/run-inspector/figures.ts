import type { Run } from '../../core/model/run.ts';
import type { Trace } from '../../core/model/trace.ts';
import type { Usage } from '../../core/model/usage.ts';
import { ABSENT, formatCount, formatDuration, formatMoney, type Quantity } from '../primitives/quantity.ts';
import type { RunFigureName, RunInspectorMessages } from './messages.ts';

/** A figure of a run's header. */
export interface RunFigure {
  readonly name: RunFigureName;
  readonly quantity: Quantity;
  /** What the figure is made of, or which part of it is the run's own. */
  readonly notes: readonly string[];
}

const NONE: Quantity = { figure: ABSENT, unit: '', full: ABSENT };

/** The figures that are known of a run, and those that its kind ought to have. */
export function figuresOf(trace: Trace, run: Run, messages: RunInspectorMessages, locale: string | undefined, now: number | undefined): readonly RunFigure[] {
  const totals = trace.totalsOf(run);
  const isParent = totals.runs > 1;
  const figures: RunFigure[] = [];
  const add = (name: RunFigureName, quantity: Quantity, ...notes: readonly (string | null)[]): void => {
    figures.push({ name, quantity, notes: notes.filter((note) => note !== null) });
  };

  const end = run.end ?? (run.status === 'running' && now !== undefined ? now - trace.startTime : null);
  const self = isParent && totals.selfTime !== null ? messages.own(words(formatDuration(totals.selfTime, locale))) : null;
  add('duration', end === null ? NONE : formatDuration(Math.max(0, end - run.start), locale), self);

  if (run.firstToken !== null) add('firstToken', formatDuration(Math.max(0, run.firstToken - run.start), locale));
  const streamed = run.end === null || run.firstToken === null ? 0 : run.end - run.firstToken;
  const output = run.usage?.output ?? null;
  if (streamed > 0 && output !== null) {
    const { figure, full } = formatSpeed((output / streamed) * 1_000, locale);
    add('speed', { figure, full, unit: messages.tokensPerSecond });
  }

  const usage = totals.usage;
  const tokens = usage?.total ?? null;
  if (tokens !== null || run.kind === 'llm') {
    const own = isParent ? messages.own(count(run.usage?.total, locale)) : null;
    add('tokens', tokens === null ? NONE : formatCount(tokens, locale), usage === null ? null : splitOf(usage, messages, locale), own,
      totals.unmeteredCalls > 0 && tokens !== null ? messages.atLeast(totals.unmeteredCalls) : null);
  }
  const cost = totals.cost?.total ?? null;
  if (cost !== null || run.kind === 'llm') {
    const currency = totals.cost?.currency ?? 'USD';
    const own = run.cost?.total ?? null;
    add('cost', cost === null ? NONE : formatMoney(cost, currency, locale), isParent && cost !== null ? messages.own(own === null ? ABSENT : words(formatMoney(own, run.cost?.currency ?? currency, locale))) : null);
  }
  add('start', formatDuration(run.start, locale));
  return figures;
}

function splitOf({ input, output, inputDetails, outputDetails }: Usage, messages: RunInspectorMessages, locale: string | undefined): string {
  const cached = inputDetails['cacheRead'];
  const reasoning = outputDetails['reasoning'];
  return messages.split({
    input: count(input, locale),
    cached: cached === undefined || cached === 0 ? null : count(cached, locale),
    output: count(output, locale),
    reasoning: reasoning === undefined || reasoning === 0 ? null : count(reasoning, locale),
  });
}

function formatSpeed(perSecond: number, locale: string | undefined): { figure: string; full: string } {
  const rounded = perSecond < 100 ? Math.round(perSecond * 10) / 10 : Math.round(perSecond);
  return { figure: formatCount(rounded, locale).figure, full: formatCount(perSecond, locale).full };
}

function count(value: number | null | undefined, locale: string | undefined): string {
  return value == null ? ABSENT : formatCount(value, locale).figure;
}

function words({ figure, unit }: Quantity): string {
  return unit === '' ? figure : `${figure} ${unit}`;
}
