// `npm run bench`: how fast core reads a file, in a share of the time that JSON.parse takes on the same text, and how
// long it takes to work something out of a trace.
import { ANALYSES } from './core/analyses.js';
import { casesOf } from './core/cases.js';
import { measureAnalyses } from './core/measure-analysis.js';
import { measurePeer } from './core/measure-peer.js';
import { measureReading } from './core/measure-reading.js';
import { measureSearches } from './core/measure-search.js';
import { buildLibrary } from './lib/build-library.js';
import { count, megabytes, ms, ratio } from './lib/figures.js';
import { importCore } from './lib/import-core.js';
import { installPeers } from './lib/install-peers.js';
import { machine, readOptions, writeFigures } from './lib/options.js';
import { tableOf } from './lib/table.js';

const BUDGET = 1;
const AIM = 0.6;
const ANALYSIS_BUDGET = 100;
const SLICE_BUDGET = 50;

const options = readOptions();
const repetitions = options.quick ? 3 : 7;
const runs = options.runs ?? (options.quick ? 10_000 : 100_000);
const cases = casesOf(runs);

if (options.build) buildLibrary();
const library = await importCore();
console.log(`${machine()}, median of ${repetitions}\n`);

const readings = cases.map((given) => measureReading(given, library, repetitions));
console.log(
  tableOf(
    `Reading: readTraces + totalsOf ÷ JSON.parse. Budget ${BUDGET.toFixed(1)}, aim ${AIM}.`,
    ['document', 'runs', 'size', 'JSON.parse', 'read + totals', 'ratio', 'within', 'readTraces(text)', 'heap a run', 'figures'],
    readings.map((reading) => [
      titleOf(reading.given),
      count(reading.given.runs),
      megabytes(reading.bytes),
      ms(reading.parse),
      ms(reading.read),
      ratio(reading.ratio),
      reading.ratio <= AIM ? 'aim' : reading.ratio <= BUDGET ? 'budget' : 'OVER',
      ms(reading.readText),
      `${Math.round(reading.heap)} B`,
      reading.wrong.length === 0 ? 'agree' : 'WRONG',
    ]),
  ),
);
for (const { given, wrong } of readings) {
  if (wrong.length > 0) console.log(`${titleOf(given)} reads wrong: ${wrong.join('; ')}\n`);
}

const shapes = /** @type {const} */ (['agent', 'chain', 'fan-out']);
const analyses = shapes.flatMap((shape) => measureAnalyses(shape, runs, library, repetitions));
console.log(
  tableOf(
    `Analyses of a trace of ${count(runs)} runs, from the beginning. Budget ${ANALYSIS_BUDGET} ms.`,
    ['analysis', ...shapes, 'within'],
    ANALYSES.map(({ name }) => {
      const times = shapes.map((shape) => analyses.find((reading) => reading.name === name && reading.shape === shape)?.time ?? Number.NaN);
      return [name, ...times.map(ms), times.every((time) => time <= ANALYSIS_BUDGET) ? 'budget' : 'OVER'];
    }),
  ),
);

const searches = cases.filter(({ shape }) => shape === 'agent').map((given) => ({ given, readings: measureSearches(given, library, Math.min(3, repetitions)) }));
console.log(
  tableOf(
    `Searches through the payloads of a trace, in slices. Budget ${SLICE_BUDGET} ms for the longest slice.`,
    ['document', 'search', 'found', 'all slices', 'longest slice', 'within'],
    searches.flatMap(({ given, readings: found }) =>
      found.map((reading) => [titleOf(given), reading.name, count(reading.found), ms(reading.total), ms(reading.longest), reading.longest <= SLICE_BUDGET ? 'budget' : 'OVER']),
    ),
  ),
);

/** @type {(import('./core/measure-peer.js').PeerReading & { given: import('./core/cases.js').Case })[]} */
const peers = [];
if (options.peers && installPeers()) {
  for (const given of cases.filter(({ format }) => format === 'OTLP')) {
    // Where it does not finish, the largest of smaller sizes that it does.
    for (const size of [given.runs, given.runs / 10, given.runs / 100]) {
      const reading = await measurePeer({ ...given, runs: Math.ceil(size) }, Math.min(3, repetitions));
      peers.push({ given, ...reading });
      if (reading.failure === undefined) break;
    }
  }
  console.log(
    tableOf(
      '@evilmartians/agent-prism-data on the same OTLP: convertRawDocumentsToSpans, then flattenSpans.',
      ['document', 'runs', 'JSON.parse', 'convert', 'flatten', 'ratio', 'runlens at full size', ''],
      peers.map((peer) => [
        titleOf(peer.given),
        count(peer.runs),
        ms(peer.parse),
        ms(peer.convert),
        ms(peer.flatten),
        ratio(peer.parse && peer.convert && peer.flatten && (peer.convert + peer.flatten) / peer.parse),
        ratio(readings.find(({ given }) => given === peer.given)?.ratio),
        peer.failure === undefined ? '' : `fails at ${peer.given.shape === 'chain' ? 'depth' : 'runs'} ${count(peer.runs)}: ${peer.failure}`,
      ]),
    ),
  );
}
writeFigures(options.json, { readings, analyses, searches, peers });

/** @param {import('./core/cases.js').Case} given */
function titleOf({ format, shape }) {
  return `${format}, ${shape}`;
}
