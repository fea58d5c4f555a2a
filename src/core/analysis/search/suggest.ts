import type { Trace } from '../../model/trace.ts';
import { fieldNamed } from './fields.ts';
import type { TextRange } from './query.ts';
import { suggestedNames, suggestedValues, type SuggestedText } from './suggested-texts.ts';
import type { FieldToken, Token } from './token.ts';
import { tokensOf } from './tokens-of.ts';

/** What a person could mean to write. Its place is what it replaces in the query's text. */
export interface Suggestion extends TextRange {
  readonly type: 'field' | 'value';
  /** What to put there. A field ends with its colon, to go on after. */
  readonly text: string;
  /** The main name of the field that it is, or whose value it is. */
  readonly field: string;
  /** In how many runs it occurs, as far as was counted; null for fields. */
  readonly count: number | null;
}

/** The most suggestions for one place. */
const MOST = 20;

/**
 * What could be written at a place of a query: fields, then values that occur in the trace, the most frequent first; after
 * `kind:` only kinds. Of a large trace only a part is looked at, so that it never takes long. At most 20, and none where
 * anything could follow.
 *
 * @param caret where the person writes: 0 to the text's length
 */
export function suggest(text: string, caret: number, trace: Trace): Suggestion[] {
  const token = tokensOf(text).find(({ from, to }) => from < caret && caret <= to);
  if (token === undefined || isSign(token)) return placed(suggestedNames('', trace), { from: caret, to: caret });
  if (token.type === 'field') return inField(token, text, caret, trace);
  if (token.type === 'text' && token.value.isQuoted) return [];
  const begun = text.slice(token.from, caret);
  return placed([...suggestedNames(begun, trace), ...suggestedValues(begun, null, trace)], token);
}

function isSign({ type, from, to }: Token): boolean {
  return type === 'open' || type === 'close' || (type === 'not' && to - from === 1);
}

function inField(token: FieldToken, text: string, caret: number, trace: Trace): Suggestion[] {
  const { name, path, colon, written, from, to } = token;
  if (caret <= colon) return placed(suggestedNames(text.slice(from, caret), trace), { from, to: colon + 1 });
  const field = fieldNamed(name);
  if (field === undefined || path.length > 0 || (written.operator !== ':' && written.operator !== '~')) return [];
  const start = colon + (written.operator === '~' ? 2 : 1);
  if (caret < start) return [];
  const begun = text.slice(written.value?.isQuoted === true ? start + 1 : start, caret);
  return placed(suggestedValues(begun, field, trace), { from: start, to });
}

function placed(texts: readonly SuggestedText[], { from, to }: TextRange): Suggestion[] {
  return texts.slice(0, MOST).map((text) => ({ ...text, from, to }));
}
