import { useState, type ReactElement } from 'react';
import { RunInspector } from '../../src/components/run-inspector/index.ts';
import { TraceMinimap } from '../../src/components/trace-minimap/index.ts';
import { TraceWaterfall } from '../../src/components/trace-waterfall/index.ts';
import type { TimeWindow, Trace } from '../../src/core/index.ts';

/** One trace: its overview and its runs over time, with one window for both, and the run that is selected. */
export function TraceInTime({ trace }: { readonly trace: Trace }): ReactElement {
  const [window, setWindow] = useState<TimeWindow | null>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const run = selected === null ? null : (trace.get(selected) ?? null);
  return (
    <div className="viewer-panes">
      <div className="viewer-pane">
        <TraceMinimap trace={trace} window={window} onWindowChange={setWindow} />
        <TraceWaterfall
          trace={trace}
          window={window}
          onWindowChange={setWindow}
          selected={selected}
          onSelectedChange={setSelected}
          columns={run === null ? ['duration', 'tokens', 'cost'] : ['duration', 'tokens']}
          className="viewer-tree"
        />
      </div>
      {run !== null && (
        <section className="viewer-inspector" aria-label={run.name}>
          <button type="button" className="viewer-close" aria-label="Close" onClick={() => setSelected(null)}>×</button>
          <RunInspector trace={trace} run={run} onRunChange={setSelected} />
        </section>
      )}
    </div>
  );
}
