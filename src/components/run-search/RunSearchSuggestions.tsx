'use client';
import { useEffect, useRef, type ComponentPropsWithRef, type ReactElement } from 'react';
import { isCountedInPart } from '../../core/analysis/search/trace-words.ts';
import type { RunSearchOption } from '../../hooks/run-search-options.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { formatCount } from '../primitives/quantity.ts';
import { useRunSearchContext } from './RunSearchContext.ts';
import { RunSearchIcon } from './RunSearchIcon.tsx';

/** Props of `RunSearchSuggestions`. */
export interface RunSearchSuggestionsProps extends Omit<ComponentPropsWithRef<'ul'>, 'children'> {}

/** What could be written next, right under the frame around it. Renders a `<ul>` while there is something to offer. */
export const RunSearchSuggestions: Part<RunSearchSuggestionsProps> = /* @__PURE__ */ part(function RunSearchSuggestions(props: RunSearchSuggestionsProps): ReactElement | null {
  const { field, messages } = useRunSearchContext('RunSearchSuggestions');
  const list = useRef<HTMLUListElement | null>(null);
  const { activeIndex, options } = field;
  useEffect(() => {
    const element = list.current;
    const option = element?.children[Math.max(0, activeIndex)];
    if (element == null || !(option instanceof HTMLElement)) return;
    // Not by scrollIntoView, which scrolls the host's page too.
    const { offsetTop, offsetHeight } = option;
    element.scrollTop = Math.max(Math.min(element.scrollTop, offsetTop), offsetTop + offsetHeight - element.clientHeight);
  }, [activeIndex, options]);
  if (!field.isOpen) return null;
  const own = mergeProps(field.getListProps(), {
    'data-slot': 'run-search-suggestions',
    'aria-label': options[0]?.type === 'recent' ? messages.recent : messages.suggestions,
    ref: list,
  });
  return (
    <ul {...mergeProps(own, props)}>
      {options.map((option, index) => (
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the keys
        <li key={option.text} data-slot="run-search-option" data-type={option.type} data-active={index === activeIndex ? '' : undefined} {...field.getOptionProps(index)}>
          <OptionWords option={option} />
        </li>
      ))}
    </ul>
  );
});

function OptionWords({ option }: { readonly option: RunSearchOption }): ReactElement {
  const { messages, locale, search } = useRunSearchContext('RunSearchSuggestions');
  const { type, text, field, count } = option;
  const isKnown = type === 'field' && field !== null && text === `${field}:` && Object.hasOwn(messages.fields, field);
  return (
    <>
      {type === 'recent' && <RunSearchIcon name="recent" size={14} />}
      <span data-slot="run-search-option-text" title={text}>{text}</span>
      {isKnown && <span data-slot="run-search-option-note">{messages.fields[field]}</span>}
      {count !== null && <span data-slot="run-search-option-count">{messages.occurrences(formatCount(count, locale).figure, isCountedInPart(search.trace))}</span>}
    </>
  );
}
