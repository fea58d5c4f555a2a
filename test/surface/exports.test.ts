import { describe, expect, it } from 'vitest';
import { components, entries, lacking } from './exports.ts';
import { sources } from './files.ts';

describe('exports of package.json', () => {
  it.each([...entries()])('%s is built from %s', (_name, path) => {
    expect(sources().has(path)).toBe(true);
  });

  it('there are components', () => {
    expect(components().length).toBeGreaterThan(0);
  });

  it.each(components())('%s has all that a component must have', (name) => {
    expect(lacking(name)).toEqual([]);
  });

  it('a folder that is not there lacks everything', () => {
    expect(lacking('no-such-component')).toHaveLength(6);
  });
});
