import type { Issue } from '../../model/issue.ts';
import { asText, isObject, type JsonObject } from '../../model/json.ts';
import type { RunRecord } from '../../model/record.ts';
import type { Format, Reading } from '../format.ts';
import { readAs, type ReadResult } from '../read-as.ts';
import { unrecognizedItem } from '../unrecognized-item.ts';
import { DevtoolsRunRecord } from './devtools-run-record.ts';
import { StepRecord } from './step-record.ts';

/**
 * Reads what the Vercel AI SDK's devtools collect in `.devtools/generations.json`: runs, each a call of `generateText` or
 * its like, and their steps, each a request to a model. The fields are those of `packages/devtools/src/db.ts` in vercel/ai.
 *
 * @param input parsed JSON or JSON text
 */
export function readAiSdkDevtools(input: unknown): ReadResult {
  return readAs(aiSdkDevtools, input);
}

/** The file of the AI SDK's devtools. */
export const aiSdkDevtools: Format = {
  id: 'ai-sdk-devtools',
  title: 'AI SDK devtools',
  looksLike: 'an object with runs and steps, as in .devtools/generations.json',
  recognizes: (item) => Array.isArray(item['runs']) && Array.isArray(item['steps']),
  read,
};

function read(items: readonly unknown[]): Reading {
  const records: RunRecord[] = [];
  const issues: Issue[] = [];
  const objectsIn = (list: unknown, what: string): JsonObject[] => {
    const objects: JsonObject[] = [];
    for (const entry of Array.isArray(list) ? list : []) {
      if (isObject(entry)) objects.push(entry);
      else issues.push(unrecognizedItem(entry, what));
    }
    return objects;
  };

  for (const item of items) {
    if (!isObject(item) || !(Array.isArray(item['runs']) || Array.isArray(item['steps']))) {
      issues.push(unrecognizedItem(item, 'file of the AI SDK’s devtools'));
      continue;
    }
    const stepsOf = new Map<string, StepRecord[]>();
    const steps = objectsIn(item['steps'], 'step').map((step) => new StepRecord(step));
    for (const step of steps) {
      const runId = step.parentId ?? '';
      const known = stepsOf.get(runId);
      if (known === undefined) stepsOf.set(runId, [step]);
      else known.push(step);
    }
    for (const run of objectsIn(item['runs'], 'run')) records.push(new DevtoolsRunRecord(run, stepsOf.get(asText(run['id']) ?? '') ?? []));
    for (const step of steps) records.push(step);
  }
  return { records, feedback: [], issues };
}
