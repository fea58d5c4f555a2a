import type { Document, Message, ToolCall } from './content/content.ts';
import { asTexts } from './json.ts';
import type { RunEventRecord, RunRecord } from './record.ts';

/**
 * Two records of one run as one: what the later says is laid over the earlier, field by field. The one that has ended is
 * the later one, in whichever order they came.
 */
export class MergedRecord implements RunRecord {
  readonly #earlier: RunRecord;
  readonly #later: RunRecord;

  constructor(first: RunRecord, second: RunRecord) {
    const swapped = first.endTime != null && second.endTime == null;
    this.#earlier = swapped ? second : first;
    this.#later = swapped ? first : second;
  }

  #field<K extends keyof RunRecord>(key: K): RunRecord[K] {
    return this.#later[key] ?? this.#earlier[key];
  }

  get id(): string { return this.#later.id || this.#earlier.id; }
  get name(): string { return this.#later.name || this.#earlier.name; }
  get startTime(): RunRecord['startTime'] { return this.#field('startTime'); }
  get traceId(): RunRecord['traceId'] { return this.#later.traceId || this.#earlier.traceId; }
  get parentId(): RunRecord['parentId'] { return this.#later.parentId || this.#earlier.parentId; }
  get kind(): RunRecord['kind'] { return this.#field('kind'); }
  get sourceKind(): RunRecord['sourceKind'] { return this.#field('sourceKind'); }
  get endTime(): RunRecord['endTime'] { return this.#field('endTime'); }
  get firstTokenTime(): RunRecord['firstTokenTime'] { return this.#field('firstTokenTime'); }
  get error(): RunRecord['error'] { return this.#field('error'); }
  get model(): RunRecord['model'] { return this.#field('model'); }
  get usage(): RunRecord['usage'] { return this.#field('usage'); }
  get cost(): RunRecord['cost'] { return this.#field('cost'); }
  get hidden(): RunRecord['hidden'] { return this.#field('hidden'); }
  get project(): RunRecord['project'] { return this.#field('project'); }
  get threadId(): RunRecord['threadId'] { return this.#field('threadId'); }
  get sequence(): RunRecord['sequence'] { return this.#field('sequence'); }
  get inputs(): unknown { return this.#field('inputs'); }
  get outputs(): unknown { return this.#field('outputs'); }
  get metadata(): RunRecord['metadata'] { return this.#field('metadata'); }
  get messages(): readonly Message[] | null | undefined { return this.#field('messages'); }
  get documents(): readonly Document[] | null | undefined { return this.#field('documents'); }
  get toolCalls(): readonly ToolCall[] | null | undefined { return this.#field('toolCalls'); }

  /** A status said before the run ended is out of date. */
  get status(): RunRecord['status'] {
    return this.#later.status ?? (this.#later.endTime == null ? this.#earlier.status : null);
  }

  get tags(): readonly string[] {
    return [...new Set([...asTexts(this.#earlier.tags), ...asTexts(this.#later.tags)])];
  }

  get events(): readonly RunEventRecord[] {
    const earlier = this.#earlier.events ?? [];
    const later = this.#later.events ?? [];
    return later.length >= earlier.length ? later : earlier;
  }

  /** Both records, as the tracer wrote them. */
  get source(): readonly unknown[] {
    return [this.#earlier.source ?? this.#earlier, this.#later.source ?? this.#later];
  }
}
