'use client';
import { Fragment, useState, type ReactElement } from 'react';
import type { TemplateSlot } from '../../core/analysis/prompts/template-slots.ts';
import { useRunInspectorContext } from './RunInspectorContext.ts';

interface RunInspectorTemplateTextProps {
  readonly text: string;
  readonly slots: readonly TemplateSlot[];
}

/** Characters at first, and what a press of the button adds. */
const STEP = 4_000;

/** A template with the places of its variables told apart. Renders a `<div>`. */
export function RunInspectorTemplateText({ text, slots }: RunInspectorTemplateTextProps): ReactElement {
  const { messages } = useRunInspectorContext('RunInspectorTemplateText');
  const [length, setLength] = useState(STEP);
  const shown = slots.filter(({ to }) => to <= length);
  const end = Math.min(text.length, slots.find(({ to }) => to > length && to <= length + STEP)?.from ?? length, length);
  return (
    <div data-slot="text-block" data-wrap="">
      <div data-slot="text-block-text" dir="auto">
        {shown.map(({ from, to }, nth) => (
          <Fragment key={from}>
            {text.slice(shown[nth - 1]?.to ?? 0, from)}
            <span data-slot="run-inspector-slot">{text.slice(from, to)}</span>
          </Fragment>
        ))}
        {text.slice(shown.at(-1)?.to ?? 0, end)}
      </div>
      {end < text.length && <button type="button" data-slot="inspect-button" onClick={() => setLength(length + STEP * 4)}>{messages.showMore(end, text.length)}</button>}
    </div>
  );
}
