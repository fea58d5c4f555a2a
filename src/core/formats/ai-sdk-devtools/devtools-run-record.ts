import { asText, type JsonObject } from '../../model/json.ts';
import type { RunRecord } from '../../model/record.ts';
import type { TimeInput } from '../../model/time.ts';
import { timeSpanOf } from '../time-span.ts';
import type { StepRecord } from './step-record.ts';

/** One call of the AI SDK with all its steps, seen as the run around them. It ends with the last of them. */
export class DevtoolsRunRecord implements RunRecord {
  readonly kind = 'chain';
  readonly sourceKind = 'run';
  readonly source: JsonObject;
  readonly #steps: readonly StepRecord[];

  constructor(run: JsonObject, steps: readonly StepRecord[]) {
    this.source = run;
    this.#steps = steps;
  }

  get id(): string {
    return asText(this.source['id']) ?? '';
  }

  /** A call made inside of a tool names the call that the tool was used by. */
  get parentId(): string | undefined {
    return asText(this.source['parent_run_id']);
  }

  /** The function's id, where the caller gave one; else how its steps were made: `generate` or `stream`. */
  get name(): string {
    return asText(this.source['function_id']) ?? this.#steps[0]?.sourceKind ?? 'run';
  }

  get startTime(): TimeInput {
    return this.source['started_at'] as TimeInput;
  }

  get endTime(): TimeInput | undefined {
    return timeSpanOf(this.#steps).end;
  }

  get metadata(): JsonObject {
    const step = this.source['parent_step_id'];
    return step == null ? {} : { parent_step_id: step };
  }
}
