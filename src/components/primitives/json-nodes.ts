import { isContainer, read } from './json-text.ts';

/** One value in a tree of JSON. Only what is open has children, so that nothing is read before it is looked at. */
export interface JsonNode {
  /** The same for as long as the node lives. */
  readonly id: number;
  /** Gives the tree's nodes their ids. */
  readonly ids: { last: number };
  /** Null for the whole value. */
  readonly key: string | number | null;
  readonly value: unknown;
  readonly parent: JsonNode | null;
  readonly depth: number;
  /** Its place among its siblings, from 0. */
  readonly place: number;
  /** Entries that it holds; 0 for what cannot be opened. */
  readonly size: number;
  /** Whether it stands for the siblings that are not listed yet. */
  readonly isRest: boolean;
  isOpen: boolean;
  children: JsonNode[] | null;
}

/** Entries of one container that are listed at once. */
export const PAGE = 100_000;
/** Rows that open by themselves. */
const START_ROWS = 40;
const START_DEPTH = 6;
/** Rows that opening everything inside makes at most. */
const MOST_OPENED = 100_000;

function createNode(key: string | number | null, value: unknown, parent: JsonNode | null, place: number, isRest = false): JsonNode {
  const depth = parent === null ? 0 : parent.depth + 1;
  const ids = parent?.ids ?? { last: 0 };
  return { id: ++ids.last, ids, key, value, parent, depth, place, size: isRest ? 0 : sizeOf(value), isRest, isOpen: false, children: null };
}

/** A tree of which so much is open as can be taken in at a glance. */
export function createJsonTree(value: unknown): JsonNode {
  const root = createNode(null, value, null, 0);
  openInside(root, START_ROWS, START_DEPTH);
  if (root.size > 0) open(root);
  return root;
}

/** The rows on show, from what is open, in one scan. */
export function jsonRows(root: JsonNode): JsonNode[] {
  const rows: JsonNode[] = [];
  const left = [root];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    rows.push(node);
    if (!node.isOpen || node.children === null) continue;
    for (let at = node.children.length - 1; at >= 0; at--) left.push(node.children[at] as JsonNode);
  }
  return rows;
}

/** Opens a node; its entries are read the first time. */
export function open(node: JsonNode): void {
  if (node.size === 0) return;
  node.isOpen = true;
  if (node.children === null) {
    node.children = [];
    list(node, 0);
  }
}

/** Lists the siblings that a node stands for, in its place. */
export function listRest({ parent }: JsonNode): void {
  const children = parent?.children;
  if (parent === null || children == null) return;
  const rest = children.pop();
  const from = children.length;
  list(parent, from);
  // Under the same id, so that the row with the focus stays.
  const first = children[from];
  if (first !== undefined && rest !== undefined) children[from] = { ...first, id: rest.id };
}

/** Opens everything inside, level by level, until so many rows are open. */
export function openInside(node: JsonNode, mostRows: number = MOST_OPENED, mostDepth: number = Number.POSITIVE_INFINITY): void {
  let rows = 1;
  const queue = [node];
  // A queue, so that a wide object shows all of its fields before any of them opens.
  for (let at = 0; at < queue.length; at++) {
    const next = queue[at] as JsonNode;
    if (next.size === 0 || next.depth - node.depth >= mostDepth) continue;
    if (rows + next.size > mostRows) continue;
    open(next);
    rows += next.size;
    for (const child of next.children ?? []) queue.push(child);
  }
}

/**
 * Opens all that leads to a value.
 *
 * @param path names of fields and places in lists, from the whole on
 * @returns the node of the value, or the last one on the way that there is
 */
export function openPath(root: JsonNode, path: readonly (string | number)[]): JsonNode {
  let node = root;
  for (const key of path) {
    open(node);
    let child = childAt(node, key);
    while (child === undefined && node.children?.at(-1)?.isRest === true) {
      listRest(node.children.at(-1) as JsonNode);
      child = childAt(node, key);
    }
    if (child === undefined) break;
    node = child;
  }
  return node;
}

function childAt({ value, children }: JsonNode, key: string | number): JsonNode | undefined {
  const child = Array.isArray(value) && typeof key === 'number' ? children?.[key] : children?.find((one) => one.key === key);
  return child?.isRest === true ? undefined : child;
}

/** How many entries a value has. */
export function sizeOf(value: unknown): number {
  if (!isContainer(value)) return 0;
  try {
    return Array.isArray(value) ? value.length : Object.keys(value).length;
  } catch {
    return 0;
  }
}

function list(node: JsonNode, from: number): void {
  const { value, children } = node;
  if (!isContainer(value) || children === null) return;
  const keys = Array.isArray(value) ? null : Object.keys(value);
  const end = Math.min(node.size, from + PAGE);
  for (let at = from; at < end; at++) {
    const key = keys === null ? at : (keys[at] ?? '');
    children.push(createNode(key, read(value, key), node, at));
  }
  if (end < node.size) children.push(createNode(null, node.size - end, node, end, true));
}
