/**
 * What `runlens/core` is to users. Not a literal: dist is not there when this file is checked.
 *
 * @returns {Promise<typeof import('../../src/core/index.ts')>}
 */
export function importCore() {
  return import(new URL('../../dist/core/index.js', import.meta.url).href);
}
