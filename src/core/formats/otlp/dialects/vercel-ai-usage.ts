import { asNumber, asObject, parseIfJson } from '../../../model/json.ts';
import type { UsageInput } from '../../../model/usage.ts';
import { readRawUsage } from '../../raw-usage.ts';

/**
 * What the provider itself told of tokens, in the metadata that the AI SDK hands on: before version 6 only this tells of
 * tokens written to a cache, and whether Anthropic's and Bedrock's cached tokens are inside of `ai.usage.inputTokens`.
 *
 * @param metadata the text of `ai.response.providerMetadata`
 */
export function readProviderUsage(metadata: unknown): UsageInput | undefined {
  // Most metadata say nothing of that, and are not worth the parsing.
  if (typeof metadata === 'string' && !/cache|[Rr]easoningTokens/.test(metadata)) return undefined;
  const { anthropic, bedrock, openai } = asObject(parseIfJson(metadata)) ?? {};
  const told = readRawUsage(asObject(anthropic)?.['usage']);
  if (told !== undefined) return told;
  const usage = asObject(asObject(bedrock)?.['usage']) ?? asObject(anthropic);
  const chat = asObject(openai);
  const cacheWrite = asNumber(usage?.['cacheWriteInputTokens'] ?? usage?.['cacheCreationInputTokens']);
  const cacheRead = asNumber(usage?.['cacheReadInputTokens'] ?? chat?.['cachedPromptTokens']);
  const reasoning = asNumber(chat?.['reasoningTokens']);
  return cacheWrite === undefined && cacheRead === undefined && reasoning === undefined ? undefined : { inputDetails: { cacheRead, cacheWrite }, outputDetails: { reasoning } };
}
