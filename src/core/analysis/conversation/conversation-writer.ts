import type { Message, MessagePart } from '../../model/content/content.ts';
import { messagesOf } from '../../model/content/messages-of.ts';
import { toolCallsOf } from '../../model/content/tool-calls-of.ts';
import { parseIfJson } from '../../model/json.ts';
import type { Run } from '../../model/run.ts';
import type { Trace } from '../../model/trace.ts';
import { commonMessages } from '../prompt-prefix.ts';
import { HandedOn } from './handed-on.ts';
import { payloadWords } from './payload-words.ts';
import { Transcript, type Place } from './transcript.ts';
import type { Entry } from './turn-draft.ts';
import { TurnWriter } from './turn-writer.ts';
import { isSameUnit, isUser, messagesIn, unitOf, unitsOf, type Unit } from './unit.ts';

interface Fresh {
  readonly place: Place<Entry>;
  readonly unit: Unit;
  /** Whether it stands after all answers of its prompt. */
  readonly isAsked: boolean;
}

/** Writes what runs told and were told, in the order of reading: every message once, however often it is repeated. */
export class ConversationWriter {
  readonly out: TurnWriter = new TurnWriter();
  readonly #transcript = new Transcript<Entry>();
  readonly #systems = new Set<string>();
  /** The tries of a prompt that failed, by its end. */
  readonly #failed = new Map<Place<Entry>, { readonly first: Entry; count: number }>();
  #traceNumber = 0;
  /** How many messages were looked at. */
  messages = 0;

  beginTrace(trace: Trace): void {
    this.#traceNumber++;
    this.out.beginTrace(trace);
  }

  /** What was handed to a run that others work for. It opens a turn. */
  open(run: Run): void {
    const { out } = this;
    out.beginUnlessNew(true);
    const given = messagesOf(run).filter(({ side }) => side === 'input');
    if (given.length > 0) {
      this.#tellPrompt(run, given, true);
      return;
    }
    const words = payloadWords(run.inputs, 'input');
    if (words === null) return;
    const entry = out.put({ type: 'payload', id: out.id(run, 'input'), run, side: 'input', value: run.inputs, ...words }, false);
    out.turn.ask(words.text ?? '', { entry, unit: null, place: null });
  }

