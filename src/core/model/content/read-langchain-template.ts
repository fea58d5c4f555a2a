import { asArray, asObject, asText, isObject, type JsonObject } from '../json.ts';
import { classNameOf, fieldsOf, firstOf } from './fields.ts';
import type { TemplateFormat, TemplatePart } from './prompt-template.ts';
import { isMessage, readMessage } from './read-message.ts';
import { isRoleAndContent, roleInType } from './read-role.ts';

/** A template as LangChain serialized it. */
interface LangChainTemplate {
  readonly parts: readonly TemplatePart[];
  readonly format: TemplateFormat | null;
}

const FORMATS: ReadonlySet<unknown> = new Set(['f-string', 'mustache', 'jinja2']);
const MESSAGES = ['messages', 'promptMessages', 'prompt_messages'];
/** No template has more parts than this. */
const MOST_PARTS = 1_000;

/** Reads a serialized `PromptTemplate` or `ChatPromptTemplate`, of any version of LangChain. */
export function readLangChainTemplate(serialized: JsonObject): LangChainTemplate {
  const fields = fieldsOf(serialized);
  const messages = asArray(firstOf(fields, MESSAGES)).slice(0, MOST_PARTS);
  const pieces = messages.length === 0 ? [fields] : messages.flatMap((message) => piecesOf(message));
  const parts = messages.length === 0 ? [readText(fields, null)] : messages.flatMap((message) => readMessagePart(message));
  return { parts, format: (pieces.map((piece) => firstOf(piece, ['template_format', 'templateFormat'])).find((word) => FORMATS.has(word)) as TemplateFormat | undefined) ?? null };
}

/** A message's own templates: several where it has pictures beside its text. */
function piecesOf(message: unknown): readonly JsonObject[] {
  const prompt = isObject(message) ? fieldsOf(message)['prompt'] : undefined;
  return (Array.isArray(prompt) ? prompt : [prompt]).filter(isObject).slice(0, MOST_PARTS).map((piece) => fieldsOf(piece));
}

function readMessagePart(message: unknown): readonly TemplatePart[] {
  if (isRoleAndContent(message) && typeof message[1] === 'string') return [{ type: 'text', role: roleInType(message[0]) ?? message[0], text: message[1] }];
  if (!isObject(message)) return [{ type: 'other', value: message }];
  const fields = fieldsOf(message);
  const className = classNameOf(message) ?? '';
  const variable = asText(fields['variable_name']) ?? asText(fields['variableName']);
  if (variable !== undefined) return [{ type: 'placeholder', variable }];
  if (className.endsWith('PromptTemplate')) {
    const role = asText(fields['role']) ?? roleInType(className.replace(/PromptTemplate$/, '')) ?? null;
    return piecesOf(message).map((piece) => readText(piece, role));
  }
  if (!isMessage(message)) return [{ type: 'other', value: message }];
  const { role, parts } = readMessage(message, 'input');
  return parts.map((part) => (part.type === 'text' ? { type: 'text', role, text: part.text } : { type: 'other', value: part.type === 'other' ? part.value : part }));
}

function readText(fields: JsonObject, role: string | null): TemplatePart {
  const { template } = fields;
  // A picture's template is an object that holds its address.
  const text = typeof template === 'string' ? template : asText(asObject(template)?.['url']);
  return text === undefined ? { type: 'other', value: fields } : { type: 'text', role, text };
}
