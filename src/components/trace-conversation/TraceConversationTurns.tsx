'use client';
import { useEffect, useRef, useState, type ComponentPropsWithRef, type ReactElement } from 'react';
import type { ConversationTurn } from '../../core/analysis/conversation/conversation.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { formatShare } from '../primitives/quantity.ts';
import { useTraceConversationContext, useTraceConversationState } from './TraceConversationContext.ts';
import { TraceConversationTurn } from './TraceConversationTurn.tsx';
import { TURN_STEP, turnsAfter, turnsBefore, windowAround, windowWith, type TurnWindow } from './turn-window.ts';

/** Props of `TraceConversationTurns`. */
export interface TraceConversationTurnsProps extends Omit<ComponentPropsWithRef<'div'>, 'children'> {}

/**
 * The turns, as a list of articles. Of very many, those around where the person is are in the document, and more are one
 * press away: unlike rows that come and go while scrolling, what is there stays for the browser's search, for selecting
 * and for screen readers; what is out of sight is not laid out. Renders a `<div>`.
 */
export const TraceConversationTurns: Part<TraceConversationTurnsProps> = /* @__PURE__ */ part(function TraceConversationTurns(props: TraceConversationTurnsProps): ReactElement {
  const { messages, locale } = useTraceConversationContext('TraceConversationTurns');
  const { turns, isReading, progress, begin, current } = useTraceConversationState('TraceConversationTurns');
  const currentPlace = current === null ? -1 : turns.indexOf(current.turn);
  // Null until the person goes on: then it begins where it is to begin.
  const [chosen, setChosen] = useState<TurnWindow | null>(null);
  const own = clamp(chosen ?? windowAround(begin ?? 0, turns), turns.length);
  const window = currentPlace === -1 ? own : windowWith(own, currentPlace, turns);
  // Where the place to begin at is still to be read, nothing is shown that would have to give way.
  const { from, to } = begin === null && chosen === null ? { from: 0, to: 0 } : window;
  const list = useRef<HTMLOListElement>(null);
  /** The turn that gets the focus, once the button that asked for it has gone or has other turns beside it. */
  const awaited = useRef<number | null>(null);
  useEffect(() => {
    if (awaited.current === null) return;
    const item = list.current?.children[awaited.current - from];
    awaited.current = null;
    const article = item?.querySelector('article');
    article?.focus({ preventScroll: true });
    article?.scrollIntoView({ block: 'nearest' });
  });

  const go = (next: TurnWindow, focus: number): void => {
    awaited.current = focus;
    setChosen(next);
  };
  const left = to === 0 ? 0 : turns.length - to;
  const earlier = turnsBefore(from, turns, TURN_STEP);
  const later = turnsAfter(to, turns, TURN_STEP);
  return (
    <div {...mergeProps({ 'data-slot': 'trace-conversation-turns' }, props)}>
      {from > 0 && (
        <p data-slot="trace-conversation-more">
          <button type="button" data-slot="inspect-button" onClick={() => go({ from: earlier, to }, from - 1)}>{messages.earlier(from - earlier, from)}</button>
          {earlier > 0 && <button type="button" data-slot="inspect-button" onClick={() => go(windowAround(0, turns), 0)}>{messages.first}</button>}
        </p>
      )}
      <ol ref={list} data-slot="trace-conversation-list">
        {turns.slice(from, to).map((turn, nth) => (
          <li key={turn.id} data-slot="trace-conversation-place" aria-setsize={turns.length} aria-posinset={from + nth + 1}>
            <TraceConversationTurn turn={turn} place={from + nth} previousEnd={endBefore(turns, from + nth)} />
          </li>
        ))}
      </ol>
      {left > 0 && (
        <p data-slot="trace-conversation-more">
          <button type="button" data-slot="inspect-button" onClick={() => go({ from, to: later }, to)}>{messages.later(later - to, left)}</button>
          {later < turns.length && <button type="button" data-slot="inspect-button" onClick={() => go(windowAround(turns.length - 1, turns), turns.length - 1)}>{messages.last}</button>}
        </p>
      )}
      {isReading && <Progress progress={progress} says={messages.reading(formatShare(progress, locale))} />}
      {!isReading && turns.length === 0 && <p data-slot="trace-conversation-empty">{messages.empty}</p>}
    </div>
  );
});

/** How much was read. Renders a `<p>`. */
function Progress({ progress, says }: { readonly progress: number; readonly says: string }): ReactElement {
  return <p data-slot="trace-conversation-none" role="progressbar" aria-label={says} aria-valuenow={Math.round(progress * 100)}>{says}</p>;
}

function clamp({ from, to }: TurnWindow, count: number): TurnWindow {
  return { from: Math.max(0, Math.min(from, count - 1)), to: Math.min(to, count) };
}

/** When the turn before one ended, as far as it was recorded. */
function endBefore(turns: readonly ConversationTurn[], place: number): number | null {
  return turns[place - 1]?.figures?.end ?? null;
}
