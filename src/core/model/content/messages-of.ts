import { RecordedRun } from '../recorded-run.ts';
import type { Run } from '../run.ts';
import type { Message } from './content.ts';
import { keptByRun } from './kept-by-run.ts';
import { readMessages } from './read-messages.ts';

const kept = new WeakMap<Run, readonly Message[]>();

/**
 * The conversation of a run: the messages that it was given, then those that it produced. Of a model call that is
 * everything it was told and said; of any other run, the messages in its inputs and outputs, if there are any.
 */
export function messagesOf(run: Run): readonly Message[] {
  return keptByRun(kept, run, read);
}

function read(run: Run): readonly Message[] {
  const own = RecordedRun.recordOf(run)?.messages;
  const sure = run.kind === 'llm';
  // A format may know one side by its dialect, and have the other as a plain payload.
  const input = own?.input === undefined ? readMessages(run.inputs, 'input', sure) : readMessages(own.input, 'input');
  const output = own?.output === undefined ? readMessages(run.outputs, 'output', sure) : readMessages(own.output, 'output');
  return [...input, ...output];
}
