import { filesIn, foldersIn, textOf } from './files.ts';

/** Entry names of package.json's exports → the module of src that each is built from. */
export function entries(): Map<string, string> {
  const { exports } = JSON.parse(textOf('package.json')) as { exports: Record<string, string | { default: string }> };
  return new Map(
    Object.entries(exports).flatMap(([name, target]) => {
      const file = typeof target === 'string' ? target : target.default;
      return file.endsWith('.js') ? [[name, file.replace('./dist/', 'src/').replace(/\.js$/, '.ts')]] : [];
    }),
  );
}

/** Each component folder is a public subpath, but for what they share. */
export const components = (): string[] => foldersIn('src/components').filter((name) => name !== 'primitives');

/** What a component lacks of all that one must have. */
export function lacking(name: string): string[] {
  const folder = `src/components/${name}`;
  const files = filesIn(folder);
  const sheets = files.filter((path) => path.endsWith('.css'));
  const imported = sheets.filter((path) => textOf('src/styles/index.css').includes(path.replace('src/', '../')));
  const has: Record<string, boolean> = {
    [`an export "./${name}" in package.json`]: entries().get(`./${name}`) === `${folder}/index.ts`,
    'an index.ts': files.includes(`${folder}/index.ts`),
    'a style sheet': sheets.length > 0,
    'an @import of each style sheet in src/styles/index.css': imported.length === sheets.length,
    [`stories at stories/${name}*`]: filesIn('stories').some((path) => path.startsWith(`stories/${name}`) && path.endsWith('.stories.tsx')),
    [`a test at test/components/${name}*`]: filesIn('test/components').some((path) => path.startsWith(`test/components/${name}`) && path.endsWith('.test.tsx')),
    [`a line with runlens/${name} in a table of README.md`]: textOf('README.md').split('\n').some((line) => line.startsWith('|') && line.includes(`runlens/${name}\``)),
  };
  return Object.keys(has).filter((what) => !has[what]);
}
