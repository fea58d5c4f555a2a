import type { Trace } from '../model/trace.ts';

/** Which runs show their children: all of them, none, those above a depth, or those of the given ids. */
export type Expansion = 'all' | 'none' | number | ReadonlySet<string>;

/** Whether each run shows its children: one entry a run in reading order, 0 or 1. A run without children has 0. */
export type ExpandedFlags = Uint8Array;

/** What an expansion means for this trace. With a depth of n, the first n levels show what is under them. */
export function expandedFlags(trace: Trace, expansion: Expansion): ExpandedFlags {
  const { depth, subtreeEnd } = trace.columns;
  const flags = new Uint8Array(trace.runs.length);
  if (expansion === 'none') return flags;
  if (typeof expansion === 'object') {
    for (const id of expansion) {
      const at = trace.indexOf({ id });
      if (at !== -1 && subtreeEnd[at]! > at + 1) flags[at] = 1;
    }
    return flags;
  }
  const levels = expansion === 'all' ? Number.POSITIVE_INFINITY : expansion;
  for (let at = 0; at < flags.length; at++) {
    if (depth[at]! < levels && subtreeEnd[at]! > at + 1) flags[at] = 1;
  }
  return flags;
}

/** The ids that the flags stand for: the inverse of `expandedFlags` for a set. */
export function expandedIds(trace: Trace, flags: ExpandedFlags): ReadonlySet<string> {
  const ids = new Set<string>();
  for (let at = 0; at < flags.length; at++) if (flags[at] === 1) ids.add(trace.runs[at]!.id);
  return ids;
}

/** The flags with one run opened or closed; the same flags if nothing changes. */
export function withExpanded(flags: ExpandedFlags, at: number, expanded: boolean): ExpandedFlags {
  if ((flags[at] === 1) === expanded) return flags;
  const changed = flags.slice();
  changed[at] = expanded ? 1 : 0;
  return changed;
}

/** The flags with everything above a run open, so that it can be seen. */
export function withRevealed(trace: Trace, flags: ExpandedFlags, at: number): ExpandedFlags {
  const { parent } = trace.columns;
  let changed = flags;
  for (let above = parent[at] ?? -1; above !== -1; above = parent[above] ?? -1) {
    if (changed[above] === 1) continue;
    if (changed === flags) changed = flags.slice();
    changed[above] = 1;
  }
  return changed;
}

/** The flags with a run and all its siblings open; the same flags if nothing changes. */
export function withSiblingsExpanded(trace: Trace, flags: ExpandedFlags, at: number): ExpandedFlags {
  const { parent, subtreeEnd } = trace.columns;
  const above = parent[at] ?? -1;
  const end = above === -1 ? flags.length : subtreeEnd[above]!;
  let changed = flags;
  for (let sibling = above + 1; sibling < end; sibling = subtreeEnd[sibling]!) {
    if (changed[sibling] === 1 || sibling + 1 === subtreeEnd[sibling]) continue;
    if (changed === flags) changed = flags.slice();
    changed[sibling] = 1;
  }
  return changed;
}
