// The build puts dist in the place of src: measured is what users get, checked against the types of the source.
import { Fragment, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { buildTraces, type RunRecord, type Trace } from '../../src/core/index.ts';
import '../../src/styles/index.css';
import { generateTrace, toRecords } from '../generate/index.js';
import { setStage } from './stage.ts';

let root: Root | undefined;

/**
 * A stage for what shows a whole trace, of so many runs.
 *
 * @param more is given the records before a trace is built of them. By default they have no payloads
 */
export function setTraceStage(show: (trace: Trace) => ReactNode, more: (records: readonly RunRecord[], seed: number) => readonly RunRecord[] = (records) => records): void {
  setStage<Trace>({
    prepare(runs, seed) {
      const [trace] = buildTraces(more(toRecords(generateTrace({ shape: 'agent', runs, seed, payload: 'none' })), seed));
      if (trace === undefined) throw new Error('No trace was built.');
      return trace;
    },
    render(trace, container) {
      root ??= createRoot(container);
      root.render(<Fragment key={trace.id}>{show(trace)}</Fragment>);
    },
  });
}
