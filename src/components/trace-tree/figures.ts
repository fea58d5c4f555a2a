import type { TraceFigures } from '../../core/analysis/trace-figures.ts';
import type { Run } from '../../core/model/run.ts';
import type { Totals } from '../../core/model/totals.ts';
import type { Trace } from '../../core/model/trace.ts';
import { ABSENT, formatCount, formatDuration, formatMoney, type Quantity } from '../primitives/quantity.ts';
import type { TraceTreeMessages } from './messages.ts';

/** A figure of a row. */
export interface CellFigure extends Quantity {
  /** Everything there is to say, own and total, for a tooltip. */
  readonly title: string;
  /** `absent`: not recorded. `faint`: too small to matter. `total`: of the subtree. `heavy`: much of the whole trace. */
  readonly weight: 'absent' | 'faint' | 'plain' | 'total' | 'heavy';
}

/** What the figures of a trace's rows depend on. */
export interface FigureSettings {
  readonly trace: Trace;
  /** What all of the trace adds up to. */
  readonly whole: TraceFigures;
  readonly messages: TraceTreeMessages;
  readonly locale: string | undefined;
  /** The present, in epoch ms, by which running runs have lasted so long. */
  readonly now: number | undefined;
}

/** A share of the whole trace at which a run's own figure stands out. */
const HEAVY = 0.35;
/** A duration hardly matters below this share of the whole trace, if it is also short by itself, in ms. */
const FAINT = 0.005;
const SHORT = 100;

const NONE: Quantity = { figure: ABSENT, unit: '', full: ABSENT };

/** How long a run took; how long it has been running, where the present is known. */
export function durationFigure(run: Run, { trace, messages, locale, now }: FigureSettings): CellFigure {
  const end = run.end ?? (run.status === 'running' && now !== undefined ? now - trace.startTime : null);
  if (end === null) return { ...NONE, title: messages.noEnd, weight: 'absent' };
  const duration = Math.max(0, end - run.start);
  const self = trace.totalsOf(run).selfTime;
  const own = self === null ? '' : ` · ${messages.selfTime(formatDuration(self, locale).full)}`;
  const quantity = formatDuration(duration, locale);
  const isFaint = trace.duration !== null && duration < Math.min(SHORT, trace.duration * FAINT);
  return { ...quantity, title: `${quantity.full}${own}`, weight: isFaint ? 'faint' : 'plain' };
}

/** The tokens of a run and everything inside. */
export function tokensFigure(run: Run, totals: Totals, { whole, messages, locale }: FigureSettings): CellFigure {
  const total = totals.usage?.total ?? null;
  if (total === null) return { ...NONE, title: messages.noTokens, weight: 'absent' };
  const own = run.usage?.total ?? null;
  const quantity = formatCount(total, locale);
  const title = messages.tokens({
    total: quantity.full,
    input: countOrAbsent(totals.usage?.input, locale),
    output: countOrAbsent(totals.usage?.output, locale),
    own: own === total ? null : countOrAbsent(own, locale),
    runs: totals.runs,
    unmetered: totals.unmeteredCalls,
  });
  return { ...quantity, title, weight: weigh(own, total, whole.usage?.total ?? 0) };
}

/** The cost of a run and everything inside. */
export function costFigure(run: Run, totals: Totals, { whole, messages, locale }: FigureSettings): CellFigure {
  const total = totals.cost?.total ?? null;
  if (totals.cost === null || total === null) return { ...NONE, title: messages.noCost, weight: 'absent' };
  const own = run.cost?.total ?? null;
  const quantity = formatMoney(total, totals.cost.currency, locale);
  const ownText = own === total ? null : own === null ? ABSENT : formatMoney(own, totals.cost.currency, locale).full;
  return { ...quantity, title: messages.cost({ total: quantity.full, own: ownText, runs: totals.runs }), weight: weigh(own, total, whole.cost?.total ?? 0) };
}

function countOrAbsent(count: number | null | undefined, locale: string | undefined): string {
  return count == null ? ABSENT : formatCount(count, locale).full;
}

function weigh(own: number | null, total: number, all: number): CellFigure['weight'] {
  if (own === null || own !== total) return 'total';
  return all > own && own >= all * HEAVY ? 'heavy' : 'plain';
}
