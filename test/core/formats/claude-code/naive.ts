import type { RawRun } from '../contract.ts';

export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const message = (line: Json): Json => (isObject(line['message']) ? line['message'] : {});
const time = (line: Json): number => Date.parse(String(line['timestamp']));
const words = (line: Json): string => (typeof message(line)['content'] === 'string' ? String(message(line)['content']) : String(list(message(line)['content']).find(({ type }) => type === 'text')?.['text'] ?? ''));
const blocks = (line: Json, type: string): Json[] => list(message(line)['content']).filter((block) => block['type'] === type);
const isPrompt = (line: Json): boolean => line['type'] === 'user' && line['isMeta'] !== true && line['isCompactSummary'] !== true && blocks(line, 'tool_result').length === 0 && !/^\[Request interrupted|^<local-command/.test(words(line));

/** The lines of a transcript, in the order of their times. */
export const linesOf = (document: unknown): Json[] => {
  const items = Array.isArray(document) ? (document.flat(Infinity) as unknown[]) : [document];
  return items.flatMap((item) => (isObject(item) && Array.isArray(item['loglines']) ? list(item['loglines']) : [item])).filter(isObject)
    .filter(({ type }) => type !== 'summary').toSorted((a, b) => (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : 0));
};

/** What a transcript means, worked out line by line in the slowest way: each line looks through all others. */
export function naiveRuns(document: unknown): RawRun[] {
  const lines = linesOf(document);
  const session = String(lines.find(({ sessionId }) => sessionId !== undefined)?.['sessionId'] ?? 'session');
  const nanoseconds = (milliseconds: number): bigint => BigInt(milliseconds) * 1_000_000n;
  const placed = lines.filter((line) => line['uuid'] !== undefined || line['message'] !== undefined);
  if (placed.length === 0) return [];
  const before = (line: Json): Json | undefined => {
    const named = lines.find(({ uuid }) => uuid !== undefined && uuid === (line['parentUuid'] ?? line['logicalParentUuid']));
    if (named !== undefined) return named;
    const sameBranch = placed.filter((other) => other['isSidechain'] === line['isSidechain'] && (line['isSidechain'] !== true || other['agentId'] === line['agentId']));
    return line['isSidechain'] === true && line['agentId'] === undefined ? undefined : sameBranch[sameBranch.indexOf(line) - 1];
  };
  const prompts = lines.filter((line) => line['isSidechain'] !== true && isPrompt(line));
  const promptId = (line: Json): string => String(line['uuid'] ?? `turn-${prompts.indexOf(line) + 1}`);
  const scopeOf = (line: Json): string => {
    if (line['isSidechain'] === true && line['agentId'] !== undefined) return String(line['agentId']);
    if (prompts.includes(line)) return promptId(line);
    const earlier = before(line);
    if (line['isSidechain'] === true && earlier?.['isSidechain'] !== true) return String(line['uuid']);
    return earlier === undefined ? session : scopeOf(earlier);
  };

  const answers = lines.filter((line) => line['type'] === 'assistant');
  const callId = (line: Json): string => String(message(line)['id'] ?? line['uuid'] ?? `call-${answers.indexOf(line) + 1}`);
  const resultOf = (id: unknown): Json | undefined => lines.find((line) => blocks(line, 'tool_result').some(({ tool_use_id: of }) => of === id));
  const calls = [...new Set(answers.map(callId))].map((id) => ({ id, lines: answers.filter((line) => callId(line) === id) }));
  const tools = answers.flatMap((line) => blocks(line, 'tool_use').map((block) => ({ id: String(block['id']), line, block, result: resultOf(block['id']) })));

  const givenTo = (call: { lines: Json[] }): number[] => {
    const times: number[] = [];
    for (let line = before(call.lines[0]!); line !== undefined; line = before(line)) {
      if (line['type'] === 'assistant') {
        const earlier = callId(line);
        for (const tool of tools) if (callId(tool.line) === earlier && tool.result !== undefined) times.push(time(tool.result));
        break;
      }
      if (line['message'] !== undefined) times.push(time(line));
    }
    return times;
  };

  const ends = new Map<string, number>();
  const starts = new Map<string, number>();
  for (const line of lines) {
    if (Number.isNaN(time(line))) continue;
    for (const scope of [session, scopeOf(line)]) {
      ends.set(scope, Math.max(ends.get(scope) ?? 0, time(line)));
      starts.set(scope, Math.min(starts.get(scope) ?? Infinity, time(line)));
    }
  }
  const sidechains = [...new Set(lines.filter(({ isSidechain }) => isSidechain === true).map(scopeOf))];
  const callerOf = (id: string): string => {
    const first = lines.find((line) => scopeOf(line) === id)!;
    const byAgent = tools.find(({ result }) => isObject(result?.['toolUseResult']) && result['toolUseResult']['agentId'] === id);
    return (byAgent ?? tools.find(({ block }) => isObject(block['input']) && block['input']['prompt'] === words(first)))?.id ?? session;
  };
  const isOpen = (scope: string): boolean => tools.some((tool) => tool.result === undefined && (scope === session || scopeOf(tool.line) === scope));
  const scope = (id: string, parentId: string | null): RawRun => ({ id, traceId: session, parentId, start: nanoseconds(starts.get(id)!), end: isOpen(id) ? null : nanoseconds(ends.get(id)!) });
  return [
    scope(session, null),
    ...prompts.map((line) => scope(promptId(line), session)),
    ...sidechains.map((id) => scope(id, callerOf(id))),
    ...calls.map((call) => {
      const first = time(call.lines[0]!);
      const given = givenTo(call);
      return { id: call.id, traceId: session, parentId: scopeOf(call.lines[0]!), start: nanoseconds(Math.min(first, given.length === 0 ? first : Math.max(...given))), end: nanoseconds(time(call.lines.at(-1)!)) };
    }),
    ...tools.map(({ id, line, result }) => ({ id, traceId: session, parentId: scopeOf(line), start: nanoseconds(time(line)), end: result === undefined ? null : nanoseconds(time(result)) })),
  ];
}
