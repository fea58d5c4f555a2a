import type { TextRange } from '../core/analysis/search/query.ts';
import { suggest } from '../core/analysis/search/suggest.ts';
import type { Trace } from '../core/model/trace.ts';

/** What a search field offers to write. Its place is what it replaces in the text. */
export interface RunSearchOption extends TextRange {
  readonly type: 'field' | 'value' | 'recent';
  /** What to put there. A field ends with its colon, to go on after. */
  readonly text: string;
  /** The main name of the field that it is, or whose value it is; null for a whole query. */
  readonly field: string | null;
  /** In how many runs it occurs, as far as was counted; null where nothing was. */
  readonly count: number | null;
}

const MOST_RECENT = 10;

/** What could be written at a place: in an empty text what was searched before, else names and values; never what stands there already. */
export function optionsAt(text: string, caret: number, trace: Trace, recent: readonly string[]): RunSearchOption[] {
  const options = text.trim() === '' ? recentOptions(text, recent) : [];
  if (options.length > 0) return options;
  const others = suggest(text, caret, trace).filter((one) => text.slice(one.from, one.to).toLowerCase() !== one.text.toLowerCase());
  const rank = (one: RunSearchOption): number => (isContinued(one, text.slice(one.from, caret).toLowerCase()) ? 0 : 1);
  return others.toSorted((a, b) => rank(a) - rank(b));
}

/** Whether an option begins with what is begun, in its name or in its value: what only holds it somewhere is less likely meant. */
function isContinued({ type, text }: RunSearchOption, begun: string): boolean {
  const lower = text.toLowerCase();
  return lower.startsWith(begun) || (type === 'value' && lower.slice(lower.indexOf(':') + 1).replace(/^"/, '').startsWith(begun));
}

/** Whether options come by themselves: something is begun there. After a space, where anything could follow, they wait to be asked for. */
export function isBegun(options: readonly RunSearchOption[], caret: number): boolean {
  const first = options[0];
  return first !== undefined && (first.type !== 'field' || first.from < caret);
}

/** What is put in the place of an option, and where the person writes on: after a value that ends the text comes a space. */
export function insertionOf({ type, from, to, text }: RunSearchOption, query: string): { readonly text: string; readonly range: TextRange } {
  if (type !== 'value' || (to < query.length && query[to] !== ' ')) return { text, range: { from, to } };
  return { text: `${text} `, range: { from, to: query[to] === ' ' ? to + 1 : to } };
}

function recentOptions(text: string, recent: readonly string[]): RunSearchOption[] {
  const queries = new Set<string>();
  for (const query of recent) {
    if (queries.size === MOST_RECENT) break;
    // A field has one line.
    const line = query.replaceAll(/\s+/g, ' ').trim();
    if (line !== '') queries.add(line);
  }
  return Array.from(queries, (query) => ({ type: 'recent', text: query, field: null, count: null, from: 0, to: text.length }));
}
