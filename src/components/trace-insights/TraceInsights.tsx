'use client';
import type { ReactElement } from 'react';
import { part, type Part } from '../primitives/part.ts';
import { TraceInsightsList } from './TraceInsightsList.tsx';
import { TraceInsightsRoot, type TraceInsightsRootProps } from './TraceInsightsRoot.tsx';
import { TraceInsightsStatus } from './TraceInsightsStatus.tsx';

/** Props of `TraceInsights`. */
export interface TraceInsightsProps extends Omit<TraceInsightsRootProps, 'children'> {}

/**
 * What a person should know of a trace, each in a sentence with its figures and one click from its runs: what failed and
 * was tried again, what the wait and the money went into, what went round in circles. It takes the width that it is given,
 * and needs `runlens/styles.css`.
 *
 * @example
 * <TraceInsights trace={trace} rules={[...INSIGHT_RULES, mine]} onSelectedChange={setSelected} />
 */
export const TraceInsights: Part<TraceInsightsProps> = /* @__PURE__ */ part(function TraceInsights(props: TraceInsightsProps): ReactElement {
  return (
    <TraceInsightsRoot {...props}>
      <TraceInsightsStatus />
      <TraceInsightsList />
    </TraceInsightsRoot>
  );
});
