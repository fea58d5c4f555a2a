import { asArray, asObject, asText, isObject } from '../../model/json.ts';
import type { ChatMessage } from './chat-message.ts';
import type { Answer, ToolUse } from './chat-session.ts';

/** What a person asked, as a message. */
export function promptMessage(prompt: ChatMessage): unknown {
  return { role: 'user', id: prompt.id, parts: prompt.parts };
}

/** What the model said, as a message: its thoughts, its words, and the tools that it asked for. */
export function answerMessage({ message, tools }: Answer): unknown {
  const thoughts = asArray(message.source['thoughts']).map((thought) => {
    const { subject, description } = isObject(thought) ? thought : { subject: undefined, description: thought };
    return { type: 'reasoning', text: [asText(subject), asText(description)].filter((words) => words !== undefined).join('\n') };
  });
  return { role: 'assistant', id: message.id, parts: [...thoughts, ...message.parts], toolCalls: tools.map(({ id, call }) => ({ id, name: call['name'], args: call['args'] })) };
}

/** What a tool answered, as a message. */
export function resultMessage({ id, call }: ToolUse): unknown {
  return { role: 'tool', tool_call_id: id, name: call['name'], content: resultOf(call['result']) ?? '' };
}

/** What a tool answered: the response in the part that the model was given. */
export function resultOf(result: unknown): unknown {
  const [only, ...others] = Array.isArray(result) ? (result as readonly unknown[]) : [result];
  const response = asObject(asObject(only)?.['functionResponse'])?.['response'];
  return response === undefined || others.length > 0 ? (result ?? undefined) : response;
}