  /** What such a run handed on, as far as no run inside of it said it. */
  close(run: Run): void {
    const { out } = this;
    const made = messagesOf(run).filter(({ side }) => side === 'output');
    if (made.length > 0) {
      const handedOn = new HandedOn(out, run);
      this.#transcript.tell(unitsOf(made.filter(({ role }) => !isSystem(role))), this.#traceNumber, handedOn);
      handedOn.end();
      return;
    }
    const words = payloadWords(run.outputs, 'output');
    if (words === null || this.#isSaid(words.text, run.outputs)) return;
    out.put({ type: 'payload', id: out.id(run, 'output'), run, side: 'output', value: run.outputs, ...words });
  }

  /**
   * A model call.
   *
   * @param isAskedDirectly whether nothing is around it that tells what was asked: then its prompt does
   */
  call(run: Run, isAskedDirectly: boolean): void {
    const { out } = this;
    const messages = messagesOf(run);
    this.messages += messages.length;
    const given = messages.filter(({ side }) => side === 'input');
    const made = withoutEcho(given, messages.slice(given.length));
    const end = this.#tellPrompt(run, given, isAskedDirectly);
    const name = made.find((message) => message.name !== null)?.name ?? null;
    const entry = out.put({ type: 'model', id: out.id(run, 'model'), run, name, parts: made.flatMap(({ parts }) => parts).filter(isWord), attempt: null });
    this.#countTry(end, entry);
    for (const call of toolCallsOf(run)) out.putCall(run, call);

    const units = unitsOf(made);
    const answered = this.#transcript.answer(end, units, this.#traceNumber, entry);
    answered.system = end.system;
    for (const { part } of units) if (part?.type === 'text') out.turn.say(part.text, entry);
  }

  /** A run that failed or was interrupted, unless an item tells the same error. */
  stop(run: Run): void {
    const { out } = this;
    if (!out.turn.errors.has(run.error?.message ?? '')) out.put({ type: 'stop', id: out.id(run, 'stop'), run });
  }

  /** Tells a prompt, and gives its end. */
  #tellPrompt(run: Run, given: readonly Message[], isAskedDirectly: boolean): Place<Entry> {
    const systems = given.findIndex(({ role }) => !isSystem(role));
    const first = systems === -1 ? given.length : systems;
    const fresh: Fresh[] = [];
    const { known, end } = this.#transcript.tell(unitsOf(given.slice(first)), this.#traceNumber, {
      isAsked: null,
      hear: (place, unit, isNew, isAsked) => {
        if (isNew) fresh.push({ place, unit, isAsked });
        return undefined;
      },
    });
    if (first > 0) this.#tellSystem(run, given.slice(0, first), known, end);
    if (isAskedDirectly) this.#writeAsked(run, fresh);
    else this.#writePrompt(run, fresh);
    return end;
  }

  #tellSystem(run: Run, messages: readonly Message[], known: Place<Entry>, end: Place<Entry>): void {
    const text = messages.flatMap(({ parts }) => parts.flatMap((part) => (part.type === 'text' ? [part.text] : []))).join('\n');
    // A prompt that goes on with what was said is compared with that; one that begins anew, with all.
    const isKnown = known.system === text || (known.system === null && this.#systems.has(text));
    this.out.putAhead(isKnown ? null : { type: 'system', id: this.out.id(run, 'system'), run, messages });
    this.#systems.add(text);
    end.system = text;
  }

  /** Writes messages as they are: what a person says after an answer opens a turn. */
  #writeAsked(run: Run, fresh: readonly Fresh[]): void {
    const { out } = this;
    let last: Message | null = null;
    let words: MessagePart[] | null = null;
    let entry: Entry | null = null;
    for (const { place, unit } of fresh) {
      const { message, part } = unit;
      const isWordPart = part !== null && part.type !== 'tool-call' && part.type !== 'tool-result';
      if (isWordPart && words !== null && last === message) words.push(part);
      else {
        words = isWordPart ? [part] : null;
        if (isUser(unit)) {
          out.beginUnlessNew(false);
          entry = out.putAsked(run, place, unit);
        } else if (part?.type === 'tool-call') entry = out.knownCall(part.call) ?? out.putEntry(out.toldCall(run, part.call, message));
        else if (part?.type === 'tool-result') entry = out.knownResult(part) ?? out.putEntry(out.toldResult(run, part));
        else entry = out.put(out.message(run, message, words ?? message.parts));
      }
      place.told = entry;
      last = message;
    }
  }

  /** Writes what an application told a model of its own accord, but for what is known as asked or answered. */
  #writePrompt(run: Run, fresh: readonly Fresh[]): void {
    const { out } = this;
    const { turn } = out;
    const rest: Unit[] = [];
    const asked: Fresh[] = [];
    for (const one of fresh) {
      const { unit, isAsked } = one;
      const { part } = unit;
      const repeated = turn.askedAs(unit);
      const known = part?.type === 'tool-result' ? out.knownResult(part) : part?.type === 'tool-call' ? out.knownCall(part.call) : repeated?.entry;
      if (repeated !== undefined) repeated.place = one.place;
      if (known !== undefined) one.place.told = known;
      else if (isUser(unit) && isAsked && turn.lastAsked === null) asked.push(one);
      else rest.push(unit);
    }
    if (rest.length > 0) out.put({ type: 'prompt', id: out.id(run, 'prompt'), run, messages: messagesIn(rest) }, false);
    for (const { place, unit } of asked) place.told = out.putAsked(run, place, unit);
  }

  /** Whether a model said these words, or this JSON, in the turn. */
  #isSaid(text: string | null, value: unknown): boolean {
    const { turn } = this.out;
    if (text !== null) return turn.saidBy(text) !== undefined;
    return isSameUnit(unitOf({ type: 'other', value: parseIfJson(turn.lastSaid) }), unitOf({ type: 'other', value: parseIfJson(value) }));
  }

  /** Numbers the tries of one prompt, once another one follows those that failed. */
  #countTry(end: Place<Entry>, entry: Entry): void {
    const failed = this.#failed.get(end);
    const count = failed?.first.turn === entry.turn ? failed.count : 0;
    if (failed !== undefined && count > 0) {
      number(entry, count + 1);
      if (count === 1) number(failed.first, 1);
    }
    if (entry.item.run.status !== 'error') this.#failed.delete(end);
    else if (failed !== undefined && count > 0) failed.count++;
    else this.#failed.set(end, { first: entry, count: 1 });
  }
}

function number(entry: Entry, attempt: number): void {
  if (entry.item.type === 'model') entry.turn.change(entry, { ...entry.item, attempt });
}

const isSystem = (role: string): boolean => role === 'system' || role === 'developer';
const isWord = (part: MessagePart): boolean => part.type !== 'tool-call' && part.type !== 'tool-result' && !(part.type === 'text' && part.text.trim() === '');

/** What hands a whole conversation on has those messages that it was given in its output again. */
function withoutEcho(given: readonly Message[], made: readonly Message[]): readonly Message[] {
  return given.length > 0 && made.length > given.length && commonMessages(given, made) === given.length ? made.slice(given.length) : made;
}
