import type { ConversationTurn } from '../../core/analysis/conversation/conversation.ts';
import { MOST_ROWS_SHOWN } from './shown-pieces.ts';

/** Which turns are rendered: places in the conversation, `to` exclusive. */
export interface TurnWindow {
  readonly from: number;
  readonly to: number;
}

/** Turns that are rendered at first, and that a press of a button adds. */
export const TURN_STEP = 25;
/** Fewer, where they have so many rows together. */
const MOST_ROWS = 80;

/** The turns around a place: a few before it, more after it. */
export function windowAround(place: number, turns: readonly ConversationTurn[]): TurnWindow {
  const after = turnsAfter(place, turns, TURN_STEP - Math.floor(TURN_STEP / 3));
  const from = turnsBefore(place, turns, TURN_STEP - (after - place));
  return { from, to: turnsAfter(after, turns, TURN_STEP - (after - from)) };
}

/** One past the last of so many turns from a place on, fewer if they are long, but one at least. */
export function turnsAfter(place: number, turns: readonly ConversationTurn[], most: number): number {
  let to = place;
  for (let rows = 0; to < turns.length && to - place < most && (to === place || rows < MOST_ROWS); to++) rows += rowsOf(turns[to]);
  return to;
}

/** The first of so many turns before a place, fewer if they are long, but one at least. */
export function turnsBefore(place: number, turns: readonly ConversationTurn[], most: number): number {
  let from = place;
  for (let rows = 0; from > 0 && place - from < most && (from === place || rows < MOST_ROWS); from--) rows += rowsOf(turns[from - 1]);
  return from;
}

/** A window that has a place in it: the same one if it has, another one if it has not. */
export function windowWith(window: TurnWindow, place: number, turns: readonly ConversationTurn[]): TurnWindow {
  return place >= window.from && place < window.to ? window : windowAround(place, turns);
}

function rowsOf(turn: ConversationTurn | undefined): number {
  return 1 + Math.min(MOST_ROWS_SHOWN, turn?.items.length ?? 0);
}
