'use client';
import type { ReactElement } from 'react';
import { TraceTreeBody } from './TraceTreeBody.tsx';
import { TraceTreeFooter } from './TraceTreeFooter.tsx';
import { TraceTreeGrid } from './TraceTreeGrid.tsx';
import { TraceTreeHeader } from './TraceTreeHeader.tsx';
import { TraceTreeRoot, type TraceTreeRootProps } from './TraceTreeRoot.tsx';
import { part, type Part } from '../primitives/part.ts';

/** Props of `TraceTree`. */
export interface TraceTreeProps extends Omit<TraceTreeRootProps, 'children'> {}

/**
 * A trace as a tree of runs with their figures: ready made, for 1 run or 100,000. It fills its container, adapts to the
 * container's width, and needs `runlens/styles.css`. For a tree of another make, put its parts together, or use `useTraceTree`.
 *
 * @example
 * const { traces } = readTraces(text);
 * <TraceTree trace={traces[0]} onSelectedChange={(id) => setRun(id)} />
 */
export const TraceTree: Part<TraceTreeProps> = /* @__PURE__ */ part(function TraceTree(props: TraceTreeProps): ReactElement {
  return (
    <TraceTreeRoot {...props}>
      <TraceTreeGrid>
        <TraceTreeHeader />
        <TraceTreeBody />
      </TraceTreeGrid>
      <TraceTreeFooter />
    </TraceTreeRoot>
  );
});
