import type { RunError } from '../../model/run.ts';
import { INTERRUPT } from '../interrupt.ts';

/** How much of an error says what it is: the message and the first line of the stack. */
const HEAD = 4000;

/** Whether the error text is LangGraph's way of stopping to ask a person. */
export function isInterrupt(text: string): boolean {
  const stack = stackStart(text);
  const head = stack === -1 ? text : text.slice(0, text.indexOf('\n', stack + 1) >>> 0);
  return INTERRUPT.test(head.slice(0, HEAD)) || INTERRUPT.test(readError(text).type ?? '');
}

/**
 * Takes an error text apart. LangSmith has one string for message and stack, in four dialects: LangChain JS repeats the
 * message before the stack, `traceable` JS writes `Type: message`, Python writes `repr(error)` and a traceback, with
 * or without a line break between them.
 */
export function readError(text: string): RunError {
  const unescaped = text.includes('\n') ? text : text.replaceAll(String.raw`\n`, '\n');
  const stackAt = stackStart(unescaped);
  const head = (stackAt === -1 ? unescaped : unescaped.slice(0, stackAt)).trim();
  const stack = stackAt === -1 ? null : unescaped.slice(stackAt).trim();

  const repr = /^([A-Z]\w*(?:Error|Exception|Interrupt|Warning|Exit)?)\((.*)\)$/s.exec(head);
  if (repr !== null) return { type: repr[1]!, message: unquote(repr[2]!) || repr[1]!, stack };

  const repeated = readRepeated(head);
  if (repeated !== undefined) return { ...repeated, stack };
  const typed = /^((?:[A-Z]\w*)?(?:Error|Exception|Interrupt)): (.*)$/s.exec(head);
  if (typed !== null) return { type: typed[1]!, message: typed[2]!, stack };
  return { type: null, message: head === '' ? unescaped : head, stack };
}

function stackStart(text: string): number {
  const python = text.indexOf('Traceback (most recent call last)');
  if (python !== -1) return python;
  return text.search(/\n {4}at /);
}

/** The longest name of a type, with the blank lines around it. */
const LONGEST_TYPE = 200;

/** LangChain JS: the message, a blank line, then "Type: message" again; so the blank line is just before the middle. */
function readRepeated(head: string): { type: string; message: string } | undefined {
  const middle = head.length >> 1;
  for (let at = head.lastIndexOf('\n\n', middle); at > 0 && at > middle - LONGEST_TYPE; at = head.lastIndexOf('\n\n', at - 1)) {
    const type = /^\s*(\w+): /.exec(head.slice(at, at + LONGEST_TYPE));
    if (type === null) continue;
    const message = head.slice(0, at).trim();
    if (message === head.slice(at + type[0].length).trim()) return { type: type[1]!, message };
  }
  return undefined;
}

/** The text of one Python string literal; anything else, also several of them, as it is. */
function unquote(literal: string): string {
  const text = literal.trim().replace(/,$/, '');
  const quote = text.charAt(0);
  const inner = text.slice(1, -1);
  if ((quote !== "'" && quote !== '"') || text.length < 2 || !text.endsWith(quote)) return literal;
  if (inner.replaceAll(/\\./gs, '').includes(quote)) return literal;
  return inner.replaceAll(/\\(['"\\n])/g, (_, letter: string) => (letter === 'n' ? '\n' : letter));
}
