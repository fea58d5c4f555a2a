import type { JsonObject } from '../../../model/json.ts';
import type { Dialect, SpanMessages } from '../dialect.ts';
import { parseParts } from '../parse-parts.ts';
import type { SpanContent } from '../span-content.ts';
import { listUnder } from '../unflatten.ts';

/**
 * Messages with an attribute for each of their fields, `gen_ai.prompt.0.content`, as OpenLLMetry writes them that has
 * not moved to the conventions of 2025, or as JSON in one, `gen_ai.prompt`, as LangSmith and older conventions have them.
 */
export const genAiLegacy: Dialect = {
  id: 'gen_ai_legacy',
  fields: {
    'gen_ai.prompt': 'modelCall', 'gen_ai.prompt.0.content': 'modelCall', 'llm.prompts.0.content': 'modelCall',
    'gen_ai.completion': 'modelCall', 'gen_ai.completion.0.content': 'modelCall', 'llm.completions.0.content': 'modelCall',
  },
  inputs: ['gen_ai.prompt'],
  outputs: ['gen_ai.completion'],
  messages,
};

function messages(span: SpanContent): SpanMessages | undefined {
  const input = side(span, ['gen_ai.prompt', 'llm.prompts'], 'user');
  const output = side(span, ['gen_ai.completion', 'llm.completions'], 'assistant');
  return input === undefined && output === undefined ? undefined : { input, output };
}

function side(span: SpanContent, prefixes: readonly string[], role: string): unknown {
  for (const prefix of prefixes) {
    const list = span.takeUnder(prefix).map((entry) => toMessage(entry, role));
    if (list.length > 0) return list;
  }
  return undefined;
}

/** `{ content, role, 'tool_calls.0.name': … }` as a message of a chat API. */
function toMessage(entry: JsonObject, role: string): JsonObject {
  const message: Record<string, unknown> = { role };
  for (const key of Object.keys(entry)) if (!key.startsWith('tool_calls.')) message[key] = key === 'content' ? parseParts(entry[key]) : entry[key];
  const calls = listUnder(entry, 'tool_calls');
  return calls.length === 0 ? message : { ...message, tool_calls: calls };
}
