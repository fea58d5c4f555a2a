'use client';
import { useEffect, useRef, type ComponentPropsWithRef, type KeyboardEvent, type ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { ENGLISH as TREE, type KeyHelp } from '../trace-tree/messages.ts';
import { ENGLISH as WATERFALL } from '../trace-waterfall/messages.ts';
import { useTraceViewerContext } from './TraceViewerContext.ts';

/** Props of `TraceViewerHelp`. */
export interface TraceViewerHelpProps extends ComponentPropsWithRef<'dialog'> {}

/** All keys and what they do, over everything else while it is open. Renders a `<dialog>`. */
export const TraceViewerHelp: Part<TraceViewerHelpProps> = /* @__PURE__ */ part(function TraceViewerHelp(props: TraceViewerHelpProps): ReactElement {
  const { isHelpOpen, setHelpOpen, messages } = useTraceViewerContext('TraceViewerHelp');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    // The browser's own dialog keeps the focus inside, gives it back, and writes nothing to the page.
    if (isHelpOpen && dialog.current?.open === false) dialog.current.showModal();
    else if (!isHelpOpen) dialog.current?.close();
  }, [isHelpOpen]);
  // What works everywhere need not be said again.
  const everywhere = new Set(messages.keyHelp.flatMap(({ keys }) => keys));
  const runKeys = (messages.parts.tree?.keyHelp ?? TREE.keyHelp).filter(({ keys }) => !keys.some((key) => everywhere.has(key)));
  const timeKeys = messages.parts.timeline?.keyHelp ?? WATERFALL.keyHelp;
  const own = {
    'data-slot': 'trace-viewer-help',
    'aria-label': messages.help,
    ref: dialog,
    onClose: () => setHelpOpen(false),
    onKeyDown: (event: KeyboardEvent) => {
      // What is around it must not take the key too.
      event.stopPropagation();
      if (event.key === 'Escape') setHelpOpen(false);
    },
    onClick: ({ target, currentTarget }: { readonly target: EventTarget; readonly currentTarget: EventTarget }) => {
      // Only what is around the dialog's box is the dialog itself.
      if (target === currentTarget) setHelpOpen(false);
    },
  };
  return (
    <dialog {...mergeProps(own, props)}>
      {isHelpOpen && (
        <div data-slot="trace-viewer-help-box">
          <header data-slot="trace-viewer-help-head">
            <h2>{messages.help}</h2>
            <button type="button" data-slot="trace-viewer-close" aria-label={messages.closeHelp} onClick={() => setHelpOpen(false)}>
              <svg aria-hidden viewBox="0 0 14 14" width={14} height={14} fill="none" stroke="currentColor" strokeWidth={1.4} strokeLinecap="round"><path d="M3.5 3.5l7 7M10.5 3.5l-7 7" /></svg>
            </button>
          </header>
          <KeyGroup heading={messages.keyGroups.viewer} keys={messages.keyHelp} />
          <KeyGroup heading={messages.keyGroups.runs} keys={runKeys} />
          <KeyGroup heading={messages.keyGroups.time} keys={timeKeys} />
        </div>
      )}
    </dialog>
  );
});

function KeyGroup({ heading, keys }: { readonly heading: string; readonly keys: readonly KeyHelp[] }): ReactElement {
  return (
    <section data-slot="trace-viewer-keys">
      <h3>{heading}</h3>
      <dl>
        {keys.map(({ keys: strokes, does }) => (
          <div key={does} data-slot="trace-viewer-key">
            <dt>{strokes.map((stroke) => <kbd key={stroke}>{stroke}</kbd>)}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
