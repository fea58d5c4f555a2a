import type { Run } from '../../model/run.ts';

/** The date or word by which a provider names the version of a model: a failed call knows only the name that was asked for. */
const VERSION = /[-@](?:\d{4}-?\d\d-?\d\d|latest)$/;

/** Whether two runs call the same model, as far as they tell; runs that name none are known by their own names. */
export function isSameModel(a: Run, b: Run): boolean {
  const first = a.model?.name;
  const second = b.model?.name;
  return first == null || second == null ? a.name === b.name : first.replace(VERSION, '') === second.replace(VERSION, '');
}
