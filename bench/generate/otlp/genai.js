import { textOf } from '../text.js';
import { double, int, text, texts } from './attributes.js';

/** @type {Partial<Record<import('../step.js').StepKind, string>>} */
const OPERATIONS = {
  agent: 'invoke_agent',
  llm: 'chat',
  tool: 'execute_tool',
  retriever: 'retrieval',
  embedding: 'embeddings',
};

/**
 * Steps without an operation of the convention (nodes of a graph, prompts) are bare spans there too.
 *
 * @param {import('../step.js').Step} step
 * @param {number} key
 * @param {string} threadId
 * @param {number} words  0 for no payload
 */
export function genAiOf(step, key, threadId, words) {
  const operation = OPERATIONS[step.kind];
  const attributes = operation === undefined ? [] : [text('gen_ai.operation.name', operation)];
  if (step.parent < 0) attributes.push(text('gen_ai.conversation.id', threadId));
  if (step.kind === 'agent') attributes.push(text('gen_ai.agent.name', step.name));
  if (step.kind === 'tool') attributes.push(text('gen_ai.tool.name', step.name), text('gen_ai.tool.call.id', `call_${key}`));
  if (step.kind === 'llm') attributes.push(...modelOf(step));
  if (words > 0) attributes.push(...payloadOf(step, key, words));
  return attributes;
}

/** @param {import('../step.js').Step} step */
export function genAiNameOf({ kind, model, name }) {
  const operation = OPERATIONS[kind];
  return operation === undefined ? name : `${operation} ${model?.name ?? name}`;
}

/** @param {import('../step.js').Step} step */
function modelOf({ model, usage, firstToken, start }) {
  if (model === null) return [];
  const attributes = [
    text('gen_ai.provider.name', model.provider),
    text('gen_ai.request.model', model.name),
    text('gen_ai.response.model', model.name),
    texts('gen_ai.response.finish_reasons', ['stop']),
  ];
  if (firstToken !== null) attributes.push(double('gen_ai.response.time_to_first_chunk', (firstToken - start) / 1e9));
  if (usage === null) return attributes;
  attributes.push(int('gen_ai.usage.input_tokens', usage.input), int('gen_ai.usage.output_tokens', usage.output));
  if (usage.cacheRead > 0) attributes.push(int('gen_ai.usage.cache_read.input_tokens', usage.cacheRead));
  if (usage.reasoning > 0) attributes.push(int('gen_ai.usage.reasoning.output_tokens', usage.reasoning));
  return attributes;
}

/**
 * @param {import('../step.js').Step} step
 * @param {number} key
 * @param {number} words
 */
function payloadOf(step, key, words) {
  const question = textOf(key, words);
  const answer = textOf(key + 1, words);
  const done = step.status === 'success';
  if (step.kind === 'tool') {
    const input = text('gen_ai.tool.call.arguments', JSON.stringify({ query: question }));
    return done ? [input, text('gen_ai.tool.call.result', JSON.stringify(answer))] : [input];
  }
  if (step.kind === 'retriever') return [text('gen_ai.retrieval.query.text', question)];
  if (step.kind !== 'llm' && step.kind !== 'agent') return [];
  const input = text('gen_ai.input.messages', messages('user', question));
  return done ? [input, text('gen_ai.output.messages', messages('assistant', answer))] : [input];
}

/**
 * @param {string} role
 * @param {string} content
 */
function messages(role, content) {
  return JSON.stringify([{ role, parts: [{ type: 'text', content }] }]);
}
