import { isObject } from '../../../model/json.ts';
import type { Dialect, SpanMessages } from '../dialect.ts';
import type { SpanContent } from '../span-content.ts';

/** Mozilla's any-agent: the GenAI conventions of 2025, with answers of its own making (tracing/attributes.py of mozilla-ai/any-agent). */
export const anyAgent: Dialect = { id: 'any_agent', fields: {}, outputs: ['gen_ai.output'], messages };

function messages(span: SpanContent): SpanMessages | undefined {
  if (span.attributes['gen_ai.operation.name'] !== 'call_llm') return undefined;
  const said = span.takeJson('gen_ai.output');
  if (said === undefined) return undefined;
  const isCalls = Array.isArray(said) && said.every((call) => isObject(call) && 'tool.name' in call);
  const calls = isCalls ? said.filter(isObject).map((call) => ({ name: call['tool.name'], arguments: call['tool.args'] })) : undefined;
  return { output: [calls === undefined ? { role: 'assistant', content: span.attributes['gen_ai.output'] } : { role: 'assistant', content: '', tool_calls: calls }] };
}
