import { describe, expect, test } from 'vitest';
import { messagesOf, promptTemplateOf, readLangfuse, toolCallsOf } from '../../../../src/core/index.ts';
import { fixture, fixtures } from '../fixtures.ts';
import type { Json } from './observations.ts';

/** What each recording holds: counted by hand for the messages, by a walk over the raw JSON below for the rest. */
const RECORDED: Readonly<Record<string, { runs: number; roots: number; errors: number; input: number; output: number; cost: number; feedback: number; messages: number }>> = {
  'crewai-2025-07-11.trace.json': { runs: 6, roots: 1, errors: 0, input: 190, output: 164, cost: 0.0001269, feedback: 2, messages: 3 },
  'google-adk-2025-08-28.trace.json': { runs: 5, roots: 1, errors: 0, input: 67, output: 9, cost: 0.0000103, feedback: 2, messages: 8 },
  'langgraph-js-2025-10-30.trace.json': { runs: 20, roots: 1, errors: 0, input: 321, output: 123, cost: 0.00032625, feedback: 2, messages: 6 },
  'llamaindex-2025-06-05.trace.json': { runs: 2, roots: 1, errors: 0, input: 13, output: 81, cost: 0.000842499999, feedback: 0, messages: 2 },
  'microsoft-agent-2025-12-17.trace.json': { runs: 4, roots: 1, errors: 0, input: 293, output: 106, cost: 0.00028525, feedback: 3, messages: 4 },
  'openai-agents-2025-09-30.trace.json': { runs: 5, roots: 1, errors: 0, input: 140, output: 44, cost: 0.000632, feedback: 2, messages: 6 },
  'openai-assistants-2024-05-29.seeder.json': { runs: 4, roots: 3, errors: 0, input: 49, output: 40, cost: 0.00387, feedback: 0, messages: 3 },
  'pydantic-ai-tools-2025-12-04.trace.json': { runs: 12, roots: 1, errors: 0, input: 1315, output: 209, cost: 0.000322649999, feedback: 0, messages: 18 },
  'qa-chatbot-3.json': { runs: 7, roots: 1, errors: 0, input: 18439, output: 473, cost: 0.02777875, feedback: 7, messages: 9 },
  'vercel-aisdk-2025-11-17.trace.json': { runs: 3, roots: 1, errors: 0, input: 62, output: 85, cost: 0.000927499999, feedback: 2, messages: 4 },
};

/** Figures by a naive walk: buckets by what their names contain, and of nested figures the innermost. */
function walk(document: unknown) {
  const { trace, observations } = document as { trace: Json; observations: Json[] };
  const sum = (details: unknown, side: string) => Object.entries((details ?? {}) as Record<string, number>).filter(([key]) => key.startsWith(side)).reduce((total, [, count]) => total + count, 0);
  const counted = observations.filter(({ usageDetails }) => sum(usageDetails, 'input') + sum(usageDetails, 'output') > 0);
  const above = (observation: Json): Json | undefined => observations.find(({ id }) => id === observation['parentObservationId']);
  const inside = (outer: Json) => counted.some((inner) => {
    for (let at = above(inner); at !== undefined; at = above(at)) if (at === outer) return true;
    return false;
  });
  const leaves = counted.filter((observation) => !inside(observation));
  return {
    runs: observations.length,
    roots: observations.filter(({ parentObservationId }) => parentObservationId === null).length,
    errors: observations.filter(({ level }) => level === 'ERROR').length,
    input: leaves.reduce((total, { usageDetails }) => total + sum(usageDetails, 'input'), 0),
    output: leaves.reduce((total, { usageDetails }) => total + sum(usageDetails, 'output'), 0),
    cost: leaves.reduce((total, { costDetails }) => total + ((costDetails as Record<string, number>)['total'] ?? 0), 0),
    feedback: ((trace['scores'] ?? []) as unknown[]).length,
  };
}

test('every recording is stated', () => {
  expect(Object.keys(fixtures('langfuse'))).toEqual(Object.keys(RECORDED));
});

