'use client';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { settledErrors } from '../core/analysis/search/settled-errors.ts';
import { traceWords } from '../core/analysis/search/trace-words.ts';
import { differenceOf, editInput } from './edit-input.ts';
import type { RunSearchFieldState, UseRunSearchFieldOptions } from './run-search-field-state.ts';
import { fieldCommand, isComposing as isOfInputMethod, optionAfter, type FieldCommand } from './run-search-keys.ts';
import { insertionOf, isBegun, optionsAt, type RunSearchOption } from './run-search-options.ts';
import { useLatest } from './useLatest.ts';

/** Ms without a key after which what is half typed counts as meant. */
const PAUSE = 1_500;
const NO_QUERIES: readonly string[] = [];
const NO_OPTIONS: readonly RunSearchOption[] = [];

/** What was offered, for which text and place. */
interface Offer {
  readonly text: string;
  readonly caret: number;
  readonly options: readonly RunSearchOption[];
  readonly active: number;
}

/**
 * State and behaviour of a field in which a person writes a query: what is offered, which keys do what, and when errors
 * are told. The text alone is the truth: whatever changes it does so as typing would. It renders nothing.
 *
 * @example
 * const search = useRunSearch({ trace });
 * const field = useRunSearchField({ search });
 * <input aria-label="Search" {...field.getInputProps()} />
 * {field.isOpen && (
 *   <ul aria-label="Suggestions" {...field.getListProps()}>
 *     {field.options.map((option, index) => <li key={option.text} {...field.getOptionProps(index)}>{option.text}</li>)}
 *   </ul>
 * )}
 */
