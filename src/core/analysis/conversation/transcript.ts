import { hasSameId, isSameUnit, isVague, keyOf, type Unit } from './unit.ts';

/** A unit in its place: what was told before it is the way up. */
export interface Place<Told> {
  readonly unit: Unit;
  /** What was told before it; null for the start. */
  readonly before: Place<Told> | null;
  /** Units before it. */
  readonly depth: number;
  /** When it was made, among all places. */
  readonly order: number;
  /** The trace in which it was told. */
  readonly trace: number;
  /** What stands for it in the conversation. */
  told: Told | null;
  /** What the model was told before all messages, when it was last called here. */
  system: string | null;
  /** Where the same had been told before, from where it goes on; null for a place that is the first of its kind. */
  instead: Place<Told> | null;
  next: Place<Told>[] | Map<string, Place<Told>[]>;
}

/** Hears of a list of units. */
export interface Hearer<Told> {
  /** What is asked now, of what stands last but for answers; null if it is all that no answer follows, as in a prompt. */
  readonly isAsked: ((unit: Unit) => boolean) | null;
  /**
   * Hears of the next unit: whether it is new, and whether it is asked now. What it knows to have been told in another
   * place goes on from there.
   */
  hear(place: Place<Told>, unit: Unit, isNew: boolean, isAsked: boolean): Place<Told> | undefined;
}

/** Places looked at, latest first, where more than one tells the same. */
const MOST_CANDIDATES = 32;
/** Units looked at ahead from each of them. */
const MOST_AHEAD = 64;
/** Units that a prompt can leave out in its midst and still be known to go on. */
const MOST_LEFT_OUT = 4_096;
/** Ways on from one place before they are found by key. */
const MOST_LISTED = 4;

/**
 * Everything that was told, as a tree: two prompts that begin alike share their beginning, and part where they differ. So
 * a prompt that repeats all before it tells nothing new but its end, each message counts once however often it is
 * repeated, and the same words said twice are two.
 */
export class Transcript<Told> {
  readonly #start: Place<Told> = { unit: NOTHING, before: null, depth: 0, order: 0, trace: -1, told: null, system: null, instead: null, next: [] };
  readonly #byKey = new Map<string, Place<Told>[]>();
  #count = 0;

  /**
   * Goes along a list of units from the start of a conversation, and adds what is not known; gives the last place of
   * those that were known, and the end.
   *
   * @param trace which trace tells it. What is asked in one is said anew, even if it was said in another.
   */
  tell(units: readonly Unit[], trace: number, hearer: Hearer<Told>): { readonly known: Place<Told>; readonly end: Place<Told> } {
    const last = lastAsked(units);
    const count = this.#count;
    let known = this.#start;
    let end = this.#start;
    for (let nth = 0; nth < units.length; nth++) {
      const unit = units[nth]!;
      const isLast = nth >= last.from && nth < last.to;
      const isAsked = isLast && (hearer.isAsked?.(unit) ?? last.to === units.length);
      let place = this.#follow(end, units, nth, isLast ? trace : null, isAsked, count);
      if (isAsked && place !== undefined && place.trace !== trace && !hasSameId(place.unit, unit)) place = undefined;
      const isNew = place === undefined;
      if (place !== undefined) known = place;
      place ??= this.#add(end, unit, trace);
      const instead = hearer.hear(place, unit, isNew, isAsked);
      if (instead !== undefined && instead !== place) place.instead = instead;
      end = place.instead ?? place;
    }
    return { known, end };
  }

  /** Adds what was answered at the end of a prompt; gives the new end. */
  answer(end: Place<Told>, units: readonly Unit[], trace: number, told: Told): Place<Told> {
    let place = end;
    for (const unit of units) {
      place = waysOn(place, unit)[0] ?? this.#add(place, unit, trace);
      place.told ??= told;
    }
    return place;
  }

  /**
   * The place that tells the next unit. Of several, that from which most of the rest is known.
   *
   * @param trace the trace of which it is to be, if there is one of that
   * @param isAsked whether it is what is asked now
   * @param count how many places there were before the list
   */
  #follow(end: Place<Told>, units: readonly Unit[], nth: number, trace: number | null, isAsked: boolean, count: number): Place<Told> | undefined {
    const next = waysOn(end, units[nth]);
    const own = trace === null ? undefined : next.findLast((place) => place.trace === trace);
    if (own !== undefined) return own;
    return longest(next.length === 0 || end === this.#start ? [...this.#elsewhere(end, units[nth]!, isAsked, count), ...next] : next, units, nth);
  }

