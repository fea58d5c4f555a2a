import type { Trace } from '../../model/trace.ts';
import { createStepper, finish, type Stepper } from '../stepper.ts';
import { findLoops } from './find-loops.ts';
import type { Loop } from './loop.ts';

/**
 * The steps that a trace goes through again and again with nearly identical inputs, in reading order: an agent that asks
 * a tool the same thing, that polishes one answer, that goes back and forth. At least three rounds, of at most 24 steps
 * each, directly under one run. Work side by side is no loop, and neither is the same step over different inputs, over
 * numbers that count on, or after failures. All at once; for traces with much text see `createLoopSearch`.
 */
export function loopsOf(trace: Trace): readonly Loop[] {
  return finish(findLoops(trace));
}

/** The same, in steps. */
export function createLoopSearch(trace: Trace): Stepper<readonly Loop[]> {
  return createStepper(findLoops(trace));
}
