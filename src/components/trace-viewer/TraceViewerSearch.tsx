'use client';
import type { ReactElement } from 'react';
import { part, type Part } from '../primitives/part.ts';
import { RunSearch, type RunSearchProps } from '../run-search/RunSearch.tsx';
import { useTraceViewerContext } from './TraceViewerContext.ts';

/** Props of `TraceViewerSearch`. */
export interface TraceViewerSearchProps extends Omit<RunSearchProps, 'search'> {}

/** The search of a viewer. Renders a `<div>`. */
export const TraceViewerSearch: Part<TraceViewerSearchProps> = /* @__PURE__ */ part(function TraceViewerSearch(props: TraceViewerSearchProps): ReactElement {
  const { viewer, searchRef, messages, locale } = useTraceViewerContext('TraceViewerSearch');
  return <RunSearch fieldRef={searchRef} locale={locale} messages={messages.parts.search} {...props} search={viewer.search} />;
});
