'use client';
import { useCallback, useEffect, useMemo, useRef, useState, type ComponentPropsWithRef, type KeyboardEvent, type ReactElement } from 'react';
import type { Query } from '../../core/analysis/search/query.ts';
import type { Run } from '../../core/model/run.ts';
import type { Trace } from '../../core/model/trace.ts';
import { isTaken } from '../../hooks/treegrid-keys.ts';
import { useRunInspector, type UseRunInspectorOptions } from '../../hooks/useRunInspector.ts';
import { useRunMatches, type UseRunMatchesOptions } from '../../hooks/useRunMatches.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { matchPlaces, type MatchPlace } from './match-places.ts';
import { ENGLISH, type RunInspectorMessages } from './messages.ts';
import { RunInspectorContext, RunInspectorMatchesContext, RunInspectorTargetContext, type RenderMarkdown, type RunInspectorShared } from './RunInspectorContext.ts';
import { NO_MARKS, runMarks } from './run-marks.ts';
import { readRun } from './run-reading.ts';
import { sectionsOf } from './sections.ts';
import { shownValues } from './shown-values.ts';

/** Props of `RunInspectorRoot`. */
export interface RunInspectorRootProps extends UseRunInspectorOptions, Pick<UseRunMatchesOptions, 'match' | 'defaultMatch' | 'onMatchChange'>, ComponentPropsWithRef<'div'> {
  readonly trace: Trace;
  /** The run to show; null for none. */
  readonly run: Run | null;
  /** Asks to show another run: the one that carried out a call, the model call before, the one that a document reached, the one that a link points to. */
  readonly onRunChange?: ((id: string) => void) | undefined;
  /** What a search found is marked, counted where it is folded away, and gone through by buttons and by `n` and `N`. */
  readonly query?: Query | undefined;
  /** Shows text as Markdown, where the person asks for it: `renderMarkdown` of `runlens/markdown`. Without it, text stays text. */
  readonly renderMarkdown?: RenderMarkdown | undefined;
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
    trace, run, onRunChange, query, renderMarkdown, locale, messages: given, now, match, defaultMatch, onMatchChange,
    openSections, defaultOpenSections, onOpenSectionsChange, wrap, defaultWrap, onWrapChange, payloadMode, defaultPayloadMode, onPayloadModeChange,
    children, ...rest
  } = props;
  const state = useRunInspector({ openSections, defaultOpenSections, onOpenSectionsChange, wrap, defaultWrap, onWrapChange, payloadMode, defaultPayloadMode, onPayloadModeChange });
  const messages = useMemo<RunInspectorMessages>(() => ({ ...ENGLISH, ...given }), [given]);
  const reading = useMemo(() => (run === null ? null : readRun(trace, run)), [trace, run]);
  const sections = useMemo(() => (run === null || reading === null ? [] : sectionsOf(run, reading)), [run, reading]);

  const found = useRunMatches({ run, query, match, defaultMatch, onMatchChange });
  const places = useMemo(() => {
    if (run === null || reading === null || found.query === null) return null;
    return matchPlaces(run, reading, sections, shownValues(reading, found.matches.length === 0 ? [] : sections), found.matches);
  }, [run, reading, sections, found.query, found.matches]);
  const marks = useMemo(() => (found.query === null || places === null ? NO_MARKS : runMarks(found.query, places)), [found.query, places]);
  const id = run?.id;
  const [target, setTarget] = useState<{ readonly id: string | undefined; readonly place: MatchPlace | null }>({ id, place: null });
  const reveal = useCallback((place: MatchPlace | null) => setTarget({ id, place: place && { ...place } }), [id]);
  const { current, moves } = found;
  const goneTo = useRef('');
  useEffect(() => {
    const place = current === null ? undefined : places?.places[current];
    const step = `${current} ${moves} ${id} ${found.query?.text}`;
    // While a run goes on, nobody is brought back to where they were.
    if (place === undefined || goneTo.current === step) return;
    goneTo.current = step;
    reveal(place);
  }, [current, moves, places, id, found.query, reveal]);

  const shared = useMemo<RunInspectorShared | null>(
    () => (run === null || reading === null ? null : { trace, run, reading, sections, state, marks, messages, locale, now, renderMarkdown, onRunChange, reveal }),
    [trace, run, reading, sections, state, marks, messages, locale, now, renderMarkdown, onRunChange, reveal],
  );
  const [element, attach] = useState<HTMLDivElement | null>(null);
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
    onKeyDown: (event: KeyboardEvent) => {
      if (found.matches.length === 0 || event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return;
      if (event.key === 'n') found.next();
      else if (event.key === 'N') found.previous();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
  return (
    <div {...mergeProps(own, rest)}>
      {shared === null ? <p data-slot="run-inspector-empty">{messages.empty}</p> : (
        <RunInspectorContext.Provider value={shared}>
          <RunInspectorMatchesContext.Provider value={found}>
            <RunInspectorTargetContext.Provider value={target.id === id ? target.place : null}>{children}</RunInspectorTargetContext.Provider>
          </RunInspectorMatchesContext.Provider>
        </RunInspectorContext.Provider>
      )}
    </div>
  );
});
