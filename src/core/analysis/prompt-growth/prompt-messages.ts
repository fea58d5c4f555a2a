import { messagesOf } from '../../model/content/messages-of.ts';
import type { Run } from '../../model/run.ts';
import type { Trace } from '../../model/trace.ts';
import { promptPrefix } from '../prompt-prefix.ts';

/** The messages of a model call's prompt, by whether they were said before. */
export interface PromptMessages {
  readonly told: number;
  /** From the first on, those that the call before of the same loop was told or said. */
  readonly repeated: number;
  readonly added: number;
}

/** How much of a model call's prompt is new; null if no message was recorded. Reads the messages of two calls: ask for the steps in sight. */
export function promptMessages(trace: Trace, run: Run): PromptMessages | null {
  let told = 0;
  for (const { side } of messagesOf(run)) if (side === 'input') told++;
  if (told === 0) return null;
  const repeated = promptPrefix(trace, run)?.count ?? 0;
  return { told, repeated, added: told - repeated };
}
