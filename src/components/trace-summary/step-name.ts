import type { Bottleneck } from '../../core/analysis/time/bottlenecks.ts';
import type { TraceSummaryMessages } from './messages.ts';

/** What a part of the wait is called: the step, or the step itself where it is not what is inside of it that took the time. */
export function stepName({ value, untraced, duration }: Bottleneck, messages: TraceSummaryMessages): string {
  const name = value === null || value === '' ? messages.unnamed : value;
  return untraced > duration / 2 ? messages.itself(name) : name;
}
