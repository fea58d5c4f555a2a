'use client';
import type { ComponentPropsWithRef, ReactElement, ReactNode } from 'react';
import type { TraceSummaryData } from '../../core/analysis/trace-summary.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { formatDuration } from '../primitives/quantity.ts';
import { splitOf } from './figures.ts';
import type { SummaryFact, TraceSummaryMessages } from './messages.ts';
import { useTraceSummaryContext } from './TraceSummaryContext.ts';
import { TraceSummaryTime } from './TraceSummaryTime.tsx';
import { TraceSummaryVerdict } from './TraceSummaryVerdict.tsx';

/** Props of `TraceSummaryFacts`. */
export interface TraceSummaryFactsProps extends Omit<ComponentPropsWithRef<'dl'>, 'children'> {}

/** Models and tags that are named, and keys of feedback; of more, only the number is told. */
const NAMED = 3;
const KEYS = 2;

/** Facts that say by themselves what they are. */
const PLAIN: ReadonlySet<SummaryFact> = new Set(['models', 'started', 'tokens', 'feedback', 'tags', 'issues']);

/**
 * What was recorded of the trace beside its figures, in one line: what has no room in it is left out, and is among the
 * details. Renders a `<dl>`; nothing for a trace without runs.
 */
export const TraceSummaryFacts: Part<TraceSummaryFactsProps> = /* @__PURE__ */ part(function TraceSummaryFacts(props: TraceSummaryFactsProps): ReactElement | null {
  const { summary, messages, locale } = useTraceSummaryContext('TraceSummaryFacts');
  if (summary.runs === 0) return null;
  return (
    <dl {...mergeProps({ 'data-slot': 'trace-summary-facts' }, props)}>
      {factsOf(summary, messages, locale).map(([name, content]) => (
        <div key={name} data-slot="trace-summary-fact" data-fact={name}>
          <dt data-slot={PLAIN.has(name) ? 'visually-hidden' : 'trace-summary-label'}>{messages.facts[name]}</dt>
          <dd>{content}</dd>
        </div>
      ))}
    </dl>
  );
});

/** What is known, by what matters most: the last are the first to go. */
function factsOf(summary: TraceSummaryData, messages: TraceSummaryMessages, locale: string | undefined): readonly (readonly [SummaryFact, ReactNode])[] {
  const { models, startTime, firstToken, feedback, issues, project, threadId, tags } = summary;
  const facts: (readonly [SummaryFact, ReactNode])[] = [];
  if (feedback.length > 0) {
    facts.push(['feedback', <Few key="feedback" list={feedback} most={KEYS} more={messages.more}>{(item) => <TraceSummaryVerdict key={item.key} feedback={item} />}</Few>]);
  }
  const named = models.flatMap(({ name }) => (name === null ? [] : [name]));
  if (named.length > 0) facts.push(['models', <Names key="models" names={named} separator=" · " more={messages.more} />]);
  const split = splitOf(summary, messages, locale);
  if (split !== null) facts.push(['tokens', split]);
  if (startTime !== null) facts.push(['started', <TraceSummaryTime key="started" time={startTime} />]);
  if (firstToken !== null) facts.push(['firstToken', <Duration key="firstToken" ms={firstToken} locale={locale} />]);
  if (issues > 0) facts.push(['issues', messages.issues(issues)]);
  if (project !== null) facts.push(['project', <Text key="project" text={project} />]);
  if (threadId !== null) facts.push(['thread', <Text key="thread" text={threadId} />]);
  if (tags.length > 0) facts.push(['tags', <Few key="tags" list={tags} most={NAMED} more={messages.more}>{(tag) => <span key={tag} data-slot="trace-summary-tag" title={tag}>{tag}</span>}</Few>]);
  return facts;
}

interface NamesProps {
  readonly names: readonly string[];
  readonly separator: string;
  readonly more: (count: number) => string;
}

function Names({ names, separator, more }: NamesProps): ReactElement {
  return (
    <>
      <span data-slot="trace-summary-text" title={names.slice(0, 30).join('\n')}>{names.slice(0, NAMED).join(separator)}</span>
      {names.length > NAMED && <span data-slot="trace-summary-more"> {more(names.length - NAMED)}</span>}
    </>
  );
}

interface FewProps<T> {
  readonly list: readonly T[];
  readonly most: number;
  readonly more: (count: number) => string;
  readonly children: (item: T) => ReactNode;
}

function Few<T>({ list, most, more, children }: FewProps<T>): ReactElement {
  return (
    <>
      {list.slice(0, most).map(children)}
      {list.length > most && <span data-slot="trace-summary-more">{more(list.length - most)}</span>}
    </>
  );
}

function Text({ text }: { readonly text: string }): ReactElement {
  return <span data-slot="trace-summary-text" title={text}>{text}</span>;
}

function Duration({ ms, locale }: { readonly ms: number; readonly locale: string | undefined }): ReactElement {
  const { figure, unit, full } = formatDuration(ms, locale);
  return <span title={full}>{figure}<span data-slot="trace-summary-unit"> {unit}</span></span>;
}
