import { asNumber, parseIfJson } from '../../model/json.ts';
import type { CostInput, UsageInput } from '../../model/usage.ts';
import { applyRule, USAGE_RULES, type UsageRule } from '../usage-rules.ts';
import { decodeValue, type AnyValue } from './any-value.ts';
import type { SpanFields } from './span-fields.ts';

/** The tokens of a span, with details as parts of input and output whoever wrote them. */
export function readSpanUsage(values: SpanFields, scope: string): UsageInput | undefined {
  const { usageDialect, tokensDialect } = values;
  const told = values.usage === undefined ? undefined : usageDialect?.readUsage?.(parseIfJson(decodeValue(values.usage)));
  if (told !== undefined && isCounted(told)) return told;
  if (values.inputTokens === undefined && values.outputTokens === undefined && values.totalTokens === undefined) return undefined;
  const usage: UsageInput = {
    input: figure(values.inputTokens),
    output: figure(values.outputTokens),
    total: figure(values.totalTokens),
    inputDetails: {
      cacheRead: figure(values.cacheRead) ?? told?.inputDetails?.['cacheRead'],
      cacheWrite: figure(values.cacheWrite) ?? told?.inputDetails?.['cacheWrite'],
      audio: figure(values.inputAudio),
      image: figure(values.inputImage),
    },
    outputDetails: { reasoning: figure(values.reasoning) ?? told?.outputDetails?.['reasoning'], audio: figure(values.outputAudio), image: figure(values.outputImage) },
  };
  return applyRule(usage, ruleOf(scope) ?? tokensDialect?.usage ?? USAGE_RULES.genAi);
}

function isCounted({ input, output, total }: UsageInput): boolean {
  return input != null || output != null || total != null;
}

/** The cost that a span tells, in USD. */
export function readSpanCost(values: SpanFields): CostInput | undefined {
  const { usageDialect, costDialect } = values;
  const told = (values.cost === undefined ? undefined : costDialect?.readCost?.(parseIfJson(decodeValue(values.cost)))) ??
    (values.usage === undefined ? undefined : usageDialect?.readCost?.(parseIfJson(decodeValue(values.usage))));
  if (told !== undefined) return told;
  if (values.totalCost === undefined && values.inputCost === undefined && values.outputCost === undefined) return undefined;
  return { input: figure(values.inputCost), output: figure(values.outputCost), total: figure(values.totalCost) };
}

function figure(value: AnyValue): number | undefined {
  return value === undefined ? undefined : asNumber(decodeValue(value));
}

/** Libraries that use the names of a convention and count in their own way, by the starts of the names of their tracers. */
const RULES: readonly (readonly [string, UsageRule])[] = [['strands', USAGE_RULES.strands]];

function ruleOf(scope: string): UsageRule | undefined {
  return RULES.find(([start]) => scope.startsWith(start))?.[1];
}
