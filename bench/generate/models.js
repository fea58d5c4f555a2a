/**
 * Prices are US dollars a million tokens; made up, near what such models cost.
 *
 * @typedef {object} Model
 * @property {string} name
 * @property {string} provider
 * @property {string} wrapper  the class that LangChain names the run after
 * @property {number} inputPrice
 * @property {number} outputPrice
 */

/** @type {[Model, ...Model[]]} */
export const MODELS = [
  { name: 'gpt-5-mini', provider: 'openai', wrapper: 'ChatOpenAI', inputPrice: 0.25, outputPrice: 2 },
  { name: 'gpt-4o', provider: 'openai', wrapper: 'ChatOpenAI', inputPrice: 2.5, outputPrice: 10 },
  { name: 'claude-sonnet-4-5', provider: 'anthropic', wrapper: 'ChatAnthropic', inputPrice: 3, outputPrice: 15 },
  { name: 'claude-haiku-4-5', provider: 'anthropic', wrapper: 'ChatAnthropic', inputPrice: 1, outputPrice: 5 },
  { name: 'gemini-2.5-flash', provider: 'gcp.gemini', wrapper: 'ChatGoogle', inputPrice: 0.3, outputPrice: 2.5 },
];
