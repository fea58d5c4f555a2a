import { useEffect, useMemo, useState, type DragEvent, type ReactElement } from 'react';
import { readTraces } from '../../src/core/index.ts';
import { TraceTree } from '../../src/components/trace-tree/index.ts';
import { DocumentIssues } from './DocumentIssues.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import { SAMPLES } from './samples.ts';
import './viewer.css';

interface OpenDocument {
  readonly name: string;
  readonly text: string;
}

/** A page that opens any trace file in the browser: what an internal tool around runlens looks like. */
export function Viewer(): ReactElement {
  const [sample, setSample] = useState(0);
  const [opened, setOpened] = useState<OpenDocument | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [traceId, setTraceId] = useState<string | null>(null);
  const [isOver, setOver] = useState(false);

  function open(next: OpenDocument): void {
    setFailure(null);
    setTraceId(null);
    setOpened(next);
  }

  async function openFile(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    try {
      open({ name: file.name, text: await file.text() });
    } catch (error) {
      setFailure(`${file.name} could not be read: ${error instanceof Error ? error.message : String(error)}. Check that the file is still there, and open it again.`);
    }
  }

  useEffect(() => {
    let isCurrent = true;
    const chosen = SAMPLES[sample];
    if (chosen === undefined) return undefined;
    void chosen.load().then(({ default: text }) => {
      if (isCurrent) open({ name: chosen.name, text });
    });
    return () => {
      isCurrent = false;
    };
  }, [sample]);

  // This is a page, not a component: it may listen to its window.
  useEffect(() => {
    function onPaste(event: ClipboardEvent): void {
      if (event.target instanceof Element && event.target.closest('input, textarea') !== null) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const file = event.clipboardData?.files[0];
      if (file !== undefined) void openFile(file);
      else if (text !== '') open({ name: 'Pasted text', text });
      else return;
      setSample(-1);
    }
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);

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
      setSample(-1);
      void openFile(event.dataTransfer.files[0]);
    },
  };
  return (
    <main className="viewer" data-over={isOver ? '' : undefined} {...drop}>
      <header className="viewer-bar">
        <h1>runlens</h1>
        <label>
          <span className="viewer-hidden">Sample</span>
          <select value={sample} onChange={(event) => setSample(Number(event.target.value))}>
            {sample === -1 && <option value={-1}>{opened?.name ?? 'Your file'}</option>}
            {SAMPLES.map(({ name }, at) => <option key={name} value={at}>{name}</option>)}
          </select>
        </label>
        {result !== null && result.traces.length > 1 && (
          <label>
            <span className="viewer-hidden">Trace</span>
            <select value={trace?.id} onChange={(event) => setTraceId(event.target.value)}>
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
              setSample(-1);
              void openFile(event.target.files?.[0]);
              // The same file can be chosen again after it has changed.
              event.target.value = '';
            }}
          />
        </label>
        <PasteDialog
          onPaste={(text) => {
            setSample(-1);
            open({ name: 'Pasted text', text });
          }}
        />
      </header>
      {failure !== null && <p role="alert" className="viewer-failure">{failure}</p>}
      {result !== null && <DocumentIssues result={result} name={opened?.name ?? ''} />}
      {trace !== undefined && <TraceTree key={trace.id} trace={trace} className="viewer-tree" />}
      <p className="viewer-drop" aria-hidden>Drop to open</p>
    </main>
  );
}
