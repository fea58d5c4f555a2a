'use client';
import type { ReactElement, ReactNode } from 'react';
import { TraceTreeBody } from '../trace-tree/TraceTreeBody.tsx';
import { TraceTreeCell } from '../trace-tree/TraceTreeCell.tsx';
import { useTraceTreeSettings } from '../trace-tree/TraceTreeContext.ts';
import { TraceTreeFooter } from '../trace-tree/TraceTreeFooter.tsx';
import { TraceTreeHeader } from '../trace-tree/TraceTreeHeader.tsx';
import { TraceTreeName } from '../trace-tree/TraceTreeName.tsx';
import { TraceTreeRow } from '../trace-tree/TraceTreeRow.tsx';
import { TraceWaterfallAxis } from './TraceWaterfallAxis.tsx';
import { useTraceWaterfallContext } from './TraceWaterfallContext.ts';
import { TraceWaterfallGrid } from './TraceWaterfallGrid.tsx';
import { TraceWaterfallLane } from './TraceWaterfallLane.tsx';
import { TraceWaterfallRoot, type TraceWaterfallRootProps } from './TraceWaterfallRoot.tsx';
import { TraceWaterfallSplitter } from './TraceWaterfallSplitter.tsx';
import { TraceWaterfallToolbar } from './TraceWaterfallToolbar.tsx';
import { part, type Part } from '../primitives/part.ts';

/** Props of `TraceWaterfall`. */
export interface TraceWaterfallProps extends Omit<TraceWaterfallRootProps, 'children'> {}

/**
 * A trace as a tree with its time beside it: ready made. Zoom with the wheel and Ctrl, a pinch, or `w` and `s`; move with
 * Shift and the wheel, or `a` and `d`; drag over a stretch to see it alone; `f` fits the active run, `F` shows all.
 *
 * @example
 * <TraceWaterfall trace={trace} columns={['duration', 'tokens']} />
 */
export const TraceWaterfall: Part<TraceWaterfallProps> = /* @__PURE__ */ part(function TraceWaterfall(props: TraceWaterfallProps): ReactElement {
  return (
    <TraceWaterfallRoot {...props}>
      <TraceWaterfallToolbar />
      <TraceWaterfallGrid>
        <WaterfallHeader />
        <TraceTreeBody>{renderRow}</TraceTreeBody>
      </TraceWaterfallGrid>
      <TraceTreeFooter />
    </TraceWaterfallRoot>
  );
});

const renderRow = (): ReactNode => <WaterfallRow />;

function WaterfallHeader(): ReactElement {
  const { layout } = useTraceWaterfallContext('TraceWaterfall');
  if (layout === 'tree') return <TraceTreeHeader />;
  return <TraceTreeHeader resizer={layout === 'split' ? <TraceWaterfallSplitter /> : null}><TraceWaterfallAxis /></TraceTreeHeader>;
}

function WaterfallRow(): ReactElement {
  const { columns } = useTraceTreeSettings('TraceWaterfall');
  const { layout } = useTraceWaterfallContext('TraceWaterfall');
  return (
    <TraceTreeRow>
      <TraceTreeName />
      {columns.map((column) => <TraceTreeCell key={column} column={column} />)}
      {layout !== 'tree' && <TraceWaterfallLane />}
    </TraceTreeRow>
  );
}
