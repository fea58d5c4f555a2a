import type { Message, MessagePart } from '../../core/model/content/content.ts';
import { parseIfJson } from '../../core/model/json.ts';
import { jsonText } from '../primitives/json-text.ts';
import type { RunReading } from './run-reading.ts';
import type { RunInspectorPlace, RunInspectorSectionName } from './sections.ts';

/** Where a value of a payload is shown in a better way than in the payload. */
export interface ShownValue {
  readonly section: RunInspectorPlace;
  readonly item: number | null;
  /** What holds the value there, as a tree; null where it is shown as text. */
  readonly root: object | null;
  /** How far the holder is from the whole payload. */
  readonly depth: number;
}

/** Finds where values of a payload are shown. */
export interface ShownValues {
  /** @param holders what holds the value, from the whole payload on */
  readonly placeOf: (side: Message['side'], holders: readonly object[], text: string) => ShownValue | null;
}

type Place = Pick<ShownValue, 'section' | 'item'>;

interface Used {
  readonly holder: object | undefined;
  readonly nth: number;
}

/** Reads which texts and objects of the payloads an inspector shows as messages, documents, arguments and results. */
export function shownValues(reading: RunReading, sections: readonly RunInspectorSectionName[]): ShownValues {
  const objects = new Map<object, Place>();
  /** The places of a text on each side, in the order in which the payload has them. */
  const texts = { input: new Map<string, Place[]>(), output: new Map<string, Place[]>() };
  /** Which place of a text was last asked for, if it stands there more than once. */
  const used = { input: new Map<string, Used>(), output: new Map<string, Used>() };
  const addText = (side: Message['side'], text: string, place: Place): void => {
    const list = texts[side].get(text);
    if (list === undefined) texts[side].set(text, [place]);
    else list.push(place);
  };
  const add = (side: Message['side'], value: unknown, place: Place): void => {
    if (typeof value === 'string') addText(side, value, place);
    else if (typeof value === 'object' && value !== null && !objects.has(value)) {
      objects.set(value, place);
      // Many providers have arguments as text.
      const json = jsonText(value, MOST_JSON);
      if (json.length < MOST_JSON) addText(side, JSON_KEY + json, place);
    }
  };

  if (sections.includes('messages')) {
    for (const [item, { side, name, parts }] of reading.messages.entries()) {
      const place: Place = { section: 'messages', item };
      add(side, name, place);
      for (const part of parts) for (const value of valuesOf(part)) add(side, value, place);
    }
  }
  if (sections.includes('documents')) {
    for (const [item, { content, metadata }] of reading.documents.entries()) {
      addText('output', content, { section: 'documents', item });
      objects.set(metadata, { section: 'documents', item });
    }
  }
  if (sections.includes('arguments')) add('input', reading.arguments, { section: 'arguments', item: null });
  if (sections.includes('result')) add('output', reading.result, { section: 'result', item: null });

  return {
    placeOf: (side, holders, text) => {
      for (let depth = holders.length - 1; depth >= 0; depth--) {
        const root = holders[depth] as object;
        const place = objects.get(root);
        if (place !== undefined) return { ...place, root, depth };
      }
      const key = texts[side].has(text) ? text : jsonKeyOf(text);
      const places = key === null ? undefined : texts[side].get(key);
      if (key === null || places === undefined) return null;
      const holder = holders.at(-1);
      const last = used[side].get(key);
      // The same text in another object is another message.
      const nth = last === undefined ? 0 : last.holder === holder ? last.nth : Math.min(last.nth + 1, places.length - 1);
      used[side].set(key, { holder, nth });
      return { ...(places[nth] as Place), root: null, depth: 0 };
    },
  };
}

/** Longer JSON that came as text is found in the payload alone. */
const MOST_JSON = 20_000;
/** Apart from texts that are shown as they are. */
const JSON_KEY = '\0json ';

function jsonKeyOf(text: string): string | null {
  const parsed = text.length < MOST_JSON ? parseIfJson(text) : text;
  return parsed === text ? null : JSON_KEY + jsonText(parsed, MOST_JSON);
}

/** Whether a text is the JSON of a value, however it is written. */
export function isJsonOf(text: string, value: unknown): boolean {
  return typeof value === 'object' && value !== null && jsonKeyOf(text) === JSON_KEY + jsonText(value, MOST_JSON);
}

/** What of a part comes from the payload as it is. */
function valuesOf(part: MessagePart): readonly unknown[] {
  switch (part.type) {
    case 'text':
    case 'reasoning': return [part.text];
    case 'tool-call': return [part.call.name, part.call.arguments, part.call.result];
    case 'tool-result': return [part.name, part.result];
    case 'media': return [part.url];
    case 'other': return [part.value];
    default: return part satisfies never;
  }
}