describe.each(Object.entries(RECORDED))('%s', (name, { messages, cost, ...stated }) => {
  const document = fixture('langfuse', name);
  const { traces, feedback } = readLangfuse(document);
  const trace = traces[0]!;
  const { runs, roots, errors, input, output, feedback: scores, cost: paid } = walk(document);

  test('holds what is stated', () => {
    expect({ runs, roots, errors, input, output, feedback: scores }).toEqual(stated);
    expect(paid).toBeCloseTo(cost, 12);
  });

  test('reads as stated', () => {
    const added = trace.issues.filter(({ code }) => code === 'added-run').length;
    const totals = trace.totalsOf(trace.roots[0]!);
    expect(trace.runs).toHaveLength(stated.runs + added);
    expect(added).toBe(stated.roots === 1 ? 0 : 1);
    expect(trace.roots).toHaveLength(1);
    expect({ errors: totals.errors, input: totals.usage?.input, output: totals.usage?.output }).toEqual({ errors: stated.errors, input: stated.input, output: stated.output });
    expect(totals.cost?.total).toBeCloseTo(cost, 12);
    expect(feedback).toHaveLength(stated.feedback);
    expect(trace.feedback).toHaveLength(stated.feedback);
    expect(trace.runs.filter(({ kind }) => kind === 'llm').flatMap(messagesOf)).toHaveLength(messages);
  });

  test('keeps the OpenTelemetry attributes that it was made of', () => {
    const { observations } = document as { observations: Json[] };
    for (const { id, metadata } of observations) {
      const parsed = (typeof metadata === 'string' ? JSON.parse(metadata) : metadata) as Json;
      const { attributes } = trace.get(String(id))!.metadata;
      expect(attributes).toEqual(parsed['attributes']);
    }
  });
});

test('a chatbot: first token, prompt, thread, a person’s vote, a tool under its own name', () => {
  const { traces, feedback } = readLangfuse(fixture('langfuse', 'qa-chatbot-3.json'));
  const [trace] = traces;
  expect(trace).toMatchObject({ threadId: 'chat_b537db89-0454-4ec2-9915-fc30b7e91beb', project: 'clkpwwm0m000gmm094odg11gi', status: 'success' });
  const calls = trace!.runs.filter(({ name }) => name === 'ai.streamText.doStream');
  expect(calls.map((run) => run.firstToken! - run.start)).toEqual([1188, 615]);
  expect(promptTemplateOf(trace!.runs.find(({ name }) => name === 'ai.streamText')!)).toMatchObject({ name: 'langfuse-docs-assistant-text', version: '10' });
  expect(toolCallsOf(trace!.runs.find(({ kind }) => kind === 'tool')!)).toMatchObject([{ id: 'call_Wgy5Y139OQnSh7grDUUE0iil', name: 'searchLangfuseDocs', arguments: { query: expect.stringContaining('What is a dataset in Langfuse?') } }]);
  expect(feedback.find(({ key }) => key === 'user-feedback')).toMatchObject({ id: 'user-feedback-6f58ac41090ac81ce6203900dadf8e6b', traceId: trace!.id, runId: null, score: 1, source: 'API', createdAt: Date.parse('2025-09-18T20:21:26.107Z') });
});

test('LangGraph: plumbing is hidden, reasoning is inside the output', () => {
  const [trace] = readLangfuse(fixture('langfuse', 'langgraph-js-2025-10-30.trace.json')).traces;
  expect(trace!.runs.filter(({ hidden }) => hidden)).toHaveLength(7);
  expect(trace!.runs.find(({ usage }) => usage?.total === 278)!.usage).toMatchObject({ input: 179, output: 99, outputDetails: { reasoning: 64 } });
});

test('2024: the trace is the run above its three observations, and says so', () => {
  const [trace] = readLangfuse(fixture('langfuse', 'openai-assistants-2024-05-29.seeder.json')).traces;
  expect(trace!.roots).toMatchObject([{ id: trace!.id, name: 'run_math_tutor', kind: 'chain', sourceKind: 'TRACE', start: 0, end: null, outputs: expect.stringContaining('x = 1'), inputs: { args: [expect.stringContaining('3x + 11 = 14')], kwargs: {} } }]);
  expect(trace!.childrenOf(trace!.roots[0]!).map(({ name }) => name)).toEqual(['create_assistant', 'run_assistant', 'get_response']);
  expect(trace!.issues).toContainEqual(expect.objectContaining({ code: 'added-run', runId: trace!.id, what: expect.stringContaining('3 of its observations') }));
});

test('a root that recorded no input was given what its trace was given', () => {
  const [trace] = readLangfuse(fixture('langfuse', 'llamaindex-2025-06-05.trace.json')).traces;
  expect(trace!.roots).toMatchObject([{ name: 'llama-index-trace', inputs: 'What is Langfuse?', outputs: expect.stringMatching(/^Langfuse is a tool/), tags: ['llama-index', 'rag'], metadata: { trace: { userId: 'user_123', version: '1.0.0' } } }]);
});
