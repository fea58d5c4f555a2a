import type { ChangeEvent, CompositionEvent, FocusEvent, KeyboardEvent, MouseEvent, SyntheticEvent } from 'react';
import type { QueryError } from '../core/analysis/search/query.ts';
import type { RunSearchOption } from './run-search-options.ts';
import type { RunSearchState } from './run-search-state.ts';

/** What `useRunSearchField` takes. */
export interface UseRunSearchFieldOptions {
  readonly search: RunSearchState;
  /** Queries of before, the last one first: offered while the field is empty. Nothing is stored. @default [] */
  readonly recent?: readonly string[] | undefined;
}

/** Attributes and handlers of the `<input>`. */
export interface RunSearchInputAttributes {
  readonly ref: (element: HTMLInputElement | null) => void;
  readonly type: 'text';
  readonly role: 'combobox';
  readonly value: string;
  readonly 'aria-autocomplete': 'list';
  readonly 'aria-expanded': boolean;
  readonly 'aria-controls': string | undefined;
  readonly 'aria-activedescendant': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly autoComplete: 'off';
  readonly autoCapitalize: 'none';
  readonly autoCorrect: 'off';
  readonly spellCheck: false;
  readonly enterKeyHint: 'search';
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onSelect: (event: SyntheticEvent<HTMLInputElement>) => void;
  readonly onKeyUp: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onClick: (event: MouseEvent<HTMLInputElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLInputElement>) => void;
  readonly onBlur: () => void;
  readonly onCompositionStart: (event: CompositionEvent) => void;
  readonly onCompositionEnd: (event: CompositionEvent) => void;
}

/** Attributes and handlers of the list of options. */
export interface RunSearchListAttributes {
  readonly id: string;
  readonly role: 'listbox';
  readonly onMouseDown: (event: MouseEvent) => void;
}

/** Attributes and handlers of one option. */
export interface RunSearchOptionAttributes {
  readonly id: string;
  readonly role: 'option';
  readonly 'aria-selected': boolean;
  readonly onClick: () => void;
}

/** A field in which a query is written, without markup. */
export interface RunSearchFieldState {
  /** What is offered; empty where nothing is on show. */
  readonly options: readonly RunSearchOption[];
  readonly isOpen: boolean;
  /** The option that Enter and Tab take; -1 for none. */
  readonly activeIndex: number;
  /** Whether an input method is at work, whose text is not for others yet. */
  readonly isComposing: boolean;
  /** The errors to show: what is half typed is none, until the person pauses, leaves, or asks by Enter. */
  readonly errors: readonly QueryError[];
  /** Puts an option into the text. */
  readonly choose: (index: number) => void;
  /** Makes the text another one, as if it was typed, and goes to the field: it can be undone there. */
  readonly write: (text: string) => void;
  readonly clear: () => void;
  readonly focus: () => void;
  readonly getInputProps: () => RunSearchInputAttributes;
  readonly getListProps: () => RunSearchListAttributes;
  readonly getOptionProps: (index: number) => RunSearchOptionAttributes;
}
