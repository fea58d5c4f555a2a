import type { ReactElement } from 'react';
import { RunSearch, type RunSearchProps } from '../../src/components/run-search/index.ts';
import type { Trace } from '../../src/core/index.ts';
import { useRunSearch, type UseRunSearchOptions } from '../../src/hooks/index.ts';

/** Of many matches only these are listed. */
const MOST = 12;

export interface FoundProps extends Omit<RunSearchProps, 'search'>, Pick<UseRunSearchOptions, 'defaultQuery' | 'defaultMode' | 'onQueryChange' | 'onCurrentChange'> {
  readonly trace: Trace;
}

/** A search field, and what it finds as a list of names. */
export function Found({ trace, defaultQuery, defaultMode, onQueryChange, onCurrentChange, ...rest }: FoundProps): ReactElement {
  const search = useRunSearch({ trace, defaultQuery, defaultMode, onQueryChange, onCurrentChange });
  const found = Array.from(search.positions.subarray(0, MOST), (position) => trace.runs[position]).filter((run) => run !== undefined);
  return (
    <>
      <RunSearch search={search} {...rest} />
      <ol aria-label="Found" style={{ margin: '12px 0 0', paddingInlineStart: 24, minBlockSize: 240, color: 'var(--runlens-muted)', font: '13px/24px var(--runlens-font)' }}>
        {found.map((run) => (
          <li key={run.id} aria-current={run.id === search.current?.id ? 'true' : undefined} style={run.id === search.current?.id ? { color: 'var(--runlens-accent)' } : undefined}>
            {run.name.slice(0, 80)}
          </li>
        ))}
      </ol>
    </>
  );
}
