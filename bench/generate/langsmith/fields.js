import { usageMetadataOf } from './messages.js';

/**
 * LangSmith knows no agent and no guardrail: its tracers write both as chains.
 *
 * @param {import('../step.js').StepKind} kind
 */
export function runTypeOf(kind) {
  return kind === 'agent' || kind === 'guardrail' ? 'chain' : kind;
}

/** @param {import('../step.js').Step} step */
export function tagsOf(step) {
  const tags = [];
  if (step.graphStep >= 0) tags.push(`graph:step:${step.graphStep}`);
  if (step.attempt > 1) tags.push(`retry:attempt:${step.attempt}`);
  if (step.hidden) tags.push('langsmith:hidden');
  return tags;
}

/**
 * Real files carry events on every run; here only where they say something, to stay near 790 bytes a run.
 *
 * @param {import('../step.js').Step} step
 * @param {import('./times.js').Clock} clock
 */
export function eventsOf(step, clock) {
  if (step.kind !== 'llm' && step.status === 'success') return {};
  const events = [{ name: 'start', time: clock.event(step.start) }];
  if (step.firstToken !== null) events.push({ name: 'new_token', time: clock.event(step.firstToken) });
  if (step.end !== null) events.push({ name: step.status === 'success' ? 'end' : 'error', time: clock.event(step.end) });
  return { events };
}

/**
 * Real files repeat the runtime on every run and the thread too: here the root and the model's calls have them.
 *
 * @param {import('../step.js').Step} step
 * @param {number} place
 * @param {string} threadId
 * @param {import('./run.js').RunStyle} style
 */
export function extraOf(step, place, threadId, { python, payload }) {
  const { model, usage, graphStep } = step;
  // Three in ten tracers leave the usage in the message alone.
  const copied = usage !== null && (payload === 'none' || place % 10 < 7);
  const metadata = {
    ...(step.parent < 0 ? { thread_id: threadId, ls_integration: 'langgraph' } : {}),
    ...(graphStep < 0 ? {} : { langgraph_step: graphStep, langgraph_node: step.name }),
    ...(model === null ? {} : { ls_provider: model.provider, ls_model_name: model.name, ls_model_type: 'chat' }),
    ...(copied ? { usage_metadata: usageMetadataOf(usage) } : {}),
  };
  const runtime = { sdk: python ? 'langsmith-py' : 'langsmith-js', sdk_version: '0.12.0' };
  return step.parent < 0 || model !== null ? { metadata, runtime } : { metadata };
}
