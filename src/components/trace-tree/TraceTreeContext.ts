'use client';
import { createContext, useContext, type Context, type CSSProperties } from 'react';
import type { RunSearchState } from '../../hooks/run-search-state.ts';
import type { TraceTreeRowAttributes, TraceTreeRowState, TraceTreeState } from '../../hooks/trace-tree-state.ts';
import type { VirtualRows } from '../../hooks/useVirtualRows.ts';
import type { ColumnsChangeDetails, TraceTreeColumn } from './columns.ts';
import type { FigureSettings } from './figures.ts';

/** What a tree's rows depend on, beside their own state: it stays the same while the person moves through the tree. */
export interface TraceTreeSettings extends FigureSettings {
  readonly columns: readonly TraceTreeColumn[];
  /** Where the words of the search lie in a text; undefined without a search. */
  readonly highlight: RunSearchState['highlight'] | undefined;
}

/** What the parts around the rows share. */
export interface TraceTreeShared {
  readonly tree: TraceTreeState;
  readonly virtual: VirtualRows;
  readonly search: RunSearchState | undefined;
  readonly setColumns: (columns: readonly TraceTreeColumn[], details: ColumnsChangeDetails) => void;
  readonly isHelpOpen: boolean;
  readonly setHelpOpen: (open: boolean) => void;
}

/** A row and what its own parts share. */
export interface TraceTreeRowShared {
  readonly row: TraceTreeRowState;
  readonly toggleProps: ReturnType<TraceTreeState['getToggleProps']>;
}

export const TraceTreeSettingsContext: Context<TraceTreeSettings | null> = createContext<TraceTreeSettings | null>(null);
export const TraceTreeContext: Context<TraceTreeShared | null> = createContext<TraceTreeShared | null>(null);
export const TraceTreeRowContext: Context<TraceTreeRowShared | null> = createContext<TraceTreeRowShared | null>(null);

/** Attributes, handlers and place of the row's element. */
export type TraceTreeRowElement = TraceTreeRowAttributes & { readonly style?: CSSProperties };
export const TraceTreeRowElementContext: Context<TraceTreeRowElement | null> = createContext<TraceTreeRowElement | null>(null);

/** The settings of the tree around a part. */
export function useTraceTreeSettings(part: string): TraceTreeSettings {
  return useContext(TraceTreeSettingsContext) ?? fail(part, 'TraceTreeRoot');
}

/** The tree around a part. */
export function useTraceTreeContext(part: string): TraceTreeShared {
  return useContext(TraceTreeContext) ?? fail(part, 'TraceTreeRoot');
}

/** The row around a part. */
export function useTraceTreeRow(part: string): TraceTreeRowShared {
  return useContext(TraceTreeRowContext) ?? fail(part, 'TraceTreeBody');
}

/** The attributes of the row around a part. */
export function useTraceTreeRowElement(part: string): TraceTreeRowElement {
  return useContext(TraceTreeRowElementContext) ?? fail(part, 'TraceTreeBody');
}

function fail(part: string, around: string): never {
  throw new Error(`<${part}> has nothing to show: it is used outside of <${around}>. Put it inside of one.`);
}
