import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextShare, tokenStack } from '../../../../src/core/analysis/usage/token-stack.ts';
import type { Usage } from '../../../../src/core/model/usage.ts';

const usage = (known: Partial<Usage>): Usage => ({ input: null, output: null, total: null, inputDetails: {}, outputDetails: {}, ...known });

describe('tokenStack', () => {
  it('stacks parts that share nothing, in the order of prompt and answer', () => {
    const stack = tokenStack(usage({ input: 100, output: 50, total: 200, inputDetails: { cacheRead: 60, cacheWrite: 10, audio: 5 }, outputDetails: { reasoning: 30, audio: 4 } }));
    expect(stack).toMatchObject({ total: 200, known: 200, conflict: null });
    expect(stack?.stack).toEqual([
      { part: 'cacheRead', tokens: 60, share: 0.3 },
      { part: 'cacheWrite', tokens: 10, share: 0.05 },
      { part: 'input', tokens: 25, share: 0.125 },
      { part: 'inputAudio', tokens: 5, share: 0.025 },
      { part: 'reasoning', tokens: 30, share: 0.15 },
      { part: 'output', tokens: 16, share: 0.08 },
      { part: 'outputAudio', tokens: 4, share: 0.02 },
      { part: 'other', tokens: 50, share: 0.25 },
    ]);
  });

  it('has a total only where both sides are known', () => {
    expect(tokenStack(usage({ input: 7, output: 3 }))).toMatchObject({ total: 10, known: 10 });
    expect(tokenStack(usage({ input: 7 }))).toMatchObject({ total: null, known: 7 });
    expect(tokenStack(usage({ total: 9 }))?.stack).toEqual([{ part: 'other', tokens: 9, share: 1 }]);
  });

  it('tells nothing recorded from 0', () => {
    expect([tokenStack(null), tokenStack(undefined), tokenStack(usage({})), tokenStack(usage({ inputDetails: { text: 5 } }))]).toEqual([null, null, null, null]);
    expect(tokenStack(usage({ input: 0, output: 0, total: 0 }))).toMatchObject({ total: 0, known: 0, stack: [] });
    expect(tokenStack(usage({ total: 0 }))).toMatchObject({ total: 0, stack: [] });
  });

  it('tells what can’t be true', () => {
    expect(tokenStack(usage({ input: 5, output: 1, total: 6, inputDetails: { cacheRead: 8 } }))).toMatchObject({ conflict: 'details', known: 6 });
    expect(tokenStack(usage({ input: 5, output: 4, total: 6 }))).toMatchObject({ conflict: 'total', known: 9, total: 6 });
  });

  it('shares come to the whole', () => {
    const figure = fc.option(fc.nat(1e6));
    const details = fc.dictionary(fc.constantFrom('cacheRead', 'cacheWrite', 'audio', 'reasoning', 'constructor', 'text'), fc.nat(1e6));
    fc.assert(
      fc.property(fc.record({ input: figure, output: figure, total: figure, inputDetails: details, outputDetails: details }), (any) => {
        const stack = tokenStack(any);
        if (stack === null || stack.stack.length === 0) return;
        expect(stack.stack.every(({ tokens, share }) => tokens > 0 && share > 0)).toBe(true);
        expect(stack.stack.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
        expect(stack.stack.reduce((sum, { tokens }) => sum + tokens, 0)).toBe(stack.known);
        if (stack.total !== null && stack.conflict === null) expect(stack.known).toBe(stack.total);
      }),
    );
  });
});

describe('contextShare', () => {
  const tokens = tokenStack(usage({ input: 90, output: 60, total: 150 }));

  it('is used ÷ window, and may be more than 1', () => {
    expect(contextShare(tokens, 600)).toEqual({ window: 600, used: 150, share: 0.25 });
    expect(contextShare(tokens, 100)).toEqual({ window: 100, used: 150, share: 1.5 });
  });

  it('is not made up', () => {
    expect([undefined, null, 0, -5, Number.NaN, Number.POSITIVE_INFINITY].map((window) => contextShare(tokens, window))).toEqual([null, null, null, null, null, null]);
    expect([contextShare(null, 100), contextShare(tokenStack(usage({ input: 90 })), 100)]).toEqual([null, null]);
  });
});
