import { asArray, asObject, parseIfJson, type JsonObject } from '../../../model/json.ts';
import { decodeJson } from '../../langfuse/decode-json.ts';
import { USAGE_RULES } from '../../usage-rules.ts';
import type { Dialect, SpanMessages } from '../dialect.ts';
import type { SpanContent } from '../span-content.ts';
import { listUnder } from '../unflatten.ts';

/**
 * OpenInference, the convention of Phoenix and its instrumentations, of smolagents, Agno and BeeAI: complete as of August
 * 2026 (spec/semantic_conventions.md, llm_spans.md, tool_calling.md, multimodal_attributes.md of Arize-ai/openinference).
 */
export const openInference: Dialect = {
  id: 'openinference',
  fields: {
    'openinference.span.kind': 'kind',
    'llm.request.model_name': 'model',
    'embedding.model_name': 'model',
    'reranker.model_name': 'model',
    'llm.model_name': 'model',
    'llm.response.model_name': 'model',
    'llm.system': 'provider',
    'llm.provider': 'provider',
    'embedding.invocation_parameters': 'parameters',
    'llm.invocation_parameters': 'parameters',
    'tool.name': 'toolName',
    'tool.id': 'toolCallId',
    'llm.token_count.prompt': 'inputTokens',
    'llm.token_count.completion': 'outputTokens',
    'llm.token_count.total': 'totalTokens',
    'llm.token_count.prompt_details.cache_input': 'cacheRead',
    'llm.token_count.prompt_details.cache_read': 'cacheRead',
    'llm.token_count.prompt_details.cache_write': 'cacheWrite',
    'llm.token_count.prompt_details.audio': 'inputAudio',
    'llm.token_count.completion_details.reasoning': 'reasoning',
    'llm.token_count.completion_details.audio': 'outputAudio',
    'llm.cost.prompt': 'inputCost',
    'llm.cost.completion': 'outputCost',
    'llm.cost.total': 'totalCost',
    'session.id': 'threadId',
    'openinference.project.name': 'project',
    'annotations.0.annotation.name': 'feedback',
    'evaluations.0.evaluation.name': 'feedback',
    'trace.annotations.0.annotation.name': 'feedback',
    'trace.evaluations.0.evaluation.name': 'feedback',
    'session.annotations.0.annotation.name': 'feedback',
    'session.evaluations.0.evaluation.name': 'feedback',
    'tag.tags': 'tags',
    'retrieval.documents.0.document.content': 'retrieval',
    'embedding.embeddings.0.embedding.text': 'embedding',
  },
  kinds: {
    llm: 'llm', embedding: 'embedding', chain: 'chain', retriever: 'retriever', reranker: 'reranker', tool: 'tool',
    agent: 'agent', guardrail: 'guardrail', evaluator: 'evaluator', prompt: 'prompt', unknown: 'other',
  },
  usage: USAGE_RULES.openInference,
  inputs: (span) => value(span, 'input') ?? rerankerInput(span) ?? known(span.takeUnder('embedding.embeddings').map((entry) => entry['embedding.text'] ?? entry)),
  outputs: (span) => value(span, 'output') ?? known(span.takeUnder('embedding.embeddings').map((entry) => entry['embedding.vector'] ?? null)),
  messages,
  documents: (span) => (known(span.takeUnder('reranker.output_documents')) ?? known(span.takeUnder('retrieval.documents')))?.map(toDocument),
};

/** A payload beside the type of its text, which tells JSON of a plain text from text in quotation marks. */
function value(span: SpanContent, side: 'input' | 'output'): unknown {
  const isJson = span.take(`${side}.mime_type`) === 'application/json';
  return span.takeJson(`${side}.value`, isJson ? decodeJson : undefined);
}

function rerankerInput(span: SpanContent): unknown {
  const query = span.take('reranker.query');
  const given = known(span.takeUnder('reranker.input_documents'))?.map(toDocument);
  return query === undefined && given === undefined ? undefined : { query, documents: given };
}

