import fc from 'fast-check';
import type { Usage } from '../../../../src/core/model/usage.ts';

const count = fc.option(fc.integer({ min: 0, max: 5000 }), { nil: null });

/** Usages of which any figure may be missing; details may be more than what they detail. */
export const usages: fc.Arbitrary<Usage> = fc
  .record({ input: count, output: count, extra: fc.constantFrom(null, 0, 0, 7), cacheRead: count, cacheWrite: count, inputAudio: count, reasoning: count, outputAudio: count, scale: fc.constantFrom(1, 1, 8) })
  .map(({ input, output, extra, scale, ...details }) => ({
    // With a scale, details mostly fit into what they detail.
    input: input === null ? null : input * scale,
    output: output === null ? null : output * scale,
    total: extra === null ? null : (input ?? 0) * scale + (output ?? 0) * scale + extra,
    inputDetails: known({ cacheRead: details.cacheRead, cacheWrite: details.cacheWrite, audio: details.inputAudio }),
    outputDetails: known({ reasoning: details.reasoning, audio: details.outputAudio }),
  }));

/** Usages that contradict themselves nowhere, with every class known. */
export const completeUsages: fc.Arbitrary<Usage> = fc
  .array(fc.integer({ min: 0, max: 400_000 }), { minLength: 7, maxLength: 7 })
  .map(([fresh, cacheRead, cacheWrite, audio, text, reasoning, outputAudio]) => usageOf({ fresh, cacheRead, cacheWrite, audio, text, reasoning, outputAudio }));

/** A usage of so many tokens of each class. */
export function usageOf(parts: { fresh?: number | undefined; cacheRead?: number | undefined; cacheWrite?: number | undefined; audio?: number | undefined; text?: number | undefined; reasoning?: number | undefined; outputAudio?: number | undefined }): Usage {
  const { fresh = 0, cacheRead = 0, cacheWrite = 0, audio = 0, text = 0, reasoning = 0, outputAudio = 0 } = parts;
  const input = fresh + cacheRead + cacheWrite + audio;
  const output = text + reasoning + outputAudio;
  return { input, output, total: input + output, inputDetails: { cacheRead, cacheWrite, audio }, outputDetails: { reasoning, audio: outputAudio } };
}

function known(details: Readonly<Record<string, number | null>>): Record<string, number> {
  return Object.fromEntries(Object.entries(details).flatMap(([name, figure]) => (figure === null ? [] : [[name, figure]])));
}
