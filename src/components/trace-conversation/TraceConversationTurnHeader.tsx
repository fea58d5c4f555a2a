'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import type { ConversationTurn, TurnFigures } from '../../core/analysis/conversation/conversation.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { formatMoment } from '../primitives/moment.ts';
import { part, type Part } from '../primitives/part.ts';
import { formatCount, formatDuration } from '../primitives/quantity.ts';
import { StatusIcon } from '../primitives/StatusIcon.tsx';
import { money, words } from './run-figures.ts';
import { useTraceConversationContext } from './TraceConversationContext.ts';

/** Props of `TraceConversationTurnHeader`. */
export interface TraceConversationTurnHeaderProps extends Omit<ComponentPropsWithRef<'header'>, 'children'> {
  readonly turn: ConversationTurn;
  /** Its place in the conversation, from 0. */
  readonly place: number;
  /** When the turn before it ended, in epoch ms; null if that is not known. */
  readonly previousEnd: number | null;
  /** The id of the heading, by which the turn is called. */
  readonly headingId?: string | undefined;
}

/** Ms of silence that are worth telling. */
const GAP = 5 * 60_000;

/** Which turn it is, when it was, how long it took, and what it cost. Renders a `<header>`. */
export const TraceConversationTurnHeader: Part<TraceConversationTurnHeaderProps> = /* @__PURE__ */ part(function TraceConversationTurnHeader(props: TraceConversationTurnHeaderProps): ReactElement {
  const { turn, place, previousEnd, headingId, ...rest } = props;
  const { messages, locale } = useTraceConversationContext('TraceConversationTurnHeader');
  const { figures } = turn;
  const gap = figures === null || previousEnd === null ? 0 : figures.start - previousEnd;
  return (
    <>
      {gap >= GAP && <p data-slot="trace-conversation-gap"><span>{messages.gap(words(formatDuration(gap, locale)))}</span></p>}
      <header {...mergeProps({ 'data-slot': 'trace-conversation-turn-header' }, rest)}>
        <h3 data-slot="trace-conversation-heading" id={headingId}>{messages.turn(place + 1)}</h3>
        {figures === null ? <span data-slot="trace-conversation-note">{messages.fromPrompt}</span> : <Figures figures={figures} isFirst={place === 0 || gap >= GAP} />}
      </header>
    </>
  );
});

function Figures({ figures, isFirst }: { readonly figures: TurnFigures; readonly isFirst: boolean }): ReactElement {
  const { messages, locale, timeZone, now } = useTraceConversationContext('TraceConversationTurnHeader');
  const { start, status, errors, tokens, cost, unmeteredCalls } = figures;
  const end = figures.end ?? (status === 'running' ? now : undefined);
  const moment = formatMoment(start, locale, timeZone);
  return (
    <>
      {moment !== null && (
        <time data-slot="trace-conversation-time" dateTime={moment.iso} title={moment.full}>{isFirst ? moment.text : clock(start, locale, timeZone)}</time>
      )}
      {status !== 'success' && <span data-slot="trace-conversation-state" data-status={status}><StatusIcon status={status} /><span>{messages.statuses[status]}</span></span>}
      {status === 'success' && errors > 0 && <span data-slot="trace-conversation-state" data-status="error"><StatusIcon status="error" /><span>{messages.errors(errors)}</span></span>}
      <span data-slot="trace-conversation-sums">
        {end !== undefined && <span>{words(formatDuration(Math.max(0, end - start), locale))}</span>}
        {tokens !== null && <span title={unmeteredCalls > 0 ? messages.atLeast(unmeteredCalls) : undefined}>{messages.tokens(formatCount(tokens, locale).figure)}</span>}
        {cost !== null && <span>{money(cost, figures.currency, locale)}</span>}
      </span>
    </>
  );
}

/** The time of the day, to the second. */
function clock(time: number, locale: string | undefined, timeZone: string | undefined): string {
  return new Date(time).toLocaleTimeString(locale, { timeStyle: 'medium', ...(timeZone !== undefined && { timeZone }) });
}
