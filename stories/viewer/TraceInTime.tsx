import { useState, type ReactElement } from 'react';
import { TraceMinimap } from '../../src/components/trace-minimap/index.ts';
import { TraceWaterfall } from '../../src/components/trace-waterfall/index.ts';
import type { TimeWindow, Trace } from '../../src/core/index.ts';

/** One trace, its overview and its runs over time, with one window for both. */
export function TraceInTime({ trace }: { readonly trace: Trace }): ReactElement {
  const [window, setWindow] = useState<TimeWindow | null>(null);
  return (
    <>
      <TraceMinimap trace={trace} window={window} onWindowChange={setWindow} />
      <TraceWaterfall trace={trace} window={window} onWindowChange={setWindow} className="viewer-tree" />
    </>
  );
}
