import { createSlices } from '../../hooks/run-search-slices.ts';

/** A text, or what writes it piece by piece. */
export type CopySource = string | Iterable<string>;

/** Ms of work between two moments in which the page can answer. */
const BUDGET = 8;

/**
 * Writes to the clipboard, which browsers keep from pages without TLS and from frames without leave. What takes long to
 * write out is written in slices.
 *
 * @param source is asked at once
 * @param onLong called if the text is not written out in the first slice
 */
export async function copy(source: () => CopySource, onLong?: () => void): Promise<'copied' | 'failed'> {
  try {
    const given = source();
    if (typeof given === 'string') await navigator.clipboard.writeText(given);
    else await copyPieces(given[Symbol.iterator](), onLong);
    return 'copied';
  } catch {
    return 'failed';
  }
}

async function copyPieces(pieces: Iterator<string>, onLong: (() => void) | undefined): Promise<void> {
  const first = writeOn(pieces);
  if (first.isDone) return navigator.clipboard.writeText(first.text);
  onLong?.();
  // Where a page may copy only while a press is being handled, the promise of a text keeps the leave.
  const isPromised = typeof ClipboardItem === 'function' && typeof navigator.clipboard.write === 'function';
  const parts: BlobPart[] = [];
  const keep = (text: string): unknown => parts.push(isPromised ? new Blob([text]) : text);
  keep(first.text);
  const written = new Promise<void>((resolve, reject) => {
    createSlices(() => {
      try {
        const { text, isDone } = writeOn(pieces);
        keep(text);
        if (isDone) resolve();
        return isDone;
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
        return true;
      }
    }).start();
  });
  if (isPromised) return navigator.clipboard.write([new ClipboardItem({ [PLAIN]: written.then(() => new Blob(parts, { type: PLAIN })) })]);
  await written;
  return navigator.clipboard.writeText(parts.join(''));
}

const PLAIN = 'text/plain';

/** Writes for as long as one slice may take. */
function writeOn(pieces: Iterator<string>): { readonly text: string; readonly isDone: boolean } {
  const end = performance.now() + BUDGET;
  let text = '';
  for (let next = pieces.next(); ; next = pieces.next()) {
    if (next.done === true) return { text, isDone: true };
    text += next.value;
    if (performance.now() >= end) return { text, isDone: false };
  }
}
