import { createIssue, type Issue } from '../../model/issue.ts';
import { asText, isObject, type JsonObject } from '../../model/json.ts';
import type { RunRecord } from '../../model/record.ts';
import type { Instant } from '../../model/time.ts';
import type { Format, Reading } from '../format.ts';
import { readAs, type ReadResult } from '../read-as.ts';
import { unrecognizedItem } from '../unrecognized-item.ts';
import { ModelCallRecord } from './model-call-record.ts';
import { ScopeRecord } from './scope-record.ts';
import { ToolUseRecord } from './tool-use-record.ts';
import { TranscriptLine } from './transcript-line.ts';
import { Transcript } from './transcript.ts';

/**
 * Reads the transcripts of Claude Code (`~/.claude/projects/<project>/<session>.jsonl`, and the files of subagents beside
 * them, and the `loglines` of sessions on the web): a session is a trace, with a run for each prompt, and in it the model's answers, the tools and the subagents.
 * Anthropic publishes no specification: the fields are those of real transcripts as daaain/claude-code-log documents them
 * (`dev-docs/messages.md`), and of its public samples.
 *
 * @param input parsed JSON, JSON text or JSONL text
 */
export function readClaudeCode(input: unknown): ReadResult {
  return readAs(claudeCode, input);
}

/** The session files of Claude Code. */
export const claudeCode: Format = {
  id: 'claude-code',
  title: 'Claude Code',
  looksLike: 'lines with type, uuid, parentUuid and sessionId',
  recognizes,
  read,
};

/** Lines that stand outside of the conversation. */
const TITLES = new Set(['summary', 'ai-title', 'custom-title']);

function recognizes(item: JsonObject): boolean {
  if (isWebSession(item)) return true;
  if (typeof item['type'] !== 'string') return false;
  if (item['type'] === 'summary') return 'leafUuid' in item;
  return 'sessionId' in item ? 'uuid' in item || 'parentUuid' in item || 'isSidechain' in item : 'parentUuid' in item && 'message' in item;
}

function read(items: readonly unknown[]): Reading {
  const sessions = new Map<string, TranscriptLine[]>();
  const titles: JsonObject[] = [];
  const issues: Issue[] = [];
  const fallback = sessionIdIn(items);
  const scratch: Instant = { ms: 0, ns: 0 };
  for (const item of items.some(isWebSession) ? items.flatMap(linesOf) : items) {
    if (!isObject(item) || typeof item['type'] !== 'string') {
      issues.push(unrecognizedItem(item, 'line of a Claude Code transcript'));
    } else if (TITLES.has(item['type'])) {
      titles.push(item);
    } else {
      const id = asText(item['sessionId']) ?? asText(item['session_id']) ?? fallback;
      const lines = sessions.get(id);
      if (lines === undefined) sessions.set(id, [new TranscriptLine(item, scratch)]);
      else lines.push(new TranscriptLine(item, scratch));
    }
  }

  const records: RunRecord[] = [];
  const counted = new Set<string>();
  for (const [id, lines] of sessions) readSession(new Transcript(id, lines), titlesOf(titles, id, lines, sessions.size === 1), counted, records, issues);
  return { records, feedback: [], issues };
}

function readSession(transcript: Transcript, titles: readonly JsonObject[], counted: Set<string>, records: RunRecord[], issues: Issue[]): void {
  const { session, scopes, calls, tools } = transcript;
  const { id } = session;
  // Lines that are no conversation, such as snapshots of files, make no session.
  if (scopes.length === 0 && calls.size === 0 && session.notes.every(({ uuid }) => uuid === undefined)) {
    issues.push(createIssue('no-runs', `The session ${id} has no message.`, 'Left out.'));
    return;
  }
  records.push(new ScopeRecord(session, id, undefined, titles));
  issues.push(createIssue('added-run', 'A transcript has no record of the session as a whole.', 'The session is shown as the run around its turns, from its first line to its last.', { traceId: id, runId: id }));
  for (const scope of scopes) records.push(new ScopeRecord(scope, id, tools.get(scope.parentId ?? '')));
  let copies = 0;
  for (const call of calls.values()) {
    call.isCopy = counted.has(call.id);
    if (call.isCopy) copies++;
    counted.add(call.id);
    records.push(new ModelCallRecord(call, id));
  }
  for (const tool of tools.values()) records.push(new ToolUseRecord(tool, id));
  if (transcript.copies > 0) issues.push(createIssue('duplicate-run', `${transcript.copies === 1 ? '1 line is' : `${transcript.copies} lines are`} in the document more than once.`, 'Read once.', { traceId: id }));
  if (copies > 0) issues.push(createIssue('repeated-usage', `${copies === 1 ? '1 answer is' : `${copies} answers are`} copied from a session that this one goes on from.`, 'Counted there.', { traceId: id }));
}

/** The titles of a session: those that name it, or a line of it; in a file of one session, all of them. */
function titlesOf(titles: readonly JsonObject[], id: string, lines: readonly TranscriptLine[], isOnly: boolean): JsonObject[] {
  if (titles.length === 0 || isOnly) return [...titles];
  const uuids = new Set(lines.map(({ uuid }) => uuid));
  return titles.filter((title) => asText(title['sessionId']) === id || uuids.has(asText(title['leafUuid'])));
}

/** Sessions on the web come as one object that lists its lines. */
function isWebSession(item: unknown): boolean {
  return isObject(item) && Array.isArray(item['loglines']);
}

function linesOf(item: unknown): readonly unknown[] {
  const lines = isObject(item) ? item['loglines'] : undefined;
  return Array.isArray(lines) ? lines : [item];
}

/** The session of lines that name none. */
function sessionIdIn(items: readonly unknown[]): string {
  for (const item of items) {
    const id = isObject(item) ? (asText(item['sessionId']) ?? asText(item['session_id'])) : undefined;
    if (id !== undefined) return id;
  }
  return 'session';
}
