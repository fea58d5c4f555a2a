import type { TextRange } from '../../core/analysis/search/query.ts';

/** A piece that is out of sight is not laid out. */
const PIECE = 8_000;
/** Characters before a find that are shown with it. */
const BEFORE = 2_000;

/** Cuts a part of a text at the ends of lines, or else anywhere but inside of a character. */
export function piecesOf(text: string, part: TextRange): readonly TextRange[] {
  const end = Math.min(text.length, part.to);
  const list: TextRange[] = [];
  for (let from = part.from; from < end; ) {
    let to = Math.min(end, from + PIECE);
    if (to < text.length) {
      const line = text.lastIndexOf('\n', to - 1);
      if (line > from + PIECE / 2) to = line + 1;
      else if (isHigh(text, to - 1)) to++;
    }
    list.push({ from, to });
    from = to;
  }
  return list;
}

/** The part of a text to show so that a find is in it: as much more as is near, else what is around it. */
export function partWith(text: string, shown: TextRange, find: TextRange, near: number, first: number): TextRange {
  if (find.from >= shown.from && find.to <= shown.to) return shown;
  if (find.from >= shown.from && find.to <= shown.to + near) return { from: shown.from, to: find.to + first };
  const from = Math.max(0, find.from - BEFORE);
  return { from: from > 0 && isHigh(text, from - 1) ? from - 1 : from, to: find.to + first };
}

function isHigh(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code <= 0xdbff;
}
