// The build puts dist in the place of src: measured is what users get, checked against the types of the source.
import { createRoot, type Root } from 'react-dom/client';
import { buildTraces, type Trace } from '../../src/core/index.ts';
import { TraceTree } from '../../src/index.ts';
import '../../src/styles/index.css';
import { generateTrace, toRecords } from '../generate/index.js';
import { setStage } from './stage.ts';

let root: Root | undefined;

setStage<Trace>({
  prepare(runs, seed) {
    const [trace] = buildTraces(toRecords(generateTrace({ shape: 'agent', runs, seed, payload: 'none' })));
    if (trace === undefined) throw new Error('No trace was built.');
    return trace;
  },
  render(trace, container) {
    root ??= createRoot(container);
    root.render(<TraceTree key={trace.id} trace={trace} />);
  },
});
