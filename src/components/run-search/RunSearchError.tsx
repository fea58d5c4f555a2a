'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import type { QueryError } from '../../core/analysis/search/query.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { useRunSearchContext } from './RunSearchContext.ts';
import { RunSearchIcon } from './RunSearchIcon.tsx';

/** Props of `RunSearchError`. */
export interface RunSearchErrorProps extends Omit<ComponentPropsWithRef<'div'>, 'children'> {}

const MOST = 2;

/** What could not be understood, why, and what to do; where a word is misspelled, the right one by button. Renders a `<div>`. */
export const RunSearchError: Part<RunSearchErrorProps> = /* @__PURE__ */ part(function RunSearchError(props: RunSearchErrorProps): ReactElement {
  const { field, messages, errorId } = useRunSearchContext('RunSearchError');
  const { errors } = field;
  return (
    <div {...mergeProps({ 'data-slot': 'run-search-error', id: errorId, 'aria-live': 'polite' as const }, props)}>
      {errors.slice(0, MOST).map((error) => <ErrorSentence key={`${error.from} ${error.code}`} error={error} />)}
      {errors.length > MOST && <p data-slot="run-search-more">{messages.moreErrors(errors.length - MOST)}</p>}
    </div>
  );
});

function ErrorSentence({ error }: { readonly error: QueryError }): ReactElement {
  const { search, field, messages } = useRunSearchContext('RunSearchError');
  const { from, to, suggestion } = error;
  return (
    <p data-slot="run-search-sentence">
      <RunSearchIcon name="error" size={14} />
      <span>
        {messages.error(error)}{' '}
        {suggestion !== null && (
          <button type="button" data-slot="run-search-fix" onClick={() => field.write(search.text.slice(0, from) + suggestion + search.text.slice(to))}>
            {messages.replaceBy(suggestion)}
          </button>
        )}
      </span>
    </p>
  );
}
