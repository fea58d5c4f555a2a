import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isContradictory, tokenParts, type TokenPart } from '../../../../src/core/analysis/usage/token-parts.ts';
import { usages } from './usages.ts';

const INPUT: readonly TokenPart[] = ['input', 'cacheRead', 'cacheWrite', 'inputAudio'];
const OUTPUT: readonly TokenPart[] = ['output', 'reasoning', 'outputAudio'];

describe('tokenParts', () => {
  test('details are taken off what they are details of', () => {
    const usage = { input: 100, output: 50, total: 150, inputDetails: { cacheRead: 60, cacheWrite: 10, audio: 5 }, outputDetails: { reasoning: 30 } };
    expect(tokenParts(usage)).toEqual({ input: 25, cacheRead: 60, cacheWrite: 10, inputAudio: 5, output: 20, reasoning: 30, outputAudio: null, other: null });
  });

  test('what is not known is null, a 0 that was recorded stays one', () => {
    expect(tokenParts({ input: 10, output: null, total: null, inputDetails: { cacheRead: 0 }, outputDetails: {} })).toEqual({
      input: 10, cacheRead: 0, cacheWrite: null, inputAudio: null, output: null, reasoning: null, outputAudio: null, other: null,
    });
  });

  test('what only the total tells is other', () => {
    expect(tokenParts({ input: null, output: null, total: 9, inputDetails: {}, outputDetails: {} }).other).toBe(9);
    expect(tokenParts({ input: 4, output: 3, total: 9, inputDetails: {}, outputDetails: {} }).other).toBe(2);
    expect(tokenParts({ input: null, output: 3, total: 9, inputDetails: { cacheRead: 2 }, outputDetails: {} })).toMatchObject({ input: null, cacheRead: 2, output: 3, other: 4 });
    expect(tokenParts({ input: 4, output: 3, total: 5, inputDetails: {}, outputDetails: {} }).other).toBeNull();
  });

  test('details of other names stay inside', () => {
    expect(tokenParts({ input: 10, output: 1, total: 11, inputDetails: { cacheWrite: 4, cacheWrite5m: 4, text: 10 }, outputDetails: { text: 1 } })).toMatchObject({ input: 6, cacheWrite: 4, output: 1, other: null });
    const hostile = JSON.parse('{"__proto__": {"cacheRead": 5}}') as Record<string, number>;
    expect(tokenParts({ input: 10, output: 1, total: 11, inputDetails: hostile, outputDetails: {} }).cacheRead).toBeNull();
  });

  test('any usage: parts are never below 0, never more than the usage says, and all of it', () => {
    fc.assert(
      fc.property(usages, (usage) => {
        const parts = tokenParts(usage);
        const sum = (names: readonly TokenPart[]) => names.reduce((total, name) => total + (parts[name] ?? 0), 0);
        for (const figure of Object.values(parts)) expect(figure ?? 0).toBeGreaterThanOrEqual(0);
        if (usage.input !== null) expect(sum(INPUT)).toBe(usage.input);
        if (usage.output !== null) expect(sum(OUTPUT)).toBe(usage.output);
        if (usage.total !== null) expect(sum([...INPUT, ...OUTPUT, 'other'])).toBe(Math.max(usage.total, sum([...INPUT, ...OUTPUT])));

        const exceeds = (whole: number | null, details: Readonly<Record<string, number>>) => whole !== null && Object.values(details).reduce((total, detail) => total + detail, 0) > whole;
        expect(isContradictory(usage)).toBe(exceeds(usage.input, usage.inputDetails) || exceeds(usage.output, usage.outputDetails));
      }),
      { numRuns: 2000 },
    );
  });
});
