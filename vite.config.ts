import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin } from 'vite';

interface Manifest {
  exports: Record<string, string | { default: string }>;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

const manifest = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as Manifest;

/** package.json's exports are the one list of entries: `./dist/x/index.js` is built from `src/x/index.ts`. */
const entry = Object.fromEntries(
  Object.values(manifest.exports).flatMap((target) => {
    const file = typeof target === 'string' ? target : target.default;
    const name = /^\.\/dist\/(.+)\.js$/.exec(file)?.[1];
    return name === undefined ? [] : [[name, `src/${name}.ts`]];
  }),
);

const packages = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
const isPackage = (id: string) => packages.some((name) => id === name || id.startsWith(`${name}/`));

/** One style sheet for the whole library. `esnext` keeps `light-dark()`, `oklch()` and nesting as they are written. */
const styles: Plugin = {
  name: 'runlens:styles',
  // Storybook reads this file too, and must not build the library's style sheet.
  apply: (config, { command }) => command === 'build' && Boolean(config.build?.lib),
  async closeBundle() {
    await build({
      configFile: false,
      logLevel: 'warn',
      build: {
        target: 'esnext',
        cssMinify: true,
        emptyOutDir: false,
        rolldownOptions: { input: 'src/styles/index.css', output: { assetFileNames: 'styles.css' } },
      },
    });
  },
};

export default defineConfig({
  plugins: [react(), styles],
  build: {
    target: 'es2023',
    lib: { entry, formats: ['es'] },
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      external: isPackage,
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
});
