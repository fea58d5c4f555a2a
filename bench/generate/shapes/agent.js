import { MS } from '../step.js';
import { llmCall } from './llm-call.js';
import { toolCall } from './tool-call.js';

const NESTING = 2;

/**
 * An agent's loop: the model plans, its tools run side by side, the model reads their answers; a tool may be an agent.
 * The outermost agent goes on until there is no room left. It calls itself at most NESTING deep.
 *
 * @param {import('../recorder.js').Recorder} recorder
 * @param {number} parent
 * @param {number} start
 * @param {number} [nesting]
 * @returns {number} when it ended
 */
export function agent(recorder, parent, start, nesting = 0) {
  const { random } = recorder;
  const self = recorder.open(parent, 'agent', nesting === 0 ? 'supervisor' : 'researcher', start);
  const turns = nesting === 0 ? Infinity : random.between(2, 5);
  let now = begin(recorder, self, start + MS);
  let graphStep = 1;
  for (let turn = 0; turn < turns && recorder.room() > 0; turn++) {
    now = plan(recorder, self, now + MS, graphStep++);
    if (turn + 1 < turns) now = act(recorder, self, now + MS, graphStep++, nesting);
    if (random.chance(0.004)) now = ask(recorder, self, now + MS, graphStep++);
  }
  recorder.close(self, now + MS);
  return now + MS;
}

/**
 * @param {import('../recorder.js').Recorder} recorder
 * @param {number} self
 * @param {number} start
 */
function begin(recorder, self, start) {
  const place = recorder.open(self, 'chain', '__start__', start, { hidden: true, graphStep: 0 });
  recorder.close(place, start + MS);
  return start + MS;
}

/**
 * @param {import('../recorder.js').Recorder} recorder
 * @param {number} self
 * @param {number} start
 * @param {number} graphStep
 */
function plan(recorder, self, start, graphStep) {
  const { random } = recorder;
  const node = recorder.open(self, 'chain', 'model_request', start, { graphStep });
  let now = start + MS;
  if (random.chance(0.1)) {
    recorder.close(recorder.open(node, 'prompt', 'ChatPromptTemplate', now), now + MS);
    now += 2 * MS;
  }
  if (recorder.room() > 0) now = llmCall(recorder, node, now);
  recorder.close(node, now + random.between(1000, MS));
  return now + MS;
}

/**
 * @param {import('../recorder.js').Recorder} recorder
 * @param {number} self
 * @param {number} start
 * @param {number} graphStep
 * @param {number} nesting
 */
function act(recorder, self, start, graphStep, nesting) {
  const { random } = recorder;
  const node = recorder.open(self, 'chain', 'tools', start, { graphStep });
  const calls = random.between(1, 4);
  /** @type {string[]} */
  const failed = [];
  let end = start + MS;
  for (let call = 0; call < calls && recorder.room() > 0; call++) {
    const from = start + (call + 1) * MS + random.between(0, 400_000);
    const delegates = nesting < NESTING && random.chance(0.03);
    const done = delegates ? delegate(recorder, node, from, nesting) : toolCall(recorder, node, from);
    if (done.failed) failed.push(done.name);
    if (done.end > end) end = done.end;
  }
  for (const name of failed) {
    if (recorder.room() > 0) end = toolCall(recorder, node, end + MS, { name, attempt: 2 }).end;
  }
  recorder.close(node, end + MS);
  return end + MS;
}

/**
 * @param {import('../recorder.js').Recorder} recorder
 * @param {number} node
 * @param {number} start
 * @param {number} nesting
 */
function delegate(recorder, node, start, nesting) {
  const name = 'research';
  const tool = recorder.open(node, 'tool', name, start);
  const end = recorder.room() > 0 ? agent(recorder, tool, start + MS, nesting + 1) : start + MS;
  recorder.close(tool, end + MS);
  return { end: end + MS, failed: false, name };
}

/**
 * The graph stops to ask a person: LangGraph reports it as an error of this node alone.
 *
 * @param {import('../recorder.js').Recorder} recorder
 * @param {number} self
 * @param {number} start
 * @param {number} graphStep
 */
function ask(recorder, self, start, graphStep) {
  const place = recorder.open(self, 'guardrail', 'approve', start, { graphStep });
  recorder.close(place, start + 3 * MS, 'interrupted');
  return start + 3 * MS;
}
