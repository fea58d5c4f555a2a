import { TraceTree } from '../../src/index.ts';
import { setTraceStage } from './trace-stage.tsx';

setTraceStage((trace) => <TraceTree trace={trace} />);
