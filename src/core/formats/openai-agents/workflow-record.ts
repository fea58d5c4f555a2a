import { asObject, asText, type JsonObject } from '../../model/json.ts';
import type { RunRecord } from '../../model/record.ts';
import type { TimeInput } from '../../model/time.ts';
import type { Workflow } from './workflow.ts';

/** A trace that no span stands for, seen as the run above them: from the first start in it to the last end. */
export class WorkflowRecord implements RunRecord {
  readonly kind = 'chain';
  readonly sourceKind = 'trace';
  readonly id: string;
  readonly traceId: string;
  readonly source: JsonObject;
  readonly startTime: TimeInput;
  readonly endTime: TimeInput | undefined;
  readonly threadId: string | undefined;

  constructor(record: JsonObject, workflow: Workflow, startTime: TimeInput | undefined, endTime: TimeInput | undefined) {
    this.id = workflow.id;
    this.traceId = workflow.id;
    this.source = record;
    this.startTime = startTime as TimeInput;
    this.endTime = endTime;
    this.threadId = workflow.threadId;
  }

  get name(): string {
    return asText(this.source['workflow_name']) ?? 'Agent workflow';
  }

  get metadata(): JsonObject {
    return asObject(this.source['metadata']) ?? {};
  }
}
