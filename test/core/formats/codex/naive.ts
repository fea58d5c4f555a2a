import type { RawRun } from '../contract.ts';

export type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const ANSWERS = ['reasoning', 'function_call', 'custom_tool_call', 'web_search_call'];
const CALLS = ['function_call', 'custom_tool_call'];

/**
 * What a rollout means, read off a text that has a letter a line: S and E for the start and the end of a turn, P for a
 * prompt, A for what the model answers, R for what it is told, T for tokens that were not told before, a dot for the rest.
 */
export function naiveRuns(document: unknown): RawRun[] {
  const lines = (Array.isArray(document) ? (document as unknown[]) : [document]).filter(isObject);
  const payload = (line: Json): Json => line['payload'] as Json;
  const time = (at: number): number => Date.parse(String(lines[at]!['timestamp']));
  const session = String(payload(lines.find(({ type }) => type === 'session_meta') ?? { payload: { id: 'session' } })['id']);
  let total = '';
  const letters = lines.map((line) => {
    const { type, info } = payload(line);
    const word = String(type);
    if (line['type'] === 'response_item') return ANSWERS.includes(word) || payload(line)['role'] === 'assistant' ? 'A' : 'R';
    if (word === 'user_message') return 'P';
    if (word === 'task_started') return 'S';
    if (word === 'task_complete' || word === 'turn_aborted') return 'E';
    if (word !== 'token_count') return '.';
    const told = JSON.stringify((info as Json)['total_token_usage']);
    const isNew = told !== total;
    total = told;
    return isNew ? 'T' : '.';
  }).join('');

  const isTracked = letters.includes('S');
  // A turn goes from its start to its end; without either, from its prompt to the next context.
  const turns = Array.from(letters.matchAll(isTracked ? /S[^SE]*E?/g : /P[^P]*/g), (match, nth) => {
    const from = match.index;
    let to = from + match[0].length - 1;
    if (!isTracked) while (lines[to]!['type'] === 'turn_context') to--;
    return { id: String(payload(lines[from]!)['turn_id'] ?? `${session}-turn-${nth + 1}`), from, to, isOpen: isTracked && letters[to] !== 'E', isLast: from + match[0].length === letters.length };
  });
  const turnAt = (at: number) => turns.find(({ from, to }) => from <= at && at <= to);

  const answers = Array.from(letters.matchAll(/A[A.]*/g), (match) => ({ from: match.index, to: match.index + match[0].lastIndexOf('A') }));
  const calls = answers.map(({ from, to }, nth) => {
    const told = letters.slice(nth === 0 ? 0 : answers[nth - 1]!.to + 1, from).lastIndexOf('R');
    const turn = turnAt(from);
    const prompt = turn === undefined ? -1 : letters.indexOf('P', turn.from);
    const asked = told === -1 ? prompt : told + (nth === 0 ? 0 : answers[nth - 1]!.to + 1);
    const itemId = payload(lines[from]!)['id'];
    return { id: itemId === undefined ? `${session}-response-${nth + 1}` : `response-${String(itemId)}`, from, to, turn: turn?.id ?? session, start: asked === -1 ? time(from) : Math.min(time(asked), time(from)) };
  });

  const nanoseconds = (milliseconds: number): bigint => BigInt(milliseconds) * 1_000_000n;
  const run = (id: string, parentId: string | null, start: number, end: number | null): RawRun => ({ id, traceId: session, parentId, start: nanoseconds(start), end: end === null ? null : nanoseconds(end) });
  if (lines.length === 0) return [];
  const last = turns.at(-1);
  return [
    run(session, null, time(0), last?.isLast === true && last.isOpen ? null : time(lines.length - 1)),
    ...turns.map((turn) => run(turn.id, session, time(turn.from), turn.isOpen && turn === last ? null : time(turn.to))),
    ...calls.map((call) => run(call.id, call.turn, call.start, time(call.to))),
    ...lines.flatMap((line, at) => {
      const { type, call_id: id } = payload(line);
      if (line['type'] !== 'response_item' || !CALLS.includes(String(type))) return [];
      const result = lines.findIndex((other) => String(payload(other)['type']).endsWith('_output') && payload(other)['call_id'] === id);
      const turn = turnAt(at);
      return [run(String(id), turn?.id ?? session, time(at), result !== -1 ? time(result) : turn === undefined || turn.isOpen ? null : time(turn.to))];
    }),
  ];
}
