/**
 * What the main thread of a page did for a while.
 *
 * @typedef {object} Tasks
 * @property {number} longest  ms of the longest task
 * @property {number} longestCpu  ms of a processor in the task that took most of one: the same on a busy machine, too
 * @property {number} cpu  ms of a processor in all tasks
 *
 * As the browser traces it: microseconds, and those of a processor.
 * @typedef {object} TraceEvent
 * @property {string} name
 * @property {number} pid
 * @property {number} tid
 * @property {number} [dur]
 * @property {number} [tdur]
 * @property {Record<string, unknown>} [args]
 */

const TASK = 'ThreadControllerImpl::RunTask';
const MAIN_THREAD = 'CrRendererMain';

/**
 * Traces tasks while something is done.
 *
 * @template Result
 * @param {import('playwright').Browser} browser
 * @param {() => Promise<Result>} act
 * @returns {Promise<{ result: Result, tasks: Tasks }>}
 */
export async function withTasks(browser, act) {
  await browser.startTracing(undefined, { categories: ['toplevel'] });
  /** @type {Buffer | undefined} */
  let trace;
  /** @type {Result} */
  let result;
  try {
    result = await act();
  } finally {
    trace = await browser.stopTracing();
  }
  return { result, tasks: tasksOf(JSON.parse(trace.toString()).traceEvents) };
}

/**
 * The tasks of the page that did most: beside its process, browsers keep empty ones ready.
 *
 * @param {readonly TraceEvent[]} events
 * @returns {Tasks}
 */
export function tasksOf(events) {
  /** @type {Map<string, Tasks>} */
  const threads = new Map();
  for (const { name, args, pid, tid } of events) {
    if (name === 'thread_name' && args?.['name'] === MAIN_THREAD) threads.set(`${pid} ${tid}`, { longest: 0, longestCpu: 0, cpu: 0 });
  }
  for (const { name, pid, tid, dur = 0, tdur = 0 } of events) {
    const thread = name === TASK ? threads.get(`${pid} ${tid}`) : undefined;
    if (thread === undefined) continue;
    thread.longest = Math.max(thread.longest, dur / 1000);
    thread.longestCpu = Math.max(thread.longestCpu, tdur / 1000);
    thread.cpu += tdur / 1000;
  }
  const [busiest] = [...threads.values()].toSorted((a, b) => b.cpu - a.cpu);
  if (busiest === undefined) throw new Error('The browser traced no page.');
  return busiest;
}
