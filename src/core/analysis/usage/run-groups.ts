import type { Run } from '../../model/run.ts';
import { runDimension, type RunDimension, type RunDimensionId } from '../dimensions.ts';

/** What a breakdown can be by: a dimension, or the runs' tags. */
export type BreakdownBy = RunDimensionId | RunDimension | 'tag';

/** Puts runs into groups, which are made when a run first needs them. */
export class RunGroups<T> {
  /** Name of what the groups are by. */
  readonly id: string;
  readonly #valueOf: ((run: Run) => string | null) | null;
  readonly #create: (value: string | null) => T;
  /** Each group in a list of its own, which is what most runs are in. */
  readonly #groups = new Map<string | null, readonly [T]>();
  #overlaps = false;

  constructor(by: BreakdownBy, create: (value: string | null) => T) {
    const dimension = by === 'tag' ? null : runDimension(by);
    this.id = dimension?.id ?? 'tag';
    this.#valueOf = dimension?.valueOf ?? null;
    this.#create = create;
  }

  /** Whether any run is in more than one group, so that the groups come to more than the whole. */
  get overlaps(): boolean {
    return this.#overlaps;
  }

  /** The groups that a run is in: one, but for tags. */
  of(run: Run): readonly T[] {
    if (this.#valueOf !== null) return this.#group(this.#valueOf(run));
    const tags = run.tags.length > 1 ? [...new Set(run.tags)] : run.tags;
    if (tags.length < 2) return this.#group(tags[0] ?? null);
    this.#overlaps = true;
    return tags.map((tag) => this.#group(tag)[0]);
  }

  all(): T[] {
    return Array.from(this.#groups.values(), ([group]) => group);
  }

  #group(value: string | null): readonly [T] {
    let group = this.#groups.get(value);
    if (group === undefined) {
      group = [this.#create(value)];
      this.#groups.set(value, group);
    }
    return group;
  }
}
