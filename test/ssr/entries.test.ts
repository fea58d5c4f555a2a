import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const modules = import.meta.glob<Record<string, unknown>>('../../src/**/*.ts');
const { exports } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { exports: Record<string, string | { default: string }> };

/** The source of each entry of the package, as package.json names them. */
const ENTRIES = Object.values(exports).flatMap((target) => {
  const file = typeof target === 'string' ? target : target.default;
  const name = /^\.\/dist\/(.+)\.js$/.exec(file)?.[1];
  return name === undefined ? [] : [`../../src/${name}.ts`];
});

test('there are entries', () => {
  expect(ENTRIES.length).toBeGreaterThanOrEqual(4);
});

test.each(ENTRIES)('%s can be imported where there is no window and no document', async (entry) => {
  expect([typeof window, typeof document]).toEqual(['undefined', 'undefined']);
  const before = new Set(Object.getOwnPropertyNames(globalThis));
  const module = await modules[entry]!();
  expect(Object.keys(module).length).toBeGreaterThan(0);
  // Nor does it leave anything behind.
  expect(Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name) && !name.startsWith('__vite'))).toEqual([]);
});
