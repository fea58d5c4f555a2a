'use client';
import { memo, useMemo, type NamedExoticComponent, type ReactElement } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import type { MarkdownChunk } from './chunks-of.ts';
import { harden, safeLink, type HardenOptions } from './harden.ts';
import { MarkdownImage, MarkdownMessagesContext } from './MarkdownImage.tsx';

interface MarkdownPartProps extends HardenOptions {
  readonly chunk: MarkdownChunk;
}

const REMARK = [remarkGfm];
const COMPONENTS: Components = { img: MarkdownImage };

/** One part of a text, read by itself: React can do other things between two of them. */
export const MarkdownPart: NamedExoticComponent<MarkdownPartProps> = memo(function MarkdownPart({ chunk, messages, headingLevel, marksIn }: MarkdownPartProps): ReactElement {
  const plugins = useMemo(() => [[harden, { messages, headingLevel, marksIn }] as [typeof harden, HardenOptions]], [messages, headingLevel, marksIn]);
  return (
    <MarkdownMessagesContext.Provider value={messages}>
      <ReactMarkdown remarkPlugins={REMARK} rehypePlugins={plugins} components={COMPONENTS} urlTransform={toSafe}>{chunk.text}</ReactMarkdown>
    </MarkdownMessagesContext.Provider>
  );
});

/** Pictures have their own rule. */
function toSafe(url: string, key: string): string | null {
  return key === 'src' ? url : safeLink(url);
}
