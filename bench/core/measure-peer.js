import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const TIME_LIMIT = 60_000;

/**
 * @typedef {object} PeerReading
 * @property {number} runs
 * @property {number} [parse]  ms, JSON.parse in the same process
 * @property {number} [convert]  ms
 * @property {number} [flatten]  ms
 * @property {string} [failure]
 */

/**
 * In a process of its own: whatever happens to a peer is a cell of the table.
 *
 * @param {import('./cases.js').Case} given
 * @param {number} repetitions
 * @returns {Promise<PeerReading>}
 */
export function measurePeer(given, repetitions) {
  const child = fork(fileURLToPath(new URL('../peers/agent-prism.js', import.meta.url)), { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  /** @type {PeerReading} */
  const reading = { runs: given.runs };
  /** @type {NodeJS.Timeout | undefined} */
  let limit;
  return new Promise((resolve) => {
    child.on('message', (message) => {
      const news = /** @type {Partial<PeerReading> & { ready?: true }} */ (message);
      // Writing the document is not the peer's work.
      if (news.ready) limit = setTimeout(() => fail(`not done after ${TIME_LIMIT / 1000} s`), TIME_LIMIT);
      else Object.assign(reading, news);
    });
    child.on('exit', (code, signal) => {
      clearTimeout(limit);
      if (code !== 0) reading.failure ??= `the process ended with ${signal ?? code}`;
      resolve(reading);
    });
    child.send({ given, repetitions });
  });

  /** @param {string} message */
  function fail(message) {
    reading.failure = message;
    child.kill('SIGKILL');
  }
}
