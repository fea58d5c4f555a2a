import { textOf } from '../text.js';
import { messageOf, usageMetadataOf } from './messages.js';

/**
 * @typedef {object} Io
 * @property {object} inputs
 * @property {object} [outputs]
 */

/**
 * @param {import('../step.js').Step} step
 * @param {number} key
 * @param {boolean} python
 * @param {import('../generated.js').Payload} payload
 * @returns {Io}
 */
export function ioOf(step, key, python, payload) {
  if (payload === 'none') return { inputs: {} };
  const words = payload === 'small' ? 3 : 8;
  const { inputs, outputs } = step.kind === 'llm' ? llmIo(step, key, python, words) : otherIo(step, key, python, words);
  // Python leaves an empty output behind where a run failed; JS leaves none.
  if (step.status === 'error') return python ? { inputs, outputs: {} } : { inputs };
  return step.status === 'success' ? { inputs, outputs } : { inputs };
}

/**
 * @param {import('../step.js').Step} step
 * @param {number} key
 * @param {boolean} python
 * @param {number} words
 */
function llmIo(step, key, python, words) {
  const text = textOf(key + 1, words);
  const usage = step.usage === null ? {} : { usage_metadata: usageMetadataOf(step.usage) };
  const name = step.model?.name;
  const more = { response_metadata: { finish_reason: 'stop', model_name: name }, ...usage };
  const generation = { text, message: messageOf('AIMessage', text, python, more) };
  return {
    inputs: { messages: [[messageOf('HumanMessage', textOf(key, words), python)]] },
    outputs: { generations: [[generation]] },
  };
}

/**
 * @param {import('../step.js').Step} step
 * @param {number} key
 * @param {boolean} python
 * @param {number} words
 */
function otherIo(step, key, python, words) {
  const question = textOf(key, Math.ceil(words / 3));
  const answer = textOf(key + 1, Math.ceil(words / 2));
  switch (step.kind) {
    case 'tool':
      return { inputs: { query: question }, outputs: { output: answer } };
    case 'retriever': {
      const document = python ? { page_content: answer, type: 'Document' } : { pageContent: answer };
      return { inputs: { query: question }, outputs: { documents: [{ ...document, metadata: { source: 'faq.md' } }] } };
    }
    case 'embedding':
      return { inputs: { texts: [question] }, outputs: { embeddings: [[0.0123, -0.0456]] } };
    case 'agent':
      return {
        inputs: { messages: [{ role: 'user', content: question }] },
        outputs: { messages: [messageOf('AIMessage', answer, python)] },
      };
    default:
      return { inputs: step.hidden ? { messages: [] } : {}, outputs: {} };
  }
}
