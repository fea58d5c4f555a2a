'use client';
import { useMemo, type ComponentPropsWithRef, type MouseEvent, type ReactElement } from 'react';
import type { Insight } from '../../core/analysis/insights/insight.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { InsightIcon } from './InsightIcon.tsx';
import { wordsOf } from './insight-words.ts';
import { plainSentence } from './sentences.ts';
import { textOf } from './sentence.ts';
import { TraceInsightPager } from './TraceInsightPager.tsx';
import { useTraceInsightsContext } from './TraceInsightsContext.ts';

/** Props of `TraceInsight`. */
export interface TraceInsightProps extends Omit<ComponentPropsWithRef<'li'>, 'children'> {
  readonly insight: Insight;
}

/** One thing that stands out: it leads to the run that tells most, and from there to the others. Renders a `<li>`. */
export const TraceInsight: Part<TraceInsightProps> = /* @__PURE__ */ part(function TraceInsight({ insight, ...rest }: TraceInsightProps): ReactElement {
  const { trace, messages, locale, selected, select, renderInsight } = useTraceInsightsContext('TraceInsight');
  const { rule, severity, positions } = insight;
  const { words, sentence } = useMemo(() => {
    const made = wordsOf(trace, insight, locale, messages.unnamed);
    const own = Object.hasOwn(messages.sentences, rule) ? messages.sentences[rule] : undefined;
    return { words: made, sentence: own?.(insight.figures, made) ?? plainSentence(insight, made) };
  }, [trace, insight, rule, locale, messages]);
  const place = useMemo(() => (selected === -1 ? -1 : positions.indexOf(selected)), [positions, selected]);
  const content = (
    <>
      <InsightIcon rule={rule} />
      <span data-slot="trace-insight-sentence">
        {severity !== 'info' && <span data-slot="visually-hidden">{messages.severities[severity]}: </span>}
        {renderInsight?.(insight, trace) ?? sentence.map((piece, nth) =>
          typeof piece === 'string' ? piece : <span key={nth} data-slot={`trace-insight-${piece.kind}`} title={piece.full === piece.text ? undefined : piece.full}>{piece.text}</span>)}
      </span>
    </>
  );
  const own = { 'data-slot': 'trace-insight', 'data-rule': rule, 'data-severity': severity, 'data-selected': place === -1 ? undefined : '' };
  if (select === null) return <li {...mergeProps(own, rest)}><span data-slot="trace-insight-jump">{content}</span></li>;
  return (
    <li {...mergeProps(own, rest)}>
      <button
        type="button"
        data-slot="trace-insight-jump"
        title={messages.goTo(words.run.full)}
        aria-current={place === -1 ? undefined : true}
        // A press of a key is a click without a pointer.
        onClick={(event: MouseEvent) => select(positions[0] ?? -1, event.detail === 0 ? 'keyboard' : 'pointer')}
      >
        {content}
      </button>
      {positions.length > 1 && <TraceInsightPager positions={positions} place={place} label={textOf(sentence)} />}
    </li>
  );
});
