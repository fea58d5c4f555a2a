import { asArray } from '../../../model/json.ts';
import { USAGE_RULES } from '../../usage-rules.ts';
import type { Dialect, SpanMessages } from '../dialect.ts';
import { parameterFields } from '../parameter-fields.ts';
import type { SpanContent } from '../span-content.ts';
import { readProviderUsage } from './vercel-ai-usage.ts';

/**
 * The Vercel AI SDK, versions 3 to 6, and 7 with its legacy tracer (packages/otel/src/legacy-open-telemetry.ts of
 * vercel/ai; names before 4.0 from its changelogs). Version 7 otherwise keeps to the GenAI conventions.
 */
export const vercelAi: Dialect = {
  id: 'vercel_ai',
  fields: {
    'operation.name': 'kindHint',
    'ai.operationId': 'kindHint',
    'ai.model.provider': 'provider',
    'ai.model.id': 'model',
    'ai.response.model': 'model',
    'ai.toolCall.name': 'toolName',
    'ai.toolCall.id': 'toolCallId',
    'ai.usage.tokens': 'inputTokens',
    'ai.usage.promptTokens': 'inputTokens',
    'ai.usage.inputTokens': 'inputTokens',
    'ai.usage.completionTokens': 'outputTokens',
    'ai.usage.outputTokens': 'outputTokens',
    'ai.usage.totalTokens': 'totalTokens',
    'ai.usage.cachedInputTokens': 'cacheRead',
    'ai.usage.inputTokenDetails.cacheReadTokens': 'cacheRead',
    'ai.usage.inputTokenDetails.cacheWriteTokens': 'cacheWrite',
    'ai.usage.reasoningTokens': 'reasoning',
    'ai.usage.outputTokenDetails.reasoningTokens': 'reasoning',
    'ai.response.providerMetadata': 'usage',
    'ai.stream.msToFirstChunk': 'firstTokenMilliseconds',
    'ai.response.msToFirstChunk': 'firstTokenMilliseconds',
    'ai.telemetry.metadata.chatId': 'threadId',
    'ai.telemetry.metadata.threadId': 'threadId',
    'ai.telemetry.metadata.sessionId': 'threadId',
    'ai.telemetry.metadata.tags': 'tags',
    ...parameterFields('ai.settings.', [
      'maxTokens', 'maxOutputTokens', 'temperature', 'topP', 'topK', 'frequencyPenalty', 'presencePenalty', 'seed', 'stopSequences',
      'maxRetries', 'maxSteps', 'mode', 'output',
    ]),
  },
  // The spans around the calls repeat what those say: they only arrange.
  kinds: {
    'ai.generatetext': 'chain', 'ai.streamtext': 'chain', 'ai.generateobject': 'chain', 'ai.streamobject': 'chain',
    'ai.embed': 'chain', 'ai.embedmany': 'chain', 'ai.rerank': 'chain',
    'ai.generatetext.dogenerate': 'llm', 'ai.streamtext.dostream': 'llm', 'ai.generateobject.dogenerate': 'llm', 'ai.streamobject.dostream': 'llm',
    'ai.embed.doembed': 'embedding', 'ai.embedmany.doembed': 'embedding', 'ai.rerank.dorerank': 'reranker', 'ai.toolcall': 'tool',
  },
  usage: USAGE_RULES.vercelAi,
  readUsage: readProviderUsage,
  metadataUnder: ['ai.telemetry.metadata.'],
  inputs: ['ai.prompt.messages', 'ai.prompt', 'ai.toolCall.args', 'ai.values', 'ai.value', 'ai.documents'],
  outputs: (span) => span.takeFirst(['ai.toolCall.result', 'ai.embeddings', 'ai.embedding', 'ai.ranking']) ?? onlyAnswer(span),
  messages,
};

/** The parts of an answer, each under the name that it has now and the one before 4.0. */
const TEXT = ['ai.response.text', 'ai.result.text'];
const OBJECT = ['ai.response.object', 'ai.result.object'];
const CALLS = ['ai.response.toolCalls', 'ai.result.toolCalls'];
const REASONING = ['ai.response.reasoning'];
const FILES = ['ai.response.files'];

/** An answer of one piece, as that. */
function onlyAnswer(span: SpanContent): unknown {
  const told = [TEXT, OBJECT, CALLS, REASONING, FILES].flatMap((keys) => keys.filter((key) => span.has(key)));
  return told.length === 1 ? span.takeFirst(told) : undefined;
}

function messages(span: SpanContent): SpanMessages | undefined {
  const input = span.takeFirst(['ai.prompt.messages', 'ai.prompt']);
  const reasoning = span.takeFirst(REASONING);
  const text = span.take(TEXT.find((key) => span.has(key)) ?? '');
  const object = span.take(OBJECT.find((key) => span.has(key)) ?? '');
  const files = asArray(span.takeFirst(FILES)).map((file) => ({ type: 'file', ...(file as object) }));
  const calls = span.takeFirst(CALLS);
  const content = [
    ...(reasoning === undefined ? [] : Array.isArray(reasoning) ? reasoning : [{ type: 'reasoning', text: reasoning }]),
    ...(text === undefined ? [] : [{ type: 'text', text }]),
    ...(object === undefined ? [] : [{ type: 'text', text: typeof object === 'string' ? object : JSON.stringify(object) }]),
    ...files,
  ];
  const said = content.length > 0 || calls !== undefined;
  return input === undefined && !said ? undefined : { input, output: said ? [{ role: 'assistant', content, tool_calls: calls }] : undefined };
}