  #add(end: Place<Told>, unit: Unit, trace: number): Place<Told> {
    const place: Place<Told> = { unit, before: end, depth: end.depth + 1, order: this.#count++, trace, told: null, system: null, instead: null, next: [] };
    const key = keyOf(unit);
    if (Array.isArray(end.next) && end.next.length === MOST_LISTED) end.next = groupByKey(end.next);
    if (Array.isArray(end.next)) end.next.push(place);
    else pushTo(end.next, key, place);
    pushTo(this.#byKey, key, place);
    return place;
  }

  /**
   * Where a prompt goes on that leaves out something, as those do that keep only the latest messages. What is asked last
   * is never found so, but by its id: people say the same again.
   */
  #elsewhere(end: Place<Told>, unit: Unit, byId: boolean, count: number): readonly Place<Told>[] {
    // After something unknown anything may follow, but for a call or a result that could be any.
    const isAnywhere = end === this.#start || (end.order >= count && !isVague(unit));
    const places = (this.#byKey.get(keyOf(unit)) ?? []).slice(-MOST_CANDIDATES);
    return places.filter((place) => place.order < count && (byId ? hasSameId(place.unit, unit) : isSameUnit(place.unit, unit)) && (isAnywhere || follows(place, end)));
  }
}

const NOTHING: Unit = { message: { side: 'input', role: '', name: null, id: null, parts: [] }, part: null };

/** Whether a place comes after another one, with anything in between. */
function follows<Told>(place: Place<Told>, end: Place<Told>): boolean {
  let at: Place<Told> | null = place;
  for (let steps = 0; at !== null && at.depth > end.depth && steps < MOST_LEFT_OUT; steps++) at = at.before;
  return at === end;
}

/** Of places that tell a unit, the one from which most of what follows is known; of equals, the latest. */
function longest<Told>(places: readonly Place<Told>[], units: readonly Unit[], nth: number): Place<Told> | undefined {
  if (places.length < 2) return places[0];
  let best: Place<Told> | undefined;
  let most = 0;
  for (let at = places.length - 1; at >= 0; at--) {
    const length = knownFrom(places[at]!, units, nth);
    if (length > most) best = places[at];
    most = Math.max(most, length);
  }
  return best;
}

/** How many units are known from a place on that tells the one at `nth`, whichever way they go. */
function knownFrom<Told>(place: Place<Told>, units: readonly Unit[], nth: number): number {
  let ends: readonly Place<Told>[] = [place];
  let length = 0;
  for (; ends.length > 0 && length < MOST_AHEAD; length++) ends = ends.flatMap((end) => waysOn(end, units[nth + length + 1])).slice(-MOST_CANDIDATES);
  return length;
}

/** The places right after one that tell a unit. */
function waysOn<Told>(end: Place<Told>, unit: Unit | undefined): readonly Place<Told>[] {
  if (unit === undefined) return [];
  const { next } = end.instead ?? end;
  const places = Array.isArray(next) ? next : (next.get(keyOf(unit)) ?? []).slice(-MOST_CANDIDATES);
  return places.filter((place) => isSameUnit(place.unit, unit));
}

/** Where what was asked last stands: after it there can be answers. */
function lastAsked(units: readonly Unit[]): { readonly from: number; readonly to: number } {
  let to = units.length;
  while (to > 0 && units[to - 1]!.part !== null) to--;
  let from = to;
  while (from > 0 && units[from - 1]!.part === null) from--;
  return { from, to };
}

function groupByKey<Told>(places: readonly Place<Told>[]): Map<string, Place<Told>[]> {
  const groups = new Map<string, Place<Told>[]>();
  for (const place of places) pushTo(groups, keyOf(place.unit), place);
  return groups;
}

function pushTo<Told>(lists: Map<string, Place<Told>[]>, key: string, place: Place<Told>): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [place]);
  else list.push(place);
}
