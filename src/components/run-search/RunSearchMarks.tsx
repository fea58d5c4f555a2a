import { useMemo, type ReactElement, type Ref } from 'react';
import { queryParts } from '../../core/analysis/search/query-parts.ts';
import type { QueryError } from '../../core/analysis/search/query.ts';

interface RunSearchMarksProps {
  /** Not `ref`, which React 18 keeps from functions. */
  readonly elementRef: Ref<HTMLDivElement>;
  readonly text: string;
  readonly errors: readonly QueryError[];
}

/**
 * The text of the field once more, tinted by what each part does: it lies over that of the `<input>`, which is transparent,
 * and nothing in it may be wider or narrower than there. Renders a `<div>`.
 */
export function RunSearchMarks({ elementRef, text, errors }: RunSearchMarksProps): ReactElement {
  const parts = useMemo(() => queryParts(text, errors), [text, errors]);
  return (
    <div ref={elementRef} data-slot="run-search-marks" dir="auto" aria-hidden>
      {parts.map(({ type, from, to, isWrong }) => (
        <span key={from} data-part={type} data-wrong={isWrong ? '' : undefined}>{text.slice(from, to)}</span>
      ))}
    </div>
  );
}
