'use client';
import { useEffect, useMemo, useState, type ComponentPropsWithRef, type ReactElement, type ReactNode } from 'react';
import type { ConversationTurn } from '../../core/analysis/conversation/conversation.ts';
import type { ItemPlace } from '../../core/analysis/conversation/find-item.ts';
import { groupTools } from '../../core/analysis/conversation/group-items.ts';
import type { Query } from '../../core/analysis/search/query.ts';
import type { Trace } from '../../core/model/trace.ts';
import { useHydrated } from '../../hooks/useHydrated.ts';
import { useTraceConversation } from '../../hooks/useTraceConversation.ts';
import type { UseTraceConversationOptions } from '../../hooks/trace-conversation-state.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { ENGLISH, type TraceConversationMessages } from './messages.ts';
import { createOpenStore } from './open-store.ts';
import { marksOf } from './search-fields.ts';
import { TraceConversationContext, TraceConversationStateContext, type TraceConversationShared, type TraceConversationShown } from './TraceConversationContext.ts';
import { TraceConversationItems } from './TraceConversationItems.tsx';
import { useCurrentInSight } from './useCurrentInSight.ts';

/** Props of `TraceConversationRoot`. */
export interface TraceConversationRootProps extends Omit<UseTraceConversationOptions, 'traces'>, ComponentPropsWithRef<'div'> {
  /** The trace to read. Beside `traces`, the one of them at which to begin. */
  readonly trace?: Trace | undefined;
  /** The traces of a thread, in any order. Without a `trace`, it begins at the last turn. */
  readonly traces?: readonly Trace[] | undefined;
  /** What to mark. Keep its identity: texts are looked through again when it changes. */
  readonly query?: Query | undefined;
  /** Renders what models said as Markdown, as `renderMarkdown` of `runlens/markdown` does. Without it, text stays text. */
  readonly renderMarkdown?: ((text: string) => ReactNode) | undefined;
  /** A BCP 47 tag for numbers and times. @default that of the browser */
  readonly locale?: string | undefined;
  /** An IANA name, by which turns tell their time. @default that of the browser; UTC on a server */
  readonly timeZone?: string | undefined;
  /** Texts in place of the English ones. */
  readonly messages?: Partial<TraceConversationMessages> | undefined;
  /** The present in epoch ms, by which what runs has lasted so long; without it that is not shown. */
  readonly now?: number | undefined;
}

const NO_TRACES: readonly Trace[] = [];
const renderItems: TraceConversationShared['renderItems'] = (items) => <TraceConversationItems items={items} />;

/** Holds what the parts of a conversation share: its turns, what is open, what is selected. Renders a `<div>`. */
export const TraceConversationRoot: Part<TraceConversationRootProps> = /* @__PURE__ */ part(function TraceConversationRoot(props: TraceConversationRootProps): ReactElement {
  const {
    trace, traces, selected, selectedTrace, defaultSelected, onSelectedChange, openItems, defaultOpenItems, onOpenItemsChange,
    query, renderMarkdown, locale, timeZone: zone, messages: given, now, children, ...rest
  } = props;
  const state = useTraceConversation({ traces: traces ?? trace ?? NO_TRACES, selected, selectedTrace, defaultSelected, onSelectedChange, openItems, defaultOpenItems, onOpenItemsChange });
  const messages = useMemo<TraceConversationMessages>(() => ({ ...ENGLISH, ...given }), [given]);
  const marks = useMemo(() => marksOf(query), [query]);
  const isHydrated = useHydrated();
  const timeZone = zone ?? (isHydrated ? undefined : 'UTC');
  const { turns, isReading, current } = state;
  const first = trace ?? (traces?.length === 1 ? traces[0] : undefined);
  const begin = useMemo(() => beginOf(turns, first, isReading), [turns, first, isReading]);
  const row = useMemo(() => (current === null ? null : rowOf(current)), [current]);
  const shown = useMemo<TraceConversationShown>(() => ({ ...state, begin, row }), [state, begin, row]);
  const [store] = useState(() => createOpenStore(shown));
  useEffect(() => store.set(shown), [store, shown]);
  const shared = useMemo<TraceConversationShared>(
    () => ({ store, messages, locale, timeZone, now, marks, renderMarkdown, renderItems }),
    [store, messages, locale, timeZone, now, marks, renderMarkdown],
  );
  const [element, attach] = useState<HTMLDivElement | null>(null);
  useCurrentInSight(element, shown);

  const own = { 'data-slot': 'trace-conversation', role: 'region', 'aria-label': messages.label(first?.name ?? turns[0]?.trace.name ?? ''), ref: attach };
  return (
    <div {...mergeProps(own, rest)}>
      <TraceConversationContext.Provider value={shared}>
        <TraceConversationStateContext.Provider value={shown}>{children}</TraceConversationStateContext.Provider>
      </TraceConversationContext.Provider>
    </div>
  );
});

/** The place of the turn to begin at: the first of the trace that is named or alone, or else the last; null until it is read. */
function beginOf(turns: readonly ConversationTurn[], first: Trace | undefined, isReading: boolean): number | null {
  const place = first === undefined ? -1 : turns.findIndex((turn) => turn.trace.id === first.id);
  if (place !== -1) return place;
  return isReading ? null : Math.max(0, turns.length - 1);
}

/** The id of the row in which an item stands: its own, or that of the calls that it is one of. */
function rowOf({ turn, item }: ItemPlace): string {
  const row = groupTools(turn.items).find((one) => (one.type === 'tools' ? one.items.includes(item) : one === item));
  return row?.id ?? item.id;
}
