import { useMemo, useState, type DragEvent, type ReactElement } from 'react';
import { TraceViewer } from '../../src/components/trace-viewer/index.ts';
import { readTraces, type Trace } from '../../src/core/index.ts';
import { DocumentIssues } from './DocumentIssues.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import { SAMPLES } from './samples.ts';
import { useDocument } from './useDocument.ts';
import './viewer.css';

/** Which trace of the document is shown, and which of its runs is selected at first. */
interface Shown {
  readonly traceId: string | null;
  readonly selected: string | null;
}

const FIRST: Shown = { traceId: null, selected: null };

/** The traces of the same conversation, by start. */
function threadOf(trace: Trace, traces: readonly Trace[]): readonly Trace[] {
  if (trace.threadId === null) return [trace];
  return traces.filter(({ threadId }) => threadId === trace.threadId).toSorted((a, b) => a.startTime - b.startTime);
}

/** A page that opens any trace file in the browser: what an internal tool around runlens looks like. */
export function Viewer(): ReactElement {
  const { sample, opened, failure, choose, openText, openFile } = useDocument();
  const [{ traceId, selected }, setShown] = useState<Shown>(FIRST);
  const [isOver, setOver] = useState(false);

  const result = useMemo(() => (opened === null ? null : readTraces(opened.text)), [opened]);
  const trace = result?.traces.find(({ id }) => id === traceId) ?? result?.traces[0];

  const drop = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      openFile(event.dataTransfer.files[0]);
    },
  };
  return (
    <main className="viewer" data-over={isOver ? '' : undefined} {...drop}>
      <header className="viewer-bar">
        <h1>runlens</h1>
        <label>
          <span className="viewer-hidden">Sample</span>
          <select value={sample} onChange={(event) => choose(Number(event.target.value))}>
            {sample === -1 && <option value={-1}>{opened?.name ?? 'Your file'}</option>}
            {SAMPLES.map(({ name }, at) => <option key={name} value={at}>{name}</option>)}
          </select>
        </label>
        {result !== null && result.traces.length > 1 && (
          <label>
            <span className="viewer-hidden">Trace</span>
            <select value={trace?.id} onChange={(event) => setShown({ traceId: event.target.value, selected: null })}>
              {result.traces.map(({ id, name }, at) => <option key={id} value={id}>{`${at + 1} of ${result.traces.length} · ${name}`}</option>)}
            </select>
          </label>
        )}
        <span className="viewer-gap" />
        <label className="viewer-button">
          Open a file
          <input
            className="viewer-hidden"
            type="file"
            accept=".json,.jsonl,.ndjson,.txt,application/json"
            onChange={(event) => {
              openFile(event.target.files?.[0]);
              // The same file can be chosen again after it has changed.
              event.target.value = '';
            }}
          />
        </label>
        <PasteDialog onPaste={openText} />
      </header>
      {failure !== null && <p role="alert" className="viewer-failure">{failure}</p>}
      {result !== null && <DocumentIssues result={result} name={opened?.name ?? ''} />}
      {trace !== undefined && (
        <TraceViewer
          key={trace.id}
          trace={trace}
          thread={threadOf(trace, result?.traces ?? [])}
          defaultValue={{ selected }}
          onThreadChange={(turn, run) => setShown({ traceId: turn.id, selected: run })}
          // This is a page of its own: it may remember how a person has set it up.
          storage={window.localStorage}
          className="viewer-trace"
        />
      )}
      <p className="viewer-drop" aria-hidden>Drop to open</p>
    </main>
  );
}
