'use client';
import { memo, type NamedExoticComponent } from 'react';
import type { TimeScale } from '../../hooks/time-scale.ts';
import type { Run } from '../../core/model/run.ts';

interface TraceWaterfallMarksProps {
  readonly run: Run;
  readonly scale: TimeScale;
}

/** Events that say no more than the bar itself does. */
const TOLD_BY_BAR = new Set(['start', 'end', 'new_token', 'error']);
/** Marks on a lane at most. */
const MOST = 40;

/** The moments at which something happened to a run, and where it failed. Renders `<span>`s on its lane. */
export const TraceWaterfallMarks: NamedExoticComponent<TraceWaterfallMarksProps> = memo(function TraceWaterfallMarks({ run, scale }: TraceWaterfallMarksProps) {
  const marks = run.events.filter(({ name, time }) => time !== null && time >= scale.window.start && time <= scale.window.end && !TOLD_BY_BAR.has(name));
  return (
    <>
      {marks.slice(0, MOST).map(({ name, time }, nth) => (
        <span key={nth} data-slot="trace-waterfall-mark" data-event={name === 'exception' ? 'error' : undefined} title={name} style={{ insetInlineStart: scale.toX(time ?? 0) }} />
      ))}
    </>
  );
});
