import type { RunKind } from './run.ts';
import type { Cost, Usage, UsageDetails } from './usage.ts';

/** Steps that arrange other steps: what they report was used is what those inside told them. */
const ARRANGING: ReadonlySet<RunKind> = new Set(['agent', 'chain', 'other', 'prompt', 'parser', 'guardrail', 'evaluator']);

type Figure = number | null;

/**
 * Tracers put a call's tokens on the runs around it too. Given what the runs inside add up to, this tells a run's own
 * usage: `undefined` if the run's figures are its own, null if they only repeat what is inside, else what goes beyond.
 *
 * Figures repeat what is inside when an arranging step reports them, or when each is at least as large as the sum inside.
 */
export function ownUsage(usage: Usage, inside: Usage | null, kind: RunKind): Usage | null | undefined {
  if (inside === null) return undefined;
  const own = { input: beyond(usage.input, inside.input), output: beyond(usage.output, inside.output), total: beyond(usage.total, inside.total) };
  if (fallsShort(own)) return ARRANGING.has(kind) ? null : undefined;
  return isNothing(own)
    ? null
    : {
        input: own.input || null,
        output: own.output || null,
        total: own.total || null,
        inputDetails: beyondDetails(usage.inputDetails, inside.inputDetails),
        outputDetails: beyondDetails(usage.outputDetails, inside.outputDetails),
      };
}

/** The same for money. */
export function ownCost(cost: Cost, inside: Cost | null, kind: RunKind): Cost | null | undefined {
  if (inside === null || inside.currency !== cost.currency) return undefined;
  const own = { input: beyond(cost.input, inside.input), output: beyond(cost.output, inside.output), total: beyond(cost.total, inside.total) };
  if (fallsShort(own)) return ARRANGING.has(kind) ? null : undefined;
  return isNothing(own)
    ? null
    : { input: own.input || null, output: own.output || null, total: own.total || null, currency: cost.currency };
}

interface Difference {
  readonly input: Figure;
  readonly output: Figure;
  readonly total: Figure;
}

/** Money is added in another order here than at its source, so the last digits of a sum may differ. */
const ROUNDING = 1e-9;

function beyond(figure: Figure, inside: Figure): Figure {
  if (figure === null || inside === null) return figure;
  const difference = figure - inside;
  return Math.abs(difference) <= Math.abs(figure) * ROUNDING ? 0 : difference;
}

function beyondDetails(details: UsageDetails, inside: UsageDetails): UsageDetails {
  const own: Record<string, number> = {};
  for (const name in details) {
    const difference = beyond(details[name] ?? null, Object.hasOwn(inside, name) ? inside[name]! : null);
    if (difference !== null && difference > 0) own[name] = difference;
  }
  return own;
}

function fallsShort({ input, output, total }: Difference): boolean {
  return (input ?? 0) < 0 || (output ?? 0) < 0 || (total ?? 0) < 0;
}

function isNothing({ input, output, total }: Difference): boolean {
  return (input ?? 0) === 0 && (output ?? 0) === 0 && (total ?? 0) === 0;
}
