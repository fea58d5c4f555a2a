'use client';
import { useEffect, useRef, type ComponentPropsWithRef, type ReactElement, type UIEvent } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { useRunSearchContext } from './RunSearchContext.ts';
import { RunSearchMarks } from './RunSearchMarks.tsx';

/** Props of `RunSearchField`. */
export interface RunSearchFieldProps extends ComponentPropsWithRef<'input'> {}

/**
 * The field in which the query is written: a combobox. Attributes and `ref` are those of its `<input>`, which stands in a
 * `<div>` with the tinted text.
 */
export const RunSearchField: Part<RunSearchFieldProps> = /* @__PURE__ */ part(function RunSearchField(props: RunSearchFieldProps): ReactElement {
  const { search, field, messages, shortcut, errorId } = useRunSearchContext('RunSearchField');
  const input = useRef<HTMLInputElement | null>(null);
  const marks = useRef<HTMLDivElement | null>(null);
  const follow = (): void => {
    if (marks.current !== null && input.current !== null) marks.current.scrollLeft = input.current.scrollLeft;
  };
  // The browser scrolls the field to the caret by itself.
  useEffect(follow);
  const own = mergeProps(field.getInputProps(), {
    'data-slot': 'run-search-field',
    // A query reads in the direction of its first word; the placeholder in that of the page.
    dir: search.text === '' ? undefined : 'auto',
    ref: input,
    placeholder: messages.placeholder,
    'aria-label': messages.field,
    'aria-keyshortcuts': shortcut ?? undefined,
    'aria-describedby': field.errors.length > 0 ? errorId : undefined,
    onScroll: (_event: UIEvent) => follow(),
  });
  return (
    <div data-slot="run-search-line" data-composing={field.isComposing ? '' : undefined}>
      <input {...mergeProps(own, props)} />
      <RunSearchMarks elementRef={marks} text={search.text} errors={field.errors} />
    </div>
  );
});
