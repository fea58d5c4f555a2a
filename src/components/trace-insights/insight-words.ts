import type { Insight } from '../../core/analysis/insights/insight.ts';
import type { Trace } from '../../core/model/trace.ts';
import { ABSENT, formatCount, formatDuration, formatMoney, formatNumber, formatShare, type Quantity } from '../primitives/quantity.ts';
import type { SentencePart } from './sentence.ts';

/** A figure of an insight; undefined if the rule gives none of that name. */
export type InsightFigure = Insight['figures'][string] | undefined;

/** What sentences are made of. A figure that is not known is told as absent. */
export interface InsightWords {
  /** Ms. */
  readonly duration: (ms: InsightFigure) => SentencePart;
  readonly count: (count: InsightFigure) => SentencePart;
  readonly number: (value: InsightFigure) => SentencePart;
  /** 0 to 1. */
  readonly share: (share: InsightFigure) => SentencePart;
  /** @param currency a code of ISO 4217. @default that of the trace */
  readonly money: (amount: InsightFigure, currency?: InsightFigure) => SentencePart;
  /** A name out of the trace, cut if it is very long. */
  readonly name: (name: InsightFigure) => SentencePart;
  /** The name of the run that tells most. */
  readonly run: SentencePart;
  /** How many runs the insight leads to. */
  readonly runs: number;
}

/** The most of a name that stands in a sentence, and in its tooltip, in characters. */
const LONGEST = 80;
const LONGEST_FULL = 1_000;

/** The words for an insight of a trace. */
export function wordsOf(trace: Trace, { positions }: Insight, locale: string | undefined, unnamed: string): InsightWords {
  const name = (value: InsightFigure): SentencePart => {
    const text = value == null || value === '' ? unnamed : String(value);
    return { kind: 'name', text: cut(text, LONGEST), full: cut(text, LONGEST_FULL) };
  };
  return {
    duration: (ms) => figure(ms, (value) => formatDuration(value, locale)),
    count: (count) => figure(count, (value) => formatCount(value, locale)),
    number: (number) => figure(number, (value) => plain(formatNumber(value, locale))),
    share: (share) => figure(share, (value) => plain(formatShare(value, locale))),
    money: (amount, currency = trace.columns.totals.currency) => figure(amount, (value) => (typeof currency === 'string' ? formatMoney(value, currency, locale) : plain(formatNumber(value, locale)))),
    name,
    run: name(trace.runs[positions[0] ?? -1]?.name),
    runs: positions.length,
  };
}

function figure(value: InsightFigure, format: (value: number) => Quantity): SentencePart {
  if (typeof value !== 'number' || !Number.isFinite(value)) return { kind: 'figure', text: ABSENT, full: ABSENT };
  const { figure: digits, unit, full } = format(value);
  return { kind: 'figure', text: unit === '' ? digits : `${digits} ${unit}`, full };
}

function plain(text: string): Quantity {
  return { figure: text, unit: '', full: text };
}

/** Half of a character at the end would be shown as a box. */
function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
