import { MS } from '../step.js';

const NAMES = /** @type {const} */ (['get_weather', 'calculator', 'read_file', 'sql_query', 'web_fetch']);

/**
 * @typedef {object} ToolCall
 * @property {number} end
 * @property {boolean} failed
 * @property {string} name
 */

/**
 * @param {import('../recorder.js').Recorder} recorder
 * @param {number} parent
 * @param {number} start
 * @param {{ name: string, attempt: number }} [again]  a retry of an earlier call
 * @returns {ToolCall}
 */
export function toolCall(recorder, parent, start, again) {
  const { random } = recorder;
  if (again === undefined && random.chance(0.12)) return search(recorder, parent, start);
  const name = again?.name ?? random.pick(NAMES);
  const end = start + random.between(5 * MS, 800 * MS);
  const failed = random.chance(0.03);
  const place = recorder.open(parent, 'tool', name, start, { attempt: again?.attempt ?? 1 });
  // A call whose end never arrived: its parent went on without it.
  const lost = !failed && random.chance(0.0005);
  recorder.close(place, end, failed ? 'error' : lost ? 'running' : 'success');
  return { end, failed, name };
}

/**
 * @param {import('../recorder.js').Recorder} recorder
 * @param {number} parent
 * @param {number} start
 * @returns {ToolCall}
 */
function search(recorder, parent, start) {
  const { random } = recorder;
  const name = 'search_docs';
  const tool = recorder.open(parent, 'tool', name, start);
  const retriever = recorder.open(tool, 'retriever', 'VectorStoreRetriever', start + MS);
  const embedding = recorder.open(retriever, 'embedding', 'OpenAIEmbeddings', start + 2 * MS);
  const embedded = start + random.between(10 * MS, 120 * MS);
  const found = embedded + random.between(2 * MS, 90 * MS);
  recorder.close(embedding, embedded);
  recorder.close(retriever, found);
  recorder.close(tool, found + MS);
  return { end: found + MS, failed: false, name };
}
