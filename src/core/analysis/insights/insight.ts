import type { Trace } from '../../model/trace.ts';
import type { Stepper } from '../stepper.ts';

/** Something that a person should know of a trace. Plain values: a view puts them in words. */
export interface Insight {
  /** The id of the rule that found it. */
  readonly rule: string;
  /** `error`: it went wrong. `warning`: time or money was lost. `info`: worth knowing. */
  readonly severity: 'info' | 'warning' | 'error';
  /** How much of the trace it is about, 0 to 1: a share of its time, its cost, or of whatever the rule looks at. */
  readonly weight: number;
  /** Where to look: positions of runs, the most telling first. At least one. */
  readonly positions: readonly number[];
  /** What there is to say. Times are in ms, shares from 0 to 1; what is not known is null. */
  readonly figures: Readonly<Record<string, number | string | null>>;
}

/** Looks for one kind of thing. Make one to find something of your own. */
export interface InsightRule {
  /** Its name: what a view may look up a sentence by. */
  readonly id: string;
  /** What it finds; or, if that takes long, a stepper that comes to it. */
  readonly run: (trace: Trace) => readonly Insight[] | Stepper<readonly Insight[]>;
}
