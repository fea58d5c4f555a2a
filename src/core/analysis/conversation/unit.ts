import type { Message, MessagePart } from '../../model/content/content.ts';
import { commonMessages } from '../prompt-prefix.ts';

/**
 * The smallest thing that is told again as a whole. Prompts repeat what was said, but cut into messages in another way:
 * an answer comes back with its calls in one message or in several, with its reasoning or without. So answers are
 * compared part by part, and what people said message by message.
 */
export interface Unit {
  readonly message: Message;
  /** The part of an answer, or a tool's result; null for a whole message. */
  readonly part: MessagePart | null;
}

/** What a message tells, in order. Reasoning and blank texts are no units: they come and go when a message is repeated. */
export function unitsOf(messages: readonly Message[]): Unit[] {
  const units: Unit[] = [];
  for (const message of messages) {
    const isAnswer = message.role === 'assistant';
    const whole: MessagePart[] = [];
    for (const part of message.parts) {
      if (isMute(part)) continue;
      if (isAnswer || part.type === 'tool-result' || part.type === 'tool-call') units.push({ message, part });
      else whole.push(part);
    }
    // Anthropic's results of tools stand in messages of the user.
    if (whole.length > 0) units.push({ message: whole.length === message.parts.length ? message : { ...message, parts: whole }, part: null });
  }
  return units;
}

/** A part of an answer as a unit by itself. */
export function unitOf(part: MessagePart): Unit {
  return { message: { side: 'output', role: 'assistant', name: null, id: null, parts: [part] }, part };
}

/** Whether a unit is what a person, or the application in their place, said. */
export function isUser({ message, part }: Unit): boolean {
  return part === null && message.role === 'user';
}

/** The words of a unit, trimmed; empty if it has none. */
export function wordsOf({ message, part }: Unit): string {
  const parts = part === null ? message.parts : [part];
  return parts.flatMap((piece) => (piece.type === 'text' ? [piece.text] : [])).join('').trim();
}

/** Whether two units tell the same. Calls and results are known by the call's id, messages of people by theirs. */
export function isSameUnit(a: Unit, b: Unit): boolean {
  if (a.part === null || b.part === null) {
    if (a.part !== b.part || a.message.role !== b.message.role) return false;
    if (hasSameId(a, b)) return true;
    if (isUser(a) && a.message.id !== null && b.message.id !== null) return false;
    return isSameList(a.message.parts, b.message.parts);
  }
  if ((a.message.role === 'assistant') !== (b.message.role === 'assistant')) return false;
  return a.part.type === 'text' && b.part.type === 'text' ? isSameText(a.part.text, b.part.text) : isSamePart(a.part, b.part);
}

/** Whether two whole messages bear one id. */
export function hasSameId(a: Unit, b: Unit): boolean {
  return a.part === null && b.part === null && a.message.id !== null && a.message.id === b.message.id;
}

/** Whether a unit is a call or a result without an id: there may be many that look the same. */
export function isVague({ part }: Unit): boolean {
  return (part?.type === 'tool-call' && part.call.id === null) || (part?.type === 'tool-result' && part.callId === null);
}

/** How units that are the same are found among many: one text for both, cheap to make of texts of any length. */
export function keyOf({ message, part }: Unit): string {
  if (part?.type === 'tool-call') return part.call.id === null ? `call of ${part.call.name}` : `call ${part.call.id}`;
  if (part?.type === 'tool-result') return part.callId === null ? `result of ${part.name}` : `result ${part.callId}`;
  const parts = part === null ? message.parts : [part];
  const words = parts.find(({ type }) => type === 'text');
  const text = words?.type === 'text' ? words.text.trim() : '';
  return `${message.role} ${parts.length} ${text.length} ${text.slice(0, SAMPLE)}${text.slice(-SAMPLE)}`;
}

/** Characters at both ends of a text that its key has. */
const SAMPLE = 24;

function isMute(part: MessagePart): boolean {
  return part.type === 'reasoning' || (part.type === 'text' && part.text.trim() === '');
}

function isSameList(a: readonly MessagePart[], b: readonly MessagePart[]): boolean {
  return a.length === b.length && a.every((part, nth) => isSamePart(part, b[nth]!));
}

function isSamePart(a: MessagePart, b: MessagePart): boolean {
  if (a.type === 'text') return b.type === 'text' && a.text === b.text;
  if (a.type === 'tool-call' && b.type === 'tool-call' && (a.call.id !== null || b.call.id !== null)) return a.call.id === b.call.id && a.call.name === b.call.name;
  if (a.type === 'tool-result' && b.type === 'tool-result' && (a.callId !== null || b.callId !== null)) return a.callId === b.callId;
  return a.type === b.type && commonMessages([bare(a)], [bare(b)]) === 1;
}

/** Some frameworks trim what they hand on. */
function isSameText(a: string, b: string): boolean {
  return a === b || (Math.abs(a.length - b.length) < SAMPLE && a.trim() === b.trim());
}

const bare = (part: MessagePart): Message => ({ side: 'input', role: '', name: null, id: null, parts: [part] });

/** Units as messages again. */
export function messagesIn(units: readonly Unit[]): Message[] {
  const messages: Message[] = [];
  let from: Message | null = null;
  let parts: MessagePart[] = [];
  for (const { message, part } of units) {
    if (part === null) messages.push(message);
    else if (from === message) parts.push(part);
    else {
      parts = [part];
      messages.push({ ...message, parts });
    }
    from = part === null ? null : message;
  }
  return messages;
}
