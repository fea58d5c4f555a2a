'use client';
import type { ReactElement } from 'react';
import { TraceMinimap } from '../trace-minimap/TraceMinimap.tsx';
import { TraceWaterfall } from '../trace-waterfall/TraceWaterfall.tsx';
import { useTraceViewerContext } from './TraceViewerContext.ts';

/** The whole trace in little, and its runs over time. */
export function TraceViewerTimeline(): ReactElement {
  const { viewer, preferences, setPreferences, messages: { parts }, locale, now, density, isHelpOpen, setHelpOpen } = useTraceViewerContext('TraceViewerTimeline');
  return (
    <>
      <TraceMinimap {...viewer.minimapProps} locale={locale} now={now} messages={parts.minimap} showCriticalPath={preferences.showCriticalPath} />
      <TraceWaterfall
        {...viewer.waterfallProps}
        locale={locale}
        now={now}
        density={density}
        messages={parts.tree}
        timelineMessages={parts.timeline}
        columns={preferences.columns}
        layout={preferences.layout}
        showCriticalPath={preferences.showCriticalPath}
        nameWidth={preferences.nameWidth}
        onColumnsChange={(columns) => setPreferences({ columns })}
        onLayoutChange={(layout) => setPreferences({ layout })}
        onShowCriticalPathChange={(showCriticalPath) => setPreferences({ showCriticalPath })}
        onNameWidthChange={(nameWidth) => setPreferences({ nameWidth })}
        // The viewer has a list of all keys.
        helpOpen={false}
        onHelpOpenChange={() => setHelpOpen(!isHelpOpen)}
      />
    </>
  );
}
