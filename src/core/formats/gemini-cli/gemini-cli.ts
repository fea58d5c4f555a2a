import { createIssue, type Issue } from '../../model/issue.ts';
import { asText, isObject, type JsonObject } from '../../model/json.ts';
import type { RunRecord } from '../../model/record.ts';
import type { Format, Reading } from '../format.ts';
import { readAs, type ReadResult } from '../read-as.ts';
import { AnswerRecord } from './answer-record.ts';
import { isChatMessage } from './chat-message.ts';
import { ChatSession } from './chat-session.ts';
import { isSession, SessionFiles } from './session-files.ts';
import { SessionRecord } from './session-record.ts';
import { ToolUseRecord } from './tool-use-record.ts';
import { TurnRecord } from './turn-record.ts';

/**
 * Reads the session files of Gemini CLI (`~/.gemini/tmp/<project>/chats/session-*.json` and `.jsonl`): a session is a trace,
 * with a run for each message of a person, and in it the model's answers and the tools. The fields are those of
 * `ConversationRecord` in google-gemini/gemini-cli (`packages/core/src/services/chatRecordingTypes.ts`).
 *
 * @param input parsed JSON, JSON text or JSONL text
 */
export function readGeminiCli(input: unknown): ReadResult {
  return readAs(geminiCli, input);
}

/** The session files of Gemini CLI. */
export const geminiCli: Format = {
  id: 'gemini-cli',
  title: 'Gemini CLI',
  looksLike: 'a session with sessionId, projectHash and messages, or its lines',
  recognizes: (item: JsonObject) => isSession(item) || isChatMessage(item) || (isObject(item['$set']) && Object.keys(item).length === 1) || typeof item['$rewindTo'] === 'string',
  read,
};

function read(items: readonly unknown[]): Reading {
  const issues: Issue[] = [];
  const files = new SessionFiles(issues);
  files.read(items);
  const sessions = [...files.sessions.values()].filter(({ messages, metadata }) => messages.size > 0 || Object.keys(metadata).length > 0).map((file) => new ChatSession(file));

  // A subagent's file is told by the tool that called it.
  const callers = new Map<string, { readonly toolId: string; readonly session: string }>();
  for (const session of sessions) {
    for (const { id, call } of session.tools) {
      const agentId = asText(call['agentId']);
      if (agentId !== undefined && agentId !== session.id && !callers.has(agentId)) callers.set(agentId, { toolId: id, session: session.id });
    }
  }
  const records: RunRecord[] = [];
  for (const session of sessions) addRecords(session, traceOf(session.id, callers), callers.get(session.id)?.toolId, records, issues);
  return { records, feedback: [], issues };
}

function addRecords(session: ChatSession, traceId: string, callerId: string | undefined, records: RunRecord[], issues: Issue[]): void {
  const { id, turns, answers, tools } = session;
  records.push(new SessionRecord(session, traceId, callerId));
  issues.push(createIssue('added-run', 'A session’s file has messages, and no record of a turn.', 'The session is shown as the run around its turns, and each turn as the run around what a message led to.', { traceId, runId: id }));
  for (const turn of turns) records.push(new TurnRecord(turn, id, traceId));
  for (const answer of answers) records.push(new AnswerRecord(answer, id, traceId));
  for (const tool of tools) records.push(new ToolUseRecord(tool, id, traceId));
}

/** The session that a subagent's is part of, however deep it was called. */
function traceOf(id: string, callers: ReadonlyMap<string, { readonly session: string }>): string {
  const seen = new Set<string>();
  let at = id;
  for (let caller = callers.get(at); caller !== undefined && !seen.has(at); caller = callers.get(at)) {
    seen.add(at);
    at = caller.session;
  }
  return at;
}
