import { asNumber, asObject, type JsonObject } from '../model/json.ts';
import type { UsageInput } from '../model/usage.ts';

/**
 * Reads a provider's own usage object: OpenAI chat and responses, Anthropic, Google, and the camel-case forms of
 * frameworks around them, flat or, as the AI SDK of 2026 has it, by side. Anthropic counts cached tokens beside `input_tokens`; here they are put inside, as everywhere else.
 */
export function readRawUsage(value: unknown): UsageInput | undefined {
  const usage = asObject(value);
  if (usage === undefined) return undefined;
  const cacheWrite = first(usage, 'cache_creation_input_tokens', 'cacheCreationInputTokens');
  const separateRead = first(usage, 'cache_read_input_tokens', 'cacheReadInputTokens');
  const beside = 'cache_creation_input_tokens' in usage || 'cache_read_input_tokens' in usage;
  const given = first(usage, 'input_tokens', 'prompt_tokens', 'inputTokens', 'promptTokens', 'promptTokenCount');
  const bySide = { input: asObject(usage['inputTokens']), output: asObject(usage['outputTokens']) };
  const input = given !== undefined && beside ? given + (cacheWrite ?? 0) + (separateRead ?? 0) : (given ?? asNumber(bySide.input?.['total']));
  const thoughts = first(usage, 'thoughtsTokenCount');
  const candidates = first(usage, 'output_tokens', 'completion_tokens', 'outputTokens', 'completionTokens', 'candidatesTokenCount');
  const output = thoughts === undefined ? (candidates ?? asNumber(bySide.output?.['total'])) : (candidates ?? 0) + thoughts;
  const total = first(usage, 'total_tokens', 'totalTokens', 'totalTokenCount');
  if (input === undefined && output === undefined && total === undefined) return undefined;

  // Anthropic tells beside the sum how long what was written to the cache is kept.
  const lifetimes = asObject(usage['cache_creation']) ?? {};
  const inputDetails = asObject(usage['prompt_tokens_details'] ?? usage['input_tokens_details'] ?? usage['inputTokenDetails'] ?? bySide.input) ?? {};
  const outputDetails = asObject(usage['completion_tokens_details'] ?? usage['output_tokens_details'] ?? usage['outputTokenDetails'] ?? bySide.output) ?? {};
  return {
    input,
    output,
    total,
    inputDetails: {
      cacheRead: separateRead ?? first(inputDetails, 'cached_tokens', 'cacheReadTokens', 'cacheRead') ?? first(usage, 'cachedContentTokenCount', 'cachedInputTokens', 'cached_input_tokens'),
      cacheWrite: cacheWrite ?? first(inputDetails, 'cacheWriteTokens', 'cache_write_tokens', 'cacheWrite') ?? first(usage, 'cache_write_input_tokens'),
      cacheWrite5m: first(lifetimes, 'ephemeral_5m_input_tokens'),
      cacheWrite1h: first(lifetimes, 'ephemeral_1h_input_tokens'),
      audio: first(inputDetails, 'audio_tokens'),
    },
    outputDetails: {
      reasoning: thoughts ?? first(outputDetails, 'reasoning_tokens', 'reasoningTokens', 'reasoning') ?? first(usage, 'reasoningTokens', 'reasoning_output_tokens'),
      audio: first(outputDetails, 'audio_tokens'),
    },
  };
}

function first(object: JsonObject, ...keys: readonly string[]): number | undefined {
  for (const key of keys) {
    const number = asNumber(object[key]);
    if (number !== undefined) return number;
  }
  return undefined;
}
