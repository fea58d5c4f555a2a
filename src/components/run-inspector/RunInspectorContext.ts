'use client';
import { createContext, useContext, type Context, type ReactNode } from 'react';
import type { TextRange } from '../../core/analysis/search/query.ts';
import type { Run } from '../../core/model/run.ts';
import type { Trace } from '../../core/model/trace.ts';
import type { RunInspectorState } from '../../hooks/useRunInspector.ts';
import type { RunMatchesState } from '../../hooks/useRunMatches.ts';
import type { MatchPlace } from './match-places.ts';
import type { RunInspectorMessages } from './messages.ts';
import type { RunMarks } from './run-marks.ts';
import type { RunReading } from './run-reading.ts';
import type { RunInspectorPlace, RunInspectorSectionName } from './sections.ts';

/** Renders text as Markdown. With `marksIn` it can mark in it what a search found. */
export type RenderMarkdown = (text: string, marksIn?: (text: string) => readonly TextRange[]) => ReactNode;

/** What the parts of an inspector share. */
export interface RunInspectorShared {
  readonly trace: Trace;
  readonly run: Run;
  readonly reading: RunReading;
  /** The sections that hold anything, in their order. */
  readonly sections: readonly RunInspectorSectionName[];
  readonly state: RunInspectorState;
  readonly marks: RunMarks;
  readonly messages: RunInspectorMessages;
  readonly locale: string | undefined;
  readonly now: number | undefined;
  /** Undefined where there is no Markdown. */
  readonly renderMarkdown: RenderMarkdown | undefined;
  /** Undefined where the host shows no other run. */
  readonly onRunChange: ((id: string) => void) | undefined;
  /** Opens what holds a place, and brings it into sight; null leaves everything as the person has set it up. */
  readonly reveal: (place: MatchPlace | null) => void;
}

export const RunInspectorContext: Context<RunInspectorShared | null> = createContext<RunInspectorShared | null>(null);

/** The inspector around a part. */
export function useRunInspectorContext(part: string): RunInspectorShared {
  const shared = useContext(RunInspectorContext);
  if (shared === null) throw new Error(`<${part}> has nothing to show: it is used outside of <RunInspectorRoot>. Put it inside of one.`);
  return shared;
}

/** The matches that a person can go through; apart from the rest, since it changes with each step. */
export const RunInspectorMatchesContext: Context<RunMatchesState | null> = createContext<RunMatchesState | null>(null);

/** The place to which the person was last brought: a new object each time. */
export const RunInspectorTargetContext: Context<MatchPlace | null> = createContext<MatchPlace | null>(null);

/** The place to which the person was brought, if it is in a part of an inspector. */
export function useRunInspectorTarget(section: RunInspectorPlace, item: number | null = null): MatchPlace | null {
  const target = useContext(RunInspectorTargetContext);
  return target !== null && target.section === section && (item === null || target.item === item) ? target : null;
}
