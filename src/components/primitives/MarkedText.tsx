import { Fragment, type ReactNode } from 'react';
import type { TextRange } from '../../core/analysis/search/query.ts';

interface MarkedTextProps {
  readonly text: string;
  /** What is marked: in order and without overlaps. */
  readonly ranges: readonly TextRange[] | undefined;
}

/** A text in which what a search found is marked. Renders `<mark>` elements among text. */
export function MarkedText({ text, ranges }: MarkedTextProps): ReactNode {
  if (ranges === undefined || ranges.length === 0) return text;
  return (
    <>
      {ranges.map(({ from, to }, nth) => (
        <Fragment key={from}>
          {text.slice(ranges[nth - 1]?.to ?? 0, from)}
          <mark data-slot="search-mark">{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(ranges.at(-1)?.to ?? 0)}
    </>
  );
}
