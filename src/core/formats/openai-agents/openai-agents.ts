import { createIssue, type Issue } from '../../model/issue.ts';
import { asText, isObject, type JsonObject } from '../../model/json.ts';
import type { RunRecord } from '../../model/record.ts';
import type { Format, Reading } from '../format.ts';
import { readAs, type ReadResult } from '../read-as.ts';
import { timeSpanOf } from '../time-span.ts';
import { unrecognizedItem } from '../unrecognized-item.ts';
import { AgentSpanRecord } from './agent-span-record.ts';
import { WorkflowRecord } from './workflow-record.ts';
import { Workflow } from './workflow.ts';

/**
 * Reads traces of the OpenAI Agents SDK, of Python and of JavaScript: `trace` and `trace.span` objects as its exporters
 * write them (`export()` and `toJSON()`), in a list, as lines, or in the body that the SDK sends, `{ data: [...] }`. The
 * fields are those of `src/agents/tracing` in openai/openai-agents-python and `packages/agents-core/src/tracing` in
 * openai/openai-agents-js.
 *
 * @param input parsed JSON, JSON text or JSONL text
 */
export function readOpenAiAgents(input: unknown): ReadResult {
  return readAs(openAiAgents, input);
}

/** The traces of the OpenAI Agents SDK. */
export const openAiAgents: Format = {
  id: 'openai-agents',
  title: 'OpenAI Agents SDK',
  looksLike: 'objects of the kinds trace and trace.span, with span_data',
  recognizes: (item) => isTrace(item) || isSpan(item) || listOf(item)?.slice(0, SAMPLE).some((entry) => isObject(entry) && (isTrace(entry) || isSpan(entry))) === true,
  read,
};

/** Entries of a list that are looked at: the first may be damaged. */
const SAMPLE = 20;

function isTrace(item: JsonObject): boolean {
  return item['object'] === 'trace' && ('workflow_name' in item || 'group_id' in item);
}

function isSpan(item: JsonObject): boolean {
  return item['object'] === 'trace.span' || ('span_data' in item && 'trace_id' in item);
}

function listOf(item: JsonObject): readonly unknown[] | undefined {
  return Array.isArray(item['data']) ? item['data'] : undefined;
}

interface WorkflowContent {
  readonly workflow: Workflow;
  readonly spans: AgentSpanRecord[];
}

function read(items: readonly unknown[]): Reading {
  const issues: Issue[] = [];
  const workflows = new Map<string, WorkflowContent>();
  const homeless: AgentSpanRecord[] = [];
  const contentOf = (id: string): WorkflowContent => {
    const content = workflows.get(id) ?? { workflow: new Workflow(id), spans: [] };
    workflows.set(id, content);
    return content;
  };

  const readEntry = (entry: unknown, isListed: boolean): void => {
    if (!isObject(entry)) {
      issues.push(unrecognizedItem(entry, 'span of the OpenAI Agents SDK'));
    } else if (isTrace(entry) && asText(entry['id']) !== undefined) {
      contentOf(asText(entry['id']) ?? '').workflow.record = entry;
    } else if (isSpan(entry) || isListed) {
      const traceId = asText(entry['trace_id']);
      const content = traceId === undefined ? undefined : contentOf(traceId);
      const record = new AgentSpanRecord(entry, content?.workflow);
      content?.workflow.add(record.id === '' ? `unnamed ${content.spans.length}` : record.id, asText(entry['parent_id']));
      (content?.spans ?? homeless).push(record);
    } else {
      issues.push(unrecognizedItem(entry, 'span of the OpenAI Agents SDK'));
    }
  };
  for (const item of items) {
    const list = isObject(item) && !isSpan(item) ? listOf(item) : undefined;
    if (list === undefined) readEntry(item, false);
    else for (const entry of list) readEntry(entry, true);
  }

  const records: RunRecord[] = [];
  for (const { workflow, spans } of workflows.values()) {
    workflow.settle();
    if (workflow.isRun && workflow.record !== undefined) {
      const { start, end } = timeSpanOf(spans);
      records.push(new WorkflowRecord(workflow.record, workflow, start, end));
      issues.push(tellWorkflowAsRun(workflow));
    }
    for (const span of spans) records.push(span);
  }
  for (const span of homeless) records.push(span);
  return { records, feedback: [], issues };
}

function tellWorkflowAsRun(workflow: Workflow): Issue {
  const roots = workflow.roots === 0 ? 'None of its spans is a root' : `${workflow.roots} of its spans have no parent`;
  return createIssue('added-run', `${roots}, and the trace has a record of its own.`, 'The trace is shown as the run above them, from the first start to the last end.', { traceId: workflow.id, runId: workflow.id });
}
