import type { RawRun } from '../contract.ts';

export type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The messages of a file: those of its sessions, and its lines. */
export function messagesIn(document: unknown): Json[] {
  const items = (Array.isArray(document) ? (document.flat(Infinity) as unknown[]) : [document]).filter(isObject);
  return items.flatMap((item) => (Array.isArray(item['messages']) && 'sessionId' in item ? (item['messages'] as unknown[]) : [item])).filter(isObject);
}

/** What an undamaged file means, by asking of every moment what was the last thing before it. */
export function naiveRuns(document: unknown): RawRun[] {
  const items = (Array.isArray(document) ? document : [document]) as Json[];
  const session = items.find((item) => 'sessionId' in item);
  if (items.length === 0) return [];
  const sessionId = String(session?.['sessionId'] ?? 'session');
  const messages = messagesIn(document).filter(({ type }) => typeof type === 'string');
  const time = ({ timestamp }: Json): number => Date.parse(String(timestamp));
  const toolsOf = ({ toolCalls }: Json): Json[] => (toolCalls ?? []) as Json[];
  const isOpen = (tool: Json): boolean => tool['result'] === undefined;

  const moments = messages.flatMap((message) => [message, ...toolsOf(message)]);
  const prompts = messages.filter(({ type }) => type === 'user');
  const promptOf = (message: Json): Json | undefined => prompts.findLast((prompt) => time(prompt) <= time(message));
  const within = (prompt: Json): Json[] => messages.filter((message) => promptOf(message) === prompt).flatMap((message) => [message, ...toolsOf(message)]);
  const last = (of: readonly Json[]): number | null => (of.some((one) => 'args' in one && isOpen(one)) ? null : Math.max(...of.map(time)));

  const run = (id: unknown, parentId: unknown, start: number, end: number | null): RawRun => ({
    id: String(id), traceId: sessionId, parentId: parentId === null ? null : String(parentId), start: BigInt(start) * 1_000_000n, end: end === null ? null : BigInt(end) * 1_000_000n,
  });
  return [
    run(sessionId, null, Date.parse(String(session?.['startTime'])), moments.length === 0 ? Date.parse(String(session?.['lastUpdated'])) : last(moments)),
    ...prompts.map((prompt) => run(prompt['id'], sessionId, time(prompt), last(within(prompt)))),
    ...messages.filter(({ type }) => type === 'gemini').flatMap((answer) => {
      const parent = promptOf(answer)?.['id'] ?? sessionId;
      const told = moments.filter((one) => one['type'] !== 'info' && one['type'] !== 'error' && time(one) < time(answer)).map(time);
      return [
        run(answer['id'], parent, Math.max(...told), time(answer)),
        ...toolsOf(answer).map((tool) => run(tool['id'], parent, time(answer), isOpen(tool) ? null : time(tool))),
      ];
    }),
  ];
}
