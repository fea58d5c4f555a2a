import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

const HTML = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>runlens bench</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="page.css" />
  </head>
  <body style="margin: 0">
    <div id="stage" style="height: 100vh"></div>
    <script type="module" src="page.js"></script>
  </body>
</html>
`;

/**
 * A production build of one page: React and the library as users bundle them.
 *
 * @param {URL} script
 * @param {string} outDir
 */
export async function buildPage(script, outDir) {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('.', script)),
    logLevel: 'error',
    resolve: {
      alias: [
        { find: /^\.\.\/\.\.\/src\/styles\/index\.css$/, replacement: `${DIST}styles.css` },
        { find: /^\.\.\/\.\.\/src\/(.+)\.ts$/, replacement: `${DIST}$1.js` },
      ],
    },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'esnext',
      rolldownOptions: { input: fileURLToPath(script), output: { entryFileNames: 'page.js', assetFileNames: 'page[extname]' } },
    },
  });
  writeFileSync(join(outDir, 'index.html'), HTML);
}
