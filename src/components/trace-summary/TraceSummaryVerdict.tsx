'use client';
import type { ReactElement } from 'react';
import type { FeedbackSummary } from '../../core/analysis/trace-summary.ts';
import { formatNumber } from '../primitives/quantity.ts';
import { useTraceSummaryContext } from './TraceSummaryContext.ts';

/** Keys under which people vote. Under others, 0 may well be what one hopes for. */
const VOTES = /thumb|vote|like|user|human|rating/i;
const LONGEST = 80;

const UP = 'M4.5 7v6.5H2.5V7h2Zm0 0L7.5 1.9c1 0 1.8.8 1.6 1.9L8.7 6h3.6c.9 0 1.5.8 1.3 1.7l-1 4.5c-.2.8-.8 1.3-1.6 1.3H4.5';

/** What was said under one key: a thumb for votes, else the score or the value. */
export function TraceSummaryVerdict({ feedback }: { readonly feedback: FeedbackSummary }): ReactElement {
  const { messages, locale } = useTraceSummaryContext('TraceSummaryVerdict');
  const { key, count, score, value } = feedback;
  const vote = VOTES.test(key) ? voteOf(score, value) : null;
  const said = score !== null ? formatNumber(Math.round(score * 1000) / 1000, locale) : value === null ? null : String(value).slice(0, LONGEST);
  return (
    <span data-slot="trace-summary-verdict" data-vote={vote ?? undefined} title={said === null ? key : `${key}: ${said}`}>
      <span data-slot="trace-summary-key">{key.slice(0, LONGEST)}</span>{' '}
      {vote !== null && (
        <svg role="img" aria-label={messages[vote]} viewBox="0 0 16 16" width={14} height={14} fill="none" stroke="currentColor" strokeWidth={1.3} strokeLinejoin="round">
          <path d={UP} transform={vote === 'negative' ? 'rotate(180 8 8)' : undefined} />
        </svg>
      )}
      {vote === null && said !== null && <span data-slot="trace-summary-value">{said}</span>}
      {count > 1 && <span data-slot="trace-summary-times">{messages.times(count)}</span>}
    </span>
  );
}

function voteOf(score: number | null, value: FeedbackSummary['value']): 'positive' | 'negative' | null {
  if (score === 1 || (score === null && value === true)) return 'positive';
  return score === 0 || score === -1 || (score === null && value === false) ? 'negative' : null;
}
