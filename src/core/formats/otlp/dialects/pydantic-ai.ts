import { asArray, asText, isObject } from '../../../model/json.ts';
import { USAGE_RULES } from '../../usage-rules.ts';
import type { Dialect, SpanMessages } from '../dialect.ts';
import type { SpanContent, SpanEvent } from '../span-content.ts';
import { messagesInEvents } from './gen-ai-events.ts';

/**
 * Pydantic AI in all versions of its format, and Logfire (pydantic_ai/models/instrumented.py and capabilities/instrumentation.py
 * of pydantic/pydantic-ai; logfire/_internal/constants.py and tracer.py of pydantic/logfire).
 */
export const pydanticAi: Dialect = {
  id: 'pydantic_ai',
  fields: {
    'logfire.span_type': 'recordType',
    'logfire.pending_parent_id': 'pendingParent',
    'logfire.level_num': 'levelNumber',
    'logfire.tags': 'tags',
    'pydantic_ai.all_messages': 'agentRun',
    all_messages_events: 'agentRun',
    'operation.cost': 'totalCost',
    'gen_ai.usage.details.cached_tokens': 'cacheRead',
    'gen_ai.usage.details.cache_read_input_tokens': 'cacheRead',
    'gen_ai.usage.details.cache_read_tokens': 'cacheRead',
    'gen_ai.usage.details.cache_creation_input_tokens': 'cacheWrite',
    'gen_ai.usage.details.cache_write_tokens': 'cacheWrite',
    'gen_ai.usage.details.input_audio_tokens': 'inputAudio',
    'gen_ai.usage.details.output_audio_tokens': 'outputAudio',
    'gen_ai.usage.details.thoughts_tokens': 'reasoning',
    'gen_ai.usage.details.reasoning_tokens': 'reasoning',
  },
  usage: USAGE_RULES.pydanticAi,
  inputs: ['tool_arguments', 'request_data', 'prompt'],
  outputs: ['tool_response', 'final_result', 'response_data'],
  messages,
};

function messages(span: SpanContent): SpanMessages | undefined {
  // A whole conversation, its answer last: what was given and what was said are told apart by who speaks last.
  const all = span.takeJson('pydantic_ai.all_messages') ?? eventsIn(span, 'all_messages_events')?.input;
  if (all === undefined) return eventsIn(span, 'events');
  const list = asArray(all);
  const last = list.at(-1);
  const isAnswer = isObject(last) && (last['role'] === 'assistant' || last['role'] === 'model');
  const given = isAnswer ? list.slice(0, -1) : list;
  const system = span.takeJson('gen_ai.system_instructions');
  return { input: system === undefined ? given : { system_instructions: system, messages: given }, output: isAnswer ? [last] : undefined };
}

/** The events of the conventions as JSON in one attribute, as in the format's first version. */
function eventsIn(span: SpanContent, key: string): SpanMessages | undefined {
  const list = asArray(span.takeJson(key)).filter(isObject);
  return messagesInEvents(list.map((event): SpanEvent => ({ name: asText(event['event.name']) ?? '', attributes: event })));
}
