import type { UsageInput } from '../model/usage.ts';

/**
 * How a source means its token counts. In runlens cached tokens are inside `input` and reasoning tokens inside `output`;
 * sources that count them beside are brought to that.
 */
export interface UsageRule {
  /**
   * `inside`: the input figure includes tokens read from and written to a cache. `beside`: it does not. `provider`: the
   * source hands on what the provider said, which may be either; the total, where it is told, shows which.
   */
  readonly cached: 'inside' | 'beside' | 'provider';
  /** The same for reasoning tokens and the output figure. */
  readonly reasoning: 'inside' | 'beside' | 'provider';
  /**
   * What a figure on a run around model calls means. `sum`: it repeats what the calls inside used. `last`: it repeats
   * the last call only. `none`: there is none. In each case the calls are counted, and the run around them is not.
   */
  readonly parent: 'sum' | 'last' | 'none';
}

type UsageSource = 'genAi' | 'openInference' | 'traceloop' | 'vercelAi' | 'pydanticAi' | 'langfuse' | 'langsmith' | 'mlflow' | 'googleAdk' | 'strands';

/** Every source's rule in one place. Each row has a test that names the public source that it was taken from. */
export const USAGE_RULES: Readonly<Record<UsageSource, UsageRule>> = {
  genAi: { cached: 'inside', reasoning: 'inside', parent: 'sum' },
  openInference: { cached: 'provider', reasoning: 'inside', parent: 'none' },
  traceloop: { cached: 'provider', reasoning: 'inside', parent: 'none' },
  vercelAi: { cached: 'provider', reasoning: 'inside', parent: 'last' },
  pydanticAi: { cached: 'inside', reasoning: 'inside', parent: 'sum' },
  langfuse: { cached: 'beside', reasoning: 'beside', parent: 'none' },
  langsmith: { cached: 'inside', reasoning: 'inside', parent: 'none' },
  mlflow: { cached: 'provider', reasoning: 'inside', parent: 'none' },
  googleAdk: { cached: 'inside', reasoning: 'beside', parent: 'none' },
  strands: { cached: 'provider', reasoning: 'inside', parent: 'sum' },
};

/** Brings a usage to the meaning of runlens: details are subsets of `input` and `output`. */
export function applyRule(usage: UsageInput, rule: UsageRule): UsageInput {
  const { input, output, total, inputDetails, outputDetails } = usage;
  const cached = (inputDetails?.['cacheRead'] ?? 0) + (inputDetails?.['cacheWrite'] ?? 0);
  const reasoning = outputDetails?.['reasoning'] ?? 0;
  const addInput = cached > 0 && input != null && isBeside(rule.cached, cached, input, output, total);
  const addOutput = reasoning > 0 && output != null && isBeside(rule.reasoning, reasoning, output, input, total);
  if (!addInput && !addOutput) return usage;
  const whole = { input: addInput ? input + cached : input, output: addOutput ? output + reasoning : output };
  const isWhole = total != null && total >= (whole.input ?? 0) + (whole.output ?? 0);
  return { ...usage, ...whole, total: isWhole ? total : undefined };
}

/** What is inside can't be more than the whole, and what a total has beyond input and output must be beside them. */
function isBeside(rule: UsageRule['cached'], detail: number, whole: number, other: number | null | undefined, total: number | null | undefined): boolean {
  if (rule === 'beside' || detail > whole) return true;
  return rule === 'provider' && total != null && total === whole + detail + (other ?? 0);
}
