import type { Run } from '../../core/model/run.ts';
import type { Trace } from '../../core/model/trace.ts';
import { ABSENT, formatCount, formatDuration, formatMoney, type Quantity } from '../primitives/quantity.ts';
import type { RunFigureName, RunInspectorMessages } from './messages.ts';
import { runTokenParts, type RunTokenPart } from './token-parts.ts';

/** A figure of a run's header. */
export interface RunFigure {
  readonly name: RunFigureName;
  readonly quantity: Quantity;
  /** Which part of it is the run's own, and what else there is to say. */
  readonly notes: readonly string[];
  /** What it is made of. */
  readonly parts: readonly RunTokenPart[];
}

const NONE: Quantity = { figure: ABSENT, unit: '', full: ABSENT };

/**
 * The figures that are known of a run, and those that its kind ought to have: those of its subtree, with the run's own
 * beside them where they differ.
 */
export function figuresOf(trace: Trace, run: Run, messages: RunInspectorMessages, locale: string | undefined, now: number | undefined): readonly RunFigure[] {
  const totals = trace.totalsOf(run);
  const isParent = totals.runs > 1;
  const figures: RunFigure[] = [];
  const add = (name: RunFigureName, quantity: Quantity, notes: readonly (string | null)[] = [], parts: readonly RunTokenPart[] = []): void => {
    figures.push({ name, quantity, notes: notes.filter((note) => note !== null), parts });
  };
  /** The run's own part of a total, if it is another. */
  const own = (total: number | null, part: number | null | undefined, write: (figure: number) => Quantity): string | null =>
    !isParent || total === null || part === total ? null : messages.own(part == null ? ABSENT : words(write(part)));

  const end = run.end ?? (run.status === 'running' && now !== undefined ? now - trace.startTime : null);
  const lasted = end === null ? null : Math.max(0, end - run.start);
  const inMs = (ms: number): Quantity => formatDuration(ms, locale);
  add('duration', lasted === null ? NONE : inMs(lasted), [totals.selfTime === null ? null : own(lasted, totals.selfTime, inMs), run.start > 0 ? messages.startsAt(words(inMs(run.start))) : null]);

  if (run.firstToken !== null) add('firstToken', inMs(Math.max(0, run.firstToken - run.start)));
  const streamed = run.end === null || run.firstToken === null ? 0 : run.end - run.firstToken;
  const output = run.usage?.output ?? null;
  if (streamed > 0 && output !== null) {
    const { figure, full } = formatSpeed((output / streamed) * 1_000, locale);
    add('speed', { figure, full, unit: messages.tokensPerSecond });
  }

  const cost = totals.cost?.total ?? null;
  if (cost !== null || run.kind === 'llm') {
    const currency = totals.cost?.currency ?? 'USD';
    add('cost', cost === null ? NONE : formatMoney(cost, currency, locale), [own(cost, run.cost?.total, (figure) => formatMoney(figure, run.cost?.currency ?? currency, locale))]);
  }

  const { usage } = totals;
  const tokens = usage?.total ?? null;
  if (usage !== null || run.kind === 'llm') {
    add(
      'tokens',
      tokens === null ? NONE : formatCount(tokens, locale),
      [own(tokens, run.usage?.total, (figure) => formatCount(figure, locale)), totals.unmeteredCalls > 0 && tokens !== null ? messages.atLeast(totals.unmeteredCalls) : null],
      usage === null ? [] : runTokenParts(usage, isParent),
    );
  }
  return figures;
}

function formatSpeed(perSecond: number, locale: string | undefined): { figure: string; full: string } {
  const rounded = perSecond < 100 ? Math.round(perSecond * 10) / 10 : Math.round(perSecond);
  return { figure: formatCount(rounded, locale).figure, full: formatCount(perSecond, locale).full };
}

function words({ figure, unit }: Quantity): string {
  return unit === '' ? figure : `${figure} ${unit}`;
}
