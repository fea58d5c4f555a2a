import type { Insight } from '../../core/analysis/insights/insight.ts';
import { ENGLISH_SENTENCES, type InsightSentence } from './sentences.ts';

/** Every text of a list of insights, to be replaced in part or whole by those in another language. */
export interface TraceInsightsMessages {
  /** The accessible name of the list. */
  readonly label: (trace: string) => string;
  readonly searching: string;
  readonly empty: string;
  /** How many there are, for those who don't see them. */
  readonly found: (count: number) => string;
  /** What the insights of a rule say, by the rule's id. Sentences that are given are added to the English ones. */
  readonly sentences: Readonly<Record<string, InsightSentence>>;
  readonly severities: Readonly<Record<Insight['severity'], string>>;
  /** Instead of a name that is not known. */
  readonly unnamed: string;
  /** What pressing an insight does. */
  readonly goTo: (run: string) => string;
  /** How many runs there are to go to. */
  readonly runs: (count: number) => string;
  /** At which of the runs one is, from 1. */
  readonly place: (nth: number, count: number) => string;
  /** The names of the buttons that lead from run to run. */
  readonly previous: (to: PlaceOfRun) => string;
  readonly next: (to: PlaceOfRun) => string;
  readonly showMore: (count: number) => string;
  /** A rule that could not be carried out; `reason` is empty where none was given. */
  readonly failed: (rule: string, reason: string) => string;
}

/** One of the runs that an insight leads to. */
export interface PlaceOfRun {
  readonly run: string;
  /** From 1. */
  readonly nth: number;
  readonly count: number;
  /** What the insight says. */
  readonly insight: string;
}

const whole = (count: number): string => count.toLocaleString('en');

/** English. */
export const ENGLISH: TraceInsightsMessages = {
  label: (trace) => `What stands out in ${trace}`,
  searching: 'Looking for what stands out…',
  empty: 'Nothing stands out',
  found: (count) => (count === 1 ? '1 thing stands out' : `${whole(count)} things stand out`),
  sentences: ENGLISH_SENTENCES,
  severities: { error: 'Error', warning: 'Warning', info: 'Note' },
  unnamed: 'unnamed',
  goTo: (run) => `Go to ${run}`,
  runs: (count) => `${whole(count)} runs`,
  place: (nth, count) => `${whole(nth)} of ${whole(count)}`,
  previous: ({ run, nth, count, insight }) => `Previous run, ${whole(nth)} of ${whole(count)}, ${run}: ${insight}`,
  next: ({ run, nth, count, insight }) => `Next run, ${whole(nth)} of ${whole(count)}, ${run}: ${insight}`,
  showMore: (count) => `Show ${whole(count)} more`,
  failed: (rule, reason) => `The rule ${rule} could not be carried out${reason === '' ? '' : `: ${reason}`}`,
};
