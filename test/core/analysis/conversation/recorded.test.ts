import { describe, expect, test } from 'vitest';
import { conversationOf } from '../../../../src/core/analysis/conversation/read-conversation.ts';
import { readTraces } from '../../../../src/core/index.ts';
import type { Trace } from '../../../../src/core/model/trace.ts';
import { fixture } from '../../formats/fixtures.ts';
import { written } from './written.ts';

// What is expected was written down from the files, not from what came out.

function tracesIn(folder: 'langsmith' | 'langsmith-ops' | 'otlp', name: string): readonly Trace[] {
  return readTraces(fixture(folder, name)).traces;
}
const run = (trace: Trace | undefined, name: string) => trace!.runs.find((one) => one.name === name)!;
/** What ends with `…` is told by how it begins. */
const like = (turns: readonly (readonly string[])[]): string[][] => turns.map((lines) => lines.map((line) => (line.endsWith('…') ? (expect.stringContaining(line.slice(0, -1)) as string) : line)));

const FACTS = 'A trace is a tree of runs. The root run\'s id is the trace id.\nRuns are ordered by dotted_order, which encodes start time and ancestry.\nRetrievers return documents with page content and metadata.';

describe('an agent whose tool is an agent', () => {
  const traces = tracesIn('langsmith', 'js-create-agent-subagent.json');

  test('is one turn, in which every message stands once', () => {
    expect(written(traces)).toEqual([[
      'user: Please research dotted order ‹supervisor›',
      'model:  ‹ChatOpenAI›',
      `research({"topic":"dotted order"}) = ${JSON.stringify(`Done. Based on the tool results (${FACTS}), the answer is ready.`)} + ‹research›`,
      `model: Done. Based on the tool results (Done. Based on the tool results (${FACTS}), the answer is ready.), the answer is ready. ‹ChatOpenAI›`,
    ]]);
  });

  test('has a conversation of its own inside', () => {
    const [trace] = traces;
    expect(written(trace!, run(trace, 'research'))).toEqual([[
      'user: what is dotted order - search the docs ‹researcher›',
      'system system: You research the docs. ‹ChatAnthropic›',
      'model: Let me check that. ‹ChatAnthropic›',
      `search_docs({"query":"what is dotted order - search the docs"}) = ${JSON.stringify(FACTS)} + ‹search_docs›`,
      `model: Done. Based on the tool results (${FACTS}), the answer is ready. ‹ChatAnthropic›`,
    ]]);
    expect(written(trace!, run(trace, 'search_docs'))).toEqual([['retrieval ‹DocsRetriever›']]);
  });
});

test('a thread of three traces, each of which repeats those before, is three turns', () => {
  const traces = tracesIn('langsmith', 'js-langgraph-agent.json');
  expect(new Set(traces.map(({ threadId }) => threadId)).size).toBe(1);
  const weather = (city: string) => `get_weather({"city":"${city}","unit":"celsius"}) = "{\\"city\\":\\"${city}\\",\\"temp\\":15,\\"unit\\":\\"celsius\\",\\"sky\\":\\"clear\\"}" ‹get_weather›`;
  const turns = [
    [
      'user: Compare the weather in Paris and Tokyo ‹weather-agent›',
      'system system: You are a helpful assistant. Use tools. ‹ChatOpenAI›',
      'model:  ‹ChatOpenAI›',
      weather('Paris'),
      weather('Tokyo'),
      'model: Here is what I found: {"city":"Paris","temp":15,"unit":"celsius","sky":"clear"}; {"city":"Tokyo","temp":15,"unit":"celsius","sky":"clear"}. Overall a mild day - take a light jacket. ‹ChatOpenAI›',
    ],
    [
      'user: Now what is 12 * 34? ‹weather-agent›',
      'model:  ‹ChatOpenAI›',
      'calculator({"a":12,"b":34,"op":"mul"}) = "408" ‹calculator›',
      `search_docs({"query":"Now what is 12 * 34?"}) = ${JSON.stringify(FACTS)} + ‹search_docs›`,
      `model: Done. Based on the tool results (408; ${FACTS}), the answer is ready. ‹ChatOpenAI›`,
    ],
    [
      'user: Tell me the weather in Atlantis please ‹weather-agent›',
      'model:  ‹ChatOpenAI›',
      'get_weather({"city":"Atlantis","unit":"celsius"}) = "Error: No weather station found for Atlantis\\n Please fix your mistakes." ‹get_weather›',
      'model: Here is what I found: Error: No weather station found for Atlantis\n Please fix your mistakes.. Overall a mild day - take a light jacket. ‹ChatOpenAI›',
    ],
  ];
  expect(written(traces)).toEqual(turns);
  expect(written(traces.toReversed())).toEqual(turns);
  // By itself, the last one has the others as what its first prompt told beside the question.
  const [alone] = written(traces[2]!);
  expect(alone?.slice(0, 2)).toEqual(['user: Tell me the weather in Atlantis please ‹weather-agent›', 'system system: You are a helpful assistant. Use tools. ‹ChatOpenAI›']);
  expect(alone?.[2]).toMatch(/^prompt user: Compare the weather in Paris and Tokyo; assistant: get_weather! get_weather!; /);
  expect(alone?.slice(3)).toEqual(turns[2]?.slice(1));
  expect(conversationOf(traces).turns.map(({ figures }) => figures?.errors)).toEqual([0, 0, 1]);
});

