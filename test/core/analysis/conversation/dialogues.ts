import fc from 'fast-check';
import type { RunRecord } from '../../../../src/core/model/record.ts';
import { asks, assistant, llm, result, step, system, tool, user } from './written.ts';

/** A thread of traces that was made from a script, and the script as it is to be read. */
export interface Dialogue {
  readonly records: readonly RunRecord[];
  /** What people said, in order. */
  readonly asked: readonly string[];
  /** The ids of the model calls, in order. */
  readonly calls: readonly string[];
  /** The ids of the tools' runs, in order. */
  readonly tools: readonly string[];
  /** What the models said, in order; empty for calls that said nothing. */
  readonly said: readonly string[];
}

interface Turn {
  readonly asked: string;
  /** How many tools were called in each round before the answer. */
  readonly rounds: readonly number[];
  readonly failures: number;
  readonly answer: string;
}

/** How an application writes its traces. */
interface Style {
  /** What the root knows: with `none` there is none, and each call is a root; `session` holds all turns and tells nothing. */
  readonly root: 'messages' | 'state' | 'text' | 'none' | 'session';
  readonly history: 'whole' | 'window' | 'none';
  readonly messageIds: boolean;
  readonly callIds: 'both' | 'calls' | 'none';
  readonly system: boolean;
}

const turns = fc.array(
  fc.record({
    // Few words, so that people say the same again and again.
    asked: fc.constantFrom('yes', 'go on', 'why?', 'yes'),
    rounds: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 }),
    failures: fc.integer({ min: 0, max: 4 }).map((count) => Math.max(0, count - 2)),
    answer: fc.constantFrom('done', 'ok', 'because'),
  }),
  { minLength: 1, maxLength: 8 },
);

const styles: fc.Arbitrary<Style> = fc.record({
  root: fc.constantFrom('messages', 'state', 'text', 'none', 'session'),
  history: fc.constantFrom('whole', 'window', 'none'),
  messageIds: fc.boolean(),
  callIds: fc.constantFrom('both', 'calls', 'none'),
  system: fc.boolean(),
});

/** Dialogues in all styles. */
export const dialogues: fc.Arbitrary<Dialogue> = fc.record({ turns, style: styles }).map(({ turns: script, style }) => perform(script, style));

const WINDOW = 5;

function perform(script: readonly Turn[], style: Style): Dialogue {
  const records: RunRecord[] = [];
  const made = { asked: [] as string[], calls: [] as string[], tools: [] as string[], said: [] as string[] };
  let history: object[] = [];
  let now = 1_000;
  const isSession = style.root === 'session';
  if (isSession) records.push(step('session', null, 'other', now, { endTime: 1e9 }));

  for (const [nth, { asked: words, rounds, failures, answer }] of script.entries()) {
    const traceId = isSession ? 't' : `t${nth}`;
    // In one trace, the same prompt again is another try of it: there, what is said without its history must differ.
    const asked = isSession && style.history !== 'whole' ? `${words} ${nth}` : words;
    const question = user(asked, style.messageIds ? `user ${nth}` : undefined);
    const before = style.history === 'whole' ? history : style.history === 'window' ? history.slice(-WINDOW) : [];
    const rootId = isSession ? 'session' : style.root === 'none' ? null : `root ${nth}`;
    const mine: object[] = [question];
    const prompt = (): object[] => [...(style.system ? [system('Be brief.')] : []), ...before, ...mine];
    made.asked.push(asked);

    const call = (said: object | null, text: string): void => {
      const id = `call ${made.calls.length}`;
      records.push({ ...llm(id, rootId, (now += 10), prompt(), said === null ? [] : [said], said === null ? { error: 'overloaded' } : {}), traceId });
      made.calls.push(id);
      made.said.push(said === null ? '' : text);
      if (said !== null) mine.push(said);
    };
    for (let failure = 0; failure < failures; failure++) call(null, '');
    for (const [round, count] of rounds.entries()) {
      // Where neither an id nor all before tells which of two like calls is meant, no two are alike.
      const isAlike = style.callIds !== 'none' || style.history !== 'window';
      const names = Array.from({ length: count }, (_, at) => ({ id: `${nth} ${round} ${at}`, q: isAlike ? `q${at}` : `q${nth} ${round} ${at}` }));
      call(asks('', ...names.map(({ id, q }) => [style.callIds === 'none' ? '' : id, 'search', q] as const)), '');
      for (const { id, q } of names) {
        const runId = `tool ${made.tools.length}`;
        records.push({ ...tool(runId, rootId, (now += 10), 'search', q, style.callIds === 'both' ? id : null), traceId });
        made.tools.push(runId);
        mine.push(style.callIds === 'none' ? { role: 'tool', name: 'search', content: `found ${q}` } : result(id, `found ${q}`));
      }
    }
    call(assistant(answer), answer);
    history = [...history, ...mine];

    if (rootId !== null && !isSession) {
      const inputs = style.root === 'text' ? { question: asked } : { messages: [question] };
      const outputs = style.root === 'text' ? { answer } : { messages: style.root === 'state' ? history : [assistant(answer)] };
      records.push(step(rootId, null, 'chain', now - 5_000, { traceId, inputs, outputs, endTime: now + 5 }));
    }
    now += 60_000;
  }
  return { records, ...made };
}
