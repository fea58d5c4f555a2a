/** A part of a Markdown text that can be read by itself. */
export interface MarkdownChunk {
  /** Its place in the text, in UTF-16 units. */
  readonly from: number;
  readonly text: string;
  /** `markdown`: to be read; `code`: a long block of code, without its fences; `text`: what takes too long to read. */
  readonly type: 'markdown' | 'code' | 'text';
}

/** Characters from which a part ends at the next blank line: as much as is read within a frame or two. */
const ENOUGH = 2_000;
/** A part without any place to end is no longer than this. */
const MOST = 12_000;
/** Containers in containers that one line opens. Each further one is read again for each line. */
const MOST_NESTED = 20;
/** Indentation of what is no code. */
const MOST_INDENTED = 80;
/** Characters that may mean something: reading them can cost as much as their number times itself. */
const MOST_SIGNS = 800;

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const MARKERS = /^(?:[ \t]{0,3}(?:>|[-+*]|\d{1,9}[.)])(?=[ \t>]|$)[ \t]?|[ \t]{0,3}>)/;

/**
 * Cuts a text between its blocks, so that each part is read in a short time, whatever the text holds. Links that are
 * defined in another part stay as they are written.
 */
export function chunksOf(text: string): readonly MarkdownChunk[] {
  const chunks: MarkdownChunk[] = [];
  let from = 0;
  let fence: string | null = null;
  let fenceFrom = 0;
  const cut = (to: number, type?: MarkdownChunk['type']): void => {
    if (to > from) chunks.push(chunkOf(text, from, to, type));
    from = to;
  };
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const next = end === -1 ? text.length : end + 1;
    const line = text.slice(at, Math.min(next, at + 200));
    const opening = FENCE.exec(line)?.[1];
    if (fence === null && opening !== undefined) {
      fence = opening;
      fenceFrom = at;
    } else if (fence !== null && opening?.startsWith(fence) === true && line.trim() === opening) {
      fence = null;
      if (next - fenceFrom > MOST) {
        cut(fenceFrom);
        cut(next, 'code');
      }
    } else if (fence === null && line.trim() === '' && next - from >= ENOUGH && (next - from >= ENOUGH * 2 || !/^[\s>*+\-\d]/.test(text.slice(next, next + 1)))) {
      cut(next);
    }
    at = next;
  }
  if (fence !== null && text.length - fenceFrom > MOST) {
    cut(fenceFrom);
    cut(text.length, 'code');
  }
  cut(text.length);
  return chunks;
}

function chunkOf(text: string, from: number, to: number, type?: MarkdownChunk['type']): MarkdownChunk {
  const part = text.slice(from, to);
  if (type === 'code') return { from, text: part.replace(/^[^\n]*\n/, '').replace(/\n? {0,3}[`~]{3,}\s*$/, ''), type };
  return { from, text: part, type: part.length > MOST || isTangled(part) ? 'text' : 'markdown' };
}

function isTangled(text: string): boolean {
  let signs = 0;
  for (let at = 0; at < text.length; at++) if ('[]<|*_`!~&'.includes(text.charAt(at)) && ++signs > MOST_SIGNS) return true;
  let isInCode = false;
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const next = end === -1 ? text.length : end + 1;
    const line = text.slice(at, next);
    if (FENCE.test(line)) isInCode = !isInCode;
    else if (!isInCode && nestingOf(line) > MOST_NESTED) return true;
    at = next;
  }
  return false;
}

/** How many containers a line is in, by what stands before its words. */
function nestingOf(line: string): number {
  const indented = line.search(/[^ \t]/);
  if (indented > MOST_INDENTED) return Number.POSITIVE_INFINITY;
  let nested = 0;
  let rest = line;
  for (let marker = MARKERS.exec(rest); marker !== null && nested <= MOST_NESTED; marker = MARKERS.exec(rest)) {
    nested++;
    rest = rest.slice(marker[0].length);
  }
  return nested;
}
