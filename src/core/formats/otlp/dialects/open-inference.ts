import { parseIfJson } from '../../../model/json.ts';
import type { Attributes, Dialect } from '../dialect.ts';
import { listUnder } from '../unflatten.ts';

/** OpenInference, the convention of Phoenix and its instrumentations (spec/semantic_conventions.md). */
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
    'llm.invocation_parameters': 'parameters',
    'tool.name': 'toolName',
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
    'tag.tags': 'tags',
    'retrieval.documents.0.document.content': 'retrieval',
    'embedding.embeddings.0.embedding.text': 'embedding',
  },
  kinds: {
    llm: 'llm', embedding: 'embedding', chain: 'chain', retriever: 'retriever', reranker: 'reranker', tool: 'tool',
    agent: 'agent', guardrail: 'guardrail', evaluator: 'evaluator', prompt: 'prompt', unknown: 'other',
  },
  inputs: (attributes) => payload(attributes, 'input'),
  outputs: (attributes) => payload(attributes, 'output'),
  messages,
  documents,
  isPayload: (key) =>
    /^(?:(?:input|output)\.(?:value|mime_type)|(?:llm\.(?:input|output)_messages|retrieval\.documents|reranker\.(?:input|output)_documents)\.\d+\..*)$/.test(key),
};

function payload(attributes: Attributes, side: 'input' | 'output'): unknown {
  const value = attributes[`${side}.value`];
  return value === undefined ? undefined : parseIfJson(value);
}

function messages(attributes: Attributes): { input: unknown; output: unknown } | undefined {
  const prompts = () => listUnder(attributes, 'llm.prompts').map((entry) => ({ role: 'user', content: entry['prompt.text'] }));
  const choices = () => listUnder(attributes, 'llm.choices').map((entry) => ({ role: 'assistant', content: entry['completion.text'] }));
  const input = known(listUnder(attributes, 'llm.input_messages').map(toChatMessage)) ?? known(prompts());
  const output = known(listUnder(attributes, 'llm.output_messages').map(toChatMessage)) ?? known(choices());
  return input === undefined && output === undefined ? undefined : { input, output };
}

function known<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** One flattened message in the shape of a chat API, which the readers of messages know. */
function toChatMessage(entry: Attributes): Attributes {
  const message: Record<string, unknown> = { role: entry['message.role'] ?? 'user' };
  const parts = listUnder(entry, 'message.contents').map(toPart);
  const content = entry['message.content'];
  if (content !== undefined || parts.length > 0) message['content'] = parts.length === 0 ? content : content === undefined ? parts : [{ type: 'text', text: content }, ...parts];
  const calls = listUnder(entry, 'message.tool_calls').map((call) => toCall(call, 'tool_call.'));
  if (entry['message.function_call_name'] !== undefined) {
    calls.push({ id: null, function: { name: entry['message.function_call_name'], arguments: entry['message.function_call_arguments_json'] } });
  }
  if (calls.length > 0) message['tool_calls'] = calls;
  if (entry['message.tool_call_id'] !== undefined) message['tool_call_id'] = entry['message.tool_call_id'];
  if (entry['message.name'] !== undefined) message['name'] = entry['message.name'];
  return message;
}

function toCall(entry: Attributes, prefix: string): Attributes {
  return {
    id: entry[`${prefix}id`] ?? null,
    function: { name: entry[`${prefix}function.name`], arguments: entry[`${prefix}function.arguments`] },
  };
}

function toPart(entry: Attributes): unknown {
  const image = entry['message_content.image.image.url'];
  if (image !== undefined) return { type: 'image_url', image_url: { url: image } };
  if (entry['tool_call.function.name'] !== undefined) {
    return { type: 'tool_use', id: entry['tool_call.id'], name: entry['tool_call.function.name'], input: parseIfJson(entry['tool_call.function.arguments']) };
  }
  const type = entry['message_content.type'];
  const text = entry['message_content.text'];
  if (typeof text === 'string' && (type === 'text' || type === undefined)) return { type: 'text', text };
  if (typeof text === 'string' && type === 'reasoning') return { type: 'reasoning', text };
  // Everything else stays whole, under the names that it had.
  return entry;
}

function documents(attributes: Attributes): readonly unknown[] | undefined {
  const found = known(listUnder(attributes, 'reranker.output_documents')) ?? known(listUnder(attributes, 'retrieval.documents'));
  return found?.map((entry) => ({
    id: entry['document.id'],
    content: entry['document.content'] ?? '',
    score: entry['document.score'],
    metadata: parseIfJson(entry['document.metadata']),
  }));
}
