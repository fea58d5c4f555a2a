import type { Trace } from '../../model/trace.ts';
import { figurePasses, leafPasses } from './leaf-test.ts';
import { payloadPasses } from './payload-test.ts';
import { payloadSource } from './payload-source.ts';
import type { QueryTerm, QueryTest } from './query.ts';
import type { RunTexts } from './run-texts.ts';
import { FIGURES, TEXTS } from './run-values.ts';
import type { Paused, Work } from './work.ts';

/** Whether runs of a trace are what one term asks for. */
export interface TermTest {
  /** How dear it is, so that what is cheap is asked first: 0 for what columns know, 1 for payloads, 2 for whole texts. */
  readonly cost: 0 | 1 | 2;
  /** Whether the run at a position passes; undefined if that takes longer to find out. */
  readonly passes: (at: number) => boolean | undefined;
  /** The same, however long it takes; null if it never does. */
  readonly passesSlowly: ((at: number) => Paused<boolean>) | null;
}

/** What the terms of a search have in common. */
export interface SearchSurroundings {
  readonly trace: Trace;
  readonly texts: RunTexts;
  readonly work: Work;
}

/** How to find out whether runs pass a term that was understood. */
export function termTest(term: QueryTerm, test: QueryTest, around: SearchSurroundings): TermTest {
  if (term.field === null) return textTest(test, around);
  const isFigure = Object.hasOwn(FIGURES, term.field);
  if (isFigure || (term.path.length === 0 && Object.hasOwn(TEXTS, term.field))) return columnTest(term.field, test, around);
  return payloadTest(term.field, term.path, test, around);
}

function columnTest(field: string, test: QueryTest, { trace }: SearchSurroundings): TermTest {
  const figureOf = FIGURES[field];
  const textOf = TEXTS[field];
  const passes = (at: number): boolean => {
    const run = trace.runs[at]!;
    if (figureOf !== undefined) return figurePasses(figureOf(run, at, trace) ?? Number.NaN, test);
    const text = textOf?.(run) ?? null;
    if (text === null) return false;
    return typeof text === 'string' ? leafPasses(text, test) : text.some((one) => leafPasses(one, test));
  };
  return { cost: field === 'event' ? 1 : 0, passes, passesSlowly: null };
}

function payloadTest(field: string, path: readonly string[], test: QueryTest, { trace, texts, work }: SearchSurroundings): TermTest {
  const source = payloadSource(field, path, trace);
  // Whatever a payload contains, the run's whole text contains too, and that is kept.
  const isInText = test.type === 'contains' && field !== 'event' && field !== 'feedback';
  return {
    cost: 1,
    passes: (at) => (isInText && texts.has(at, test.text) === false ? false : undefined),
    passesSlowly: (at) => payloadPasses(source?.payloadOf(trace.runs[at]!), source?.path ?? [], test, work),
  };
}

function textTest(test: QueryTest, { texts }: SearchSurroundings): TermTest {
  const needle = test.type === 'contains' ? test.text : '';
  return { cost: 2, passes: (at) => texts.has(at, needle), passesSlowly: (at) => texts.hasSlowly(at, needle) };
}
