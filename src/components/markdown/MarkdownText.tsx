'use client';
import { useMemo, type ReactElement } from 'react';
import type { TextRange } from '../../core/analysis/search/query.ts';
import { TextBlock } from '../primitives/TextBlock.tsx';

interface MarkdownTextProps {
  readonly text: string;
  /** Why it is not read; null if it is about to be. */
  readonly note: string | null;
  readonly marksIn: ((text: string) => readonly TextRange[]) | undefined;
}

/** A text that is shown as it is written. */
export function MarkdownText({ text, note, marksIn }: MarkdownTextProps): ReactElement {
  const marks = useMemo(() => (marksIn === undefined ? null : { rangesIn: marksIn }), [marksIn]);
  return (
    <>
      {note !== null && <p data-slot="markdown-note" role="note">{note}</p>}
      <TextBlock text={text} marks={marks} />
    </>
  );
}
