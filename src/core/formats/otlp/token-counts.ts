import { asNumber, asObject, type JsonObject } from '../../model/json.ts';
import type { CostInput, UsageInput } from '../../model/usage.ts';
import { detailName } from '../detail-name.ts';

/** Tokens as LangChain and MLflow count them: `{ input_tokens, output_tokens, total_tokens, input_token_details, … }`. */
export function readTokenCounts(value: unknown): UsageInput | undefined {
  const counts = asObject(value);
  if (counts === undefined || (counts['input_tokens'] == null && counts['output_tokens'] == null && counts['total_tokens'] == null)) return undefined;
  const { cache_read_input_tokens: read, cache_creation_input_tokens: written } = counts;
  return {
    input: asNumber(counts['input_tokens']),
    output: asNumber(counts['output_tokens']),
    total: asNumber(counts['total_tokens']),
    inputDetails: { ...readDetails(counts['input_token_details']), ...(read == null ? {} : { cacheRead: asNumber(read) }), ...(written == null ? {} : { cacheWrite: asNumber(written) }) },
    outputDetails: readDetails(counts['output_token_details']),
  };
}

/** Money beside such counts, in USD: `{ input_cost, output_cost, total_cost }`. */
export function readTokenCosts(value: unknown): CostInput | undefined {
  const costs = asObject(value);
  if (costs === undefined || (costs['input_cost'] == null && costs['output_cost'] == null && costs['total_cost'] == null)) return undefined;
  return { input: asNumber(costs['input_cost']), output: asNumber(costs['output_cost']), total: asNumber(costs['total_cost']) };
}

/** The parts of a count under our names. */
export function readDetails(value: unknown): Record<string, number | undefined> {
  const given: JsonObject = asObject(value) ?? {};
  return Object.fromEntries(Object.entries(given).map(([name, count]) => [detailName(name), asNumber(count)]));
}
