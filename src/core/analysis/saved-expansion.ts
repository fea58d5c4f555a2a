import type { Trace } from '../model/trace.ts';
import type { Expansion } from './expansion.ts';

/**
 * Which runs show their children, as plain JSON: all, none, those above a depth, those of the given ids, or all but
 * those. What names the closed ones stays true for runs that come later.
 */
export type SavedExpansion = 'all' | 'none' | number | { readonly open: readonly string[] } | { readonly closed: readonly string[] };

/** An expansion as plain JSON, in the shorter of its forms. Ids that the trace does not have are left out. */
export function saveExpansion(trace: Trace, expansion: Expansion): SavedExpansion {
  if (typeof expansion !== 'object') return expansion;
  const { subtreeEnd } = trace.columns;
  const open: string[] = [];
  const closed: string[] = [];
  for (let at = 0; at < trace.runs.length; at++) {
    if (subtreeEnd[at] === at + 1) continue;
    const { id } = trace.runs[at]!;
    (expansion.has(id) ? open : closed).push(id);
  }
  if (closed.length === 0) return 'all';
  if (open.length === 0) return 'none';
  return open.length <= closed.length ? { open } : { closed };
}

/** The expansion that was saved. */
export function restoreExpansion(trace: Trace, saved: SavedExpansion): Expansion {
  if (typeof saved !== 'object') return saved;
  if ('open' in saved) return new Set(saved.open);
  const { subtreeEnd } = trace.columns;
  const closed = new Set(saved.closed);
  const open = new Set<string>();
  for (let at = 0; at < trace.runs.length; at++) {
    const { id } = trace.runs[at]!;
    if (subtreeEnd[at]! > at + 1 && !closed.has(id)) open.add(id);
  }
  return open;
}

/** Reads a saved expansion of unknown origin; undefined if it is none. */
export function readSavedExpansion(value: unknown): SavedExpansion | undefined {
  if (value === 'all' || value === 'none') return value;
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 ? value : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const { open, closed } = value as { readonly open?: unknown; readonly closed?: unknown };
  if (isIds(open)) return { open };
  return isIds(closed) ? { closed } : undefined;
}

function isIds(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((id) => typeof id === 'string');
}
