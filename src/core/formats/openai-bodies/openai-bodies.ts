import { isObject } from '../../model/json.ts';
import type { Issue } from '../../model/issue.ts';
import type { Format, Reading } from '../format.ts';
import { readAs, type ReadResult } from '../read-as.ts';
import { unrecognizedItem } from '../unrecognized-item.ts';
import { readExchange, type Exchange } from './exchange.ts';
import { ExchangeRecord } from './exchange-record.ts';

/**
 * Reads bodies of model calls, each as a trace of one run: OpenAI's chat completions, Responses and embeddings, and
 * Anthropic's Messages; requests, responses, `{ request, response }` pairs, and the lines of both providers' batches, whose
 * input and output find each other by `custom_id`. The fields are those of OpenAI's published OpenAPI description
 * (openai/openai-openapi) and of Anthropic's API reference.
 *
 * @param input parsed JSON, JSON text or JSONL text
 */
export function readOpenAiBodies(input: unknown): ReadResult {
  return readAs(openAiBodies, input);
}

/** Requests and responses of OpenAI, of those who speak its language, and of Anthropic. */
export const openAiBodies: Format = {
  id: 'openai-bodies',
  title: 'OpenAI and Anthropic API bodies',
  looksLike: 'chat completions, responses or messages, their requests, pairs of both, or the lines of a batch',
  recognizes: (item) => readExchange(item) !== undefined,
  read,
};

function read(items: readonly unknown[]): Reading {
  const issues: Issue[] = [];
  const exchanges: Exchange[] = [];
  const asked = new Map<string, Exchange>();
  const answered = new Set<string>();
  for (const item of items) {
    const exchange = isObject(item) ? readExchange(item) : undefined;
    if (exchange === undefined) {
      issues.push(unrecognizedItem(item, 'request or response of a model'));
      continue;
    }
    exchanges.push(exchange);
    const id = exchange.customId;
    if (id === undefined) continue;
    if (exchange.response === undefined && exchange.error === undefined && exchange.request !== undefined) asked.set(id, exchange);
    else answered.add(id);
  }

  const records = [];
  for (const exchange of exchanges) {
    const id = exchange.customId ?? '';
    const isAnswer = exchange.response !== undefined || exchange.error !== undefined;
    // The request stands with its answer.
    if (!isAnswer && answered.has(id)) continue;
    const ask = isAnswer ? asked.get(id) : undefined;
    const whole = ask === undefined ? exchange : { ...exchange, request: exchange.request ?? ask.request, source: [ask.source, exchange.source] };
    records.push(new ExchangeRecord(whole, records.length + 1));
  }
  return { records, feedback: [], issues };
}
