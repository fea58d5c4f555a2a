import type { Message } from '../../model/content/content.ts';
import { messagesOf } from '../../model/content/messages-of.ts';
import type { Run } from '../../model/run.ts';

/** What a model was told last, and what it said to that, as a payload; null if either is not known. */
export function lastWords(run: Run): readonly (readonly unknown[])[] | null {
  const messages = messagesOf(run);
  const told = messages.findLast(({ side }) => side === 'input');
  const said = messages.filter(({ side }) => side === 'output');
  return told === undefined || said.length === 0 ? null : [wordsOf([told]), wordsOf(said)];
}

/** Without the ids of calls, which differ each time. */
function wordsOf(messages: readonly Message[]): readonly unknown[] {
  return messages.flatMap(({ parts }) =>
    parts.map((part) => {
      switch (part.type) {
        case 'tool-call': return { name: part.call.name, arguments: part.call.arguments };
        case 'tool-result': return { result: part.result };
        case 'media': return { url: part.url, data: part.data };
        case 'other': return { value: part.value };
        default: return part.text;
      }
    }),
  );
}
