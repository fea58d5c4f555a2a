import type { Trace } from '../../model/trace.ts';
import { createStepper, finish, type Stepper } from '../stepper.ts';
import { findRedundantCalls } from './find-redundant-calls.ts';
import type { RedundantGroup } from './redundant-group.ts';

export interface RedundantCallsOptions {
  /**
   * How alike the inputs of two calls must be, 0 to 1, by `payloadLikeness`; 0.85 by default. 1 finds what is the same
   * alone, several times faster.
   */
  readonly least?: number | undefined;
}

/**
 * The calls of models, tools, retrievers and rerankers that were made before with the same or nearly the same inputs, in
 * one trace or across several; those that would have saved the most come first. Only calls that ended well count, so no
 * try after a failure is one. All at once; for traces with much text see `createRedundancySearch`.
 *
 * What is the same: see `PayloadDigester`. What is nearly the same is found by samples: among very many calls that share
 * most of their words a few may be missed.
 */
export function redundantCalls(traces: readonly Trace[], options: RedundantCallsOptions = {}): readonly RedundantGroup[] {
  return finish(findRedundantCalls(traces, options.least ?? LEAST));
}

/** The same, in steps. */
export function createRedundancySearch(traces: readonly Trace[], options: RedundantCallsOptions = {}): Stepper<readonly RedundantGroup[]> {
  return createStepper(findRedundantCalls(traces, options.least ?? LEAST));
}

const LEAST = 0.85;
