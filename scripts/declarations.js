// TypeScript leaves `.ts` and `.tsx` in the imports of declarations: they become `.js`, which is what the package holds.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

for (const name of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.d.ts')) continue;
  const path = join('dist', name);
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/((?:from|import\()\s*(['"])\.{1,2}\/[^'"]+)\.tsx?\2/g, '$1.js$2'));
}
