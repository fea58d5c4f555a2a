import { asArray, asObject, asText, isObject } from '../json.ts';
import type { Citation } from './content.ts';
import { firstTextOf } from './fields.ts';

const TITLE = ['title', 'document_title', 'documentTitle', 'filename', 'file_id'];
const URL = ['url', 'uri', 'source'];
const TEXT = ['cited_text', 'citedText', 'quote', 'text'];

/**
 * What a piece of text cites: Anthropic's `citations`, OpenAI's `annotations`, Bedrock's `citations` with their source
 * content; `undefined` if there are none.
 */
export function readCitations(list: unknown): readonly Citation[] | undefined {
  const citations = asArray(list).filter(isObject).map((value): Citation => {
    // OpenAI's chat has the citation in a field that bears the name of its type.
    const fields = { ...value, ...asObject(value[asText(value['type']) ?? '']) };
    const words = asArray(value['sourceContent']).flatMap((piece) => asText(asObject(piece)?.['text']) ?? []);
    return { title: firstTextOf(fields, TITLE), url: firstTextOf(fields, URL), text: firstTextOf(fields, TEXT) ?? (words.length > 0 ? words.join('\n') : null), value };
  });
  return citations.length > 0 ? citations : undefined;
}
