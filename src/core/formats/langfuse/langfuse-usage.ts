import { asNumber, asObject, type JsonObject } from '../../model/json.ts';
import type { CostInput, UsageInput } from '../../model/usage.ts';
import { detailName } from '../detail-name.ts';

/**
 * The tokens of an observation. Langfuse keeps them as buckets that do not overlap: `input` is what no other bucket of
 * the input has (`input_cached_tokens`, `cache_read_input_tokens`, …), so that a sum over all is the total. Versions before
 * 2026 also passed on what OpenTelemetry says, whose details are parts of the input: those keys have a dot in them
 * (`prompt_details.cache_read`). Where the total is recorded, it decides.
 */
export function readUsage(observation: JsonObject): UsageInput | undefined {
  const buckets = asObject(observation['usageDetails']);
  return (buckets === undefined ? undefined : readBuckets(buckets)) ?? readPair(observation);
}

/** The cost of an observation in USD, as Langfuse computed it or the tracer gave it. */
export function readCost(observation: JsonObject, isMetered: boolean): CostInput | undefined {
  const buckets = asObject(observation['costDetails']) ?? {};
  const sums = sumBuckets(buckets);
  const input = sums.input ?? figure(observation, 'calculatedInputCost', 'inputCost');
  const output = sums.output ?? figure(observation, 'calculatedOutputCost', 'outputCost');
  const total = figure(buckets, 'total') ?? figure(observation, 'calculatedTotalCost', 'totalCost');
  // Every observation has a total, also those that cost nothing because nobody counted.
  if (!input && !output && !total && !(isMetered && 'total' in buckets)) return undefined;
  return { input, output, total };
}

function readBuckets(buckets: JsonObject): UsageInput | undefined {
  const sums = sumBuckets(buckets);
  const input = figure(buckets, 'input');
  const output = figure(buckets, 'output');
  const total = figure(buckets, 'total');
  if (!sums.input && !sums.output && !total) return undefined;
  const isDisjoint = total === undefined || total === (sums.input ?? 0) + (sums.output ?? 0) || total !== (input ?? 0) + (output ?? 0);
  const { inputDetails, outputDetails } = sums;
  return isDisjoint ? { input: sums.input, output: sums.output, total, inputDetails, outputDetails } : { input, output, total, inputDetails, outputDetails };
}

/** Old answers of the API, and traces of which the buckets were not asked for; 0 stands for none. */
function readPair(observation: JsonObject): UsageInput | undefined {
  const usage = asObject(observation['usage']) ?? {};
  const input = figure(usage, 'input') ?? figure(observation, 'promptTokens', 'inputUsage');
  const output = figure(usage, 'output') ?? figure(observation, 'completionTokens', 'outputUsage');
  const total = figure(usage, 'total') ?? figure(observation, 'totalTokens', 'totalUsage');
  return input || output || total ? { input, output, total } : undefined;
}

interface Sums {
  input: number | undefined;
  output: number | undefined;
  readonly inputDetails: Record<string, number>;
  readonly outputDetails: Record<string, number>;
}

const INPUT = /input|prompt|cache/;
const OUTPUT = /output|completion|reasoning/;

/** Which side a bucket is on, its name tells, as it does for Langfuse itself. Other units than tokens are on neither. */
function sumBuckets(buckets: JsonObject): Sums {
  const sums: Sums = { input: undefined, output: undefined, inputDetails: {}, outputDetails: {} };
  for (const key in buckets) {
    const count = figure(buckets, key);
    const side = INPUT.test(key) ? 'input' : OUTPUT.test(key) ? 'output' : undefined;
    if (count === undefined || side === undefined) continue;
    if (!key.includes('.')) sums[side] = (sums[side] ?? 0) + count;
    if (key === side) continue;
    const details = side === 'input' ? sums.inputDetails : sums.outputDetails;
    const name = detailName(key);
    details[name] = (Object.hasOwn(details, name) ? details[name]! : 0) + count;
  }
  const byLifetime = (sums.inputDetails['cacheWrite5m'] ?? 0) + (sums.inputDetails['cacheWrite1h'] ?? 0);
  if (byLifetime > 0) sums.inputDetails['cacheWrite'] = (sums.inputDetails['cacheWrite'] ?? 0) + byLifetime;
  return sums;
}

/** The API writes -1 for what was not asked for. */
function figure(fields: JsonObject, ...keys: readonly string[]): number | undefined {
  for (const key of keys) {
    const number = asNumber(fields[key]);
    if (number !== undefined && number >= 0) return number;
  }
  return undefined;
}
