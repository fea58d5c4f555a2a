import { asObject, asText, type JsonObject } from './json.ts';
import type { RunRecord } from './record.ts';
import type { Model, Run, RunError, RunEvent, RunKind, RunLink, RunStatus } from './run.ts';
import { millisecondsBetween, readTime, type Instant } from './time.ts';
import type { Cost, Usage } from './usage.ts';

/** A run whose scalars have been read, and whose payloads are read from its record when someone looks. */
export class RecordedRun implements Run {
  readonly id: string;
  readonly traceId: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly kind: RunKind;
  readonly sourceKind: string | null;
  readonly status: RunStatus;
  readonly start: number;
  readonly end: number | null;
  readonly firstToken: number | null;
  readonly model: Model | null;
  usage: Usage | null;
  cost: Cost | null;
  readonly error: RunError | null;
  readonly tags: readonly string[];
  readonly hidden: boolean;
  readonly #record: RunRecord;
  readonly #epoch: Instant;

  constructor(record: RunRecord, scalars: RunScalars, place: RunPlace) {
    this.id = scalars.id;
    this.traceId = scalars.traceId;
    this.parentId = place.parentId;
    this.name = scalars.name;
    this.kind = scalars.kind;
    this.sourceKind = scalars.sourceKind;
    this.status = scalars.status;
    this.start = place.start;
    this.end = place.end;
    this.firstToken = place.firstToken;
    this.model = scalars.model;
    this.usage = scalars.usage;
    this.cost = scalars.cost;
    this.error = scalars.error;
    this.tags = scalars.tags;
    this.hidden = scalars.hidden;
    this.#record = record;
    this.#epoch = place.epoch;
  }

  get inputs(): unknown {
    return this.#record.inputs;
  }

  get outputs(): unknown {
    return this.#record.outputs;
  }

  get metadata(): Readonly<Record<string, unknown>> {
    return labelled('metadata', this.#record.metadata);
  }

  get events(): readonly RunEvent[] {
    const events = this.#record.events;
    return Array.isArray(events) ? events.map((event: unknown) => this.#readEvent(asObject(event) ?? { attributes: { value: event } })) : [];
  }

  get links(): readonly RunLink[] {
    const links = this.#record.links;
    return Array.isArray(links) ? links.map((link: unknown) => readLink(asObject(link) ?? { attributes: { value: link } })) : [];
  }

  get source(): unknown {
    return this.#record.source ?? this.#record;
  }

  /** The same run with another cost. */
  static withCost(run: Run, cost: Cost | null): Run {
    if (!(#record in run)) return { ...run, cost };
    const { parentId, start, end, firstToken } = run;
    const copy = new RecordedRun(run.#record, run, { parentId, start, end, firstToken, epoch: run.#epoch });
    copy.cost = cost;
    return copy;
  }

  /** The record behind a run; undefined for a run of the caller's own making. */
  static recordOf(run: Run): RunRecord | undefined {
    return #record in run ? run.#record : undefined;
  }

  #readEvent(event: JsonObject): RunEvent {
    const moment: Instant = { ms: 0, ns: 0 };
    const epoch = this.#epoch;
    const known = readTime(event['time'], moment);
    return {
      name: asText(event['name']) ?? 'event',
      time: known ? millisecondsBetween(epoch.ms, epoch.ns, moment.ms, moment.ns) : null,
      attributes: labelled('value', event['attributes']),
    };
  }
}

function readLink(link: JsonObject): RunLink {
  return { traceId: asText(link['traceId']) ?? null, runId: asText(link['runId']) ?? null, attributes: labelled('value', link['attributes']) };
}

/** An object as it is; anything else as an object with one field, so that it stays visible. */
function labelled(name: string, value: unknown): JsonObject {
  return asObject(value) ?? (value == null ? {} : { [name]: value });
}

/** The scalars of a run after they have been checked. */
export interface RunScalars {
  readonly id: string;
  readonly traceId: string;
  readonly name: string;
  readonly kind: RunKind;
  readonly sourceKind: string | null;
  readonly status: RunStatus;
  readonly model: Model | null;
  readonly usage: Usage | null;
  readonly cost: Cost | null;
  readonly error: RunError | null;
  readonly tags: readonly string[];
  readonly hidden: boolean;
}

/** Where a run stands in its trace. */
export interface RunPlace {
  readonly parentId: string | null;
  readonly start: number;
  readonly end: number | null;
  readonly firstToken: number | null;
  /** When the trace began: what its events are placed by. */
  readonly epoch: Instant;
}
