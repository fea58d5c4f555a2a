'use client';
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';

/** What `useSplitter` takes. */
export interface UseSplitterOptions {
  /** The size in px of what is resized, as it is now. */
  readonly size: () => number;
  readonly least: number;
  /** The most it can be, in px. */
  readonly most: () => number;
  /** On which side of the splitter it stands, as one reads. */
  readonly side: 'before' | 'after';
  readonly onSizeChange: (size: number) => void;
}

/** Attributes and handlers of the element that is dragged. */
export interface SplitterAttributes {
  readonly role: 'separator';
  readonly 'aria-orientation': 'vertical';
  readonly tabIndex: 0;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: (event: PointerEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Px that an arrow key moves. */
const KEY_STEP = 16;

/** A bar between two things side by side, that resizes one of them by dragging or by the arrow keys, Home and End. */
export function useSplitter({ size, least, most, side, onSizeChange }: UseSplitterOptions): SplitterAttributes {
  const press = useRef<{ readonly x: number; readonly size: number } | null>(null);
  const resize = (next: number): void => onSizeChange(Math.round(Math.max(least, Math.min(next, most()))));
  /** 1 where moving to the right makes it larger. */
  const sign = (element: Element): number => (side === 'before' ? 1 : -1) * (getComputedStyle(element).direction === 'rtl' ? -1 : 1);
  return {
    role: 'separator',
    'aria-orientation': 'vertical',
    tabIndex: 0,
    onPointerDown: (event) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      press.current = { x: event.clientX, size: size() };
    },
    onPointerMove: ({ currentTarget, clientX }) => {
      if (press.current !== null) resize(press.current.size + (clientX - press.current.x) * sign(currentTarget));
    },
    onPointerUp: () => {
      press.current = null;
    },
    onKeyDown: (event) => {
      const step = (event.key === 'ArrowRight' ? KEY_STEP : event.key === 'ArrowLeft' ? -KEY_STEP : 0) * sign(event.currentTarget);
      if (step !== 0) resize(size() + step);
      else if (event.key === 'Home') resize(least);
      else if (event.key === 'End') resize(most());
      else return;
      // What is around must not take it for its own.
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
