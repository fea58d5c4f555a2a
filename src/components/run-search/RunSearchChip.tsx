'use client';
import type { KeyboardEvent, ReactElement } from 'react';
import type { OutlineItem } from '../../core/analysis/search/query-outline.ts';
import type { QueryTerm } from '../../core/analysis/search/query.ts';
import { useRunSearchContext } from './RunSearchContext.ts';
import { RunSearchIcon } from './RunSearchIcon.tsx';
import { termText, termWords } from './term-words.ts';

interface RunSearchChipProps {
  readonly item: Extract<OutlineItem, { readonly type: 'term' }>;
  /** Its place among the chips. */
  readonly place: number;
  readonly isTabStop: boolean;
  readonly onRemove: (term: QueryTerm, place: number) => void;
}

/** One term, and the way to be rid of it. Renders a `<span>`. */
export function RunSearchChip({ item, place, isTabStop, onRemove }: RunSearchChipProps): ReactElement {
  const { field, messages, locale } = useRunSearchContext('RunSearchChip');
  const { term, isNegated } = item;
  const { field: name, relation, value } = termWords(term, messages, locale);
  const said = termText(term, isNegated, messages, locale);
  const isWrong = term.test === null && field.errors.some(({ from, to }) => term.from <= from && to <= term.to);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    onRemove(term, place);
  };
  return (
    <span dir="auto" data-slot="run-search-chip" data-negated={isNegated ? '' : undefined} data-wrong={isWrong ? '' : undefined} title={isWrong ? `${said}: ${messages.notUnderstood}` : said}>
      {isNegated && <span data-slot="run-search-not">{messages.not}</span>}
      {name !== null && <span data-slot="run-search-name">{relation === ':' ? `${name}:` : name}</span>}
      {name !== null && relation !== ':' && <span data-slot="run-search-relation">{relation}</span>}
      <span data-slot="run-search-value">{value}</span>
      <button
        type="button"
        data-slot="run-search-chip-remove"
        aria-label={messages.remove(said)}
        tabIndex={isTabStop ? 0 : -1}
        onKeyDown={onKeyDown}
        onClick={() => onRemove(term, place)}
      >
        <RunSearchIcon name="clear" size={12} />
      </button>
    </span>
  );
}
