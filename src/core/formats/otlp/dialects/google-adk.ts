import { asObject, parseIfJson } from '../../../model/json.ts';
import type { UsageInput } from '../../../model/usage.ts';
import { toCamelCase } from '../../detail-name.ts';
import { readRawUsage } from '../../raw-usage.ts';
import { USAGE_RULES } from '../../usage-rules.ts';
import type { Dialect, SpanMessages } from '../dialect.ts';
import type { SpanContent } from '../span-content.ts';

/** Google's Agent Development Kit (src/google/adk/telemetry/tracing.py of google/adk-python). It writes `{}` for none. */
export const googleAdk: Dialect = {
  id: 'google_adk',
  fields: {
    'gcp.vertex.agent.session_id': 'threadId',
    'gcp.vertex.agent.llm_response': 'usage',
  },
  usage: USAGE_RULES.googleAdk,
  readUsage,
  inputs: (span) => given(span, 'gcp.vertex.agent.tool_call_args', 'gcp.vertex.agent.llm_request', 'gcp.vertex.agent.data'),
  outputs: (span) => given(span, 'gcp.vertex.agent.tool_response', 'gcp.vertex.agent.llm_response'),
  messages,
};

function given(span: SpanContent, ...keys: readonly string[]): unknown {
  return span.takeFirst(keys.filter((key) => span.attributes[key] !== '{}'));
}

function messages(span: SpanContent): SpanMessages | undefined {
  const input = given(span, 'gcp.vertex.agent.llm_request');
  const output = given(span, 'gcp.vertex.agent.llm_response');
  return input === undefined && output === undefined ? undefined : { input, output: asObject(output)?.['content'] ?? output };
}

/** The answer tells of cached and thought tokens, of which the attributes say nothing. */
function readUsage(response: unknown): UsageInput | undefined {
  const told = asObject(asObject(parseIfJson(response))?.['usage_metadata']);
  return told && readRawUsage(Object.fromEntries(Object.entries(told).map(([key, count]) => [toCamelCase(key), count])));
}
