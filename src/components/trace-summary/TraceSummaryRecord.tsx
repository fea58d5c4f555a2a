'use client';
import type { ComponentPropsWithRef, ReactElement, ReactNode } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { splitOf } from './figures.ts';
import { useTraceSummaryContext } from './TraceSummaryContext.ts';
import { TraceSummaryMore } from './TraceSummaryMore.tsx';
import { TraceSummaryTime } from './TraceSummaryTime.tsx';
import { TraceSummaryVerdict } from './TraceSummaryVerdict.tsx';
import { useMore } from './useMore.ts';

/** Props of `TraceSummaryRecord`. */
export interface TraceSummaryRecordProps extends Omit<ComponentPropsWithRef<'section'>, 'children'> {}

const STEP = 30;

/** What was recorded of the trace as a whole: when, where, what was said of it, and what of its figures is missing. Renders a `<section>`. */
export const TraceSummaryRecord: Part<TraceSummaryRecordProps> = /* @__PURE__ */ part(function TraceSummaryRecord(props: TraceSummaryRecordProps): ReactElement {
  const { summary, messages, locale } = useTraceSummaryContext('TraceSummaryRecord');
  const { id, startTime, project, threadId, tags, feedback, issues, unmeteredCalls, unpricedCalls } = summary;
  const shownTags = useMore(tags, STEP);
  const shownFeedback = useMore(feedback, STEP);
  const { facts } = messages;
  const split = splitOf(summary, messages, locale, true);
  return (
    <section {...mergeProps({ 'data-slot': 'trace-summary-section', 'data-section': 'record' }, props)}>
      <h3 data-slot="trace-summary-heading">{messages.record}</h3>
      <dl data-slot="trace-summary-list">
        <Item name={facts.id}>{id}</Item>
        {startTime !== null && <Item name={facts.started}><TraceSummaryTime time={startTime} /></Item>}
        {project !== null && <Item name={facts.project}>{project}</Item>}
        {threadId !== null && <Item name={facts.thread}>{threadId}</Item>}
        {tags.length > 0 && (
          <Item name={facts.tags}>
            {shownTags.items.map((tag) => <span key={tag} data-slot="trace-summary-tag">{tag}</span>)}
            <TraceSummaryMore of={shownTags} />
          </Item>
        )}
        {feedback.length > 0 && (
          <Item name={facts.feedback}>
            {shownFeedback.items.map((item) => <TraceSummaryVerdict key={item.key} feedback={item} />)}
            <TraceSummaryMore of={shownFeedback} />
          </Item>
        )}
        {(split !== null || unmeteredCalls > 0) && (
          <Item name={facts.tokens}>
            {split !== null && <span>{split}</span>}
            {unmeteredCalls > 0 && <span data-slot="trace-summary-missing">{messages.unmetered(unmeteredCalls)}</span>}
          </Item>
        )}
        {unpricedCalls > 0 && <Item name={facts.cost}><span data-slot="trace-summary-missing">{messages.unpriced(unpricedCalls)}</span></Item>}
        {issues > 0 && <Item name={facts.issues}>{messages.issues(issues)}</Item>}
      </dl>
    </section>
  );
});

function Item({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <div data-slot="trace-summary-item">
      <dt data-slot="trace-summary-label">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
