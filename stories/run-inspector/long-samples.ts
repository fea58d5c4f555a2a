import { buildTraces, readOtlp, type RunRecord } from '../../src/core/index.ts';
import type { Sample } from './samples.ts';

const START = Date.UTC(2026, 10, 21, 12);
const WORDS = 'The order was placed in March and left the house on the same day, but the label had been torn off on the way, so that it came back after two weeks. ';

function built(records: readonly RunRecord[], id: string): Sample {
  const [trace] = buildTraces(records);
  const run = trace?.get(id);
  if (trace === undefined || run === undefined) throw new Error('No trace was built: the story has no records.');
  return { trace, run };
}

/** 2,000 messages of 2 kB, in which one word stands far from the end. */
export const manyMessages = (): Sample =>
  built([{
    id: '1', name: 'long_conversation', kind: 'llm', startTime: START, endTime: START + 2_400, model: 'gpt-4.1', usage: { input: 1_020_000, output: 12 },
    inputs: { messages: Array.from({ length: 1_999 }, (_, nth) => ({ role: nth % 2 === 0 ? 'user' : 'assistant', content: `Message ${nth + 1}. ${WORDS.repeat(13)}${nth % 700 === 40 ? 'A needle lies here.' : ''}` })) },
    outputs: { messages: [{ role: 'assistant', content: 'That is all.' }] },
  }], '1');

/** A stream of 10,000 events, and 5,000 documents, of which some reached the answer. */
export const manyThings = (): Sample => {
  const documents = Array.from({ length: 5_000 }, (_, nth) => ({ page_content: `Document ${nth}: ${WORDS.repeat(3)}`, metadata: { source: `orders/${nth}.md`, score: 1 - nth / 5_000 } }));
  return built([
    {
      id: '1', traceId: 't', name: 'search_everything', kind: 'retriever', startTime: START, endTime: START + 900, inputs: { query: 'orders' }, outputs: { documents },
      events: Array.from({ length: 10_000 }, (_, nth) => ({ name: 'found', time: START + nth * 0.09, attributes: { document: nth } })),
    },
    { id: '2', traceId: 't', name: 'answer', kind: 'llm', startTime: START + 900, endTime: START + 1_900, inputs: { messages: [{ role: 'user', content: documents.slice(0, 40).map(({ page_content }) => page_content).join('\n\n') }] }, outputs: { messages: [{ role: 'assistant', content: 'Many.' }] } },
  ], '1');
};

/** An answer as models write them, and one that was written to harm. */
export const markdown = (): Sample =>
  built([{
    id: '1', name: 'write_report', kind: 'llm', startTime: START, endTime: START + 4_000, model: 'claude-sonnet-4-5',
    inputs: { messages: [{ role: 'user', content: 'Compare the **three** plans, please.\n\n- price\n- seats\n' }] },
    outputs: {
      messages: [
        {
          role: 'assistant',
          content: '## Plans\n\nThe *team* plan is the best for you, see [the page](https://example.com/plans) or ![a chart](https://example.com/chart.png).\n\n| plan | seats | price |\n|:--|--:|--:|\n| solo | 1 | $9 |\n| team | 10 | $49 |\n| company | unlimited | on request |\n\n1. Open *Settings*.\n2. Choose `Upgrade`:\n\n```sh\nnpx plans upgrade --to team --seats 10 --and-a-very-long-option-that-does-not-fit-into-any-panel yes\n```\n\n> Prices are without taxes.\n\n- [x] checked on Monday\n- [ ] to be confirmed\n',
        },
        { role: 'assistant', content: '<script>alert(1)</script> [click me](javascript:alert(2)) ![pixel](https://evil.example/pixel.gif) <img src=x onerror=alert(3)> [data](data:text/html,<b>x</b>)' },
        { role: 'assistant', content: `${'>'.repeat(10_000)} far down` },
      ],
    },
  }], '1');

/** A step that makes something else of its input. */
export const reshaped = (): Sample =>
  built([{
    id: '1', name: 'rerank_and_answer', kind: 'chain', startTime: START, endTime: START + 700,
    inputs: {
      question: 'Can I send a jacket back?', limit: 3, locale: 'en',
      documents: Array.from({ length: 5 }, (_, nth) => ({ content: WORDS, metadata: { source: `${nth}.md` } })),
      messages: Array.from({ length: 4 }, () => ({ role: 'user', content: 'Hello' })),
    },
    outputs: {
      question: 'Can I send a jacket back?', limit: '3',
      documents: Array.from({ length: 3 }, (_, nth) => ({ content: WORDS, metadata: { source: `${nth}.md` }, score: nth / 3 })),
      messages: Array.from({ length: 5 }, () => ({ role: 'user', content: 'Hello' })),
      answer: { text: 'Yes.', sources: ['0.md'] },
    },
  }], '1');

