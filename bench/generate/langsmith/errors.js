const QUESTION = { question: 'Send this email?', draft: 'Retrieval dominated the request.' };

/**
 * One string, in the dialect of its SDK: neither has a line break where one would look for it.
 *
 * @param {import('../step.js').Step} step
 * @param {boolean} python
 */
export function errorOf(step, python) {
  if (step.status === 'interrupted') return python ? pythonInterrupt() : jsInterrupt();
  const message = `${step.name} failed: upstream answered 503`;
  if (python) {
    return `RuntimeError('${message}')Traceback (most recent call last):\n\n\n  File "/app/agent.py", line 41, in invoke\n    raise RuntimeError(message)\n\n\nRuntimeError: ${message}`;
  }
  return `${message}\n\nError: ${message}\n    at invoke (file:///app/agent.mjs:41:9)\n    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)`;
}

function jsInterrupt() {
  const value = JSON.stringify([{ id: 'be655b49f6e6caa129e2372c7ea537a6', value: QUESTION }], null, 2);
  return `${value}\n\nGraphInterrupt: ${value}\n    at interrupt (file:///app/node_modules/@langchain/langgraph/dist/interrupt.js:93:8)`;
}

function pythonInterrupt() {
  return `GraphInterrupt((Interrupt(value={'question': '${QUESTION.question}', 'draft': '${QUESTION.draft}'}, id='be655b49f6e6caa129e2372c7ea537a6'),))Traceback (most recent call last):\n\n\n  File "/app/agent.py", line 63, in approve\n    return interrupt(question)\n`;
}
