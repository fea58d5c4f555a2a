import type { TextRange } from '../core/analysis/search/query.ts';

/**
 * Replaces a part of an input's text as if the person had typed it: the focus goes there, the caret stands after the new
 * text, the browser can undo it, and who listens for input hears of it.
 */
export function editInput(input: HTMLInputElement, { from, to }: TextRange, text: string): void {
  input.focus({ preventScroll: true });
  if (input.readOnly || input.disabled) return;
  input.setSelectionRange(from, to);
  if (from === to && text === '') return;
  if (isEditedByCommand(input.ownerDocument, text)) return;
  setValue(input, input.value.slice(0, from) + text + input.value.slice(to));
  input.setSelectionRange(from + text.length, from + text.length);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** There is no other way to a text that can be undone, and no browser that would be without it. */
function isEditedByCommand(document: Document & Partial<Pick<Document, 'execCommand'>>, text: string): boolean {
  if (typeof document.execCommand !== 'function') return false;
  return text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
}

/** React keeps count of what is set on the element itself, and would not tell of it. */
function setValue(input: HTMLInputElement, value: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), 'value')?.set?.call(input, value);
}

/** The one place at which two texts differ, and what the second has there. No letter of two units is parted. */
export function differenceOf(before: string, after: string): { readonly range: TextRange; readonly text: string } {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from++;
  if (isLowHalf(before, from) || isLowHalf(after, from)) from--;
  let same = 0;
  while (same < most - from && before.at(-1 - same) === after.at(-1 - same)) same++;
  if (same > 0 && (isLowHalf(before, before.length - same) || isLowHalf(after, after.length - same))) same--;
  return { range: { from, to: before.length - same }, text: after.slice(from, after.length - same) };
}

function isLowHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff && at > 0;
}
