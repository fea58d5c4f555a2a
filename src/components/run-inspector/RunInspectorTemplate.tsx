'use client';
import { useMemo, type ReactElement } from 'react';
import { filledPlaces, type FilledPlace } from '../../core/analysis/prompts/filled-places.ts';
import { templateSlots } from '../../core/analysis/prompts/template-slots.ts';
import type { PromptTemplate, TemplatePart } from '../../core/model/content/prompt-template.ts';
import { CopyButton } from '../primitives/CopyButton.tsx';
import { jsonPieces } from '../primitives/json-text.ts';
import { JsonView } from '../primitives/JsonView.tsx';
import { useRunInspectorContext } from './RunInspectorContext.ts';
import { RunInspectorMore } from './RunInspectorMore.tsx';
import { RunInspectorSection } from './RunInspectorSection.tsx';
import { RunInspectorTemplateText } from './RunInspectorTemplateText.tsx';
import { RunInspectorVariable } from './RunInspectorVariable.tsx';
import { roleName } from './role-name.ts';
import { useShown } from './useShown.ts';

const PARTS = 30;
const VARIABLES = 40;

/** What a prompt was made of: its template, what was filled in, and where that stands now. Renders a section. */
export function RunInspectorTemplate(): ReactElement | null {
  const { reading, messages } = useRunInspectorContext('RunInspectorTemplate');
  const { template } = reading;
  if (template === null) return null;
  const title = messages.sections.template;
  const { variables } = template;
  return (
    <RunInspectorSection name="template" title={title} actions={variables !== null && <CopyButton text={() => jsonPieces(variables)} messages={messages} label={messages.variable} />}>
      <Template prompt={template} />
    </RunInspectorSection>
  );
}

/** Read only while the section is open. */
function Template({ prompt }: { readonly prompt: PromptTemplate }): ReactElement {
  const { run, reading, messages } = useRunInspectorContext('RunInspectorTemplate');
  const { template, variables, name, version } = prompt;
  // What a prompt run answers is the prompt; a model is given it.
  const side = run.kind === 'prompt' ? 'output' : 'input';
  const places = useMemo(() => {
    const byVariable = new Map<string, FilledPlace[]>();
    const all = reading.messages.map((message) => (message.side === side ? message : { ...message, parts: [] }));
    for (const place of filledPlaces(prompt, all)) byVariable.set(place.variable, [...(byVariable.get(place.variable) ?? []), place]);
    return byVariable;
  }, [prompt, reading, side]);
  const parts = useShown(template, PARTS);
  const names = useMemo(() => Object.keys(variables ?? {}), [variables]);
  const listed = useShown(names, VARIABLES);
  return (
    <>
      {(name !== null || version !== null) && (
        <p data-slot="run-inspector-template-name">
          {name !== null && <strong>{name.slice(0, 300)}</strong>}
          {version !== null && <span data-slot="run-inspector-size" title={version.slice(0, 300)}>{messages.version(version.slice(0, 12))}</span>}
        </p>
      )}
      <div data-slot="run-inspector-template">
        {parts.items.map((part, nth) => <Part key={parts.from + nth} part={part} prompt={prompt} />)}
      </div>
      <RunInspectorMore shown={parts} at="end" />
      {names.length > 0 && (
        <table data-slot="run-inspector-variables">
          <thead><tr><th scope="col">{messages.variable}</th><th scope="col">{messages.value}</th></tr></thead>
          <tbody>{listed.items.map((variable) => <RunInspectorVariable key={variable} name={variable} value={variables?.[variable]} places={places.get(variable) ?? NOWHERE} />)}</tbody>
        </table>
      )}
      <RunInspectorMore shown={listed} at="end" />
    </>
  );
}

const NOWHERE: readonly FilledPlace[] = [];

function Part({ part, prompt: { format, variables } }: { readonly part: TemplatePart; readonly prompt: PromptTemplate }): ReactElement {
  const { messages } = useRunInspectorContext('RunInspectorTemplate');
  const text = part.type === 'text' ? part.text : '';
  const slots = useMemo(() => templateSlots(text, format, new Set(Object.keys(variables ?? {}))), [text, format, variables]);
  if (part.type === 'placeholder') return <p data-slot="run-inspector-template-part"><span data-slot="run-inspector-slot">{messages.placeholder(part.variable.slice(0, 200))}</span></p>;
  if (part.type === 'other') return <JsonView value={part.value} label={messages.json} messages={messages} />;
  return (
    <div data-slot="run-inspector-template-part">
      {part.role !== null && <span data-slot="run-inspector-role">{roleName(part.role, messages.roles)}</span>}
      <RunInspectorTemplateText text={text} slots={slots} />
    </div>
  );
}
