'use client';
import type { ReactElement } from 'react';
import { useTraceViewerContext } from './TraceViewerContext.ts';

interface TraceViewerFailureProps {
  readonly reason: string;
  readonly onRetry: () => void;
}

/** What an error boundary of a viewer shows. */
export function viewerFailure(reason: string, retry: () => void): ReactElement {
  return <TraceViewerFailure reason={reason} onRetry={retry} />;
}

/** Stands in place of a part that failed: the others go on. */
function TraceViewerFailure({ reason, onRetry }: TraceViewerFailureProps): ReactElement {
  const { messages } = useTraceViewerContext('TraceViewerFailure');
  return (
    <div data-slot="trace-viewer-failure" role="alert">
      <p>{messages.failed(reason)}</p>
      <button type="button" data-slot="trace-viewer-retry" onClick={onRetry}>{messages.tryAgain}</button>
    </div>
  );
}
