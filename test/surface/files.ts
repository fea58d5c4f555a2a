import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Paths below the project's root, with `/`: the tests run from there. */
export const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
        .toSorted()
    : [];

export const foldersIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])) : [];

export const textOf = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** Path → text of every module of src. */
export const sources = (): Map<string, string> =>
  new Map(filesIn('src').flatMap((path) => (/\.tsx?$/.test(path) ? [[path, textOf(path)]] : [])));
