import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const BENCH = fileURLToPath(new URL('../', import.meta.url));
const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

/**
 * A production build of one page: React and the library as users bundle them.
 *
 * @param {string} page  inside of bench, such as `browser/runlens.html`
 * @param {string} outDir
 */
export async function buildPage(page, outDir) {
  await build({
    configFile: false,
    root: BENCH,
    logLevel: 'error',
    resolve: {
      alias: [
        { find: /^\.\.\/\.\.\/src\/styles\/index\.css$/, replacement: `${DIST}styles.css` },
        { find: /^\.\.\/\.\.\/src\/(.+)\.ts$/, replacement: `${DIST}$1.js` },
      ],
    },
    build: { outDir, emptyOutDir: false, target: 'esnext', rolldownOptions: { input: `${BENCH}${page}` } },
  });
}
