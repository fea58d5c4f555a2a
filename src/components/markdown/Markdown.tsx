'use client';
import { startTransition, useEffect, useMemo, useState, type ComponentPropsWithRef, type ReactElement } from 'react';
import type { TextRange } from '../../core/analysis/search/query.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { TextBlock } from '../primitives/TextBlock.tsx';
import { chunksOf, type MarkdownChunk } from './chunks-of.ts';
import { MarkdownPart } from './MarkdownPart.tsx';
import { MarkdownText } from './MarkdownText.tsx';
import { ENGLISH, type MarkdownMessages } from './messages.ts';

/** Props of `Markdown`. */
export interface MarkdownProps extends Omit<ComponentPropsWithRef<'div'>, 'children'> {
  readonly text: string;
  /** The level of the highest headings, 1 to 6. @default 4 */
  readonly headingLevel?: number | undefined;
  /** What to mark in a piece of the text. Keep its identity. */
  readonly marksIn?: ((text: string) => readonly TextRange[]) | undefined;
  /** Texts in place of the English ones. */
  readonly messages?: Partial<MarkdownMessages> | undefined;
}

/** A longer text stays text. */
const MOST = 150_000;
/** Characters that are shown at first, and what a press of the button adds. */
const FIRST = 8_000;
const STEP = 24_000;

/**
 * Markdown of a stranger: HTML in it is text, links lead to the web or to mail alone, pictures are loaded when asked for.
 * GitHub's tables, task lists and strikes are known. It is text first, and read in pieces, so that the page never waits.
 * Needs `runlens/styles.css`. Renders a `<div>`.
 */
export const Markdown: Part<MarkdownProps> = /* @__PURE__ */ part(function Markdown({ text, headingLevel = 4, marksIn, messages: given, ...rest }: MarkdownProps): ReactElement {
  const messages = useMemo<MarkdownMessages>(() => ({ ...ENGLISH, ...given }), [given]);
  const isLong = text.length > MOST;
  const chunks = useMemo(() => (isLong ? [] : chunksOf(text)), [text, isLong]);
  const [asked, setAsked] = useState({ text, length: FIRST });
  const length = asked.text === text ? asked.length : FIRST;
  const shown = chunks.filter(({ from }) => from < length);
  // What is read in a transition can be put off between two parts.
  const [read, setRead] = useState<readonly MarkdownChunk[]>([]);
  useEffect(() => startTransition(() => setRead(chunks)), [chunks]);
  const isRead = read === chunks;
  const end = shown.at(-1);
  const left = end === undefined ? 0 : text.length - end.from - end.text.length;
  return (
    <div {...mergeProps({ 'data-slot': 'markdown', dir: 'auto' as const }, rest)}>
      {isLong && <MarkdownText text={text} note={messages.tooLong} marksIn={marksIn} />}
      {shown.map((chunk) => {
        if (chunk.type === 'code') return <TextBlock key={chunk.from} code wrap={false} text={chunk.text} />;
        if (chunk.type === 'text') return <MarkdownText key={chunk.from} text={chunk.text} note={messages.tooTangled} marksIn={marksIn} />;
        return isRead
          ? <MarkdownPart key={chunk.from} chunk={chunk} messages={messages} headingLevel={headingLevel} marksIn={marksIn} />
          : <MarkdownText key={chunk.from} text={chunk.text} note={null} marksIn={marksIn} />;
      })}
      {left > 0 && <button type="button" data-slot="inspect-button" onClick={() => startTransition(() => setAsked({ text, length: length + STEP }))}>{messages.showMore(left)}</button>}
    </div>
  );
});