test('attempts of a prompt are numbered, the prompt told once, and the answer that the root hands on not again', () => {
  expect(tracesIn('langsmith', 'js-fallbacks.json').map((trace) => written(trace))).toEqual([[[
    'input x: traces ‹joke_with_fallbacks›',
    'prompt user: Tell me a joke about traces ‹ChatOpenAI›',
    'model #1 error:  ‹ChatOpenAI›',
    'model #2 error:  ‹ChatAnthropic›',
    'model #3: Why did the trace cross the road? To reach the other span. ‹ChatAnthropic›',
  ]]]);
  const [steps, joke] = tracesIn('langsmith', 'py-retry-fallbacks.json').map((trace) => written(trace));
  expect(steps).toEqual([['input +: {"v":1} ‹flaky_step›', 'stop error ‹flaky_step›', 'stop error ‹flaky_step›', 'output +: {"ok":true} ‹flaky_step›']]);
  expect(joke).toEqual([[
    'input x: spans ‹joke_with_fallbacks›',
    'prompt user: joke about spans ‹ChatOpenAI›',
    'model #1 error:  ‹ChatOpenAI›',
    'model #2: Why did the trace cross the road? To reach the other span. ‹ChatOpenAI›',
  ]]);
});

test('an interrupted graph, and what it was told when it went on', () => {
  const traces = tracesIn('langsmith', 'js-langgraph-interrupt.json');
  const draft = 'Summary: retrieval latency dominated the request; generation took the remaining time.';
  expect(written(traces)).toEqual([
    ['user: Draft an email summarizing latency ‹ChatOpenAI›', `model: ${draft} ‹ChatOpenAI›`, 'stop interrupted ‹approve›'],
    ['input +: {"lg_name":"Command","resume":true,"goto":[]} ‹email-approval›', `output +: {"draft":"${draft}","approved":true} ‹email-approval›`],
  ]);
  expect(conversationOf(traces).turns.map(({ figures }) => figures?.status)).toEqual(['interrupted', 'success']);
});

test('retrieval, a filled template, and the answer', () => {
  expect(written(tracesIn('langsmith-ops', 'py-rag-stream.jsonl'))).toEqual(like([[
    'input input: Using the context, what is a trace? ‹rag›',
    'retrieval ‹DocsRetriever›',
    'prompt user: Context: A trace is a tree of runs.\nRuns are ord…',
    'model: According to the context, spans form a tree rooted at…',
  ]]));
});

test('a pipeline that was asked in text, and whose tools know no ids of calls', () => {
  const traces = tracesIn('langsmith', 'js-traceable-wrapopenai.json');
  expect(written(traces[0]!)).toEqual([[
    'input input: Weather in Paris and Nairobi? ‹weather_pipeline›',
    'retrieval ‹vector_search›',
    'system system: Be helpful ‹ChatOpenAI›',
    'model:  ‹ChatOpenAI›',
    'get_weather({"city":"Paris","unit":"celsius"}) = "{\\"city\\":\\"Paris\\",\\"temp\\":21}" ‹get_weather›',
    'get_weather({"city":"Nairobi","unit":"celsius"}) = "{\\"city\\":\\"Nairobi\\",\\"temp\\":21}" ‹get_weather›',
    'model: Here is what I found: {"city":"Paris","temp":21}; {"city":"Nairobi","temp":21}. Overall a mild day - take a light jacket. ‹ChatOpenAI›',
  ]]);
  const tools = conversationOf(traces[0]!).turns[0]!.items.filter((item) => item.type === 'tool');
  expect(tools.map(({ toolRun }) => toolRun?.inputs)).toEqual([{ city: 'Paris', unit: 'celsius' }, { city: 'Nairobi', unit: 'celsius' }]);
  expect(traces.slice(1).map((trace) => written(trace).flat())).toEqual(like([
    ['system system: Be brief ‹ChatOpenAI›', 'user: capital of france? ‹ChatOpenAI›', 'model: (**Planning** The user wants a direct answer…'],
    ['input file: note.txt ‹parse_file›', 'output +: {"chars":12} ‹parse_file›'],
    ['model: one two three ‹generator›'],
    ['model: hi ‹custom_llm›'],
    ['paid_tool() ‹paid_tool›'],
    ['stop interrupted ‹interrupted_turn›'],
    ['stop error ‹boom›'],
  ]));
});

