import type { ReactElement } from 'react';
import type { TextRange } from '../../core/analysis/search/query.ts';
import { Markdown } from './Markdown.tsx';

/**
 * Renders text as Markdown, for the components that take it by a prop, so that a page without Markdown does not load it:
 * `<RunInspector renderMarkdown={renderMarkdown} … />`.
 *
 * @param marksIn what to mark in a piece of the text
 */
export function renderMarkdown(text: string, marksIn?: (text: string) => readonly TextRange[]): ReactElement {
  return <Markdown text={text} marksIn={marksIn} />;
}
