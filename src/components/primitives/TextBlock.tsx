'use client';
import { useContext, useMemo, useState, type ComponentPropsWithRef, type ReactElement } from 'react';
import type { TextRange } from '../../core/analysis/search/query.ts';
import { useArrival } from '../../hooks/useArrival.ts';
import { ENGLISH_TEXT, type TextBlockMessages } from './json-messages.ts';
import { mergeProps } from './mergeProps.ts';
import { part, type Part } from './part.ts';
import { CurrentMarkContext, type SearchMarks } from './search-marks.ts';
import { SearchMarked } from './SearchMarked.tsx';
import { partWith, piecesOf } from './text-pieces.ts';

/** Props of `TextBlock`. */
export interface TextBlockProps extends Omit<ComponentPropsWithRef<'div'>, 'children'> {
  /** The text, or what writes its first so many characters. Keep the identity of a function. */
  readonly text: string | ((atMost: number) => string);
  /** Whether long lines are broken. @default true */
  readonly wrap?: boolean | undefined;
  /** Whether it is code or data: monospace, from left to right. @default false */
  readonly code?: boolean | undefined;
  /** Characters that are shown at first. @default 8000 */
  readonly first?: number | undefined;
  /** What to mark in it, as far as it is shown. */
  readonly marks?: SearchMarks | null | undefined;
  readonly messages?: TextBlockMessages | undefined;
}

/** Characters at first, and what a press of the button adds: as much as a browser lays out without a pause. */
const FIRST = 8_000;
const STEP = 48_000;
/** Longer texts are looked through only as far as they are shown. */
const WHOLE = 200_000;

/** A text of any length, of which more is shown when asked for. Renders a `<div>`. */
export const TextBlock: Part<TextBlockProps> = /* @__PURE__ */ part(function TextBlock(props: TextBlockProps): ReactElement {
  const { text, wrap = true, code = false, first = FIRST, marks = null, messages = ENGLISH_TEXT, ...rest } = props;
  const [asked, setAsked] = useState({ text, from: 0, to: first });
  // Another text begins from its beginning.
  const { from, to } = asked.text === text ? asked : { from: 0, to: first };
  const current = useContext(CurrentMarkContext);
  useArrival(current?.text === text ? current : null, (mark) => setAsked({ text, ...partWith(mark.text, { from, to }, mark, STEP, first) }));
  const written = useMemo(() => (typeof text === 'string' ? text : text(to)), [text, to]);
  const pieces = useMemo(() => piecesOf(written, { from, to }), [written, from, to]);
  const ranges = useMemo(() => (marks === null ? [] : written.length <= WHOLE ? marks.rangesIn(written) : rangesAround(marks, written, { from, to })), [marks, written, from, to]);
  const shown = Math.min(written.length, to);
  const hasMore = typeof text === 'string' ? text.length > to : shown >= to;
  // What can be scrolled sideways must be within reach of the keyboard.
  const own = { 'data-slot': 'text-block', 'data-wrap': wrap ? '' : undefined, 'data-code': code ? '' : undefined, tabIndex: wrap ? undefined : 0 };
  return (
    <div {...mergeProps(own, rest)}>
      {from > 0 && (
        <button type="button" data-slot="inspect-button" onClick={() => setAsked({ text, from: Math.max(0, from - STEP), to })}>
          {(messages.showBefore ?? ENGLISH_TEXT.showBefore)?.(from)}
        </button>
      )}
      <div data-slot="text-block-text" dir={code ? 'ltr' : 'auto'}>
        {pieces.map((piece) => (
          <span key={piece.from} data-slot="text-block-piece">
            <SearchMarked text={written} ranges={ranges} from={piece.from} to={piece.to} />
          </span>
        ))}
      </div>
      {hasMore && (
        <button type="button" data-slot="inspect-button" onClick={() => setAsked({ text, from, to: to + STEP })}>
          {messages.showMore(shown - from, typeof text === 'string' ? text.length - from : null)}
        </button>
      )}
    </div>
  );
});

/** The finds of a part of a text, and those that begin before it or end behind it. */
function rangesAround(marks: SearchMarks, text: string, { from, to }: TextRange): readonly TextRange[] {
  const start = Math.max(0, from - FIRST);
  return marks.rangesIn(text.slice(start, to + FIRST)).map((range) => ({ from: start + range.from, to: start + range.to }));
}
