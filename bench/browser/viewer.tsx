import { TraceViewer } from '../../src/index.ts';
import { withTexts } from './texts.ts';
import { setTraceStage } from './trace-stage.tsx';

setTraceStage((trace) => <TraceViewer trace={trace} />, withTexts);