const attribute = (key: string, value: string) => ({ key, value: { stringValue: value } });
const span = (id: string, parent: string | undefined, name: string, from: number, to: number, more: object = {}) => ({
  traceId: '5b8efff798038103d269b633813fc60c', spanId: id, ...(parent !== undefined && { parentSpanId: parent }), name, kind: 1,
  startTimeUnixNano: `${BigInt(START + from) * 1_000_000n}`, endTimeUnixNano: `${BigInt(START + to) * 1_000_000n}`, ...more,
});

/** A span with links, as OpenTelemetry writes them: to a span of its trace, to one of another, and to one that is not there. */
export const linked = (): Sample => {
  const link = (traceId: string, spanId: string, reason: string) => ({ traceId, spanId, attributes: [attribute('link.reason', reason)] });
  const here = '5b8efff798038103d269b633813fc60c';
  const [trace] = readOtlp({
    resourceSpans: [{ scopeSpans: [{ spans: [
      span('eee19b7ec3c1b174', undefined, 'handle_queue', 0, 900),
      span('eee19b7ec3c1b175', 'eee19b7ec3c1b174', 'first try', 10, 300, { attributes: [attribute('openinference.span.kind', 'TOOL')] }),
      span('eee19b7ec3c1b176', 'eee19b7ec3c1b174', 'second try', 320, 880, {
        attributes: [attribute('openinference.span.kind', 'TOOL'), attribute('input.value', 'again')],
        links: [link(here, 'eee19b7ec3c1b175', 'retry of'), link('0af7651916cd43dd8448eb211c80319c', 'b7ad6b7169203331', 'enqueued by'), { traceId: here, spanId: 'eee19b7ec3c1b1ff' }],
      }),
    ] }] }],
  }).traces;
  const run = trace?.get('eee19b7ec3c1b176');
  if (trace === undefined || run === undefined) throw new Error('No trace was read: the story has no spans.');
  return { trace, run };
};

/** A model call whose prompt came from a hub, filled in. */
export const hubPrompt = (): Sample =>
  built([{
    id: '1', name: 'ChatOpenAI', kind: 'llm', startTime: START, endTime: START + 800, model: 'gpt-4o', usage: { input: 96, output: 12 },
    metadata: { lc_hub_owner: 'rlm', lc_hub_repo: 'rag-prompt', lc_hub_commit_hash: '50442af133e61576e74536c6556cefe1fac147cad032f4377b60c436e6cdcb6e', 'llm.prompt_template.template': 'Answer from the context alone.\n\nContext: {context}\n\nQuestion: {question}', 'llm.prompt_template.variables': JSON.stringify({ context: 'Unworn items are refunded in full within 60 days.', question: 'Can I send a jacket back?', unused: { a: 1 } }) },
    inputs: { messages: [{ role: 'user', content: 'Answer from the context alone.\n\nContext: Unworn items are refunded in full within 60 days.\n\nQuestion: Can I send a jacket back?' }] },
    outputs: { messages: [{ role: 'assistant', content: 'Yes, within 60 days.' }] },
  }], '1');

/** A run of which one payload cannot be read. */
export const unreadable = (): Sample =>
  built([{
    id: '1', name: 'read_elsewhere', kind: 'chain', startTime: START, endTime: START + 20,
    get inputs(): unknown { throw new Error('the store is closed'); },
    outputs: { answer: 'Still here.' }, metadata: { region: 'eu' }, source: { id: '1', inputs: 's3://bucket/inputs.json' },
  }], '1');

/** Every part of a token count: cached, written to the cache, thought, spoken. */
export const allTokens = (): Sample =>
  built([
    { id: '0', name: 'voice_agent', kind: 'agent', startTime: START, endTime: START + 3_000 },
    {
      id: '1', parentId: '0', name: 'answer_aloud', kind: 'llm', startTime: START + 40, firstTokenTime: START + 400, endTime: START + 2_400, model: 'gpt-realtime',
      usage: { input: 14_200, output: 1_900, inputDetails: { cacheRead: 9_000, cacheWrite: 2_000, audio: 800 }, outputDetails: { reasoning: 700, audio: 1_100 } },
      cost: { total: 0.0421 }, inputs: { messages: [{ role: 'user', content: 'Where is my order?' }] }, outputs: { messages: [{ role: 'assistant', content: 'On its way.' }] },
    },
    { id: '2', parentId: '0', name: 'unmetered', kind: 'llm', startTime: START + 2_500, endTime: START + 2_900, model: 'local', inputs: { messages: [{ role: 'user', content: 'x' }] } },
  ], '1');
