import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../../fixtures/', import.meta.url);

/** The texts of all fixtures of a folder by file name. */
export function fixtures(folder: string): Record<string, string> {
  const place = new URL(`${folder}/`, FOLDER);
  return Object.fromEntries(readdirSync(place).toSorted().map((name) => [name, readFileSync(new URL(name, place), 'utf8')]));
}

/** One fixture, parsed: JSON as it is, JSONL as the list of its lines. */
export function fixture(folder: string, name: string): unknown {
  return parse(readFileSync(new URL(`${folder}/${name}`, FOLDER), 'utf8'));
}

/** What a text holds: JSON as it is, JSONL as the list of its lines. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as unknown);
  }
}
