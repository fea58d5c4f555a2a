import type { Run } from '../../core/model/run.ts';
import type { RunReading } from './run-reading.ts';

/** What an inspector can show of a run, each behind a heading of its own. */
export const SECTIONS = [
  'messages', 'query', 'documents', 'arguments', 'result', 'input', 'output', 'tools', 'parameters', 'request', 'response',
  'metadata', 'events', 'feedback', 'issues', 'raw',
] as const;
export type RunInspectorSectionName = (typeof SECTIONS)[number];

/**
 * The sections of a run that hold anything, what its kind needs most first. `request` and `response` are input and output
 * as they were recorded, where something before them shows the same in a better way.
 */
export function sectionsOf(run: Run, reading: RunReading): readonly RunInspectorSectionName[] {
  const has: Readonly<Partial<Record<RunInspectorSectionName, boolean>>> = {
    messages: reading.messages.length > 0,
    documents: reading.documents.length > 0,
    tools: reading.offered.length > 0 || (run.kind === 'llm' && reading.calls.length > 0),
    parameters: Object.keys(reading.parameters).length > 0,
    query: reading.inputs !== undefined,
    arguments: reading.arguments !== undefined,
    result: reading.result !== undefined,
    input: reading.inputs !== undefined,
    output: reading.outputs !== undefined,
    request: reading.inputs !== undefined,
    response: reading.outputs !== undefined,
    metadata: Object.keys(reading.metadata).length > 0 || run.tags.length > 0,
    events: reading.events.length > 0,
    feedback: reading.feedback.length > 0,
    issues: reading.issues.length > 0,
    raw: true,
  };
  return [...firstOf(run, reading), ...LAST].filter((name) => has[name] === true);
}

const LAST: readonly RunInspectorSectionName[] = ['metadata', 'events', 'feedback', 'issues', 'raw'];

function firstOf({ kind }: Run, reading: RunReading): readonly RunInspectorSectionName[] {
  if (kind === 'llm' && reading.messages.length > 0) return ['messages', 'tools', 'parameters', 'documents', 'request', 'response'];
  if (kind === 'retriever' || kind === 'reranker') return ['query', ...(reading.documents.length > 0 ? (['documents', 'response'] as const) : (['output'] as const)), 'parameters'];
  if (kind === 'tool') return ['arguments', 'result', 'documents'];
  return ['input', 'output', 'messages', 'documents', 'tools', 'parameters'];
}
