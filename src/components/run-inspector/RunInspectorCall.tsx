'use client';
import { useContext, type ReactElement } from 'react';
import type { Message, MessagePart, ToolCall } from '../../core/model/content/content.ts';
import { toolCallsOf } from '../../core/model/content/tool-calls-of.ts';
import type { Run } from '../../core/model/run.ts';
import { KindIcon } from '../primitives/KindIcon.tsx';
import { formatDuration } from '../primitives/quantity.ts';
import { CurrentMarkContext, type CurrentMark, type SearchMarks } from '../primitives/search-marks.ts';
import { SearchMarked } from '../primitives/SearchMarked.tsx';
import { StatusIcon } from '../primitives/StatusIcon.tsx';
import type { Conversation } from './conversation.ts';
import { useRunInspectorContext } from './RunInspectorContext.ts';
import { RunInspectorFold } from './RunInspectorFold.tsx';
import { RunInspectorValue } from './RunInspectorValue.tsx';
import { isJsonOf } from './shown-values.ts';

interface RunInspectorCallProps {
  readonly call: ToolCall;
  readonly side: Message['side'];
  readonly conversation: Conversation;
}

/** A tool that the model asked for: with what, what it answered, and the way to the run that carried it out. */
export function RunInspectorCall({ call, side, conversation }: RunInspectorCallProps): ReactElement {
  const { marks, messages } = useRunInspectorContext('RunInspectorCall');
  const run = call.id === null ? undefined : conversation.runs.get(call.id);
  // A find in arguments that came as text is told by its place in the text.
  const current = useContext(CurrentMarkContext);
  const written = current !== null && current.root == null && isJsonOf(current.text, call.arguments) ? current.text : null;
  // A result that stands further down is not told twice.
  const isAnswered = call.id !== null && conversation.answered.has(call.id);
  const result = call.result ?? (run === undefined || isAnswered ? undefined : toolCallsOf(run)[0]?.result);
  return (
    <div data-slot="run-inspector-call" data-call-id={call.id ?? undefined}>
      <CallHead name={call.name} run={run} side={side} />
      <RunInspectorValue value={written ?? call.arguments} label={`${messages.arguments}: ${call.name}`} field={side} />
      {result !== undefined && (
        <RunInspectorFold title={messages.result} matches={countIn(result, marks.of(side))} holds={(mark) => isIn(mark, result)}>
          <RunInspectorValue value={result} label={`${messages.result}: ${call.name}`} field={side} />
        </RunInspectorFold>
      )}
    </div>
  );
}

interface RunInspectorResultProps {
  readonly part: Extract<MessagePart, { type: 'tool-result' }>;
  readonly side: Message['side'];
  readonly conversation: Conversation;
}

/** What a tool answered, and the way to its run. */
export function RunInspectorResult({ part, side, conversation }: RunInspectorResultProps): ReactElement {
  const { messages } = useRunInspectorContext('RunInspectorResult');
  const { callId } = part;
  const run = callId === null ? undefined : conversation.runs.get(callId);
  const name = part.name ?? conversation.names.get(callId ?? '') ?? run?.name ?? callId ?? messages.result;
  return (
    <div data-slot="run-inspector-result" data-call-id={callId ?? undefined}>
      <CallHead name={name} run={run} side={side} />
      <RunInspectorValue value={part.result} label={`${messages.result}: ${name}`} field={side} />
    </div>
  );
}

/** How many finds a value holds: of texts, only short ones are looked through before they are shown. */
function countIn(value: unknown, marks: SearchMarks | null): number {
  if (marks === null) return 0;
  if (typeof value === 'string') return value.length > MOST_SEARCHED ? 0 : marks.rangesIn(value).length;
  return typeof value === 'object' && value !== null ? (marks.countInside?.(value) ?? 0) : 0;
}

const MOST_SEARCHED = 20_000;

function isIn({ root, text }: CurrentMark, value: unknown): boolean {
  return typeof value === 'object' && value !== null ? root === value : text === value;
}

function CallHead({ name, run, side }: { readonly name: string; readonly run: Run | undefined; readonly side: Message['side'] }): ReactElement {
  const { marks: all, messages, locale, onRunChange } = useRunInspectorContext('RunInspectorCall');
  const marks = all.inWords(side);
  const lasted = run === undefined || run.end === null ? null : formatDuration(run.end - run.start, locale);
  return (
    <div data-slot="run-inspector-call-head">
      <KindIcon kind="tool" />
      <span data-slot="run-inspector-call-name">{marks === null ? name : <SearchMarked text={name} ranges={marks.rangesIn(name)} />}</span>
      {run !== undefined && run.status !== 'success' && <span data-slot="run-inspector-state" data-status={run.status}><StatusIcon status={run.status} /><span>{messages.statuses[run.status]}</span></span>}
      {lasted !== null && <span data-slot="run-inspector-size">{lasted.figure} {lasted.unit}</span>}
      {run !== undefined && onRunChange !== undefined && (
        <button type="button" data-slot="inspect-button" aria-label={`${messages.openRun}: ${run.name}`} onClick={() => onRunChange(run.id)}>{messages.openRun}</button>
      )}
    </div>
  );
}
