import { readFileSync } from 'node:fs';

const { dependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const react = ['react', 'react-dom'];

/**
 * Two figures for each entry: runlens' own code, and with every dependency but React.
 * @param {string} name
 * @param {string} path
 * @param {string} names
 * @param {string} own
 * @param {string} all
 */
const entry = (name, path, names, own, all) => [
  { name: `${name}, own code`, path, import: names, ignore: [...react, ...Object.keys(dependencies)], limit: own, gzip: true },
  { name: `${name}, with dependencies`, path, import: names, ignore: react, limit: all, gzip: true },
];

export default [
  ...entry('core reading LangSmith', 'dist/core/index.js', '{ readLangSmith }', '16 kB', '16 kB'),
  ...entry('core reading OTLP', 'dist/core/index.js', '{ readOtlp }', '23.5 kB', '23.5 kB'),
  ...entry('TraceTree', 'dist/components/trace-tree/index.js', '{ TraceTree }', '15 kB', '28 kB'),
  ...entry('TraceWaterfall', 'dist/components/trace-waterfall/index.js', '{ TraceWaterfall }', '21.5 kB', '48 kB'),
  ...entry('TraceSummary', 'dist/components/trace-summary/index.js', '{ TraceSummary }', '13 kB', '18 kB'),
  ...entry('TraceInsights', 'dist/components/trace-insights/index.js', '{ TraceInsights }', '26 kB', '26 kB'),
  ...entry('TokenMeter', 'dist/components/token-meter/index.js', '{ TokenMeter }', '7 kB', '7 kB'),
  ...entry('TraceConversation', 'dist/components/trace-conversation/index.js', '{ TraceConversation }', '36 kB', '52 kB'),
  ...entry('TraceViewer', 'dist/components/trace-viewer/index.js', '{ TraceViewer }', '110 kB', '142 kB'),
  ...entry('RunInspector', 'dist/components/run-inspector/index.js', '{ RunInspector }', '41 kB', '57 kB'),
  ...entry('Markdown', 'dist/components/markdown/index.js', '{ Markdown }', '5 kB', '56 kB'),
  ...entry('RunSearch', 'dist/components/run-search/index.js', '{ RunSearch }', '22 kB', '27 kB'),
  { name: 'styles.css', path: 'dist/styles.css', limit: '14.5 kB', gzip: true },
];
