import { asNumber, asObject, asText, isObject, type JsonObject } from '../../model/json.ts';

/** A request to a model and what was answered, as far as the document has them. */
export interface Exchange {
  readonly request: JsonObject | undefined;
  readonly response: JsonObject | undefined;
  /** What went wrong, in the words of the provider or of a batch. */
  readonly error: JsonObject | undefined;
  /** What a batch calls the request. */
  readonly customId: string | undefined;
  /** What stands beside the bodies: a request's id, a status. */
  readonly around: JsonObject;
  /** The item as it was; of a batch's line, that of its request too. */
  readonly source: unknown;
}

const RESPONSES: ReadonlySet<unknown> = new Set(['chat.completion', 'response', 'text_completion']);

/** Whether an object is what a model answered: OpenAI's chat completions, responses, embeddings, Anthropic's messages. */
export function isResponse(body: JsonObject): boolean {
  if (RESPONSES.has(body['object'])) return true;
  if (body['object'] === 'list') return Array.isArray(body['data']) && asObject(body['data'][0])?.['object'] === 'embedding';
  return body['type'] === 'message' && 'content' in body && ('stop_reason' in body || 'usage' in body);
}

/** Whether an object is what a model was asked: a body with messages, an input or a prompt. */
export function isRequest(body: JsonObject): boolean {
  if ('run_type' in body || 'trace_id' in body || 'thread_id' in body || 'startTime' in body || 'object' in body) return false;
  if (Array.isArray(body['messages'])) return 'model' in body || (Object.keys(body).every((key) => TRAINING.has(key)) && isObject(body['messages'][0]));
  return typeof body['model'] === 'string' && !('id' in body) && ('input' in body || 'prompt' in body);
}

/** The fields of an example for fine-tuning, which is a request with its answer. */
const TRAINING: ReadonlySet<string> = new Set(['messages', 'tools', 'functions', 'parallel_tool_calls']);

/** Takes an item apart: a body, a pair of them, a line of a batch's input or output; undefined if it is none of these. */
export function readExchange(item: JsonObject): Exchange | undefined {
  const customId = asText(item['custom_id']);
  const none = { request: undefined, response: undefined, error: undefined, customId, around: {}, source: item };
  if (isResponse(item)) return { ...none, response: item, error: asObject(item['error']) };
  if (isRequest(item)) return { ...none, request: item };
  if (customId !== undefined && isObject(item['body'])) return { ...none, request: item['body'] };
  if (customId !== undefined && isObject(item['result'])) return readResult(item['result'], none);

  const outer = asObject(item['response']);
  const request = bodyOf(asObject(item['request']));
  if (outer === undefined && request === undefined && customId === undefined) return undefined;
  const body = bodyOf(outer);
  const isAnswer = body !== undefined && isResponse(body);
  if (!isAnswer && customId === undefined && !(request !== undefined && (isRequest(request) || 'model' in request))) return undefined;
  const failed = asObject(item['error']) ?? (isAnswer && (asNumber(outer?.['status_code']) ?? 0) < 400 ? asObject(body?.['error']) : errorIn(body));
  return { ...none, request, response: isAnswer ? body : undefined, error: failed, around: besideBody(outer) };
}

/** A line of Anthropic's batch results. */
function readResult(result: JsonObject, none: Exchange): Exchange {
  const { message, error, type } = result;
  return { ...none, response: asObject(message), error: errorIn(asObject(error)) ?? (isObject(message) ? undefined : { type }) };
}

/** Errors may stand inside of an object that says of itself that it is one. */
function errorIn(body: JsonObject | undefined): JsonObject | undefined {
  return asObject(body?.['error']) ?? body;
}

function bodyOf(value: JsonObject | undefined): JsonObject | undefined {
  return asObject(value?.['body']) ?? value;
}

function besideBody(outer: JsonObject | undefined): JsonObject {
  if (!isObject(outer?.['body'])) return {};
  const { body: _body, ...around } = outer;
  return around;
}
