import { createIssue, excerpt, type Issue } from '../model/issue.ts';
import { isObject } from '../model/json.ts';

/** Tells of something in a document that is not what the format is made of. */
export function unrecognizedItem(item: unknown, expected: string): Issue {
  const what = isObject(item) ? `an object with the fields ${excerpt(Object.keys(item).join(', '))}` : excerpt(item);
  return createIssue('unrecognized-item', `The document holds ${what}, which is no ${expected}.`, 'Left out.');
}
