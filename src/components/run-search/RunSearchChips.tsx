'use client';
import { useEffect, useMemo, useRef, useState, type ComponentPropsWithRef, type KeyboardEvent, type ReactElement } from 'react';
import { queryOutline, type OutlineItem } from '../../core/analysis/search/query-outline.ts';
import type { QueryTerm } from '../../core/analysis/search/query.ts';
import { withoutTerm } from '../../core/analysis/search/without-term.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { RunSearchChip } from './RunSearchChip.tsx';
import { useRunSearchContext } from './RunSearchContext.ts';
import type { RunSearchMessages } from './messages.ts';

/** Props of `RunSearchChips`. */
export interface RunSearchChipsProps extends Omit<ComponentPropsWithRef<'div'>, 'children'> {}

/** Pieces of a query beyond these are only counted. */
const MOST = 100;
const BUTTON = '[data-slot="run-search-chip-remove"]';

/**
 * The terms of the query, each to be removed by itself; what is left in the field stays as it was written. One tab stop:
 * arrows go from term to term, Delete removes. Renders a `<div>` while there is more than one plain word.
 */
export const RunSearchChips: Part<RunSearchChipsProps> = /* @__PURE__ */ part(function RunSearchChips(props: RunSearchChipsProps): ReactElement | null {
  const { search, field, messages } = useRunSearchContext('RunSearchChips');
  const { query } = search;
  const [active, setActive] = useState(0);
  const element = useRef<HTMLDivElement | null>(null);
  /** The place that gets the focus once the chip that had it is gone. */
  const awaited = useRef<number | null>(null);
  const isShown = query.terms.length > 1 || query.terms.some((term) => isOfField(term));
  const outline = useMemo(() => (isShown ? queryOutline(query) : []), [isShown, query]);
  const buttons = (): HTMLElement[] => Array.from(element.current?.querySelectorAll<HTMLElement>(BUTTON) ?? []);

  function go(place: number): void {
    const all = buttons();
    const next = Math.min(Math.max(place, 0), all.length - 1);
    setActive(Math.max(0, next));
    if (next === -1) field.focus();
    else all[next]?.focus();
  }

  function remove(term: QueryTerm, place: number): void {
    awaited.current = place;
    field.write(withoutTerm(query, term));
  }

  useEffect(() => {
    if (awaited.current === null) return;
    const place = awaited.current;
    awaited.current = null;
    go(place);
  });

  if (!isShown) return null;
  const own = {
    'data-slot': 'run-search-chips',
    role: 'toolbar',
    'aria-label': messages.terms,
    ref: element,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const place = buttons().findIndex((button) => button === event.target);
      const next = place === -1 ? undefined : nextPlace(event, place, buttons().length);
      if (next === undefined) return;
      event.preventDefault();
      go(next);
    },
  };
  const shown = outline.slice(0, MOST);
  const hidden = query.terms.length - shown.filter(({ type }) => type === 'term').length;
  let place = -1;
  return (
    <div {...mergeProps(own, props)}>
      {shown.map((item, nth) => {
        if (item.type !== 'term') {
          const text = jointText(item, messages);
          return text === '' ? null : <span key={nth} data-slot="run-search-joint" data-type={item.type}>{text}</span>;
        }
        place++;
        return <RunSearchChip key={nth} item={item} place={place} isTabStop={place === active} onRemove={remove} />;
      })}
      {hidden > 0 && <span data-slot="run-search-more">{messages.moreTerms(hidden)}</span>}
    </div>
  );
});

/** Whether a term names a field, if only one that there is not. */
function isOfField({ field, test }: QueryTerm): boolean {
  return field !== null || test === null;
}

function jointText(item: Exclude<OutlineItem, { readonly type: 'term' }>, messages: RunSearchMessages): string {
  if (item.type === 'open') return item.isNegated ? `${messages.not} (` : '(';
  if (item.type === 'close') return ')';
  // Between what is not in a group everyone reads AND.
  return item.type === 'or' ? messages.or : item.depth > 0 ? messages.and : '';
}

function nextPlace(event: KeyboardEvent<HTMLElement>, place: number, count: number): number | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey) return undefined;
  const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight': return place + (event.key === forward ? 1 : -1);
    case 'Home': return 0;
    case 'End': return count - 1;
    default: return undefined;
  }
}
