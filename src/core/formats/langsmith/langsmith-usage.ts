import { asArray, asNumber, asObject, type JsonObject } from '../../model/json.ts';
import type { CostInput, UsageInput } from '../../model/usage.ts';
import { readRawUsage } from '../raw-usage.ts';

/** LangChain's and LangSmith's names of token details in ours; other names are kept in camel case. */
const DETAIL_NAMES: Readonly<Record<string, string>> = {
  cache_read: 'cacheRead',
  cache_creation: 'cacheWrite',
  ephemeral_5m_input_tokens: 'cacheWrite5m',
  ephemeral_1h_input_tokens: 'cacheWrite1h',
};

/**
 * The tokens of a run, from the first of the seven places where LangSmith's tracers put them: the API's own fields, the
 * run's metadata, its outputs, the answer's message, the message's response metadata, LangChain's `llmOutput`, and the provider's raw usage.
 */
export function readUsage(run: JsonObject): UsageInput | undefined {
  return readApiUsage(run) ?? readUsageMetadata(usageMetadataOf(run)) ?? readOutputUsage(asObject(run['outputs']));
}

/** The cost of a run, as the API computed it or the tracer recorded it, in USD. */
export function readCost(run: JsonObject): CostInput | undefined {
  return (
    costOf(run, 'prompt_cost', 'completion_cost') ??
    costOf(usageMetadataOf(run), 'input_cost', 'output_cost') ??
    costOf(asObject(asObject(run['outputs'])?.['usage_metadata']), 'input_cost', 'output_cost')
  );
}

function costOf(told: JsonObject | undefined, input: string, output: string): CostInput | undefined {
  if (told === undefined || (told['total_cost'] == null && told[input] == null && told[output] == null)) return undefined;
  return { input: asNumber(told[input]), output: asNumber(told[output]), total: asNumber(told['total_cost']) };
}

function usageMetadataOf(run: JsonObject): JsonObject | undefined {
  return asObject(asObject(asObject(run['extra'])?.['metadata'])?.['usage_metadata'] ?? asObject(run['metadata'])?.['usage_metadata']);
}

function readApiUsage(run: JsonObject): UsageInput | undefined {
  const total = asNumber(run['total_tokens']);
  const input = asNumber(run['prompt_tokens']);
  const output = asNumber(run['completion_tokens']);
  // The API writes 0 for runs without any tokens: that is "none recorded", not a figure.
  if (!total && !input && !output) return undefined;
  const recorded = usageMetadataOf(run);
  return {
    input,
    output,
    total,
    inputDetails: readDetails(run['prompt_token_details'] ?? recorded?.['input_token_details']),
    outputDetails: readDetails(run['completion_token_details'] ?? recorded?.['output_token_details']),
  };
}

function readUsageMetadata(usage: JsonObject | undefined): UsageInput | undefined {
  if (usage === undefined || (usage['input_tokens'] == null && usage['output_tokens'] == null && usage['total_tokens'] == null)) return undefined;
  return {
    input: asNumber(usage['input_tokens']),
    output: asNumber(usage['output_tokens']),
    total: asNumber(usage['total_tokens']),
    inputDetails: readDetails(usage['input_token_details']),
    outputDetails: readDetails(usage['output_token_details']),
  };
}

function readOutputUsage(outputs: JsonObject | undefined): UsageInput | undefined {
  if (outputs === undefined) return undefined;
  const llmOutput = asObject(outputs['llmOutput'] ?? outputs['llm_output']);
  return (
    readUsageMetadata(asObject(outputs['usage_metadata'])) ??
    readGenerations(outputs['generations']) ??
    readRawUsage(llmOutput?.['tokenUsage'] ?? llmOutput?.['token_usage'] ?? llmOutput?.['usage']) ??
    readRawUsage(outputs['usage'] ?? outputs['usageMetadata'])
  );
}

/** A batch of prompts has one list of answers each: their tokens add up. Several answers to one prompt repeat theirs. */
function readGenerations(generations: unknown): UsageInput | undefined {
  let sum: UsageInput | undefined;
  for (const answers of asArray(generations)) {
    for (const answer of Array.isArray(answers) ? answers : [answers]) {
      const usage = readMessage(asObject(asObject(answer)?.['message']));
      if (usage === undefined) continue;
      sum = sum === undefined ? usage : add(sum, usage);
      break;
    }
  }
  return sum;
}

function readMessage(message: JsonObject | undefined): UsageInput | undefined {
  const fields = asObject(message?.['kwargs']) ?? message;
  if (fields === undefined) return undefined;
  const response = asObject(fields['response_metadata']);
  return (
    readUsageMetadata(asObject(fields['usage_metadata'])) ??
    readRawUsage(response?.['token_usage'] ?? response?.['tokenUsage'] ?? response?.['usage'])
  );
}

function add(a: UsageInput, b: UsageInput): UsageInput {
  const plus = (x: number | null | undefined, y: number | null | undefined) => (x == null ? y : y == null ? x : x + y);
  const details = (x: UsageInput['inputDetails'] = {}, y: UsageInput['inputDetails'] = {}) => {
    const sum: Record<string, number | null | undefined> = { ...x };
    for (const name in y) sum[name] = plus(sum[name], y[name]);
    return sum;
  };
  return {
    input: plus(a.input, b.input),
    output: plus(a.output, b.output),
    total: plus(a.total, b.total),
    inputDetails: details(a.inputDetails, b.inputDetails),
    outputDetails: details(a.outputDetails, b.outputDetails),
  };
}

function readDetails(value: unknown): Record<string, number | undefined> | undefined {
  const given = asObject(value);
  if (given === undefined) return undefined;
  const raw = asObject(given['raw']) ?? given;
  const details: Record<string, number | undefined> = {};
  for (const name in raw) details[Object.hasOwn(DETAIL_NAMES, name) ? DETAIL_NAMES[name]! : toCamelCase(name)] = asNumber(raw[name]);
  // Anthropic tells cache writes by lifetime too: `cache_creation` is then 0 or their sum, and never added to them.
  const byLifetime = (details['cacheWrite5m'] ?? 0) + (details['cacheWrite1h'] ?? 0);
  if (byLifetime > 0 && !details['cacheWrite']) details['cacheWrite'] = byLifetime;
  return details;
}

function toCamelCase(name: string): string {
  return !name.includes('_') ? name : name.replaceAll(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
