'use client';
import { useId, useMemo, type ComponentPropsWithRef, type ReactElement } from 'react';
import type { UseRunSearchFieldOptions } from '../../hooks/run-search-field-state.ts';
import { useRunSearchField } from '../../hooks/useRunSearchField.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { ENGLISH, type RunSearchMessages } from './messages.ts';
import { RunSearchContext } from './RunSearchContext.ts';

/** Props of `RunSearchRoot`. */
export interface RunSearchRootProps extends UseRunSearchFieldOptions, ComponentPropsWithRef<'div'> {
  /**
   * The key by which your page brings a person to the field: it is told, and is yours to listen for. Null if there is none.
   * @default '/'
   */
  readonly shortcut?: string | null | undefined;
  /** A BCP 47 tag for numbers. @default that of the browser */
  readonly locale?: string | undefined;
  /** Texts in place of the English ones. */
  readonly messages?: Partial<RunSearchMessages> | undefined;
}

/** Holds what the parts of a search field share: the search, and the field in which its query is written. Renders a `<div>`. */
export const RunSearchRoot: Part<RunSearchRootProps> = /* @__PURE__ */ part(function RunSearchRoot(props: RunSearchRootProps): ReactElement {
  const { search, recent, shortcut = '/', locale, messages: given, children, ...rest } = props;
  const field = useRunSearchField({ search, recent });
  const messages = useMemo<RunSearchMessages>(() => ({ ...ENGLISH, ...given }), [given]);
  const errorId = useId();
  const own = {
    'data-slot': 'run-search',
    'data-mode': search.mode,
    'data-empty': search.text === '' ? '' : undefined,
    role: 'search',
    'aria-label': messages.label(search.trace.name),
  };
  return (
    <RunSearchContext.Provider value={{ search, field, messages, locale, shortcut, errorId }}>
      <div {...mergeProps(own, rest)}>{children}</div>
    </RunSearchContext.Provider>
  );
});
