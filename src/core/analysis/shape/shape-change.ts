import type { Shape, ShapeKind } from './shape.ts';
import { shapeOf } from './shape-of.ts';

/**
 * What became of one place. `size`: the same kinds, with more or fewer entries or characters; `inside`: only what it holds
 * has changed; `type`: of another kind.
 */
export type ShapeChangeKind = 'same' | 'size' | 'inside' | 'type' | 'added' | 'removed';

/** One place of the data, before and after. */
export interface ShapeRow {
  /** The names of the fields that lead to it, null for each entry of a list; empty for the whole. */
  readonly path: readonly (string | null)[];
  /** Null where there was nothing. */
  readonly input: Shape | null;
  readonly output: Shape | null;
  readonly change: ShapeChangeKind;
}

/** How the shape of data changed on its way through a step. */
export interface ShapeChange {
  /** The whole, or the fields of the whole, each followed by what has changed inside of it. */
  readonly rows: readonly ShapeRow[];
  /** Rows that are left out. */
  readonly more: number;
}

const MOST_ROWS = 100;
/** More places than any shape has rows for. */
const MOST_PLACES = 10_000;
/** Names that tracers give to what has no name of its own. */
const WRAPPERS: ReadonlySet<string> = new Set(['input', 'inputs', 'output', 'outputs', 'result', 'value']);

/** Compares the shapes of what went into a step and what came out of it. */
export function shapeChange(input: unknown, output: unknown): ShapeChange {
  const rows: (Omit<ShapeRow, 'change'> & { change: ShapeChangeKind })[] = [];
  const parents: number[] = [];
  const left: Place[] = [{ path: [], input: unwrapped(shapeOf(input)), output: unwrapped(shapeOf(output)), parent: -1 }];
  while (left.length > 0 && rows.length < MOST_PLACES) {
    const { path, input: before, output: after, parent } = left.pop()!;
    const inner = insideOf(before, after);
    rows.push({ path, input: known(before), output: known(after), change: changeOf(before, after, inner.length > 0) });
    parents.push(parent);
    const at = rows.length - 1;
    for (let nth = inner.length - 1; nth >= 0; nth--) left.push({ ...inner[nth]!, path: [...path, inner[nth]!.name], parent: at });
  }
  // Whatever has changed has changed what holds it: what is inside comes later.
  for (let at = rows.length - 1; at > 0; at--) {
    const parent = rows[parents[at]!];
    if (rows[at]!.change !== 'same' && parent?.change === 'same') parent.change = 'inside';
  }
  const isRootShown = rows.length === 1 || only(rows[0]!.input)?.type !== 'object';
  const shown = rows.filter(({ path, change }) => (path.length === 0 ? isRootShown : path.length === 1 && !isRootShown ? true : change !== 'same'));
  return { rows: shown.slice(0, MOST_ROWS), more: Math.max(0, shown.length - MOST_ROWS) };
}

interface Place extends Pick<ShapeRow, 'path'> {
  readonly input: Shape | null;
  readonly output: Shape | null;
  readonly parent: number;
}

interface Inner {
  readonly name: string | null;
  readonly input: Shape | null;
  readonly output: Shape | null;
}

/** What two shapes hold that can be compared one by one: the fields of objects, the entries of lists. */
function insideOf(input: Shape | null, output: Shape | null): readonly Inner[] {
  const before = only(input);
  const after = only(output);
  if (before?.type === 'list' && after?.type === 'list') {
    return before.most === 0 || after.most === 0 ? [] : [{ name: null, input: before.entries, output: after.entries }];
  }
  if (before?.type !== 'object' || after?.type !== 'object') return [];
  const later = new Map(after.fields.map((field) => [field.name, field]));
  const names = new Set(before.fields.map(({ name }) => name));
  const kept = before.fields.map(({ name, shape }): Inner => ({ name, input: shape, output: later.get(name)?.shape ?? null }));
  return [...kept, ...after.fields.filter(({ name }) => !names.has(name)).map(({ name, shape }): Inner => ({ name, input: null, output: shape }))];
}

function changeOf(input: Shape | null, output: Shape | null, isCompared: boolean): ShapeChangeKind {
  const before = known(input);
  const after = known(output);
  if (before === null || after === null) return before === after ? 'same' : before === null ? 'added' : 'removed';
  if (before.kinds.length !== after.kinds.length) return 'type';
  for (const kind of before.kinds) if (!after.kinds.some(({ type }) => type === kind.type)) return 'type';
  const isSized = before.kinds.some((kind) => !isSameSize(kind, after.kinds.find(({ type }) => type === kind.type)));
  // Of several kinds, what they hold is not compared.
  return isSized ? 'size' : isCompared || !before.kinds.some(({ type }) => type === 'object') ? 'same' : JSON.stringify(before) === JSON.stringify(after) ? 'same' : 'inside';
}

function isSameSize(a: ShapeKind, b: ShapeKind | undefined): boolean {
  return !('most' in a) || (b !== undefined && 'most' in b && a.least === b.least && a.most === b.most);
}

function known(shape: Shape | null): Shape | null {
  return shape === null || shape.kinds.length === 0 ? null : shape;
}

function only(shape: Shape | null): ShapeKind | undefined {
  return shape?.kinds.length === 1 ? shape.kinds[0] : undefined;
}

function unwrapped(shape: Shape): Shape {
  const kind = only(shape);
  if (kind?.type !== 'object' || kind.fields.length !== 1 || kind.more > 0) return shape;
  const [field] = kind.fields;
  return field !== undefined && WRAPPERS.has(field.name) ? field.shape : shape;
}
