'use client';
import { useEffect, useMemo, useRef, useState, type ComponentPropsWithRef, type ReactElement } from 'react';
import type { Run } from '../../core/model/run.ts';
import type { Trace } from '../../core/model/trace.ts';
import { useRunInspector, type UseRunInspectorOptions } from '../../hooks/useRunInspector.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { ENGLISH, type RunInspectorMessages } from './messages.ts';
import { RunInspectorContext, type RunInspectorShared } from './RunInspectorContext.ts';
import { readRun } from './run-reading.ts';
import { part, type Part } from '../primitives/part.ts';

/** Props of `RunInspectorRoot`. */
export interface RunInspectorRootProps extends UseRunInspectorOptions, ComponentPropsWithRef<'div'> {
  readonly trace: Trace;
  /** The run to show; null for none. */
  readonly run: Run | null;
  /** Asks to show another run: the one that carried out a call, the model call before, the one that a document reached. */
  readonly onRunChange?: ((id: string) => void) | undefined;
  /** A BCP 47 tag for numbers. @default that of the browser */
  readonly locale?: string | undefined;
  /** Texts in place of the English ones. */
  readonly messages?: Partial<RunInspectorMessages> | undefined;
  /** The present in epoch ms, by which a running run has lasted so long; without it its duration is not shown. */
  readonly now?: number | undefined;
}

/** Holds what the parts of an inspector share: the run, and what is open from run to run. Renders a `<div>`. */
export const RunInspectorRoot: Part<RunInspectorRootProps> = /* @__PURE__ */ part(function RunInspectorRoot(props: RunInspectorRootProps): ReactElement {
  const {
    trace, run, onRunChange, locale, messages: given, now,
    openSections, defaultOpenSections, onOpenSectionsChange, wrap, defaultWrap, onWrapChange, payloadMode, defaultPayloadMode, onPayloadModeChange,
    children, ...rest
  } = props;
  const state = useRunInspector({ openSections, defaultOpenSections, onOpenSectionsChange, wrap, defaultWrap, onWrapChange, payloadMode, defaultPayloadMode, onPayloadModeChange });
  const messages = useMemo<RunInspectorMessages>(() => ({ ...ENGLISH, ...given }), [given]);
  const reading = useMemo(() => (run === null ? null : readRun(trace, run)), [trace, run]);
  const shared = useMemo<RunInspectorShared | null>(
    () => (run === null || reading === null ? null : { trace, run, reading, state, messages, locale, now, onRunChange }),
    [trace, run, reading, state, messages, locale, now, onRunChange],
  );
  const [element, attach] = useState<HTMLDivElement | null>(null);
  const id = run?.id;
  const shownId = useRef(id);
  useEffect(() => {
    // What a run did stands at its top, above all its error.
    if (shownId.current !== id) element?.scrollTo({ top: 0 });
    shownId.current = id;
  }, [id, element]);
  const own = {
    'data-slot': 'run-inspector',
    'data-kind': run?.kind,
    'data-status': run?.status,
    role: 'region',
    'aria-label': messages.label(run?.name ?? trace.name),
    ref: attach,
  };
  return (
    <div {...mergeProps(own, rest)}>
      {shared === null ? <p data-slot="run-inspector-empty">{messages.empty}</p> : <RunInspectorContext.Provider value={shared}>{children}</RunInspectorContext.Provider>}
    </div>
  );
});
