import type { RunMatch } from '../../core/analysis/search/matches-in.ts';
import type { TextRange } from '../../core/analysis/search/query.ts';
import type { RunMatchField } from '../../core/analysis/search/run-places.ts';
import type { Run } from '../../core/model/run.ts';
import type { CurrentMark } from '../primitives/search-marks.ts';
import type { ShownValues } from './shown-values.ts';
import type { RunReading } from './run-reading.ts';
import type { RunInspectorPlace, RunInspectorSectionName } from './sections.ts';

/** Where an inspector shows a match. */
export interface MatchPlace extends CurrentMark {
  readonly section: RunInspectorPlace;
  /** The place of the message, document, event or tag; null in what is no list. */
  readonly item: number | null;
}

/** Where an inspector shows what a query found in a run. */
export interface MatchPlaces {
  /** One for each match, in the same order. */
  readonly places: readonly MatchPlace[];
  readonly inSection: ReadonlyMap<RunInspectorPlace, number>;
  /** By place in the section. */
  readonly inItem: ReadonlyMap<RunInspectorPlace, ReadonlyMap<number, number>>;
  /** In objects and lists, at any depth. */
  readonly inside: ReadonlyMap<object, number>;
  /** In the fields of objects and entries of lists. */
  readonly byField: ReadonlyMap<object, ReadonlyMap<string | number, readonly TextRange[]>>;
  /** In whole texts of the payloads, by the name of the field in a query. */
  readonly byText: ReadonlyMap<string | null, ReadonlyMap<string, readonly TextRange[]>>;
}

/** Steps on the ways to all matches: of deeper ones, what holds them is not told. */
const MOST_STEPS = 1_000_000;

/** Where the payloads of a side are shown in full, if they are. */
const PAYLOADS: Readonly<Partial<Record<RunMatchField, readonly RunInspectorSectionName[]>>> = {
  inputs: ['query', 'arguments', 'input', 'request'],
  outputs: ['output', 'result', 'response'],
};

/** What queries call the payloads. */
const SIDES: Readonly<Partial<Record<RunMatchField, string>>> = { inputs: 'input', outputs: 'output' };

/** Finds where an inspector shows what a query found in a run: in a message rather than in the payload that holds it. */
export function matchPlaces(run: Run, reading: RunReading, sections: readonly RunInspectorSectionName[], shown: ShownValues, matches: readonly RunMatch[]): MatchPlaces {
  const places: MatchPlace[] = [];
  const inSection = new Map<RunInspectorPlace, number>();
  const inItem = new Map<RunInspectorPlace, Map<number, number>>();
  const inside = new Map<object, number>();
  const byField = new Map<object, Map<string | number, TextRange[]>>();
  const byText = new Map<string | null, Map<string, TextRange[]>>();
  let left = MOST_STEPS;

  let path: RunMatch['path'] | null = null;
  let way: Way = { holders: [], text: '' };
  let place: Omit<MatchPlace, 'from' | 'to'> = NOWHERE;
  let ranges: TextRange[] = [];
  for (const match of matches) {
    const { from, to } = match;
    // Matches of one value follow each other, with one path for all.
    if (path !== match.path) {
      path = match.path;
      way = wayTo(rootOf(run, reading, match.field), path, left);
      left -= way.holders.length;
      place = placeOf(match, way, sections, shown);
      ranges = [];
      const side = SIDES[match.field];
      const known = side === undefined ? undefined : mapIn(byText, side);
      if (known?.has(way.text) === false) known.set(way.text, ranges);
      const key = path.at(-1);
      const holder = way.holders.at(-1);
      if (holder !== undefined && key !== undefined) mapIn(byField, holder).set(key, ranges);
    }
    ranges.push({ from, to });
    places.push({ ...place, from, to });
    for (const section of new Set([place.section, ...(PAYLOADS[match.field] ?? []), 'raw' as const])) countIn(inSection, section);
    if (place.item !== null) countIn(mapIn(inItem, place.section), place.item);
    for (const holder of way.holders) countIn(inside, holder);
  }
  return { places, inSection, inItem, inside, byField, byText };
}

const NOWHERE: Omit<MatchPlace, 'from' | 'to'> = { section: 'header', item: null, text: '', root: null };

/** The values on the way to a match. */
interface Way {
  /** From the whole on, without the value itself. */
  readonly holders: readonly object[];
  readonly text: string;
}

function wayTo(root: unknown, path: RunMatch['path'], mostSteps: number): Way {
  const holders: object[] = [];
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || holders.length >= mostSteps) break;
    holders.push(value);
    value = (value as Readonly<Record<string | number, unknown>>)[key];
  }
  return { holders, text: value instanceof Date ? value.toISOString() : String(value) };
}

function rootOf(run: Run, reading: RunReading, field: RunMatchField): unknown {
  switch (field) {
    case 'inputs':
    case 'outputs':
    case 'metadata':
    case 'events': return reading[field];
    case 'model': return run.model?.name;
    case 'provider': return run.model?.provider;
    default: return run[field];
  }
}

function placeOf({ field, path }: RunMatch, { holders, text }: Way, sections: readonly RunInspectorSectionName[], shown: ShownValues): Omit<MatchPlace, 'from' | 'to'> {
  if (field === 'error') return { section: 'error', item: null, text, root: null };
  if (field === 'tags') return { section: 'metadata', item: asPlace(path[0]), text, root: null };
  if (field === 'metadata') return { section: 'metadata', item: null, text, root: holders[0] ?? null, path };
  if (field === 'events') return { section: 'events', item: asPlace(path[0]), text, root: holders[2] ?? null, path: path.slice(2) };
  const names = PAYLOADS[field];
  if (names === undefined) return { section: 'header', item: null, text, root: null };
  const known = shown.placeOf(field === 'inputs' ? 'input' : 'output', holders, text);
  if (known !== null) return { ...known, text, path: path.slice(known.depth) };
  const section = names.find((name) => sections.includes(name)) ?? 'raw';
  return { section, item: null, text, root: section === 'raw' ? null : (holders[0] ?? null), path };
}

function asPlace(key: string | number | undefined): number | null {
  return typeof key === 'number' ? key : null;
}

function countIn<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function mapIn<K, A, B>(maps: Map<K, Map<A, B>>, key: K): Map<A, B> {
  let map = maps.get(key);
  if (map === undefined) maps.set(key, (map = new Map()));
  return map;
}
