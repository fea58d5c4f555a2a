import { textOf } from '../text.js';
import { double, int, text } from './attributes.js';

/**
 * @param {import('../step.js').Step} step
 * @param {number} key
 * @param {string} threadId
 * @param {number} words  0 for no payload
 */
export function openInferenceOf(step, key, threadId, words) {
  const attributes = [text('openinference.span.kind', step.kind.toUpperCase())];
  if (step.parent < 0) attributes.push(text('session.id', threadId));
  if (step.kind === 'tool') attributes.push(text('tool.name', step.name));
  if (step.kind === 'llm') attributes.push(...modelOf(step));
  if (words > 0) attributes.push(...payloadOf(step, key, words));
  return attributes;
}

/** @param {import('../step.js').Step} step */
function modelOf({ model, usage }) {
  if (model === null) return [];
  const attributes = [text('llm.model_name', model.name), text('llm.system', model.provider)];
  if (usage === null) return attributes;
  attributes.push(
    int('llm.token_count.prompt', usage.input),
    int('llm.token_count.completion', usage.output),
    int('llm.token_count.total', usage.input + usage.output),
  );
  if (usage.cacheRead > 0) attributes.push(int('llm.token_count.prompt_details.cache_read', usage.cacheRead));
  if (usage.reasoning > 0) attributes.push(int('llm.token_count.completion_details.reasoning', usage.reasoning));
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
  if (step.kind === 'llm') {
    const input = [
      text('llm.input_messages.0.message.role', 'user'),
      text('llm.input_messages.0.message.content', question),
    ];
    if (!done) return input;
    return [
      ...input,
      text('llm.output_messages.0.message.role', 'assistant'),
      text('llm.output_messages.0.message.content', answer),
    ];
  }
  const attributes = [text('input.value', JSON.stringify({ query: question })), text('input.mime_type', 'application/json')];
  if (!done) return attributes;
  if (step.kind === 'retriever') {
    attributes.push(
      text('retrieval.documents.0.document.id', `faq-${key % 97}`),
      text('retrieval.documents.0.document.content', answer),
      double('retrieval.documents.0.document.score', 0.25 + (key % 64) / 128),
    );
  } else {
    attributes.push(text('output.value', answer), text('output.mime_type', 'text/plain'));
  }
  return attributes;
}
