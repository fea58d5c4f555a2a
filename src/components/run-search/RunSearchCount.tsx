'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { useSettled } from '../../hooks/useSettled.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { formatCount } from '../primitives/quantity.ts';
import { useRunSearchContext, type RunSearchShared } from './RunSearchContext.ts';

/** Props of `RunSearchCount`. */
export interface RunSearchCountProps extends ComponentPropsWithRef<'div'> {}

/** Ms of quiet before a screen reader is told: one sentence for a word, not one for each of its letters. */
const QUIET = 700;

/** How many runs match, and at which of them the person is. A screen reader is told once it is certain. Renders a `<div>`. */
export const RunSearchCount: Part<RunSearchCountProps> = /* @__PURE__ */ part(function RunSearchCount(props: RunSearchCountProps): ReactElement {
  const shared = useRunSearchContext('RunSearchCount');
  const said = useSettled(announcement(shared), QUIET);
  return (
    <div {...mergeProps({ 'data-slot': 'run-search-count', 'data-searching': shared.search.isSearching ? '' : undefined }, props)}>
      <span data-slot="run-search-figure" aria-hidden>{figureOf(shared)}</span>
      <span data-slot="visually-hidden" role="status">{said}</span>
    </div>
  );
});

function figureOf({ search, messages, locale }: RunSearchShared): string {
  const { isActive, isSearching, count, currentIndex } = search;
  if (!isActive) return '';
  const total = formatCount(count, locale).figure;
  if (isSearching) return messages.soFar(total);
  if (count === 0) return messages.noMatches;
  return currentIndex === -1 ? messages.matches(total) : messages.position(formatCount(currentIndex + 1, locale).figure, total);
}

function announcement({ search, field, messages, locale }: RunSearchShared): string {
  const { isActive, isSearching, count, currentIndex, current } = search;
  const suggested = field.isOpen ? messages.suggested(field.options.length) : '';
  if (!isActive) return suggested;
  const total = formatCount(count, locale).full;
  const found = isSearching ? messages.searching
    : count === 0 ? messages.noMatches
      : current === null ? messages.matches(total)
        : messages.current(formatCount(currentIndex + 1, locale).full, total, current.name.slice(0, 200));
  return suggested === '' ? found : `${found}. ${suggested}`;
}
