import { useRef, useState, type ReactElement } from 'react';

/** A field to paste a trace into, for those who can't or won't paste into the page. */
export function PasteDialog({ onPaste }: { readonly onPaste: (text: string) => void }): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  return (
    <>
      <button type="button" className="viewer-button" onClick={() => dialog.current?.showModal()}>Paste</button>
      <dialog ref={dialog} className="viewer-dialog" aria-label="Paste a trace">
        <form
          method="dialog"
          onSubmit={() => {
            if (text !== '') onPaste(text);
            setText('');
          }}
        >
          <label>
            JSON or JSONL of any known tracer
            <textarea rows={14} spellCheck={false} value={text} onChange={(event) => setText(event.target.value)} />
          </label>
          <p>It is read in this browser and goes nowhere.</p>
          <div className="viewer-actions">
            <button type="button" className="viewer-button" onClick={() => dialog.current?.close()}>Cancel</button>
            <button type="submit" className="viewer-button" data-primary="" disabled={text === ''}>Show</button>
          </div>
        </form>
      </dialog>
    </>
  );
}
