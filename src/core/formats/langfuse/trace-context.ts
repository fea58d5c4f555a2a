import type { JsonObject } from '../../model/json.ts';

/** One request to a model, inside of a call of the Vercel AI SDK. */
const STEP = /^ai\.\w+\.do[A-Z]/;

/**
 * What the observations of one trace share. Langfuse records the trace beside them, with a name, an input and an output
 * of its own. Where one observation is the root, it stands for the trace; where none or several are, the trace is shown
 * as a run above them.
 */
export class TraceContext {
  readonly id: string;
  /** The trace's own record, where the document has it. */
  record: JsonObject | undefined;
  /** The session, as the trace or what it was listed in names it. */
  threadId: string | undefined;
  /** Whether the trace's own record is shown as a run. */
  isRun = false;
  /** Calls of the Vercel AI SDK that are there step by step too. */
  readonly #repeating = new Set<string>();
  readonly #ids = new Set<string>();
  readonly #roots = new Set<string>();

  constructor(id: string) {
    this.id = id;
  }

  /** Hears of an observation, which may come more than once. */
  add(id: string, parentId: string | undefined, name: string): void {
    this.#ids.add(id);
    if (parentId === undefined) this.#roots.add(id);
    else if (STEP.test(name)) this.#repeating.add(parentId);
  }

  /** Whether the observation tells what others inside of it tell already. */
  isRepeating(id: string): boolean {
    return this.#repeating.has(id);
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  get observations(): number {
    return this.#ids.size;
  }

  get roots(): number {
    return this.#roots.size;
  }

  /** Decides, when all observations are known, whether the trace has to stand for its own root. */
  settle(): void {
    this.isRun = this.record !== undefined && this.#roots.size !== 1 && !this.#ids.has(this.id);
  }
}
