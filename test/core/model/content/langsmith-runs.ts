import { readdirSync, readFileSync } from 'node:fs';

/** What the tests look at of a run as LangSmith's tracers wrote it. */
export interface LangSmithRun {
  readonly name: string;
  readonly run_type: string;
  readonly error?: string;
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly inputs?: unknown;
  readonly outputs?: unknown;
}

const FOLDER = new URL('../../../fixtures/langsmith/', import.meta.url);

/** All recorded runs of one type, with the file that each is from. */
export function langSmithRuns(type: string): [file: string, run: LangSmithRun][] {
  return readdirSync(FOLDER)
    .filter((file) => /^(js|py|langsmith_js)[-_]/.test(file))
    .flatMap((file) => runsIn(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))).map((run): [string, LangSmithRun] => [file, run]))
    .filter(([, run]) => run.run_type === type);
}

function runsIn(document: LangSmithRun[] | { post: LangSmithRun[]; patch: LangSmithRun[] }): LangSmithRun[] {
  return Array.isArray(document) ? document : document.post.map((post, index) => ({ ...post, ...document.patch[index] }));
}
