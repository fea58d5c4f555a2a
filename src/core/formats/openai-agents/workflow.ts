import { asText, type JsonObject } from '../../model/json.ts';

/**
 * One trace of the OpenAI Agents SDK, which records it beside its spans, without times. Where one span is the root, that
 * stands for it; where none or several are, the trace is shown as a run above them.
 */
export class Workflow {
  readonly id: string;
  /** The trace's own record, where the document has it. */
  record: JsonObject | undefined;
  /** Whether the trace's own record is shown as a run. */
  isRun = false;
  readonly #ids = new Set<string>();
  readonly #roots = new Set<string>();

  constructor(id: string) {
    this.id = id;
  }

  /** Hears of a span, which may come more than once. */
  add(id: string, parentId: string | undefined): void {
    this.#ids.add(id);
    if (parentId === undefined) this.#roots.add(id);
  }

  get spans(): number {
    return this.#ids.size;
  }

  get roots(): number {
    return this.#roots.size;
  }

  /** The conversation that the trace is a turn of. */
  get threadId(): string | undefined {
    return asText(this.record?.['group_id']);
  }

  /** Decides, when all spans are known, whether the trace has to stand for its own root. */
  settle(): void {
    this.isRun = this.record !== undefined && this.#roots.size !== 1 && !this.#ids.has(this.id);
  }
}
