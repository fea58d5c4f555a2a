import { createIssue, excerpt, type Issue } from '../model/issue.ts';

/** A document as a flat list of its top-level items: lines of JSONL and entries of arrays alike. */
export interface ParsedDocument {
  readonly items: readonly unknown[];
  readonly issues: readonly Issue[];
}

/** Takes parsed JSON, JSON text or JSONL text apart into items. Never throws: what is no JSON is told, line by line. */
export function parseDocument(input: unknown): ParsedDocument {
  if (typeof input !== 'string') return { items: flatten([input]), issues: [] };
  const text = input.codePointAt(0) === 0xfeff ? input.slice(1) : input;
  try {
    return { items: flatten([JSON.parse(text)]), issues: [] };
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
  if (values.some((value) => typeof value === 'object' && value !== null && Object.keys(value).length > 0)) return { items: flatten(values), issues };
  return { items: [], issues: [notJson(text, error)] };
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
  if (!/^\s*[[{]/.test(text)) return false;
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (inString) {
      if (letter === '\\') at++;
      else if (letter === '"') inString = false;
    } else if (letter === '"') inString = true;
    else if (letter === '{' || letter === '[') depth++;
    else if ((letter === '}' || letter === ']') && --depth === 0) return false;
  }
  return true;
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
