/**
 * @param {'HumanMessage' | 'SystemMessage' | 'AIMessage'} name
 * @param {string} content
 * @param {boolean} python
 * @param {object} [more]
 */
export function messageOf(name, content, python, more) {
  const type = { HumanMessage: 'human', SystemMessage: 'system', AIMessage: 'ai' }[name];
  return {
    lc: 1,
    type: 'constructor',
    id: python ? ['langchain', 'schema', 'messages', name] : ['langchain_core', 'messages', name],
    kwargs: python
      ? { content, type, ...more }
      : { content, additional_kwargs: {}, response_metadata: {}, ...more },
  };
}

/**
 * @param {import('../step.js').StepUsage} usage
 */
export function usageMetadataOf(usage) {
  return {
    input_tokens: usage.input,
    output_tokens: usage.output,
    total_tokens: usage.input + usage.output,
    input_token_details: { cache_read: usage.cacheRead },
    output_token_details: { reasoning: usage.reasoning },
  };
}
