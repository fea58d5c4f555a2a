import type { KeyboardEvent, MouseEvent } from 'react';
import type { Expansion } from '../core/analysis/expansion.ts';
import type { Run, RunKind, RunStatus } from '../core/model/run.ts';
import type { Trace } from '../core/model/trace.ts';
import type { RunSearchState } from './run-search-state.ts';

/** Why the expansion changed. */
export interface ExpandedChangeDetails {
  readonly reason: 'toggle' | 'expand-all' | 'collapse-all' | 'expand-siblings' | 'reveal';
  /** The run that was opened or closed; null if it was all of them. */
  readonly run: Run | null;
}

/** Why the selection changed. */
export interface SelectedChangeDetails {
  readonly reason: 'pointer' | 'keyboard' | 'api';
  /** The run that is selected now; null if none is. */
  readonly run: Run | null;
}

/** What `useTraceTree` takes. Every state can be held by the caller (`expanded`, `selected`, `showHidden`) or begins at a default. */
export interface UseTraceTreeOptions {
  readonly trace: Trace;
  /** Which runs show what is under them: all, none, those above a depth, or those of the ids. */
  readonly expanded?: Expansion | undefined;
  /** @default 'all' */
  readonly defaultExpanded?: Expansion | undefined;
  readonly onExpandedChange?: ((expanded: Expansion, details: ExpandedChangeDetails) => void) | undefined;
  /** The id of the selected run; null for none. */
  readonly selected?: string | null | undefined;
  /** @default null */
  readonly defaultSelected?: string | null | undefined;
  readonly onSelectedChange?: ((selected: string | null, details: SelectedChangeDetails) => void) | undefined;
  /** Whether runs that their tracer marked as plumbing are on show. */
  readonly showHidden?: boolean | undefined;
  /** @default false */
  readonly defaultShowHidden?: boolean | undefined;
  readonly onShowHiddenChange?: ((showHidden: boolean, details: object) => void) | undefined;
  /**
   * A search through the same trace, whose matches the rows tell. In its mode `filter` only matches and the runs around
   * them are on show, all open at first; what was open without the filter is so again after it.
   */
  readonly search?: RunSearchState | undefined;
  /** How many rows PageUp and PageDown move. @default 10 */
  readonly pageSize?: (() => number) | undefined;
}

/** One row that is on show. */
export interface TraceTreeRowState {
  readonly run: Run;
  /** Its place among the rows on show, from 0. */
  readonly index: number;
  /** Its position in `trace.runs`. */
  readonly position: number;
  /** 0 for a root. */
  readonly depth: number;
  /** Whether there is anything under it to show. */
  readonly isExpandable: boolean;
  readonly isExpanded: boolean;
  readonly isSelected: boolean;
  /** Whether the keyboard is at this row: the tree's one tab stop. */
  readonly isActive: boolean;
  /** How many runs inside failed that are out of sight, since this one is closed. */
  readonly errorsInside: number;
  /** Whether the run is one that the search found. */
  readonly isMatch: boolean;
  /** Whether something is searched and the run was not found. */
  readonly isDimmed: boolean;
  /** Whether it is the match at which the person is. */
  readonly isCurrentMatch: boolean;
  /** How many runs inside were found that are out of sight, since this one is closed. */
  readonly matchesInside: number;
}

/** Attributes and handlers of the element that is the tree. */
export interface TraceTreeGridAttributes {
  readonly role: 'treegrid';
  readonly 'aria-rowcount': number;
  readonly 'aria-multiselectable': false;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Attributes and handlers of a row's element. */
export interface TraceTreeRowAttributes {
  readonly role: 'row';
  readonly 'aria-level': number;
  readonly 'aria-posinset': number;
  readonly 'aria-setsize': number;
  readonly 'aria-rowindex': number;
  readonly 'aria-expanded'?: boolean;
  readonly 'aria-selected': boolean;
  readonly tabIndex: 0 | -1;
  readonly 'data-kind': RunKind;
  readonly 'data-status': RunStatus;
  readonly 'data-depth': number;
  readonly 'data-selected'?: '';
  readonly 'data-active'?: '';
  /** What a search found, while there is one; what it did not find is `dimmed`. */
  readonly 'data-match'?: 'current' | 'found' | 'dimmed';
  readonly ref: (element: HTMLElement | null) => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onDoubleClick: (event: MouseEvent) => void;
  readonly onFocus: () => void;
}

/** Attributes and handlers of the element that opens and closes a row by pointer. The row itself speaks for it. */
export interface TraceTreeToggleAttributes {
  readonly 'aria-hidden': true;
  readonly 'data-state': 'open' | 'closed';
  readonly onClick: (event: MouseEvent) => void;
  readonly onDoubleClick: (event: MouseEvent) => void;
}

/** A tree of a trace's runs, without markup. */
export interface TraceTreeState {
  readonly trace: Trace;
  /** How many rows are on show. */
  readonly rowCount: number;
  /** The row at a place among those on show. */
  readonly getRow: (index: number) => TraceTreeRowState;
  /** The id of the run at a place among the rows on show: a key for lists. */
  readonly getRowKey: (index: number) => string;
  /** The place of a run among the rows on show; that of the closed run around it if it is out of sight. */
  readonly indexOfRun: (id: string) => number;
  readonly selected: string | null;
  /** Where the keyboard is among the rows on show; -1 if there are none. */
  readonly activeIndex: number;
  /** How often a command has moved the keyboard, also to where it was already: a reason to scroll there again. */
  readonly moves: number;
  /** How many plumbing runs there are, on show or not. */
  readonly hiddenCount: number;
  readonly showHidden: boolean;
  readonly setShowHidden: (showHidden: boolean) => void;
  readonly select: (id: string | null) => void;
  readonly toggle: (id: string) => void;
  readonly expandAll: () => void;
  readonly collapseAll: () => void;
  /** Opens what is around a run and moves the keyboard there. */
  readonly reveal: (id: string) => void;
  /** Moves the keyboard to the next run at which a failure began; true if there is one. */
  readonly revealError: (direction?: 1 | -1) => boolean;
  readonly getGridProps: () => TraceTreeGridAttributes;
  readonly getRowProps: (row: TraceTreeRowState) => TraceTreeRowAttributes;
  readonly getToggleProps: (row: TraceTreeRowState) => TraceTreeToggleAttributes;
}
