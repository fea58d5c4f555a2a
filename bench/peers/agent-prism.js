import { documentOf } from '../core/cases.js';
import { collectGarbage } from '../lib/collect-garbage.js';
import { median } from '../lib/statistics.js';

// Not a literal: its types are not installed where this file is checked.
const peer = '@evilmartians/agent-prism-data';

process.on('message', async (message) => {
  const { given, repetitions } = /** @type {{ given: import('../core/cases.js').Case, repetitions: number }} */ (message);
  const { openTelemetrySpanAdapter, flattenSpans } = await import(peer);
  const { text } = documentOf(given);
  process.send?.({ ready: true });

  /** @type {Record<string, number[]>} */
  const times = { parse: [], convert: [], flatten: [] };
  for (let round = 0; round <= repetitions; round++) {
    const document = timed('parse', () => JSON.parse(text));
    const roots = timed('convert', () => openTelemetrySpanAdapter.convertRawDocumentsToSpans(document));
    if (roots === undefined) break;
    // Its trees are shown as rows, as runlens' traces are from the start.
    if (timed('flatten', () => flattenSpans(roots)) === undefined) break;
  }
  process.disconnect();

  /**
   * @template T
   * @param {'parse' | 'convert' | 'flatten'} step
   * @param {() => T} work
   * @returns {T | undefined}
   */
  function timed(step, work) {
    collectGarbage();
    const start = performance.now();
    try {
      const result = work();
      times[step]?.push(performance.now() - start);
      // The first round counts only if there is no other.
      process.send?.({ [step]: median(times[step]?.slice(times[step].length > 1 ? 1 : 0) ?? []) });
      return result;
    } catch (error) {
      process.send?.({ failure: `${step}: ${error instanceof Error ? error.message : error}` });
      return undefined;
    }
  }
});
