import type { ReactElement } from 'react';
import type { ReadResult } from '../../src/core/index.ts';

/** What was odd with the document as a whole; each trace tells of its own issues. Full width where nothing could be read. */
export function DocumentIssues({ result, name }: { readonly result: ReadResult; readonly name: string }): ReactElement | null {
  const issues = result.issues.filter(({ traceId, severity }) => traceId === null && (severity !== 'info' || result.traces.length === 0));
  if (issues.length === 0) return null;
  const isEmpty = result.traces.length === 0;
  return (
    <section role="alert" className="viewer-issues" data-empty={isEmpty ? '' : undefined}>
      {isEmpty && <h2>{`${name} can’t be shown`}</h2>}
      <ul>
        {issues.slice(0, 20).map((issue, nth) => <li key={nth}><strong>{issue.what}</strong> {issue.done}</li>)}
      </ul>
      {issues.length > 20 && <p>{`and ${issues.length - 20} more`}</p>}
    </section>
  );
}
