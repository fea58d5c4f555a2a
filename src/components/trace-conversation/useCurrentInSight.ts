'use client';
import { useEffect, useRef } from 'react';
import { useLatest } from '../../hooks/useLatest.ts';
import type { TraceConversationShown } from './TraceConversationContext.ts';

/** The room that a turn's header takes at the top, in px. */
const HEADER = 40;

/** Brings the turn to begin at into sight, and later what was selected elsewhere. */
export function useCurrentInSight(element: HTMLElement | null, { current, row, begin, turns }: TraceConversationShown): void {
  const turn = current?.turn.id ?? null;
  const first = begin === null ? null : (turns[begin]?.id ?? null);
  const latest = useLatest({ first, isFirst: begin === 0 });
  const hasTurns = first !== null;
  const hasBegun = useRef(false);
  useEffect(() => {
    if (element === null || !hasTurns) return undefined;
    if (row === null || turn === null) {
      const start = latest.current.isFirst || hasBegun.current ? null : findBy(element, 'data-turn', latest.current.first ?? '');
      hasBegun.current = true;
      if (start !== null) bringIntoSight(element, start, true);
      return undefined;
    }
    hasBegun.current = true;
    const target = findBy(element, 'data-item', row);
    if (target !== null) bringIntoSight(element, target, false);
    if (target !== null) return undefined;
    // What was not shown until now is rendered after this.
    const timer = setTimeout(() => {
      const late = findBy(element, 'data-item', row) ?? findBy(element, 'data-turn', turn);
      if (late !== null) bringIntoSight(element, late, false);
    });
    return () => clearTimeout(timer);
  }, [element, row, turn, hasTurns, latest]);
}

/** By comparing, since an id may hold whatever breaks a selector. */
function findBy(element: HTMLElement, attribute: string, id: string): HTMLElement | null {
  for (const found of element.querySelectorAll<HTMLElement>(`[${attribute}]`)) if (found.getAttribute(attribute) === id) return found;
  return null;
}

/** Scrolls the conversation and nothing around it, no further than is needed. */
function bringIntoSight(scroller: HTMLElement, target: HTMLElement, toTop: boolean): void {
  const view = scroller.getBoundingClientRect();
  const box = target.getBoundingClientRect();
  const above = box.top - view.top - (toTop ? 0 : HEADER);
  const below = box.bottom - view.bottom;
  if (toTop || above < 0) scroller.scrollTop += above;
  else if (below > 0) scroller.scrollTop += Math.min(below, above);
}
