'use client';
import { useEffect, useRef, useState, type PointerEvent, type RefCallback } from 'react';
import type { TimelineState } from '../../hooks/useTimeline.ts';
import { useLatest } from '../../hooks/useLatest.ts';
import { NOT_POINTING, type Pointing } from './TraceWaterfallContext.ts';

const LANES = '[data-slot="trace-waterfall-lane"], [data-slot="trace-waterfall-axis"]';
/** Px that a press may wander and still be a click. */
const STILL = 4;
/** How much a notch of the wheel zooms, as a power of e for each px. */
const WHEEL_ZOOM = 0.002;

interface Press {
  readonly id: number;
  readonly from: number;
  x: number;
}

/** What `useLanePointer` gives to the element around the lanes. */
export interface LanePointer {
  readonly pointing: Pointing;
  readonly ref: RefCallback<HTMLElement>;
  readonly handlers: {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: (event: PointerEvent) => void;
    readonly onPointerCancel: (event: PointerEvent) => void;
    readonly onPointerLeave: () => void;
    readonly onClickCapture: (event: { stopPropagation: () => void }) => void;
  };
}

/**
 * The pointer over lanes: where it is, dragging a range to zoom into, two fingers or the wheel with Ctrl to zoom, the
 * wheel with Shift or sideways to move. The wheel alone stays the list's.
 */
export function useLanePointer(timeline: TimelineState): LanePointer {
  const [pointing, setPointing] = useState<Pointing>(NOT_POINTING);
  const presses = useRef(new Map<number, Press>());
  const hasDragged = useRef(false);
  const latest = useLatest(timeline);
  const [element, ref] = useState<HTMLElement | null>(null);

  useEffect(() => {
    if (element === null) return undefined;
    function onWheel(event: WheelEvent): void {
      const lane = laneAt(event);
      if (lane === null) return;
      const { zoomBy, panBy, scale } = latest.current;
      const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : event.shiftKey ? event.deltaY : 0;
      if (event.ctrlKey || event.metaKey) zoomBy(Math.exp(event.deltaY * WHEEL_ZOOM), placeIn(lane, event.clientX));
      else if (sideways !== 0) panBy(sideways / Math.max(1, scale.width));
      else return;
      event.preventDefault();
    }
    // React listens passively, and a passive listener can't keep the page from zooming.
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [element, latest]);

  function release(event: PointerEvent, isDone: boolean): void {
    const press = presses.current.get(event.pointerId);
    presses.current.delete(event.pointerId);
    const { range } = pointing;
    if (press === undefined || range === null) return;
    setPointing({ x: press.x, range: null });
    const { scale, setWindow } = latest.current;
    if (isDone) setWindow({ start: scale.toTime(Math.min(range.from, range.to)), end: scale.toTime(Math.max(range.from, range.to)) });
  }

  const handlers = {
    onPointerDown: (event: PointerEvent): void => {
      hasDragged.current = false;
      const lane = laneAt(event.nativeEvent);
      if (lane === null || event.button !== 0) return;
      const x = placeIn(lane, event.clientX);
      presses.current.set(event.pointerId, { id: event.pointerId, from: x, x });
    },
    onPointerMove: (event: PointerEvent): void => {
      const press = presses.current.get(event.pointerId);
      const lane = laneAt(event.nativeEvent);
      if (press === undefined) {
        const x = lane === null ? null : placeIn(lane, event.clientX);
        if (x !== pointing.x) setPointing({ x, range: null });
        return;
      }
      const box = lane ?? element?.querySelector(LANES) ?? null;
      if (box === null) return;
      const before = press.x;
      press.x = placeIn(box, event.clientX);
      const other = [...presses.current.values()].find(({ id }) => id !== press.id);
      if (other !== undefined) {
        const apart = Math.abs(press.x - other.x);
        if (apart > STILL) latest.current.zoomBy(Math.abs(before - other.x) / apart, (press.x + other.x) / 2);
        hasDragged.current = true;
      } else if (Math.abs(press.x - press.from) > STILL || pointing.range !== null) {
        if (!hasDragged.current) event.currentTarget.setPointerCapture(event.pointerId);
        hasDragged.current = true;
        setPointing({ x: press.x, range: { from: press.from, to: press.x } });
      }
    },
    onPointerUp: (event: PointerEvent): void => release(event, presses.current.size === 1),
    onPointerCancel: (event: PointerEvent): void => release(event, false),
    onPointerLeave: (): void => {
      if (presses.current.size === 0) setPointing(NOT_POINTING);
    },
    onClickCapture: (event: { stopPropagation: () => void }): void => {
      // The end of a drag is no click on the row under it.
      if (hasDragged.current) event.stopPropagation();
      hasDragged.current = false;
    },
  };
  return { pointing, ref, handlers };
}

function laneAt(event: Event): Element | null {
  const [target] = event.composedPath();
  return target instanceof Element ? target.closest(LANES) : null;
}

/** Px from the start of a lane, cut at its edges; from its right edge where text runs to the left. */
function placeIn(lane: Element, clientX: number): number {
  const box = lane.getBoundingClientRect();
  const x = getComputedStyle(lane).direction === 'rtl' ? box.right - clientX : clientX - box.left;
  return Math.min(box.width, Math.max(0, x));
}
