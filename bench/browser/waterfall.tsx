import { TraceWaterfall } from '../../src/index.ts';
import { setTraceStage } from './trace-stage.tsx';

setTraceStage((trace) => <TraceWaterfall trace={trace} />);
