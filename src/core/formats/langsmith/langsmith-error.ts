import type { RunError } from '../../model/run.ts';
import { INTERRUPT } from '../interrupt.ts';




/** How much of an error says what it is: the message and the first line of the stack. */
const HEAD = 4000;

/** Whether the error text is LangGraph's way of stopping to ask a person. */
export function isInterrupt(text: string): boolean {
  const stack = stackStart(text);
  const head = stack === -1 ? text : text.slice(0, text.indexOf('\n', stack + 1) >>> 0);
  return INTERRUPT.test(head.slice(0, HEAD));
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

  // LangChain JS: the message, a blank line, then "Type: message" again.
  const repeated = /^(.*?)\s*\n\n(\w+): (.*)$/s.exec(head);
  if (repeated !== null && repeated[3]!.trim() === repeated[1]!.trim()) return { type: repeated[2]!, message: repeated[1]!.trim(), stack };
  const typed = /^([A-Z]\w*(?:Error|Exception|Interrupt)): (.*)$/s.exec(head);
  if (typed !== null) return { type: typed[1]!, message: typed[2]!, stack };
  return { type: null, message: head === '' ? unescaped : head, stack };
}

function stackStart(text: string): number {
  const python = text.indexOf('Traceback (most recent call last)');
  if (python !== -1) return python;
  return text.search(/\n {4}at /);
}

/** The text of a Python string literal; anything else as it is. */
function unquote(literal: string): string {
  const text = /^(['"])(.*)\1,?$/s.exec(literal.trim());
  return text === null ? literal : text[2]!.replaceAll(/\\(['"\\])/g, '$1').replaceAll(String.raw`\n`, '\n');
}
