'use client';
import { useMemo, useState, type ComponentPropsWithRef, type ReactElement } from 'react';
import { ENGLISH_TEXT, type TextBlockMessages } from './json-messages.ts';
import { mergeProps } from './mergeProps.ts';
import { part, type Part } from './part.ts';

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
  readonly messages?: TextBlockMessages | undefined;
}

/** Characters at first, and what a press of the button adds: as much as a browser lays out without a pause. */
const FIRST = 8_000;
const STEP = 48_000;
/** A piece that is out of sight is not laid out. */
const PIECE = 8_000;

/** A text of any length, of which more is shown when asked for. Renders a `<div>`. */
export const TextBlock: Part<TextBlockProps> = /* @__PURE__ */ part(function TextBlock(props: TextBlockProps): ReactElement {
  const { text, wrap = true, code = false, first = FIRST, messages = ENGLISH_TEXT, ...rest } = props;
  const [asked, setAsked] = useState({ text, length: first });
  // Another text begins from its beginning.
  const length = asked.text === text ? asked.length : first;
  const pieces = useMemo(() => piecesOf(typeof text === 'string' ? text : text(length), length), [text, length]);
  const hasMore = typeof text === 'string' ? text.length > length : pieces.length >= length;
  // What can be scrolled sideways must be within reach of the keyboard.
  const own = { 'data-slot': 'text-block', 'data-wrap': wrap ? '' : undefined, 'data-code': code ? '' : undefined, tabIndex: wrap ? undefined : 0 };
  return (
    <div {...mergeProps(own, rest)}>
      <div data-slot="text-block-text" dir={code ? 'ltr' : 'auto'}>
        {pieces.list.map((piece, nth) => <span key={nth} data-slot="text-block-piece">{piece}</span>)}
      </div>
      {hasMore && (
        <button type="button" data-slot="inspect-button" onClick={() => setAsked({ text, length: length + STEP })}>
          {messages.showMore(Math.min(length, pieces.length), typeof text === 'string' ? text.length : null)}
        </button>
      )}
    </div>
  );
});

interface Pieces {
  readonly list: readonly string[];
  readonly length: number;
}

/** Cuts a text at the ends of lines, or else anywhere but inside of a character. */
function piecesOf(text: string, atMost: number): Pieces {
  const end = Math.min(text.length, atMost);
  const list: string[] = [];
  for (let from = 0; from < end; ) {
    let to = Math.min(end, from + PIECE);
    if (to < text.length) {
      const line = text.lastIndexOf('\n', to - 1);
      if (line > from + PIECE / 2) to = line + 1;
      else if (/[\uD800-\uDBFF]/.test(text.charAt(to - 1))) to++;
    }
    list.push(text.slice(from, to));
    from = to;
  }
  return { list, length: end };
}
