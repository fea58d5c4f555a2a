import { createIssue, type Issue } from '../../model/issue.ts';
import { asText, isObject, type JsonObject } from '../../model/json.ts';
import type { RunRecord } from '../../model/record.ts';
import type { Instant } from '../../model/time.ts';
import type { Format, Reading } from '../format.ts';
import { inOrder } from '../in-order.ts';
import { readAs, type ReadResult } from '../read-as.ts';
import { unrecognizedItem } from '../unrecognized-item.ts';
import { withoutCopies } from '../without-copies.ts';
import { ModelCallRecord } from './model-call-record.ts';
import { RolloutLine } from './rollout-line.ts';
import { Rollout } from './rollout.ts';
import { SessionRecord } from './session-record.ts';
import { ToolUseRecord } from './tool-use-record.ts';
import { TurnRecord } from './turn-record.ts';

/**
 * Reads the rollouts of Codex CLI (`~/.codex/sessions/<year>/<month>/<day>/rollout-*.jsonl`): a session is a trace, with a
 * run for each turn, and in it the model's responses and the tools. The fields are those of `RolloutLine`, `RolloutItem`,
 * `ResponseItem` and `EventMsg` in openai/codex (`codex-rs/protocol`); files of before September 2025, whose lines are bare
 * items without times, are read too.
 *
 * @param input parsed JSON, JSON text or JSONL text
 */
export function readCodex(input: unknown): ReadResult {
  return readAs(codex, input);
}

/** The session files of Codex CLI. */
export const codex: Format = {
  id: 'codex',
  title: 'Codex CLI',
  looksLike: 'lines with timestamp, type and payload, beginning with session_meta',
  recognizes,
  read,
};

const TYPES = new Set(['session_meta', 'turn_context', 'response_item', 'event_msg', 'compacted', 'world_state', 'inter_agent_communication', 'inter_agent_communication_metadata']);
/** Items that stand bare in older files. */
const ITEMS = new Set(['reasoning', 'function_call', 'function_call_output', 'custom_tool_call', 'custom_tool_call_output', 'local_shell_call', 'web_search_call']);

function recognizes(item: JsonObject): boolean {
  if (isObject(item['payload'])) return TYPES.has(item['type'] as string);
  if (item['record_type'] !== undefined || ('instructions' in item && 'timestamp' in item && 'id' in item && !('object' in item))) return true;
  return ITEMS.has(item['type'] as string) ? !('role' in item) : item['type'] === 'message' && Array.isArray(item['content']) && !('model' in item) && !('stop_reason' in item);
}

function read(items: readonly unknown[]): Reading {
  const issues: Issue[] = [];
  const scratch: Instant = { ms: 0, ns: 0 };
  const lines: RolloutLine[] = [];
  for (const item of items) {
    if (isObject(item) && (isObject(item['payload']) || recognizes(item))) lines.push(new RolloutLine(item, scratch));
    else issues.push(unrecognizedItem(item, 'line of a Codex rollout'));
  }

  const records: RunRecord[] = [];
  for (const [id, session] of sessionsIn(lines)) {
    const single = withoutCopies(session.lines, keyOf, new Map());
    if (single.length < session.lines.length) {
      const copies = session.lines.length - single.length;
      issues.push(createIssue('duplicate-run', `${copies === 1 ? '1 line is' : `${copies} lines are`} in the document more than once.`, 'Read once.', { traceId: id }));
    }
    addRecords(new Rollout(id, session.meta, inOrder(single)), records, issues);
  }
  return { records, feedback: [], issues };
}

function addRecords(rollout: Rollout, records: RunRecord[], issues: Issue[]): void {
  const { id, turns, calls, tools, meta } = rollout;
  const provider = asText(meta?.payload['model_provider']);
  records.push(new SessionRecord(rollout));
  issues.push(createIssue('added-run', 'A rollout has no record of the session as a whole, and none of a turn.', 'The session is shown as the run around its turns, and each turn as the run around what a prompt led to.', { traceId: id, runId: id }));
  for (const [nth, turn] of turns.entries()) records.push(new TurnRecord(turn, id, nth, nth === turns.length - 1));
  // A response and the tools that it asks for may be written in the same millisecond.
  for (const [nth, call] of calls.entries()) records.push(new ModelCallRecord(call, id, provider, 2 * nth));
  const place = new Map(calls.map((call, nth) => [call, nth]));
  for (const tool of tools.values()) records.push(new ToolUseRecord(tool, id, 2 * (place.get(tool.call) ?? 0) + 1));
}

interface SessionLines {
  meta: RolloutLine | undefined;
  readonly lines: RolloutLine[];
}

/**
 * Lines name no session: they belong to the `session_meta` before them, and those before the first to that. A fork repeats
 * the history of the session that it goes on from, with its `session_meta`: that begins no other.
 */
function sessionsIn(lines: readonly RolloutLine[]): Map<string, SessionLines> {
  const sessions = new Map<string, SessionLines>();
  const first = lines.find(({ role }) => role === 'meta');
  let current = open(sessions, idOf(first), first);
  for (const line of lines) {
    const id = line.role === 'meta' ? asText(line.payload['id']) : undefined;
    const origins = [current.meta?.payload['forked_from_id'], current.meta?.payload['parent_thread_id']];
    if (id !== undefined && !origins.includes(id)) current = open(sessions, id, line);
    if (line !== current.meta) current.lines.push(line);
  }
  return sessions;
}

function open(sessions: Map<string, SessionLines>, id: string, meta: RolloutLine | undefined): SessionLines {
  const session = sessions.get(id) ?? { meta, lines: [] };
  sessions.set(id, session);
  return session;
}

function idOf(meta: RolloutLine | undefined): string {
  return asText(meta?.payload['id']) ?? 'session';
}

/** What equal lines have in common: the moment at which they were written. */
function keyOf(line: RolloutLine): string | undefined {
  return Number.isNaN(line.time) ? undefined : `${line.type} ${line.time}`;
}
