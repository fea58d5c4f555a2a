import { asArray, asNumber, asObject, asText } from '../../model/json.ts';
import type { RunRecord } from '../../model/record.ts';
import type { TimeInput } from '../../model/time.ts';
import { orUndefined } from '../known-moment.ts';
import type { Answer } from './chat-session.ts';
import { answerMessage, promptMessage, resultMessage } from './spoken.ts';

/** One answer of the model, seen as a run. */
export class AnswerRecord implements RunRecord {
  readonly kind = 'llm';
  readonly sourceKind = 'gemini';
  readonly id: string;
  readonly parentId: string;
  readonly traceId: string;
  readonly #answer: Answer;

  constructor(answer: Answer, sessionId: string, traceId: string) {
    this.id = answer.message.id;
    this.parentId = answer.turn?.id ?? sessionId;
    this.traceId = traceId;
    this.#answer = answer;
  }

  get name(): string {
    return this.model ?? 'gemini';
  }

  get model(): string | undefined {
    return asText(this.#answer.message.source['model']);
  }

  /** A session has only ends: a call begins when the last thing that it answers was written. */
  get startTime(): TimeInput {
    const { askedTime, message } = this.#answer;
    return orUndefined(askedTime <= message.time ? askedTime : message.time) as TimeInput;
  }

  get endTime(): TimeInput | undefined {
    return orUndefined(this.#answer.message.time);
  }

  /** Thoughts have times of their own: the first is the first that came of the answer. */
  get firstTokenTime(): TimeInput | undefined {
    return (asObject(asArray(this.#answer.message.source['thoughts'])[0])?.['timestamp'] ?? undefined) as TimeInput | undefined;
  }

  /** Gemini counts thoughts beside the answer, and what tools add to the prompt beside that. */
  get usage(): RunRecord['usage'] {
    const tokens = asObject(this.#answer.message.source['tokens']);
    if (tokens === undefined) return undefined;
    const { input, output, cached, thoughts, tool, total } = tokens;
    return {
      input: sum(input, tool), output: sum(output, thoughts), total: asNumber(total),
      inputDetails: { cacheRead: asNumber(cached), toolUse: asNumber(tool) || undefined }, outputDetails: { reasoning: asNumber(thoughts) },
    };
  }

  get inputs(): unknown {
    const { earlier, turn } = this.#answer;
    return earlier === undefined ? turn?.prompt.source['content'] : earlier.tools.map(({ call }) => ({ name: call['name'], result: call['result'] }));
  }

  get outputs(): unknown {
    const { content, thoughts } = this.#answer.message.source;
    const calls = this.#answer.tools.map(({ id, call }) => ({ id, name: call['name'], args: call['args'] }));
    return { content, ...(thoughts == null ? {} : { thoughts }), ...(calls.length === 0 ? {} : { toolCalls: calls }) };
  }

  /** What was added since the last answer: what came before that is told there. */
  get messages(): RunRecord['messages'] {
    const { earlier, turn } = this.#answer;
    const asked = earlier === undefined ? (turn === undefined ? [] : promptMessage(turn.prompt)) : earlier.tools.map(resultMessage);
    return { input: asked, output: answerMessage(this.#answer) };
  }

  get source(): unknown {
    return this.#answer.message.source;
  }
}

function sum(a: unknown, b: unknown): number | undefined {
  const [first, second] = [asNumber(a), asNumber(b)];
  return first === undefined ? second : first + (second ?? 0);
}
