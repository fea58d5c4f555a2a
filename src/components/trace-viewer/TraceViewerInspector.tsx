'use client';
import { useEffect, useRef, type ComponentPropsWithRef, type CSSProperties, type ReactElement } from 'react';
import { useSplitter } from '../../hooks/useSplitter.ts';
import { ErrorBoundary } from '../primitives/ErrorBoundary.tsx';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { RunInspector } from '../run-inspector/RunInspector.tsx';
import { useTraceViewerContext } from './TraceViewerContext.ts';
import { viewerFailure } from './TraceViewerFailure.tsx';

/** Props of `TraceViewerInspector`. */
export interface TraceViewerInspectorProps extends ComponentPropsWithRef<'section'> {}

const NARROWEST = 280;
/** Room that the runs keep, in px. */
const RUNS = 320;

/**
 * The selected run at the side, or in place of the runs where there is room for one thing only. Renders an `<section>`;
 * nothing while no run is selected.
 */
export const TraceViewerInspector: Part<TraceViewerInspectorProps> = /* @__PURE__ */ part(function TraceViewerInspector(props: TraceViewerInspectorProps): ReactElement | null {
  const { trace, viewer, preferences, setPreferences, messages, locale, now, isNarrow, width, closeInspector, renderMarkdown } = useTraceViewerContext('TraceViewerInspector');
  const { run, search } = viewer;
  const element = useRef<HTMLElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  const size = (): number => preferences.inspectorWidth ?? element.current?.offsetWidth ?? NARROWEST;
  const splitter = useSplitter({ size, least: NARROWEST, most: () => Math.max(NARROWEST, width - RUNS), side: 'after', onSizeChange: (inspectorWidth) => setPreferences({ inspectorWidth }) });

  const isOpen = run !== null;
  useEffect(() => {
    // Where it takes the place of the runs, the focus can't stay with them.
    if (isNarrow && isOpen) close.current?.focus({ preventScroll: true });
  }, [isNarrow, isOpen]);

  if (run === null) return null;
  const style = preferences.inspectorWidth === undefined ? undefined : ({ '--runlens-inspector-width': `${preferences.inspectorWidth}px` } as CSSProperties);
  return (
    <section {...mergeProps({ 'data-slot': 'trace-viewer-inspector', 'aria-label': messages.inspector, ref: element, style }, props)}>
      {!isNarrow && <div data-slot="trace-viewer-splitter" aria-label={messages.resizeInspector} aria-valuemin={NARROWEST} aria-valuenow={preferences.inspectorWidth ?? NARROWEST} {...splitter} />}
      <button ref={close} type="button" data-slot="trace-viewer-close" aria-label={isNarrow ? undefined : messages.closeInspector} onClick={closeInspector}>
        <svg aria-hidden viewBox="0 0 14 14" width={14} height={14} fill="none" stroke="currentColor" strokeWidth={1.4} strokeLinecap="round" strokeLinejoin="round">
          <path d={isNarrow ? 'M8.5 3 4.5 7l4 4' : 'M3.5 3.5l7 7M10.5 3.5l-7 7'} />
        </svg>
        {isNarrow && <span>{messages.back}</span>}
      </button>
      <ErrorBoundary of={run} fallback={viewerFailure}>
        <RunInspector
          trace={trace}
          run={run}
          onRunChange={viewer.select}
          query={search.isActive ? search.query : undefined}
          renderMarkdown={renderMarkdown}
          messages={messages.parts.inspector}
          locale={locale}
          now={now}
          openSections={preferences.openSections}
          onOpenSectionsChange={(openSections) => setPreferences({ openSections })}
          wrap={preferences.wrap}
          onWrapChange={(wrap) => setPreferences({ wrap })}
          payloadMode={preferences.payloadMode}
          onPayloadModeChange={(payloadMode) => setPreferences({ payloadMode })}
        />
      </ErrorBoundary>
    </section>
  );
});
