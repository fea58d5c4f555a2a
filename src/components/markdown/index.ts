export { Markdown, type MarkdownProps } from './Markdown.tsx';
export { type MarkdownMessages } from './messages.ts';
export { renderMarkdown } from './renderMarkdown.tsx';
