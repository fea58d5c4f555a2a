export { TraceWaterfall, type TraceWaterfallProps } from './TraceWaterfall.tsx';
export { TraceWaterfallAxis, type TraceWaterfallAxisProps } from './TraceWaterfallAxis.tsx';
export type { TraceWaterfallLayout } from './layouts.ts';
export { TraceWaterfallGrid, type TraceWaterfallGridProps } from './TraceWaterfallGrid.tsx';
export { TraceWaterfallLane, type TraceWaterfallLaneProps } from './TraceWaterfallLane.tsx';
export { TraceWaterfallRoot, type TraceWaterfallRootProps } from './TraceWaterfallRoot.tsx';
export { TraceWaterfallSplitter, type TraceWaterfallSplitterProps } from './TraceWaterfallSplitter.tsx';
export { TraceWaterfallToolbar, type TraceWaterfallToolbarProps } from './TraceWaterfallToolbar.tsx';
export { ENGLISH, type TraceWaterfallMessages } from './messages.ts';
