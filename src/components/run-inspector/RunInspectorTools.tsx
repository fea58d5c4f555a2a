'use client';
import { useMemo, type ReactElement } from 'react';
import { JsonView } from '../primitives/JsonView.tsx';
import type { OfferedTool } from './offered-tools.ts';
import { useRunInspectorContext } from './RunInspectorContext.ts';
import { RunInspectorFold } from './RunInspectorFold.tsx';
import { RunInspectorMore } from './RunInspectorMore.tsx';
import { RunInspectorSection } from './RunInspectorSection.tsx';
import { useShown } from './useShown.ts';

const STEP = 40;

/** The tools that a model could call, and those that it did. Renders a section. */
export function RunInspectorTools(): ReactElement {
  const { reading, marks, messages } = useRunInspectorContext('RunInspectorTools');
  const { offered, calls } = reading;
  const { tools, used } = useMemo(() => {
    const names = new Map<string, number>();
    for (const { name } of calls) names.set(name, (names.get(name) ?? 0) + 1);
    const unoffered = [...names.keys()].filter((name) => !offered.some((tool) => tool.name === name));
    // What was called comes first; a call of a tool that nobody offered is told too.
    const all: OfferedTool[] = [...unoffered.map((name) => ({ name, description: null, definition: undefined })), ...offered];
    return { tools: all.toSorted((a, b) => Number(names.has(b.name)) - Number(names.has(a.name))), used: names };
  }, [offered, calls]);
  const shown = useShown(tools, STEP);
  return (
    <RunInspectorSection name="tools" title={messages.sections.tools} count={tools.length}>
      <ul data-slot="run-inspector-list">
        {shown.items.map((tool, nth) => {
          const times = used.get(tool.name) ?? 0;
          return (
            <li key={nth} data-slot="run-inspector-tool">
              <div data-slot="run-inspector-call-head">
                <span data-slot="run-inspector-call-name">{tool.name}</span>
                {times > 0 && <span data-slot="run-inspector-tag">{messages.used}{times > 1 ? ` ×${times}` : ''}</span>}
              </div>
              {tool.description !== null && <p data-slot="run-inspector-description">{tool.description.slice(0, 600)}</p>}
              {tool.definition !== undefined && <RunInspectorFold title={messages.definition}><JsonView value={tool.definition} label={`${messages.definition}: ${tool.name}`} marks={marks.of('input')} messages={messages} /></RunInspectorFold>}
            </li>
          );
        })}
      </ul>
      <RunInspectorMore shown={shown} at="end" />
    </RunInspectorSection>
  );
}
