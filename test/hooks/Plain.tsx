import type { ReactElement, ReactNode } from 'react';
import type { TraceTreeState, UseTraceTreeOptions } from '../../src/hooks/trace-tree-state.ts';
import { useTraceTree } from '../../src/hooks/useTraceTree.ts';

/** What `Plain` takes. */
export interface PlainProps extends UseTraceTreeOptions {
  readonly dir?: 'ltr' | 'rtl';
  /** What else stands in each row. */
  readonly extra?: ReactNode;
  /** What stands beside the tree. */
  readonly aside?: (tree: TraceTreeState) => ReactNode;
}

/** The least markup that `useTraceTree` can be given: every row is rendered. */
export function Plain({ dir, extra, aside, ...options }: PlainProps): ReactElement {
  const tree = useTraceTree(options);
  return (
    <>
      <div {...tree.getGridProps()} aria-label={tree.trace.name} {...(dir && { style: { direction: dir } })}>
        {Array.from({ length: tree.rowCount }, (_, index) => {
          const row = tree.getRow(index);
          return (
            <div key={row.run.id} {...tree.getRowProps(row)} aria-label={row.run.name}>
              {row.isExpandable && <i {...tree.getToggleProps(row)} data-testid={`toggle ${row.run.name}`} />}
              {extra}
            </div>
          );
        })}
      </div>
      {aside?.(tree)}
    </>
  );
}
