import { createRoot, type Root } from 'react-dom/client';
import { buildTraces, type Run, type Trace } from '../../src/core/index.ts';
import { RunInspector } from '../../src/index.ts';
import '../../src/styles/index.css';
import { PAYLOADS } from './payloads.ts';
import { setStage } from './stage.ts';

interface Inspected {
  readonly trace: Trace;
  readonly run: Run;
}

const writePayload = PAYLOADS[location.hash.slice(1)];
let root: Root | undefined;

/** One run with a large payload, in an inspector as wide as in a viewer. The next run comes into the same inspector. */
setStage<Inspected>({
  prepare(size, seed) {
    if (writePayload === undefined) throw new Error(`There is no payload “${location.hash}”.`);
    const startTime = seed * 1000;
    const [trace] = buildTraces([{ id: `run-${seed}`, name: `Run ${seed}`, startTime, endTime: startTime + 250, ...writePayload(size, seed) }]);
    const run = trace?.runs[0];
    if (trace === undefined || run === undefined) throw new Error('No trace was built.');
    return { trace, run };
  },
  render({ trace, run }, container) {
    root ??= createRoot(container);
    root.render(
      <div style={{ width: 560, height: '100%' }}>
        <RunInspector trace={trace} run={run} />
      </div>,
    );
  },
  sign: (stage) => stage.querySelector('[data-slot="run-inspector-name"]')?.textContent ?? null,
});
