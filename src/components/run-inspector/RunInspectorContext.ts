'use client';
import { createContext, useContext, type Context } from 'react';
import type { Run } from '../../core/model/run.ts';
import type { Trace } from '../../core/model/trace.ts';
import type { RunInspectorState } from '../../hooks/useRunInspector.ts';
import type { RunInspectorMessages } from './messages.ts';
import type { RunReading } from './run-reading.ts';

/** What the parts of an inspector share. */
export interface RunInspectorShared {
  readonly trace: Trace;
  readonly run: Run;
  readonly reading: RunReading;
  readonly state: RunInspectorState;
  readonly messages: RunInspectorMessages;
  readonly locale: string | undefined;
  readonly now: number | undefined;
  /** Undefined where the host shows no other run. */
  readonly onRunChange: ((id: string) => void) | undefined;
}

export const RunInspectorContext: Context<RunInspectorShared | null> = createContext<RunInspectorShared | null>(null);

/** The inspector around a part. */
export function useRunInspectorContext(part: string): RunInspectorShared {
  const shared = useContext(RunInspectorContext);
  if (shared === null) throw new Error(`<${part}> has nothing to show: it is used outside of <RunInspectorRoot>. Put it inside of one.`);
  return shared;
}
