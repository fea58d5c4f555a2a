import type { Run } from '../../model/run.ts';
import { cutAt, fold } from './fold.ts';
import { LeafWalk } from './leaf-walk.ts';
import { PAGE_LENGTH, type RunText } from './run-text.ts';
import type { Paused, Work } from './work.ts';

/** What a run says beyond this many characters is not searched. */
const MOST_CHARACTERS = 1 << 26;
/** To make a text takes longer than to search it. */
const EFFORT = 8;
const PAYLOADS: readonly ((run: Run) => unknown)[] = [(run) => run.metadata, (run) => run.inputs, (run) => run.outputs];

/** Makes texts of runs, one after the other. */
export class RunTextMaker {
  readonly #walk = new LeafWalk();
  readonly #work: Work;
  #pages: string[] = [];
  /** The page at hand, not folded yet. */
  #page = '';
  #left = 0;

  constructor(work: Work) {
    this.#work = work;
  }

  /** Reads a run's payload and makes its text. The one before must have been made to its end, or given up. */
  *make(run: Run): Paused<RunText> {
    this.#pages = [];
    this.#page = run.name;
    this.#left = MOST_CHARACTERS;
    if (run.model?.name != null) this.#page += `\0${run.model.name}`;
    for (const tag of run.tags) this.#page += `\0${tag}`;
    for (const text of errorTexts(run)) this.#page += `\0${text}`;
    for (const payloadOf of PAYLOADS) {
      this.#walk.begin(payloadOf(run));
      while (this.#left > 0 && this.#walk.step()) {
        if (this.#work.add(EFFORT)) yield;
        if (this.#walk.leaf === undefined) continue;
        const text = String(this.#walk.leaf);
        this.#page += '\0';
        // Even a single value may be too long to be folded at once.
        for (let from = 0, to = 0; from < text.length && this.#left > 0; from = to) {
          to = cutAt(text, from + PAGE_LENGTH);
          this.#page += to - from === text.length ? text : text.slice(from, to);
          this.#left -= to - from;
          if (this.#page.length >= PAGE_LENGTH) this.#turnPage();
          if (this.#work.add((to - from) * EFFORT)) yield;
        }
      }
    }
    if (this.#pages.length === 0) return fold(this.#page);
    this.#turnPage();
    return this.#pages;
  }

  #turnPage(): void {
    this.#pages.push(fold(this.#page));
    this.#page = '';
  }
}

/** What a run's error says, without what is not known. */
export function errorTexts({ error }: Run): readonly string[] {
  return error === null ? NO_TEXTS : [error.type, error.message, error.stack].filter((text) => text !== null);
}

const NO_TEXTS: readonly string[] = [];