export function useRunSearchField({ search, recent = NO_QUERIES }: UseRunSearchFieldOptions): RunSearchFieldState {
  const id = useId();
  const input = useRef<HTMLInputElement | null>(null);
  const [offer, setOffer] = useState<Offer | null>(null);
  /** Null while the focus is elsewhere. */
  const [caret, setCaret] = useState<number | null>(null);
  const [isComposing, setComposing] = useState(false);
  /** The text whose errors are all told, half typed or not. */
  const [judged, setJudged] = useState<string | null>(null);

  const { text, query } = search;
  const options = offer?.text === text && caret !== null && !isComposing ? offer.options : NO_OPTIONS;
  const isOpen = options.length > 0;
  const activeIndex = isOpen ? (offer?.active ?? -1) : -1;

  const errors = useMemo(() => (caret === null || judged === text ? query.errors : settledErrors(query, caret)), [query, text, caret, judged]);
  const isJudgementDue = caret !== null && !isOpen && !isComposing && errors.length < query.errors.length;
  useEffect(() => {
    if (!isJudgementDue) return undefined;
    const timer = setTimeout(() => setJudged(text), PAUSE);
    return () => clearTimeout(timer);
  }, [isJudgementDue, text]);

  /** Whether the text is changed by us, who know what comes next, and not by the person, who may want to be helped. */
  const isWriting = useRef(false);
  const latestRef = useLatest({ search, recent, offer, options, activeIndex, caret });
  const actions = useMemo(() => {
    const offerAt = (written: string, place: number): Offer => {
      const { search: searched, recent: queries } = latestRef.current;
      return { text: written, caret: place, options: optionsAt(written, place, searched.trace, queries), active: -1 };
    };
    const open = (active: number): void => {
      if (input.current !== null) setOffer({ ...offerAt(input.current.value, caretOf(input.current)), active });
    };
    const offerIfBegun = (written: string, place: number): void => {
      const next = offerAt(written, place);
      setOffer(isBegun(next.options, place) ? next : null);
    };

    function replace(range: { readonly from: number; readonly to: number }, replacement: string, isQuiet: boolean): void {
      const { search: searched } = latestRef.current;
      const element = input.current;
      if (element === null) {
        searched.setText(searched.text.slice(0, range.from) + replacement + searched.text.slice(range.to));
        return;
      }
      isWriting.current = isQuiet;
      editInput(element, range, replacement);
      isWriting.current = false;
    }

    function write(next: string, isQuiet = true): void {
      const { range, text: replacement } = differenceOf(input.current?.value ?? latestRef.current.search.text, next);
      replace(range, replacement, isQuiet);
    }

    function choose(index: number): void {
      const option = latestRef.current.options[index];
      if (option === undefined) return;
      const insertion = insertionOf(option, latestRef.current.search.text);
      // After the name of a field its values are offered.
      replace(insertion.range, insertion.text, option.type !== 'field');
    }

    function activate(direction: 1 | -1): void {
      const { offer: offered, options: shown, activeIndex: active } = latestRef.current;
      if (offered !== null && shown.length > 0) setOffer({ ...offered, active: optionAfter(active, shown.length, direction) });
      else open(0);
    }

    function carryOut(command: FieldCommand): void {
      const { search: searched, activeIndex: active } = latestRef.current;
      switch (command) {
        case 'open': return open(-1);
        case 'next-option': return activate(1);
        case 'previous-option': return activate(-1);
        case 'choose': return choose(active);
        case 'close': return setOffer(null);
        case 'clear': return write('');
        case 'next-match':
        case 'previous-match':
          setOffer(null);
          setJudged(searched.text);
          void (command === 'next-match' ? searched.next() : searched.previous());
          return;
        default: return command satisfies never;
      }
    }

    return {
      choose,
      carryOut,
      write: (next: string): void => write(next),
      clear: (): void => write('', false),
      focus: (): void => input.current?.focus(),
      attach: (element: HTMLInputElement | null): void => {
        input.current = element;
      },
      changed: (written: string, place: number): void => {
        latestRef.current.search.setText(written);
        setCaret(place);
        if (isWriting.current) setOffer(null);
        else offerIfBegun(written, place);
      },
      moved: (place: number): void => {
        const { offer: offered, caret: before } = latestRef.current;
        if (before === null) return;
        setCaret(place);
        if (offered !== null && offered.caret !== place) setOffer(null);
      },
      entered: (written: string, place: number): void => {
        setCaret(place);
        if (written === '') offerIfBegun(written, place);
        // What occurs in a large trace is read before the first key wants to know it.
        const { trace } = latestRef.current.search;
        setTimeout(() => traceWords(trace), 0);
      },
      left: (): void => {
        setCaret(null);
        setOffer(null);
        setComposing(false);
      },
    };
  }, [latestRef]);

  return {
    options,
    isOpen,
    activeIndex,
    isComposing,
    errors,
    choose: actions.choose,
    write: actions.write,
    clear: actions.clear,
    focus: actions.focus,

    getInputProps: () => ({
      ref: actions.attach,
      type: 'text',
      role: 'combobox',
      value: text,
      'aria-autocomplete': 'list',
      'aria-expanded': isOpen,
      'aria-controls': isOpen ? `${id}list` : undefined,
      'aria-activedescendant': activeIndex === -1 ? undefined : `${id}option${activeIndex}`,
      'aria-invalid': errors.length > 0 ? true : undefined,
      autoComplete: 'off',
      autoCapitalize: 'none',
      autoCorrect: 'off',
      spellCheck: false,
      enterKeyHint: 'search',
      onChange: (event) => actions.changed(event.currentTarget.value, caretOf(event.currentTarget)),
      onKeyDown: (event) => {
        if (event.defaultPrevented || isOfInputMethod(event.nativeEvent)) return;
        const command = fieldCommand(event, { isOpen, isActive: activeIndex !== -1, isEmpty: text === '' });
        if (command === undefined) return;
        event.preventDefault();
        actions.carryOut(command);
      },
      onSelect: (event) => actions.moved(caretOf(event.currentTarget)),
      // In a shadow root React tells of no selection.
      onKeyUp: (event) => actions.moved(caretOf(event.currentTarget)),
      onClick: (event) => actions.moved(caretOf(event.currentTarget)),
      onFocus: (event) => actions.entered(event.currentTarget.value, caretOf(event.currentTarget)),
      onBlur: actions.left,
      onCompositionStart: () => setComposing(true),
      onCompositionEnd: () => setComposing(false),
    }),
    getListProps: () => ({
      id: `${id}list`,
      role: 'listbox',
      // The focus stays in the field.
      onMouseDown: (event) => event.preventDefault(),
    }),
    getOptionProps: (index) => ({
      id: `${id}option${index}`,
      role: 'option',
      'aria-selected': index === activeIndex,
      onClick: () => actions.choose(index),
    }),
  };
}

/** Where the person writes; at the end of what is selected. */
function caretOf(element: HTMLInputElement): number {
  return element.selectionEnd ?? element.value.length;
}
