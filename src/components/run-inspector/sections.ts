import type { Run } from '../../core/model/run.ts';
import type { RunReading } from './run-reading.ts';

/** What an inspector can show of a run, each behind a heading of its own. */
export const SECTIONS = [
  'messages', 'query', 'documents', 'arguments', 'result', 'input', 'output', 'template', 'tools', 'parameters', 'request', 'response',
  'shape', 'metadata', 'links', 'events', 'feedback', 'issues', 'raw',
] as const;
export type RunInspectorSectionName = (typeof SECTIONS)[number];

/** A section, or what stands above all sections. */
export type RunInspectorPlace = RunInspectorSectionName | 'header' | 'error';

/** Whether a section holds anything. */
const HOLDS: Readonly<Record<RunInspectorSectionName, (reading: RunReading, run: Run) => boolean>> = {
  messages: ({ messages }) => messages.length > 0,
  documents: ({ documents }) => documents.length > 0,
  template: ({ template }) => template !== null,
  tools: ({ offered, calls }, { kind }) => offered.length > 0 || (kind === 'llm' && calls.length > 0),
  parameters: ({ parameters }) => Object.keys(parameters).length > 0,
  query: ({ inputs }) => inputs !== undefined,
  arguments: (reading) => reading.arguments !== undefined,
  result: ({ result }) => result !== undefined,
  input: ({ inputs }) => inputs !== undefined,
  output: ({ outputs }) => outputs !== undefined,
  request: ({ inputs }) => inputs !== undefined,
  response: ({ outputs }) => outputs !== undefined,
  shape: ({ inputs, outputs }) => inputs !== undefined && outputs !== undefined,
  metadata: ({ metadata }, { tags }) => Object.keys(metadata).length > 0 || tags.length > 0,
  links: ({ links }) => links.length > 0,
  events: ({ events }) => events.length > 0,
  feedback: ({ feedback }) => feedback.length > 0,
  issues: ({ issues }) => issues.length > 0,
  raw: () => true,
};

/** What is read out of the payloads: where those cannot be read, they say so. */
const DERIVED: ReadonlySet<RunInspectorSectionName> = new Set(['messages', 'documents', 'template', 'tools', 'shape']);

/**
 * The sections of a run that hold anything, or that cannot be read, what its kind needs most first. `request` and
 * `response` are input and output as they were recorded, where something before them shows the same in a better way.
 */
export function sectionsOf(run: Run, reading: RunReading): readonly RunInspectorSectionName[] {
  const isReadable = unlessItThrows(() => [reading.inputs, reading.outputs].length > 0, false);
  const has = (name: RunInspectorSectionName): boolean => unlessItThrows(() => HOLDS[name](reading, run), isReadable || !DERIVED.has(name));
  return [...firstOf(run, has), ...LAST].filter(has);
}

const LAST: readonly RunInspectorSectionName[] = ['shape', 'metadata', 'links', 'events', 'feedback', 'issues', 'raw'];

function firstOf({ kind }: Run, has: (name: RunInspectorSectionName) => boolean): readonly RunInspectorSectionName[] {
  if (kind === 'llm' && has('messages')) return ['messages', 'template', 'tools', 'parameters', 'documents', 'request', 'response'];
  if (kind === 'prompt' && has('template') && has('messages')) return ['template', 'messages', 'request', 'response'];
  if (kind === 'retriever' || kind === 'reranker') return ['query', ...(has('documents') ? (['documents', 'response'] as const) : (['output'] as const)), 'parameters'];
  if (kind === 'tool') return ['arguments', 'result', 'documents'];
  return ['input', 'output', 'messages', 'documents', 'template', 'tools', 'parameters'];
}

function unlessItThrows(ask: () => boolean, otherwise: boolean): boolean {
  try {
    return ask();
  } catch {
    return otherwise;
  }
}
