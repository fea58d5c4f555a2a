'use client';
import { useContext, type ReactElement } from 'react';
import { CurrentMarkContext } from '../primitives/search-marks.ts';
import { TextBlock, type TextBlockProps } from '../primitives/TextBlock.tsx';
import { useRunInspectorContext } from './RunInspectorContext.ts';

interface RunInspectorWordsProps extends Pick<TextBlockProps, 'first'> {
  readonly text: string;
  /** The field of queries that the text is of; null for none. */
  readonly field: string | null;
}

/** Words of a message or a payload, as Markdown if the person wants them so. Renders a `<div>`. */
export function RunInspectorWords({ text, field, first }: RunInspectorWordsProps): ReactElement {
  const { state, marks: all, messages, renderMarkdown } = useRunInspectorContext('RunInspectorWords');
  const marks = all.inWords(field);
  // A find is told by its place in the text: to go to one, the text is shown.
  const isTarget = useContext(CurrentMarkContext)?.text === text;
  if (state.payloadMode !== 'markdown' || renderMarkdown === undefined || isTarget) return <TextBlock text={text} first={first} wrap={state.wrap} marks={marks} messages={messages} />;
  return <div data-slot="run-inspector-markdown">{renderMarkdown(text, marks?.rangesIn)}</div>;
}
