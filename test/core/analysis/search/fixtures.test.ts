import { describe, expect, test } from 'vitest';
import { readTraces } from '../../../../src/core/index.ts';
import { matchesIn } from '../../../../src/core/analysis/search/matches-in.ts';
import { parseQuery } from '../../../../src/core/analysis/search/parse-query.ts';
import { searchRuns } from '../../../../src/core/analysis/search/search-runs.ts';
import { quoted } from '../../../../src/core/analysis/search/trace-words.ts';
import type { Run } from '../../../../src/core/model/run.ts';
import type { Trace } from '../../../../src/core/model/trace.ts';
import { fixtures } from '../../formats/fixtures.ts';
import { leavesOf } from './asked.ts';

const files = Object.entries({ ...fixtures('langsmith'), ...fixtures('langsmith-ops'), ...fixtures('otlp') });
const count = (trace: Trace, query: string): number => searchRuns(trace, parseQuery(query)).count;
const textsOf = (run: Run): string[] =>
  [run.name, ...run.tags, run.model?.name, run.error?.type, run.error?.message, run.error?.stack, ...[run.metadata, run.inputs, run.outputs].flatMap(leavesOf)].filter((one) => one != null).map((one) => String(one).toLowerCase());

describe.each(files)('%s', (_, text) => {
  const { traces } = readTraces(text);

  test('columns: what every run says of itself finds it', () => {
    for (const trace of traces) {
      const { runs } = trace;
      for (const run of runs) {
        expect(count(trace, `id:${quoted(run.id)}`)).toBe(1);
        expect(count(trace, `name:${quoted(run.name)} kind:${run.kind} status:${run.status}`)).toBe(runs.filter(({ name, kind, status }) => name.toLowerCase() === run.name.toLowerCase() && kind === run.kind && status === run.status).length);
      }
      expect(count(trace, 'error:*')).toBe(runs.filter(({ error }) => error !== null).length);
      expect(count(trace, 'tokens:>0')).toBe(runs.filter(({ usage }) => (usage?.total ?? 0) > 0).length);
      expect(count(trace, 'latency:>=100ms')).toBe(runs.filter(({ start, end }) => end !== null && Math.round((end - start) * 1e6) >= 1e8).length);
      expect(count(trace, '-parent_id:*')).toBe(trace.roots.length);
      expect(count(trace, 'input:*')).toBe(runs.filter(({ inputs }) => leavesOf(inputs).length > 0 || (inputs != null && Object.keys(inputs).length > 0)).length);
    }
  });

  test('words: found in just the runs that say them, and marked there', () => {
    for (const trace of traces) {
      const said = trace.runs.map(textsOf);
      const words = new Set(said.flat().flatMap((one) => one.match(/[\p{L}\d_]{4,}(?:\W{1,2}[\p{L}\d_]+)?/gu)?.slice(0, 2) ?? []));
      for (const word of [...words].filter((_word, at) => at % Math.ceil(words.size / 40) === 0)) {
        const query = parseQuery(quoted(word));
        const { matches } = searchRuns(trace, query);
        for (const [at, texts] of said.entries()) {
          expect(matches[at] === 1, word).toBe(texts.some((one) => one.includes(word)));
          expect(matchesIn(trace.runs[at]!, query, { characters: 1e8 }).length > 0).toBe(matches[at] === 1);
        }
      }
    }
  });
});
