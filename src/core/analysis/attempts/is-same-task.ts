import type { Run } from '../../model/run.ts';
import { payloadLikeness } from '../payload/likeness.ts';
import type { RunDigests } from '../payload/run-digests.ts';
import { finish } from '../stepper.ts';

/** From here on two inputs are taken for those of one task. */
const ALIKE = 0.7;

/** Whether two runs were given the same to do, as far as their inputs tell. Where neither tells, nothing speaks against it. */
export function isSameTask(a: Run, b: Run, digests: RunDigests): boolean {
  const first = a.inputs;
  const second = b.inputs;
  if (first === undefined || second === undefined) return first === second;
  const digest = finish(digests.ofInputs(a));
  const other = finish(digests.ofInputs(b));
  return digest.value === other.value || (digest.shape === other.shape && payloadLikeness(first, second, ALIKE) > 0);
}
