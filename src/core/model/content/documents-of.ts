import { RecordedRun } from '../recorded-run.ts';
import type { Run } from '../run.ts';
import type { Document } from './content.ts';
import { keptByRun } from './kept-by-run.ts';
import { readDocuments } from './read-documents.ts';

const kept = new WeakMap<Run, readonly Document[]>();

/** The documents that a run produced, in its order: what a retriever found, a reranker sorted, or a chain passed on. */
export function documentsOf(run: Run): readonly Document[] {
  return keptByRun(kept, run, read);
}

function read(run: Run): readonly Document[] {
  const own = RecordedRun.recordOf(run)?.documents;
  return Array.isArray(own) ? readDocuments(own) : readDocuments(run.outputs, run.kind === 'retriever' || run.kind === 'reranker');
}
