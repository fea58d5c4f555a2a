'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { CopyButton } from '../primitives/CopyButton.tsx';
import { part, type Part } from '../primitives/part.ts';
import { useTraceSummaryContext } from './TraceSummaryContext.ts';

/** Props of `TraceSummaryCopy`. */
export interface TraceSummaryCopyProps extends Omit<ComponentPropsWithRef<'button'>, 'children'> {}

/** Copies the trace's id. Renders a `<button>`. */
export const TraceSummaryCopy: Part<TraceSummaryCopyProps> = /* @__PURE__ */ part(function TraceSummaryCopy(props: TraceSummaryCopyProps): ReactElement {
  const { summary, messages } = useTraceSummaryContext('TraceSummaryCopy');
  return <CopyButton text={() => summary.id} messages={{ ...messages, copy: messages.copyId }} title={summary.id} {...props} />;
});
