import { isObject, type JsonObject } from '../json.ts';
import type { MessagePart } from './content.ts';
import { firstTextOf } from './fields.ts';

type Media = Extract<MessagePart, { type: 'media' }>;

/** Where media are a field of what describes them. */
export const MEDIA_HOLDERS: readonly string[] = [
  'inlineData', 'inline_data', 'fileData', 'file_data', 'image_url', 'input_audio', 'video_url', 'file', 'image', 'audio', 'video', 'document',
];

const HOLDERS = ['source', ...MEDIA_HOLDERS];
const PLACE = ['url', 'uri', 'image_url', 'audio_url', 'video_url', 'file_url', 'file_uri', 'fileUri'];
const DATA = ['data', 'base64', 'file_data', 'bytes', 'image', 'audio', 'video', 'file'];
const BLOB = [...DATA, 'content'];
const MIME_TYPE = ['mime_type', 'mimeType', 'media_type', 'mediaType'];
const FILE_ID = ['file_id', 'fileId'];
const DEEPEST = 4;

/** Reads an image, sound, film or file in the words of any provider; `undefined` if neither its place, its data nor its id is told. */
export function readMedia(part: JsonObject): Media | undefined {
  const words: unknown[] = [part['modality']];
  let url: string | null = null;
  let data: string | null = null;
  let mimeType: string | null = null;
  let format: string | null = null;
  let fileId: string | null = null;
  let place: JsonObject | undefined = part;
  for (let depth = 0; place !== undefined && depth < DEEPEST; depth++) {
    // Anthropic's plain-text documents are words, not media.
    if (place['type'] === 'text') return undefined;
    url ??= firstTextOf(place, PLACE);
    data ??= firstTextOf(place, place['type'] === 'blob' || place['type'] === 'binary' ? BLOB : DATA);
    mimeType ??= firstTextOf(place, MIME_TYPE);
    format ??= firstTextOf(place, ['format']);
    fileId ??= firstTextOf(place, FILE_ID);
    const here: JsonObject = place;
    const holder: string | undefined = HOLDERS.find((key) => isObject(here[key]));
    words.push(here['type'], holder);
    place = holder === undefined ? undefined : (here[holder] as JsonObject);
  }

  const content = url ?? data;
  if (content === null) {
    return fileId === null ? undefined : { type: 'media', modality: modalityIn([words[0], mimeType, ...words].join(' ')), mimeType, url, data, fileId };
  }
  const inline = /^data:([^;,]*)[^,]*;base64,/.exec(content.slice(0, 200));
  mimeType ??= inline?.[1] || null;
  const modality = modalityIn([words[0], mimeType, ...words].join(' '));
  if (modality !== 'document' && format !== null) mimeType ??= `${modality}/${format}`;
  if (inline !== null) return { type: 'media', modality, mimeType, url: null, data: content.slice(inline[0].length) };
  // The AI SDK has addresses and data in the same field.
  if (url === null && /^[a-z][a-z\d+.-]{1,20}:\/\//i.test(content)) return { type: 'media', modality, mimeType, url: content, data: null };
  return { type: 'media', modality, mimeType, url, data };
}

function modalityIn(words: string): Media['modality'] {
  return (/image|audio|video/.exec(words)?.[0] as Media['modality'] | undefined) ?? 'document';
}
