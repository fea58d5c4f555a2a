import type { KeyStroke } from './treegrid-keys.ts';

/** What a key asks of a search field. */
export type FieldCommand = 'open' | 'next-option' | 'previous-option' | 'choose' | 'close' | 'clear' | 'next-match' | 'previous-match';

/** What matters of a search field's state. */
export interface FieldCircumstances {
  /** Whether options are on show. */
  readonly isOpen: boolean;
  /** Whether one of them is active. */
  readonly isActive: boolean;
  readonly isEmpty: boolean;
}

/**
 * The command that a key stroke gives: the ARIA practices guide's combobox with a list, and Enter as the way from match to
 * match. Undefined if the key is the browser's: what edits a line of text stays as it is.
 */
export function fieldCommand(stroke: KeyStroke & { readonly shiftKey: boolean }, { isOpen, isActive, isEmpty }: FieldCircumstances): FieldCommand | undefined {
  const { key, altKey, shiftKey } = stroke;
  if (stroke.ctrlKey || stroke.metaKey) return undefined;
  if (altKey) return key === 'ArrowDown' && !isOpen ? 'open' : key === 'ArrowUp' && isOpen ? 'close' : undefined;
  switch (key) {
    case 'Enter':
      if (isActive && !shiftKey) return 'choose';
      return shiftKey ? 'previous-match' : 'next-match';
    case 'Tab': return isActive && !shiftKey ? 'choose' : undefined;
    case 'Escape': return isOpen ? 'close' : isEmpty ? undefined : 'clear';
    // With Shift they select text.
    case 'ArrowDown': return shiftKey ? undefined : 'next-option';
    case 'ArrowUp': return isOpen && !shiftKey ? 'previous-option' : undefined;
    default: return undefined;
  }
}

/** Whether a key stroke belongs to an input method. Safari ends a composition before the Enter that ends it, and tells it by its code alone. */
export function isComposing(event: { readonly isComposing: boolean; readonly keyCode: number }): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** The option after another, by way of none at both ends, so that a person gets back to what they wrote. */
export function optionAfter(active: number, count: number, direction: 1 | -1): number {
  const next = active + direction;
  return next === count ? -1 : next < -1 ? count - 1 : next;
}
