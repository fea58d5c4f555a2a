import type { Message } from '../../model/content/content.ts';
import { isEmpty } from '../../model/content/fields.ts';
import { isObject, parseIfJson } from '../../model/json.ts';

/** The words in inputs or outputs that are no messages. */
export interface PayloadWords {
  /** Null if no field says of itself that it has them. */
  readonly text: string | null;
  /** The field that has them; null if the payload is the text itself. */
  readonly key: string | null;
  /** Whether there is nothing else in the payload. */
  readonly isWhole: boolean;
}

/** The fields in which applications have what was asked and answered, the surest first. */
const FIELDS: Readonly<Record<Message['side'], readonly string[]>> = {
  input: ['question', 'input', 'query', 'user_input', 'prompt', 'message', 'task', 'text', 'content'],
  output: ['answer', 'output', 'response', 'result', 'final_answer', 'text', 'content', 'message', 'completion'],
};

/** Finds the words in inputs or outputs; null if there is nothing in them. */
export function payloadWords(payload: unknown, side: Message['side']): PayloadWords | null {
  const value = parseIfJson(payload);
  if (isEmpty(value)) return null;
  if (typeof value === 'string') return { text: value, key: null, isWhole: true };
  if (!isObject(value)) return { text: null, key: null, isWhole: false };
  const keys = Object.keys(value).filter((key) => !isEmpty(value[key]));
  if (keys.length === 0) return null;
  const isWord = (key: string): boolean => Object.hasOwn(value, key) && typeof value[key] === 'string' && value[key] !== '';
  const key = FIELDS[side].find(isWord) ?? (keys.length === 1 && isWord(keys[0]!) ? keys[0]! : null);
  return { text: key === null ? null : String(value[key]), key, isWhole: key !== null && keys.length === 1 };
}
