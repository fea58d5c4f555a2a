/** Which turns are rendered: places in the conversation, `to` exclusive. */
export interface TurnWindow {
  readonly from: number;
  readonly to: number;
}

/** Turns that are rendered at first, and that a press of a button adds. */
export const TURN_STEP = 25;

/** The turns around a place. */
export function windowAround(place: number, count: number): TurnWindow {
  const from = Math.max(0, Math.min(place - Math.floor(TURN_STEP / 3), count - TURN_STEP));
  return { from, to: Math.min(count, from + TURN_STEP) };
}

/** A window that has a place in it: the same one if it has, a larger one if it is near, another one if it is far. */
export function windowWith(window: TurnWindow, place: number, count: number): TurnWindow {
  if (place >= window.from && place < window.to) return window;
  if (place >= window.from - TURN_STEP && place < window.to + TURN_STEP) return { from: Math.min(place, window.from), to: Math.min(count, Math.max(place + 1, window.to)) };
  return windowAround(place, count);
}
