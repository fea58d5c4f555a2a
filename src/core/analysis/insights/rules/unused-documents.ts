import { documentsOf } from '../../../model/content/documents-of.ts';
import type { Run } from '../../../model/run.ts';
import type { Trace } from '../../../model/trace.ts';
import { modelCalls } from '../../model-calls.ts';
import { reachedPrompts } from '../../reached-prompts.ts';
import type { Paused } from '../../search/work.ts';
import { createStepper } from '../../stepper.ts';
import type { Insight, InsightRule } from '../insight.ts';

/** More retrievals are not looked through: each means to read the prompts after it. */
const MOST_RETRIEVALS = 200;

/**
 * Documents that were retrieved and of which no later prompt holds the text, where every such prompt could be read.
 *
 * Figures: `name`, `documents`, `unused`.
 */
export const unusedDocuments: InsightRule = { id: 'unused-documents', run: (trace) => createStepper(find(trace)) };

function* find(trace: Trace): Paused<readonly Insight[]> {
  const insights: Insight[] = [];
  if (!modelCalls(trace).includes(1)) return insights;
  let looked = 0;
  for (let at = 0; at < trace.runs.length && looked < MOST_RETRIEVALS; at++) {
    const run = trace.runs[at]!;
    if (run.kind !== 'retriever' && run.kind !== 'reranker') continue;
    looked++;
    const insight = insightOf(trace, at, run);
    if (insight !== null) insights.push(insight);
    yield;
  }
  return insights;
}

function insightOf(trace: Trace, at: number, run: Run): Insight | null {
  // What a reranker under it sorted out was not meant to be used.
  if (isReranked(trace, at)) return null;
  const documents = documentsOf(run).filter(({ content }) => content.trim() !== '');
  if (documents.length === 0) return null;
  const { runs, isSure } = reachedPrompts(trace, run, documents);
  const unused = runs.filter((reached) => reached === null).length;
  if (!isSure || unused === 0) return null;
  return {
    rule: unusedDocuments.id,
    severity: unused === documents.length ? 'warning' : 'info',
    weight: unused / documents.length,
    positions: [at],
    figures: { name: run.name, documents: documents.length, unused },
  };
}

/** Whether a reranker comes after the retriever under the same run. */
function isReranked({ runs, columns: { parent, subtreeEnd } }: Trace, at: number): boolean {
  if (runs[at]!.kind !== 'retriever') return false;
  const above = parent[at]!;
  const end = above === -1 ? runs.length : subtreeEnd[above]!;
  for (let next = subtreeEnd[at]!; next < end; next = subtreeEnd[next]!) if (runs[next]!.kind === 'reranker') return true;
  return false;
}
