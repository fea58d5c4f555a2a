import type { Message, MessagePart } from '../../core/model/content/content.ts';
import { jsonText } from '../primitives/json-text.ts';

/** What a closed message says of itself. */
export interface MessageFacts {
  /** Characters of its words. */
  readonly size: number;
  /** How it begins. */
  readonly preview: string;
}

const PREVIEW = 140;

export function messageFacts(message: Message): MessageFacts {
  let size = 0;
  let preview = '';
  for (const part of message.parts) {
    size += sizeOf(part);
    if (preview === '') preview = previewOf(part);
  }
  return { size, preview };
}

/** Messages that are open at first, of those from a place on. */
const LAST_INPUTS = 3;
/** Longer ones are closed at first, but for an answer. */
const LONG = 6_000;

/** Whether a message is open at first: the last ones and the answer, as they are what the call was about. */
export function isOpenAtFirst(message: Message, place: number, inputs: number, size: number): boolean {
  return message.side === 'output' || (place >= inputs - LAST_INPUTS && size <= LONG);
}

function sizeOf(part: MessagePart): number {
  if (part.type === 'text' || part.type === 'reasoning') return part.text.length;
  return part.type === 'tool-result' && typeof part.result === 'string' ? part.result.length : 0;
}

function previewOf(part: MessagePart): string {
  switch (part.type) {
    case 'text': return part.text.slice(0, PREVIEW);
    case 'tool-call': return `→ ${part.call.name}`;
    case 'tool-result': return typeof part.result === 'string' ? part.result.slice(0, PREVIEW) : jsonText(part.result, PREVIEW);
    case 'media': return part.mimeType ?? part.modality;
    case 'other': return jsonText(part.value, PREVIEW);
    case 'reasoning': return '';
    default: return part satisfies never;
  }
}
