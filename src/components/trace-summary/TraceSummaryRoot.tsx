'use client';
import * as Collapsible from '@radix-ui/react-collapsible';
import { useMemo, type ComponentPropsWithRef, type ReactElement } from 'react';
import { useHydrated } from '../../hooks/useHydrated.ts';
import { useTraceSummary, type UseTraceSummaryOptions } from '../../hooks/useTraceSummary.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { ENGLISH, type TraceSummaryMessages } from './messages.ts';
import { TraceSummaryContext, type TraceSummaryShared } from './TraceSummaryContext.ts';

/** Props of `TraceSummaryRoot`. */
export interface TraceSummaryRootProps extends UseTraceSummaryOptions, Omit<ComponentPropsWithRef<'div'>, 'dir'> {
  /** A BCP 47 tag for numbers and dates. @default that of the browser */
  readonly locale?: string | undefined;
  /** An IANA name for dates. @default that of the browser; UTC on a server */
  readonly timeZone?: string | undefined;
  /** Texts in place of the English ones. */
  readonly messages?: Partial<TraceSummaryMessages> | undefined;
}

/** Holds what the parts of a summary share. Renders a `<div>`. */
export const TraceSummaryRoot: Part<TraceSummaryRootProps> = /* @__PURE__ */ part(function TraceSummaryRoot(props: TraceSummaryRootProps): ReactElement {
  const { trace, now, onSelectedChange, open, defaultOpen, onOpenChange, locale, timeZone: zone, messages: given, ...rest } = props;
  const state = useTraceSummary({ trace, now, onSelectedChange, open, defaultOpen, onOpenChange });
  const messages = useMemo<TraceSummaryMessages>(() => ({ ...ENGLISH, ...given }), [given]);
  const isHydrated = useHydrated();
  const timeZone = zone ?? (isHydrated ? undefined : 'UTC');
  const shared = useMemo<TraceSummaryShared>(() => ({ ...state, messages, locale, timeZone }), [state, messages, locale, timeZone]);
  const own = {
    'data-slot': 'trace-summary',
    'data-status': trace.status,
    role: 'group',
    'aria-label': messages.label(trace.name),
    open: state.isOpen,
    onOpenChange: state.setOpen,
  };
  return (
    <TraceSummaryContext.Provider value={shared}>
      <Collapsible.Root {...mergeProps(own, rest)} />
    </TraceSummaryContext.Provider>
  );
});
