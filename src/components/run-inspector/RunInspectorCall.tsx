'use client';
import type { ReactElement } from 'react';
import type { MessagePart, ToolCall } from '../../core/model/content/content.ts';
import { toolCallsOf } from '../../core/model/content/tool-calls-of.ts';
import type { Run } from '../../core/model/run.ts';
import { KindIcon } from '../primitives/KindIcon.tsx';
import { formatDuration } from '../primitives/quantity.ts';
import { StatusIcon } from '../primitives/StatusIcon.tsx';
import type { Conversation } from './conversation.ts';
import { useRunInspectorContext } from './RunInspectorContext.ts';
import { RunInspectorFold } from './RunInspectorFold.tsx';
import { RunInspectorValue } from './RunInspectorValue.tsx';

interface RunInspectorCallProps {
  readonly call: ToolCall;
  readonly conversation: Conversation;
}

/** A tool that the model asked for: with what, what it answered, and the way to the run that carried it out. */
export function RunInspectorCall({ call, conversation }: RunInspectorCallProps): ReactElement {
  const { messages } = useRunInspectorContext('RunInspectorCall');
  const run = call.id === null ? undefined : conversation.runs.get(call.id);
  // A result that stands further down is not told twice.
  const isAnswered = call.id !== null && conversation.answered.has(call.id);
  const result = call.result ?? (run === undefined || isAnswered ? undefined : toolCallsOf(run)[0]?.result);
  return (
    <div data-slot="run-inspector-call" data-call-id={call.id ?? undefined}>
      <CallHead name={call.name} run={run} />
      <RunInspectorValue value={call.arguments} label={`${messages.arguments}: ${call.name}`} />
      {result !== undefined && (
        <RunInspectorFold title={messages.result}><RunInspectorValue value={result} label={`${messages.result}: ${call.name}`} /></RunInspectorFold>
      )}
    </div>
  );
}

interface RunInspectorResultProps {
  readonly part: Extract<MessagePart, { type: 'tool-result' }>;
  readonly conversation: Conversation;
}

/** What a tool answered, and the way to its run. */
export function RunInspectorResult({ part, conversation }: RunInspectorResultProps): ReactElement {
  const { messages } = useRunInspectorContext('RunInspectorResult');
  const { callId } = part;
  const run = callId === null ? undefined : conversation.runs.get(callId);
  const name = part.name ?? conversation.names.get(callId ?? '') ?? run?.name ?? callId ?? messages.result;
  return (
    <div data-slot="run-inspector-result" data-call-id={callId ?? undefined}>
      <CallHead name={name} run={run} />
      <RunInspectorValue value={part.result} label={`${messages.result}: ${name}`} />
    </div>
  );
}

function CallHead({ name, run }: { readonly name: string; readonly run: Run | undefined }): ReactElement {
  const { messages, locale, onRunChange } = useRunInspectorContext('RunInspectorCall');
  const lasted = run === undefined || run.end === null ? null : formatDuration(run.end - run.start, locale);
  return (
    <div data-slot="run-inspector-call-head">
      <KindIcon kind="tool" />
      <span data-slot="run-inspector-call-name">{name}</span>
      {run !== undefined && run.status !== 'success' && <span data-slot="run-inspector-state" data-status={run.status}><StatusIcon status={run.status} /><span>{messages.statuses[run.status]}</span></span>}
      {lasted !== null && <span data-slot="run-inspector-size">{lasted.figure} {lasted.unit}</span>}
      {run !== undefined && onRunChange !== undefined && (
        <button type="button" data-slot="inspect-button" aria-label={`${messages.openRun}: ${run.name}`} onClick={() => onRunChange(run.id)}>{messages.openRun}</button>
      )}
    </div>
  );
}
