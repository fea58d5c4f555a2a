import { asObject, asText, type JsonObject } from '../../model/json.ts';
import type { RunEventRecord, RunLinkRecord, RunRecord } from '../../model/record.ts';
import type { TimeInput } from '../../model/time.ts';
import { orUndefined } from '../known-moment.ts';
import { eventOf } from './event-of.ts';
import type { Rollout } from './rollout.ts';
import { isOpen } from './turn-record.ts';

/** A session of Codex as a whole, seen as the run around its turns. */
export class SessionRecord implements RunRecord {
  readonly kind = 'agent';
  readonly sourceKind = 'session';
  readonly id: string;
  readonly traceId: string;
  readonly threadId: string;
  readonly #rollout: Rollout;

  constructor(rollout: Rollout) {
    this.id = rollout.id;
    this.traceId = rollout.id;
    this.threadId = rollout.id;
    this.#rollout = rollout;
  }

  /** The name that the thread was given last, if any. */
  get name(): string {
    const named = this.#rollout.events.findLast(({ type }) => type === 'thread_name_updated');
    return asText(named?.payload['thread_name']) ?? asText(this.#meta['thread_name']) ?? asText(this.#meta['agent_nickname']) ?? 'Codex session';
  }

  get startTime(): TimeInput {
    return (orUndefined(this.#rollout.firstTime) ?? this.#meta['timestamp']) as TimeInput;
  }

  get endTime(): TimeInput | undefined {
    const last = this.#rollout.turns.at(-1);
    return last !== undefined && isOpen(last, true) ? undefined : orUndefined(this.#rollout.lastTime);
  }

  get project(): string | undefined {
    return asText(this.#meta['cwd']) ?? asText(this.#rollout.turns[0]?.context?.payload['cwd']);
  }

  get metadata(): JsonObject {
    const { id: _id, timestamp: _timestamp, type: _type, ...meta } = this.#meta;
    return meta;
  }

  get events(): readonly RunEventRecord[] {
    return this.#rollout.events.map(eventOf);
  }

  /** The thread that this one was started by, or goes on from. */
  get links(): readonly RunLinkRecord[] {
    const spawn = asObject(asObject(asObject(this.#meta['source'])?.['subagent'])?.['thread_spawn']);
    const links: RunLinkRecord[] = [];
    for (const [relation, id] of [['parent', spawn?.['parent_thread_id'] ?? this.#meta['parent_thread_id']], ['forked_from', this.#meta['forked_from_id']]] as const) {
      const traceId = asText(id);
      if (traceId !== undefined) links.push({ traceId, runId: traceId, attributes: { relation } });
    }
    return links;
  }

  get source(): unknown {
    return this.#rollout.meta?.source ?? { id: this.id };
  }

  get #meta(): JsonObject {
    return this.#rollout.meta?.payload ?? {};
  }
}