function messages(span: SpanContent): SpanMessages | undefined {
  const input = conversation(span, 'llm.input_messages', 'user') ?? completions(span, 'llm.prompts', 'prompt.text', 'user');
  const output = conversation(span, 'llm.output_messages', 'assistant') ?? completions(span, 'llm.choices', 'completion.text', 'assistant') ?? functionCall(span);
  return input === undefined && output === undefined ? undefined : { input, output };
}

function known<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

function conversation(span: SpanContent, prefix: string, role: string): readonly unknown[] | undefined {
  return known(span.takeUnder(prefix).map((entry) => toChatMessage(entry, role)));
}

/** What models before chats were told and said: a text each, or a list of texts. */
function completions(span: SpanContent, prefix: string, field: string, role: string): readonly unknown[] | undefined {
  const list = known(listUnder(span.attributes, prefix).some((entry) => field in entry) ? span.takeUnder(prefix).map((entry) => entry[field] ?? entry) : []) ?? asArray(span.takeJson(prefix));
  return known(list.map((content) => ({ role, content })));
}

/** Before there were tools, a model could call one function. */
function functionCall(span: SpanContent): readonly unknown[] | undefined {
  const call = asObject(span.takeJson('llm.function_call'));
  return call && [{ role: 'assistant', function_call: { name: call['name'] ?? call['function_name'], arguments: call['arguments'] ?? call['args'] } }];
}

/** One flattened message in the shape of a chat API, which the readers of messages know. */
function toChatMessage(entry: JsonObject, role: string): JsonObject {
  const message: Record<string, unknown> = { role: entry['message.role'] ?? role };
  const parts = listUnder(entry, 'message.contents').flatMap(toParts);
  const content = entry['message.content'];
  if (content !== undefined || parts.length > 0) message['content'] = parts.length === 0 ? content : content === undefined ? parts : [{ type: 'text', text: content }, ...parts];
  const calls = listUnder(entry, 'message.tool_calls').map(toCall);
  if (entry['message.function_call_name'] !== undefined) {
    calls.push({ id: null, function: { name: entry['message.function_call_name'], arguments: entry['message.function_call_arguments_json'] } });
  }
  if (calls.length > 0) message['tool_calls'] = calls;
  if (entry['message.tool_call_id'] !== undefined) message['tool_call_id'] = entry['message.tool_call_id'];
  if (entry['message.name'] !== undefined) message['name'] = entry['message.name'];
  return message;
}

function toCall(entry: JsonObject): JsonObject {
  const { 'tool_call.id': id = null, 'tool_call.function.name': name, 'tool_call.function.arguments': given } = entry;
  // A call of which not even the name is known stays whole.
  return name === undefined ? entry : { id, function: { name, arguments: given } };
}

const REDACTED = '__REDACTED__';

function toParts(entry: JsonObject): readonly unknown[] {
  const image = entry['message_content.image.image.url'];
  if (image !== undefined && image !== REDACTED) return [{ type: 'image_url', image_url: { url: image } }];
  const audio = entry['message_content.audio.audio.url'];
  const transcript = entry['message_content.audio.audio.transcript'];
  const words = transcript === undefined ? [] : [{ type: 'text', text: transcript }];
  if (audio !== undefined && audio !== REDACTED) return [...words, { type: 'audio', url: audio, mime_type: entry['message_content.audio.audio.mime_type'] }];
  if (words.length > 0) return words;
  const name = entry['tool_call.function.name'];
  if (name !== undefined) return [{ type: 'tool_use', id: entry['tool_call.id'], name, input: parseIfJson(entry['tool_call.function.arguments']) }];
  const { 'message_content.type': type = 'text', 'message_content.text': text } = entry;
  if (type === 'text' && typeof text === 'string') return [{ type, text }];
  if (type === 'reasoning') return [Object.fromEntries(Object.entries(entry).map(([key, field]) => [key.replace('message_content.', ''), field]))];
  // Everything else stays whole, under the names that it had.
  return [entry];
}

function toDocument(entry: JsonObject): JsonObject {
  return { id: entry['document.id'], content: entry['document.content'] ?? '', score: entry['document.score'], metadata: parseIfJson(entry['document.metadata']) };
}
