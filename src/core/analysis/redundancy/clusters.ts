import { leavesLikeness } from '../payload/likeness.ts';
import { payloadLeaves, type PayloadLeaves } from '../payload/payload-leaves.ts';
import type { RunDigests } from '../payload/run-digests.ts';
import type { Paused, Work } from '../search/work.ts';
import type { Candidate } from './candidates.ts';
import { mayBeAlike, sketchOf } from './sketch.ts';

/** Calls of the same thing with inputs that are alike. */
export interface Cluster {
  readonly calls: Candidate[];
  likeness: number;
}

/** With so many others a call is compared at most, and so many are known by one mark. */
const MOST_COMPARED = 8;
const MOST_LISTED = 64;
/** What it takes to compare two payloads, and to make a sketch of one, in characters searched. */
const COMPARISON = 20_000;
const SKETCH = 5_000;

/** The calls with the same inputs. Calls whose inputs were not recorded are in none. */
export function* sameCalls(candidates: readonly Candidate[], digests: RunDigests): Paused<readonly Cluster[]> {
  const byDigest = new Map<number, Cluster>();
  const clusters: Cluster[] = [];
  for (const candidate of candidates) {
    const { value } = yield* digests.ofInputs(candidate.run);
    if (candidate.run.inputs === undefined) continue;
    const cluster = Number.isNaN(value) ? undefined : byDigest.get(value);
    if (cluster !== undefined) {
      cluster.calls.push(candidate);
      continue;
    }
    const made: Cluster = { calls: [candidate], likeness: 1 };
    byDigest.set(value, made);
    clusters.push(made);
  }
  return clusters;
}

/** Puts clusters together whose inputs are nearly the same. A cluster joins the first that it is like. */
export function* similarCalls(clusters: readonly Cluster[], least: number, digests: RunDigests, work: Work): Paused<readonly Cluster[]> {
  const joined: Cluster[] = [];
  const byShape = new Map<number, Map<number, Sketched[]>>();
  for (const cluster of clusters) {
    const { run } = cluster.calls[0]!;
    const { shape } = yield* digests.ofInputs(run);
    const byMark = byShape.get(shape) ?? new Map<number, Sketched[]>();
    byShape.set(shape, byMark);
    const leaves = payloadLeaves(run.inputs);
    const marks = leaves === null ? [] : sketchOf(leaves);
    if (work.add(SKETCH)) yield;
    let like: Cluster | undefined;
    for (const { cluster: other, leaves: others } of neighbours(byMark, marks)) {
      if (work.add(COMPARISON)) yield;
      const likeness = leavesLikeness(others, leaves, least);
      if (likeness === 0) continue;
      like = other;
      like.likeness = Math.min(like.likeness, likeness);
      for (const call of cluster.calls) like.calls.push(call);
      break;
    }
    if (like !== undefined) continue;
    const own: Cluster = { calls: [...cluster.calls], likeness: 1 };
    joined.push(own);
    const sketched: Sketched = { cluster: own, marks, leaves };
    for (const mark of marks) {
      const list = byMark.get(mark);
      if (list === undefined) byMark.set(mark, [sketched]);
      else if (list.length < MOST_LISTED) list.push(sketched);
    }
  }
  return joined;
}

/** A cluster, and what its first call was given. */
interface Sketched {
  readonly cluster: Cluster;
  readonly marks: readonly number[];
  readonly leaves: PayloadLeaves | null;
}

function neighbours(byMark: ReadonlyMap<number, readonly Sketched[]>, marks: readonly number[]): Iterable<Sketched> {
  const seen = new Set<Cluster>();
  const found: Sketched[] = [];
  for (const mark of marks) {
    for (const other of byMark.get(mark) ?? []) {
      if (seen.has(other.cluster) || found.length >= MOST_COMPARED) continue;
      seen.add(other.cluster);
      if (mayBeAlike(marks, other.marks)) found.push(other);
    }
  }
  return found;
}
