'use client';
import type { ReactElement } from 'react';
import { part, type Part } from '../primitives/part.ts';
import { TraceSummaryCopy } from './TraceSummaryCopy.tsx';
import { TraceSummaryDetail } from './TraceSummaryDetail.tsx';
import { TraceSummaryError } from './TraceSummaryError.tsx';
import { TraceSummaryFacts } from './TraceSummaryFacts.tsx';
import { TraceSummaryFigures } from './TraceSummaryFigures.tsx';
import { TraceSummaryLine } from './TraceSummaryLine.tsx';
import { TraceSummaryRoot, type TraceSummaryRootProps } from './TraceSummaryRoot.tsx';
import { TraceSummarySlowest } from './TraceSummarySlowest.tsx';
import { TraceSummaryTitle } from './TraceSummaryTitle.tsx';
import { TraceSummaryToggle } from './TraceSummaryToggle.tsx';

/** Props of `TraceSummary`. */
export interface TraceSummaryProps extends Omit<TraceSummaryRootProps, 'children'> {}

/**
 * What a trace adds up to, in two lines: how it ended and why, how long it took and on what, what it called, used and
 * cost, and behind a button its models, its wait and its record. It takes the width it is given, has no margins of its
 * own, and needs `runlens/styles.css`.
 *
 * @example
 * <TraceSummary trace={trace} onSelectedChange={setSelected} />
 */
export const TraceSummary: Part<TraceSummaryProps> = /* @__PURE__ */ part(function TraceSummary(props: TraceSummaryProps): ReactElement {
  const isEmpty = props.trace.runs.length === 0;
  return (
    <TraceSummaryRoot {...props}>
      <TraceSummaryLine>
        <TraceSummaryTitle />
        <TraceSummaryFigures />
        <TraceSummaryError />
      </TraceSummaryLine>
      {!isEmpty && (
        <TraceSummaryLine>
          <TraceSummarySlowest />
          <TraceSummaryFacts />
          <TraceSummaryCopy />
          <TraceSummaryToggle />
        </TraceSummaryLine>
      )}
      {!isEmpty && <TraceSummaryDetail />}
    </TraceSummaryRoot>
  );
});