test('a failure is told where it began', () => {
  expect(tracesIn('langsmith', 'js-rag-retriever-error.json').map((trace) => written(trace))).toEqual([[['input q: anything ‹rag-broken›', 'retrieval error ‹DocsRetriever›']]]);
});

test('an older agent, whose tools run under the executor', () => {
  expect(tracesIn('langsmith', 'js-legacy-agent-executor.json').map((trace) => written(trace))).toEqual([[[
    'input input: weather in Paris and Tokyo ‹AgentExecutor›',
    'system system: helpful ‹ChatOpenAI›',
    'model:  ‹ChatOpenAI›',
    'get_weather({"city":"Paris","unit":"celsius"}) = "21C in Paris" ‹get_weather›',
    'get_weather({"city":"Tokyo","unit":"celsius"}) = "21C in Tokyo" ‹get_weather›',
    'model: Here is what I found: 21C in Paris; 21C in Tokyo. Overall a mild day - take a light jacket. ‹ChatOpenAI›',
  ]]]);
});

test('a trace that runs', () => {
  const traces = tracesIn('langsmith', 'js-runtree-manual.json');
  expect(traces.map((trace) => written(trace))).toEqual([[[
    'input file: a.csv ‹job›',
    'remote_child() ‹remote_child›',
    'stop error ‹parse›',
    'prompt user: hello? ‹still_running_llm›',
    'model running:  ‹still_running_llm›',
  ]]]);
  expect(conversationOf(traces).turns[0]?.figures).toMatchObject({ status: 'running', end: null });
});

describe('OpenTelemetry', () => {
  test('a question in text under a root that tells nothing', () => {
    expect(written(tracesIn('otlp', 'rag_earnings_agent.json'))).toEqual(like([[
      "input : what was meta's revenue in Q4 2023 ‹retrieval_chain›",
      'retrieval ‹VectorStoreRetriever›',
      'prompt user: \n    Answer the following question based on the provided context:…',
      "model: Meta Platforms Inc.'s revenue in Q4 2023 was $40.1 billion. ‹ChatOpenAI›",
    ]]));
  });

  test('model calls alone: what each was told anew, and what the prompts know of other turns', () => {
    const traces = tracesIn('otlp', 'smol_deep_research_agent.json');
    expect(written(traces)).toEqual(like([
      ['user: You are a world expert at analyzing a situation to derive facts…', 'model: ## 1. Facts survey…'],
      ['system system: You are an expert assistant who can solve any task using code blobs…', 'user: New task:\nwhat are the AI trends in 2025 ‹ChatCompletion›', 'assistant: Here are the facts I know…'],
      ['user: Now proceed and carry out this plan. ‹ChatCompletion›', 'model: Thought: I will first query our teammate…'],
      ['user: You are a world expert at analyzing a situation to derive facts…', 'model: ## 1. Facts survey…'],
      ['system system: You are an expert assistant who can solve any task using tool calls…', "user: New task:\nYou're a helpful agent named 'search_agent'…", 'assistant: Here are the facts I know…'],
      ['user: Now proceed and carry out this plan. ‹ChatCompletion›', 'model:  ‹ChatCompletion›', 'web_search({"query":"AI 2025 forecasts…', "assistant: Called Tool: 'web_search'…"],
      // The framework adds the call that it made of the answer, so this is not what the model had said.
      ['user: Observation:\n## Search Results…', 'model:  ‹ChatCompletion›', 'final_answer({"answer":…', 'assistant: Thought: I will first query our teammate…'],
      ['user: Observation:\nExecution logs:…', 'model: Thought: We have already obtained…'],
    ]));
    expect(conversationOf(traces).turns.map(({ figures }) => figures?.llmCalls ?? null)).toEqual([1, null, 1, 1, null, 1, 1, 1]);
  });

  test('a span that tells nothing is a turn without words', () => {
    expect(tracesIn('otlp', 'otlp-spec-example.json').map((trace) => written(trace))).toEqual([[[]]]);
  });
});
