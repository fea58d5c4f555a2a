'use client';
import type { ComponentType, ReactElement } from 'react';
import { part, type Part } from '../primitives/part.ts';
import { TraceViewerBar } from './TraceViewerBar.tsx';
import { TraceViewerBody } from './TraceViewerBody.tsx';
import { TraceViewerHelp } from './TraceViewerHelp.tsx';
import { TraceViewerInspector } from './TraceViewerInspector.tsx';
import { TraceViewerRoot, type TraceViewerRootProps } from './TraceViewerRoot.tsx';
import { TraceViewerSearch } from './TraceViewerSearch.tsx';
import { TraceViewerSummary } from './TraceViewerSummary.tsx';
import { TraceViewerTabs } from './TraceViewerTabs.tsx';
import { TraceViewerViews } from './TraceViewerViews.tsx';

/** Parts of one's own in place of a viewer's: each finds what it needs by `useTraceViewerContext`. Null leaves a part out. */
export interface TraceViewerSlots {
  readonly summary?: ComponentType | null | undefined;
  readonly tabs?: ComponentType | null | undefined;
  readonly search?: ComponentType | null | undefined;
  readonly views?: ComponentType | null | undefined;
  readonly inspector?: ComponentType | null | undefined;
  readonly help?: ComponentType | null | undefined;
}

/** Props of `TraceViewer`. */
export interface TraceViewerProps extends Omit<TraceViewerRootProps, 'children'> {
  /** Parts of one's own. For another arrangement, put the parts together by yourself. */
  readonly slots?: TraceViewerSlots | undefined;
}

/**
 * Everything about one trace, ready made: what it adds up to, its runs over time, its words as a conversation, search, and
 * the selected run. It fills its container and adapts to its width. All that a person chooses is one plain JSON value.
 *
 * @example
 * <TraceViewer trace={trace} defaultValue={readViewerValue(fromTheLink)} onValueChange={toTheLink} />
 */
export const TraceViewer: Part<TraceViewerProps> = /* @__PURE__ */ part(function TraceViewer({ slots = {}, ...props }: TraceViewerProps): ReactElement {
  const parts = { ...PARTS, ...Object.fromEntries(Object.entries(slots).filter(([, slot]) => slot !== undefined)) } as Required<TraceViewerSlots>;
  const { summary: Summary, tabs: Tabs, search: Search, views: Views, inspector: Inspector, help: Help } = parts;
  return (
    <TraceViewerRoot {...props}>
      <TraceViewerBar>
        {Summary && <Summary />}
        {Tabs && <Tabs />}
        {Search && <Search />}
      </TraceViewerBar>
      <TraceViewerBody>
        {Views && <Views />}
        {Inspector && <Inspector />}
      </TraceViewerBody>
      {Help && <Help />}
    </TraceViewerRoot>
  );
});

const PARTS: Required<TraceViewerSlots> = {
  summary: TraceViewerSummary,
  tabs: TraceViewerTabs,
  search: TraceViewerSearch,
  views: TraceViewerViews,
  inspector: TraceViewerInspector,
  help: TraceViewerHelp,
};
