'use client';
import * as Tabs from '@radix-ui/react-tabs';
import { useCallback, useEffect, useMemo, useRef, useState, type ComponentPropsWithRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import type { Trace } from '../../core/model/trace.ts';
import { isTaken } from '../../hooks/treegrid-keys.ts';
import { useElementWidth } from '../../hooks/useElementWidth.ts';
import { usePreferences, type PreferenceStorage } from '../../hooks/usePreferences.ts';
import { useTraceViewer, type UseTraceViewerOptions } from '../../hooks/useTraceViewer.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { DEFAULT_VIEWS } from './default-views.ts';
import { ENGLISH, type TraceViewerMessages } from './messages.ts';
import { readPreferences } from './preferences.ts';
import { TraceViewerContext, type TraceViewerShared } from './TraceViewerContext.ts';
import type { TraceViewerView } from './views.ts';

/** Below this width in px there is room for one thing only; trace-viewer.css has the same. */
const NARROW = 720;

/** Props of `TraceViewerRoot`. */
export interface TraceViewerRootProps extends UseTraceViewerOptions, Omit<ComponentPropsWithRef<'div'>, 'defaultValue'> {
  /** All turns of the conversation that the trace belongs to, for the view that reads it as chat. @default the trace alone */
  readonly thread?: readonly Trace[] | undefined;
  /** Asks to show another trace of the thread, and one of its runs. */
  readonly onThreadChange?: ((trace: Trace, selected: string | null) => void) | undefined;
  /** The ways to look at the trace, each behind a tab. @default timeline and conversation */
  readonly views?: readonly TraceViewerView[] | undefined;
  /** Where widths, columns and open sections are remembered; nowhere without one. `localStorage` is one. */
  readonly storage?: PreferenceStorage | undefined;
  /** @default 'runlens' */
  readonly storageKey?: string | undefined;
  /** Rows of 28 px, or of 24. @default 'normal' */
  readonly density?: 'normal' | 'compact' | undefined;
  /** Renders text as Markdown, as `renderMarkdown` of `runlens/markdown` does. Without it, text stays text. */
  readonly renderMarkdown?: ((text: string) => ReactNode) | undefined;
  /** A BCP 47 tag for numbers and dates. @default that of the browser */
  readonly locale?: string | undefined;
  /** Texts in place of the English ones. */
  readonly messages?: Partial<TraceViewerMessages> | undefined;
  /** The present in epoch ms, by which running runs have lasted so long. */
  readonly now?: number | undefined;
}

/** Holds what the parts of a viewer share, and takes the keys that work everywhere. Renders a `<div>`. */
export const TraceViewerRoot: Part<TraceViewerRootProps> = /* @__PURE__ */ part(function TraceViewerRoot(props: TraceViewerRootProps): ReactElement {
  const {
    trace, value, defaultValue, onValueChange, thread: turns, onThreadChange, views = DEFAULT_VIEWS, storage, storageKey = 'runlens',
    density = 'normal', renderMarkdown, locale, messages: given, now, children, ...rest
  } = props;
  const viewer = useTraceViewer({ trace, value, defaultValue, onValueChange });
  const [preferences, setPreferences] = usePreferences({ storage, storageKey, read: readPreferences });
  const messages = useMemo<TraceViewerMessages>(() => ({ ...ENGLISH, ...given }), [given]);
  const thread = useMemo(() => turns ?? [trace], [turns, trace]);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [width, measureRef] = useElementWidth();
  const searchRef = useRef<HTMLInputElement | null>(null);
  const root = useRef<HTMLDivElement | null>(null);

  const { select } = viewer;
  const isReturning = useRef(false);
  const closeInspector = useCallback(() => {
    isReturning.current = true;
    select(null);
  }, [select]);
  const isOpen = viewer.run !== null;
  useEffect(() => {
    if (isOpen || !isReturning.current) return;
    isReturning.current = false;
    // Whatever had the focus in it is gone; the list, which may have been out of sight, has one row that takes it.
    root.current?.querySelector<HTMLElement>('[data-slot="trace-tree-row"][tabindex="0"]')?.focus({ preventScroll: true });
  }, [isOpen]);

  function onKeyDownCapture(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || isHelpOpen || isTaken(event)) return;
    switch (event.key) {
      case '/': searchRef.current?.focus(); break;
      case '?': setHelpOpen(true); break;
      case 'e':
      case 'E': if (!viewer.selectError(event.key === 'e' ? 1 : -1)) return; break;
      case 'n': if (viewer.search.next() === null) return; break;
      case 'N': if (viewer.search.previous() === null) return; break;
      default: return;
    }
    // What is inside has some of these keys too, and leaves what is prevented.
    event.preventDefault();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || isHelpOpen || !isOpen) return;
    event.preventDefault();
    closeInspector();
  }

  const view = views.find(({ id }) => id === viewer.value.view) ?? views[0];
  const isNarrow = width > 0 && width < NARROW;
  const shared: TraceViewerShared = {
    trace, thread, viewer, views, preferences, setPreferences, messages, locale, now, density, renderMarkdown, isNarrow, width, searchRef,
    closeInspector, isHelpOpen, setHelpOpen, onThreadChange,
  };
  const own = {
    'data-slot': 'trace-viewer',
    'data-narrow': isNarrow ? '' : undefined,
    role: 'region',
    'aria-label': messages.label(trace.name),
    ref: useCallback((element: HTMLDivElement | null) => {
      root.current = element;
      measureRef(element);
    }, [measureRef]),
    onKeyDownCapture,
    onKeyDown,
  };
  return (
    <TraceViewerContext.Provider value={shared}>
      <Tabs.Root asChild value={view?.id ?? ''} onValueChange={viewer.setView} activationMode="automatic">
        <div {...mergeProps(own, rest)}>{children}</div>
      </Tabs.Root>
    </TraceViewerContext.Provider>
  );
});
