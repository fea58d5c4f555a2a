import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { CHROMIUM_ARGS, findChromium } from './scripts/chromium.js';

const executablePath = findChromium();

/** A new object each time: vitest writes the project's name into it. */
const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: { args: CHROMIUM_ARGS, ...(executablePath && { executablePath }) } }),
  instances: [{ browser: 'chromium' as const }],
});

/** How long a slow machine may take for 1,000,000 runs: no test asks how long anything takes. */
const TIMEOUT = 60_000;
const PATIENCE = { testTimeout: TIMEOUT, expect: { poll: { timeout: 10_000 } } };

/** The oldest React that the library promises to work with, in place of the one that it is developed with. */
const REACT_18 = [
  { find: /^react(?=$|\/)/, replacement: 'react-18' },
  { find: /^react-dom(?=$|\/)/, replacement: 'react-dom-18' },
];

/** Every story, with its play function and axe, in one theme: contrast differs between light and dark. */
const stories = (theme: 'light' | 'dark', groupOrder: number): TestProjectInlineConfiguration => ({
  plugins: [storybookTest({ configDir: '.storybook', initialGlobals: { theme } })],
  test: { name: `stories ${theme}`, browser: browser(), sequence: { groupOrder } },
});

// One group at a time: browsers that run side by side on few cores make each other's tests flaky.
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [react()],
        test: {
          name: 'core',
          environment: 'node',
          include: ['test/{core,surface,ssr,bench}/**/*.test.{ts,tsx}'],
          setupFiles: ['test/setup-random.ts'],
          testTimeout: TIMEOUT,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['test/{hooks,components}/**/*.test.{ts,tsx}'],
          setupFiles: ['test/setup-random.ts', 'test/setup-dom.ts'],
          testTimeout: TIMEOUT,
        },
      },
      stories('light', 1),
      // Storybook's own “Run tests” gives every project of stories one name, so there it can be only one.
      ...(process.env['VITEST_STORYBOOK'] === 'true' ? [] : [stories('dark', 2)]),
      {
        plugins: [react()],
        test: {
          name: 'browser',
          include: ['test/browser/**/*.browser.test.{ts,tsx}'],
          setupFiles: ['test/setup-dom.ts'],
          browser: browser(),
          sequence: { groupOrder: 3 },
          ...PATIENCE,
        },
      },
      {
        plugins: [react()],
        resolve: { alias: REACT_18 },
        test: { name: 'react 18', include: ['test/react-18/**/*.test.tsx'], browser: browser(), sequence: { groupOrder: 4 }, ...PATIENCE },
      },
    ],
  },
});
