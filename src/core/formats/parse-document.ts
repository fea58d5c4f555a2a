import { createIssue, excerpt, type Issue } from '../model/issue.ts';

/** A document as a flat list of its top-level items: lines of JSONL and entries of arrays alike. */
export interface ParsedDocument {
  readonly items: readonly unknown[];
  readonly issues: readonly Issue[];
  /** The text that it was, if it was text: to be parsed again, should a format need digits that numbers don't hold. */
  readonly text?: string;
}

/** Takes parsed JSON, JSON text or JSONL text apart into items. Never throws: what is no JSON is told, line by line. */
export function parseDocument(input: unknown): ParsedDocument {
  if (typeof input !== 'string') return { items: flatten([input]), issues: [] };
  const text = input.codePointAt(0) === 0xfeff ? input.slice(1) : input;
  try {
    return { items: flatten([JSON.parse(text)]), issues: [], text };
  } catch (error) {
    return parseLines(text, error);
  }
}

function parseLines(text: string, error: unknown): ParsedDocument {
  const values: unknown[] = [];
  const issues: Issue[] = [];
  const lines = text.split('\n');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const value = parseLine(line);
    if (value === undefined) issues.push(brokenLine(line, at + 1, at === last));
    else values.push(value);
  }
  // Lines that hold [] or {} by chance don't make a text JSONL: indented JSON that breaks off has such lines.
  if (values.some((value) => typeof value === 'object' && value !== null && Object.keys(value).length > 0)) return { items: flatten(values), issues, text };
  return parseConcatenated(text) ?? { items: [], issues: [notJson(text, error)] };
}

/** A line's object or array; what is neither is not worth the cost of an exception. */
function parseLine(line: string): unknown {
  const text = line.trim();
  const ends = `${text.charAt(0)}${text.at(-1)}`;
  if (ends !== '{}' && ends !== '[]') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Objects and arrays one after the other, each over several lines: what Python's console exporter of spans prints. */
function parseConcatenated(text: string): ParsedDocument | undefined {
  const values: unknown[] = [];
  const issues: Issue[] = [];
  let from = 0;
  for (let end = endOfValue(text, from); end !== -1; end = endOfValue(text, from)) {
    try {
      values.push(JSON.parse(text.slice(from, end)));
    } catch {
      return undefined;
    }
    from = end;
  }
  const rest = text.slice(from).trim();
  if (values.length === 0 || (rest !== '' && !/^[[{]/.test(rest))) return undefined;
  if (rest !== '') issues.push(createIssue('truncated', `What follows the last whole value breaks off: “${excerpt(rest)}”.`, 'What comes before it is read; write the file to its end and open it again.'));
  return { items: flatten(values), issues, text };
}

function brokenLine(line: string, number: number, isLast: boolean): Issue {
  const opens = line.trimStart().startsWith('{') || line.trimStart().startsWith('[');
  return isLast && opens
    ? createIssue('truncated', `The last line, ${number}, breaks off: “${excerpt(line.slice(-40))}”.`, 'The lines before it are read; write the file to its end and open it again.')
    : createIssue('broken-line', `Line ${number} is not JSON: “${excerpt(line)}”.`, 'Skipped; the other lines are read.');
}

function notJson(text: string, error: unknown): Issue {
  if (text.trim() === '') return createIssue('not-json', 'The text is empty.', 'Nothing was read. Give the JSON or JSONL that a tracer exported.');
  const reason = error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error);
  const start = `The text begins with “${excerpt(text.trim(), 40)}”.`;
  return breaksOff(text)
    ? createIssue('truncated', `The JSON breaks off or is damaged: ${reason}. ${start}`, 'Nothing was read. Write the file to its end and open it again.')
    : createIssue('not-json', `The text is not JSON: ${reason}. ${start}`, 'Nothing was read. Give the JSON or JSONL that a tracer exported.');
}

/** Whether what the text opens is not closed at its end; engines word their errors differently, so those tell nothing. */
function breaksOff(text: string): boolean {
  return /^\s*[[{]/.test(text) && endOfValue(text, 0) === -1;
}

/** The place behind the object or array that begins at the place or after white space; -1 if there is none, or no end. */
function endOfValue(text: string, from: number): number {
  let depth = 0;
  let inString = false;
  for (let at = from; at < text.length; at++) {
    const letter = text[at];
    if (inString) {
      if (letter === '\\') at++;
      else if (letter === '"') inString = false;
    } else if (letter === '"') {
      if (depth === 0) return -1;
      inString = true;
    } else if (letter === '{' || letter === '[') depth++;
    else if (letter === '}' || letter === ']') {
      if (--depth <= 0) return depth < 0 ? -1 : at + 1;
    } else if (depth === 0 && letter?.trim() !== '') return -1;
  }
  return -1;
}

/** Arrays in arrays are opened in order; everything else is an item. */
function flatten(values: readonly unknown[]): readonly unknown[] {
  if (values.length === 1 && Array.isArray(values[0]) && !values[0].some(Array.isArray)) return values[0];
  const items: unknown[] = [];
  const open: { readonly values: readonly unknown[]; at: number }[] = [{ values, at: 0 }];
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    if (level.at === level.values.length) {
      open.pop();
      continue;
    }
    const value = level.values[level.at++];
    if (Array.isArray(value)) open.push({ values: value, at: 0 });
    else items.push(value);
  }
  return items;
}
