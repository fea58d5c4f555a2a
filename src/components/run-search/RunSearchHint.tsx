'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { parseQuery } from '../../core/analysis/search/parse-query.ts';
import { useLooserQueries, type FoundQuery } from '../../hooks/useLooserQueries.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { formatCount } from '../primitives/quantity.ts';
import { useRunSearchContext } from './RunSearchContext.ts';
import { termText } from './term-words.ts';

/** Props of `RunSearchHint`. */
export interface RunSearchHintProps extends Omit<ComponentPropsWithRef<'div'>, 'children'> {}

/**
 * Where nothing matches: what would, if less was asked for, and the way back to all runs. Renders a `<div>` while there is
 * something to say.
 */
export const RunSearchHint: Part<RunSearchHintProps> = /* @__PURE__ */ part(function RunSearchHint(props: RunSearchHintProps): ReactElement | null {
  const { search, messages } = useRunSearchContext('RunSearchHint');
  const queries = useLooserQueries(search);
  const isEmptied = search.mode === 'filter' && search.isActive && !search.isSearching && search.count === 0;
  if (queries.length === 0 && !isEmptied) return null;
  return (
    <div {...mergeProps({ 'data-slot': 'run-search-hint' }, props)}>
      {queries.length > 0 && <span>{messages.tryInstead}</span>}
      {queries.map((query) => <LooserButton key={query.text} query={query} />)}
      {isEmptied && <button type="button" data-slot="run-search-fix" onClick={() => search.setMode('highlight')}>{messages.showAllRuns}</button>}
    </div>
  );
});

function LooserButton({ query }: { readonly query: FoundQuery }): ReactElement {
  const { field, messages, locale } = useRunSearchContext('RunSearchHint');
  const { text, change, term, count } = query;
  // The term as it is in the looser query stands at the same place.
  const said = change === 'without' ? term : (parseQuery(text).terms.find(({ from }) => from === term.from) ?? term);
  return (
    <button type="button" data-slot="run-search-fix" title={text} onClick={() => field.write(text)}>
      <span dir="auto">{messages.looser(change, termText(said, change === 'without' && term.isNegated, messages, locale))}</span>{' '}
      <span data-slot="run-search-option-count">{formatCount(count, locale).figure}</span>
    </button>
  );
}
