import { expect, test } from 'vitest';
import { documentsOf } from '../../../../src/core/model/content/documents-of.ts';
import { langSmithRuns } from './langsmith-runs.ts';
import { runWith } from './run-with.ts';

test('every recorded retrieval', () => {
  const runs = langSmithRuns('retriever');
  expect(runs).toHaveLength(8);
  for (const [, { outputs }] of runs) {
    const raw = JSON.stringify(outputs ?? null);
    const documents = documentsOf(runWith({ kind: 'retriever', outputs }));
    expect(documents).toHaveLength(raw.match(/"page_?[cC]ontent"/g)?.length ?? 0);
    expect(documents.map((document) => JSON.stringify(document.content))).toEqual(raw.match(/(?<="page_?[cC]ontent":)"(\\.|[^"\\])*"/g) ?? []);
    expect(documents.map((document) => document.score)).toEqual(documents.map((document) => document.metadata['score'] ?? null));
  }
});

test('a chain passes on documents, but its plain outputs are none', () => {
  expect(documentsOf(runWith({ kind: 'chain', outputs: { context: [{ pageContent: 'one', metadata: {} }] } }))).toHaveLength(1);
  expect(documentsOf(runWith({ kind: 'chain', outputs: { output: ['one'] } }))).toEqual([]);
  expect(documentsOf(runWith({ kind: 'retriever', outputs: { output: ['one'] } }))).toHaveLength(1);
});

test('what a format has read goes first', () => {
  const own = [{ id: null, content: 'from the dialect', score: null, metadata: {} }];
  const run = runWith({ kind: 'retriever', documents: own, outputs: { documents: [] } });
  expect(documentsOf(run)).toEqual(own);
});
