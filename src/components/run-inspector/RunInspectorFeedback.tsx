'use client';
import type { ReactElement } from 'react';
import type { Feedback } from '../../core/model/feedback.ts';
import { formatNumber } from '../primitives/quantity.ts';
import { TextBlock } from '../primitives/TextBlock.tsx';
import { useRunInspectorContext } from './RunInspectorContext.ts';
import { RunInspectorMore } from './RunInspectorMore.tsx';
import { RunInspectorSection } from './RunInspectorSection.tsx';
import { RunInspectorValue } from './RunInspectorValue.tsx';
import { useShown } from './useShown.ts';

const STEP = 30;

/** What people and evaluators said of the run. Renders a section. */
export function RunInspectorFeedback(): ReactElement {
  const { reading, messages } = useRunInspectorContext('RunInspectorFeedback');
  const shown = useShown(reading.feedback, STEP);
  return (
    <RunInspectorSection name="feedback" title={messages.sections.feedback} count={reading.feedback.length}>
      <ul data-slot="run-inspector-list">
        {shown.items.map((feedback, nth) => <FeedbackItem key={nth} feedback={feedback} />)}
      </ul>
      <RunInspectorMore shown={shown} at="end" />
    </RunInspectorSection>
  );
}

function FeedbackItem({ feedback }: { readonly feedback: Feedback }): ReactElement {
  const { state, marks: all, messages, locale } = useRunInspectorContext('RunInspectorFeedback');
  const marks = all.of(null);
  const { key, score, value, comment, correction, source, createdAt } = feedback;
  return (
    <li data-slot="run-inspector-feedback">
      <div data-slot="run-inspector-call-head">
        <span data-slot="run-inspector-call-name">{key.slice(0, 200)}</span>
        {score !== null && <span data-slot="run-inspector-amount">{formatNumber(score, locale)}</span>}
        {source !== null && <span data-slot="run-inspector-size">{source.slice(0, 200)}</span>}
        {createdAt !== null && <span data-slot="run-inspector-size">{dateText(createdAt, locale)}</span>}
      </div>
      {value != null && <RunInspectorValue value={value} label={key.slice(0, 200)} field={null} />}
      {comment !== null && comment !== '' && <TextBlock text={comment} wrap={state.wrap} marks={marks} messages={messages} />}
      {correction != null && <><p data-slot="run-inspector-description">{messages.correction}</p><RunInspectorValue value={correction} label={messages.correction} field={null} /></>}
    </li>
  );
}

function dateText(time: number, locale: string | undefined): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? String(time) : date.toLocaleString(locale);
}
