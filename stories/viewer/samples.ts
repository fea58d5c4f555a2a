/** A real recorded trace that the Viewer can show. */
export interface Sample {
  readonly name: string;
  readonly load: () => Promise<{ readonly default: string }>;
}

/** Real files of test/fixtures; where each comes from is in test/fixtures/SOURCES.md. */
export const SAMPLES: readonly Sample[] = [
  { name: 'Agent with a subagent · LangSmith, LangChain JS', load: () => import('../../test/fixtures/langsmith/js-create-agent-subagent.json?raw') },
  { name: 'Weather agent, three traces · LangSmith, LangGraph JS', load: () => import('../../test/fixtures/langsmith/js-langgraph-agent.json?raw') },
  { name: 'Weather agent that fails · LangSmith, LangGraph Python', load: () => import('../../test/fixtures/langsmith/py-langgraph-agent.json?raw') },
  { name: 'Retries and fallbacks · LangSmith, Python', load: () => import('../../test/fixtures/langsmith/py-retry-fallbacks.json?raw') },
  { name: 'Waiting for approval · LangSmith, LangGraph JS', load: () => import('../../test/fixtures/langsmith/js-langgraph-interrupt.json?raw') },
  { name: 'Retrieval, streamed · LangSmith operations (JSONL)', load: () => import('../../test/fixtures/langsmith-ops/py-rag-stream.jsonl?raw') },
  { name: 'Wrapped OpenAI with feedback · LangSmith operations (JSONL)', load: () => import('../../test/fixtures/langsmith-ops/js-traceable-wrapopenai.jsonl?raw') },
  { name: 'Earnings reports, retrieval · OpenTelemetry, OpenInference', load: () => import('../../test/fixtures/otlp/rag_earnings_agent.json?raw') },
  { name: 'Deep research agent · OpenTelemetry, OpenInference', load: () => import('../../test/fixtures/otlp/smol_deep_research_agent.json?raw') },
];
