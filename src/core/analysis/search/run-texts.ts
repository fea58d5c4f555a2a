import type { Run } from '../../model/run.ts';
import type { Trace } from '../../model/trace.ts';
import { lengthOf, pageWithOverlap, type RunText } from './run-text.ts';
import { RunTextMaker } from './run-text-maker.ts';
import type { Paused, Work } from './work.ts';

/** Made once for all searches, also those of later snapshots that hold the same run. */
const kept = new WeakMap<Run, RunText>();
/** How many characters of a trace have been kept. */
const keptLengths = new WeakMap<Trace, number>();
/** Beyond so many characters of a trace, texts are made anew for each search: slower, but memory has an end. */
const MOST_KEPT = 1 << 27;

/** The texts of a trace's runs, which are made when someone looks. */
export class RunTexts {
  readonly #trace: Trace;
  readonly #work: Work;
  readonly #maker: RunTextMaker;

  constructor(trace: Trace, work: Work) {
    this.#trace = trace;
    this.#work = work;
    this.#maker = new RunTextMaker(work);
  }

  /** Whether the run at a position says a folded text; undefined if that takes longer to find out. */
  has(at: number, needle: string): boolean | undefined {
    const text = kept.get(this.#trace.runs[at]!);
    if (typeof text !== 'string') return undefined;
    this.#work.note(text.length);
    return text.includes(needle);
  }

  /** The same, however long it takes. */
  *hasSlowly(at: number, needle: string): Paused<boolean> {
    const text = kept.get(this.#trace.runs[at]!) ?? (yield* this.#make(at));
    if (typeof text === 'string') return text.includes(needle);
    for (let page = 0; page < text.length; page++) {
      const view = pageWithOverlap(text, page, needle.length);
      if (view.includes(needle)) return true;
      if (this.#work.add(view.length)) yield;
    }
    return false;
  }

  *#make(at: number): Paused<RunText> {
    const run = this.#trace.runs[at]!;
    const text = yield* this.#maker.make(run);
    const length = (keptLengths.get(this.#trace) ?? 0) + lengthOf(text);
    if (length > MOST_KEPT) return text;
    keptLengths.set(this.#trace, length);
    kept.set(run, text);
    return text;
  }
}
