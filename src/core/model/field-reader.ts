import { createIssue, excerpt, type Issue } from './issue.ts';
import { asNumber, asText, asTexts, isObject, type JsonObject } from './json.ts';

/** Reads the fields of a trace's runs one run after the other, and tells of each that has a wrong type. */
export class FieldReader {
  runId = '';
  readonly #traceId: string;
  readonly #issues: Issue[];

  constructor(traceId: string, issues: Issue[]) {
    this.#traceId = traceId;
    this.#issues = issues;
  }

  /** Text that is not empty; numbers are written out. */
  text(field: string, value: unknown): string | undefined {
    const text = asText(value);
    if (text === undefined && value != null && value !== '') this.#tell(field, value, 'text');
    return text;
  }

  /** A count or an amount: not negative, since tracers write -1 for "not known". */
  figure(field: string, value: unknown): number | null {
    if (value === null || value === undefined) return null;
    const number = asNumber(value);
    if (number === undefined) this.#tell(field, value, 'a number');
    return number === undefined || number < 0 ? null : number;
  }

  object(field: string, value: unknown): JsonObject | undefined {
    if (isObject(value)) return value;
    if (value !== null && value !== undefined) this.#tell(field, value, 'an object');
    return undefined;
  }

  texts(field: string, value: unknown): readonly string[] {
    const texts = asTexts(value);
    if (value != null && texts !== value) this.#tell(field, value, 'a list of texts');
    return texts;
  }

  flag(field: string, value: unknown): boolean {
    if (value != null && typeof value !== 'boolean') this.#tell(field, value, 'true or false');
    return value === true;
  }

  /** Writes down an issue of the run that is being read. */
  tell(code: Issue['code'], what: string, done: string): void {
    this.#issues.push(createIssue(code, what, done, { traceId: this.#traceId, runId: this.runId }));
  }

  #tell(field: string, value: unknown, expected: string): void {
    this.tell('wrong-type', `Its ${field} is ${excerpt(value)}, not ${expected}.`, 'Left out, as if it were not recorded; the raw record has it.');
  }
}
