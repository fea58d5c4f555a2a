import fc from 'fast-check';
import { buildTraces } from '../../../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../../../src/core/model/record.ts';
import { RUN_KINDS, RUN_STATUSES } from '../../../../src/core/model/run.ts';
import type { Trace } from '../../../../src/core/model/trace.ts';
import { forests } from '../../model/forests.ts';

/** A run as it is given, with plain values in all that queries ask about. */
export interface Given extends RunRecord {
  readonly name: string;
  readonly startTime: number;
  readonly endTime: number | null;
  readonly tags: readonly string[];
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** What a query asks, as a person would draw it. */
export type Asked =
  | { readonly join: 'and' | 'or'; readonly left: Asked; readonly right: Asked }
  | { readonly not: Asked }
  | { readonly term: string; readonly passes: (run: Given) => boolean };

/** Whether a run passes, by recursion and without any of the library's code. */
export function naively(asked: Asked, run: Given): boolean {
  if ('term' in asked) return asked.passes(run);
  if ('not' in asked) return !naively(asked.not, run);
  return asked.join === 'and' ? naively(asked.left, run) && naively(asked.right, run) : naively(asked.left, run) || naively(asked.right, run);
}

/** The same as a query's text, with as many parentheses as it needs and some that it does not. */
export function written(asked: Asked, spare: () => boolean): string {
  const within = (inner: Asked, isLoose: boolean): string => (isLoose || spare() ? `(${written(inner, spare)})` : written(inner, spare));
  if ('term' in asked) return asked.term;
  if ('not' in asked) return `${spare() ? 'NOT ' : '-'}${within(asked.not, !('term' in asked.not) || asked.not.term.startsWith('-'))}`;
  const isOr = asked.join === 'or';
  const isLoose = (inner: Asked): boolean => !isOr && 'join' in inner && inner.join === 'or';
  return `${within(asked.left, isLoose(asked.left))}${isOr ? ' OR ' : spare() ? ' AND ' : '  '}${within(asked.right, isLoose(asked.right))}`;
}

const WORDS = ['paris', 'Rome', 'par', 'is', 'ROM', 'café', '7', 'true', 'a b', 'x*y', 'say "hi"', '(x)', 'AND', '-v'];
const word = fc.constantFrom(...WORDS);
const payload = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.oneof(word, fc.constantFrom<unknown>(7, 0.5, true, false, null, '', 'Rome par is')),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('city', 'user.id', 'user', 'id', 'a b'), tie('value'), { maxKeys: 3 }),
  ),
})).value;

const given = fc.record({
  name: word,
  kind: fc.constantFrom(...RUN_KINDS),
  status: fc.constantFrom(...RUN_STATUSES),
  endTime: fc.option(fc.integer({ min: 0, max: 30 })),
  tags: fc.array(word, { maxLength: 2 }),
  error: fc.option(fc.record({ type: fc.constantFrom('ParError', 'Rome'), message: word })),
  model: fc.option(fc.record({ name: fc.constantFrom('gpt-4', 'par') })),
  usage: fc.option(fc.record({ input: fc.nat(9), output: fc.nat(9) })),
  inputs: payload,
  outputs: payload,
  metadata: fc.dictionary(fc.constantFrom('city', 'user.id', 'user'), payload, { maxKeys: 2 }),
});

/** Random traces, and what their runs were made of, in any order. */
export const tracesOfGiven: fc.Arbitrary<{ trace: Trace; given: readonly Given[] }> = forests(12).chain(({ parentOf, starts }) =>
  fc.array(given, { minLength: parentOf.length, maxLength: parentOf.length }).map((list) => {
    const records = list.map((one, at) => ({
      ...one, id: `r${at}`, traceId: 't', parentId: parentOf[at] === -1 ? null : `r${parentOf[at]}`, startTime: starts[at]!, endTime: one.endTime === null ? null : starts[at]! + one.endTime,
      // Figures of a run that holds others may be theirs, and then are not its own.
      usage: parentOf.includes(at) ? null : one.usage,
    }));
    return { trace: buildTraces(records)[0]!, given: records };
  }),
);

const lower = (value: unknown): string => String(value).toLowerCase();
const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;

/** All texts, numbers and booleans in a payload, by recursion. */
export function leavesOf(value: unknown): unknown[] {
  if (value === null || value === undefined) return [];
  return typeof value === 'object' ? Object.values(value).flatMap(leavesOf) : [value];
}

/** What a path leads to, by recursion: any split of the path into keys, and lists as if they were not there. */
function valuesAlong(value: unknown, path: readonly string[]): unknown[] {
  if (path.length === 0) return [value];
  if (Array.isArray(value)) return value.flatMap((one) => valuesAlong(one, path));
  if (typeof value !== 'object' || value === null) return [];
  return path.flatMap((_, length) => {
    const key = path.slice(0, length + 1).join('.');
    return key in value ? valuesAlong((value as Record<string, unknown>)[key], path.slice(length + 1)) : [];
  });
}

const textsOf = (run: Given): unknown[] => [run.name, ...leavesOf(run.model), ...run.tags, ...leavesOf(run.error), ...leavesOf(run.metadata), ...leavesOf(run.inputs), ...leavesOf(run.outputs)];
const isThere = (value: unknown): boolean => value != null && value !== '' && (typeof value !== 'object' || Object.keys(value).length > 0);
const usageOf = ({ usage }: Given) => (usage == null ? undefined : (usage.input ?? 0) + (usage.output ?? 0));
const secondsOf = ({ startTime, endTime }: Given) => (endTime === null ? Number.NaN : (endTime - startTime) / 1000);

const bareWord = fc.constantFrom('paris', 'par', 'IS', 'rom', 'é', '7', 'tru', 'x*y', 'gpt');
const path = fc.constantFrom('city', 'user.id', 'user', 'user.id.city', '"a b"');
const parts = (text: string): string[] => text.replaceAll('"', '').split('.');
const side = fc.constantFrom('input' as const, 'output' as const, 'metadata' as const);
const valueOf = (run: Given, name: 'input' | 'output' | 'metadata'): unknown => (name === 'metadata' ? run.metadata : name === 'input' ? run.inputs : run.outputs);

const terms: fc.Arbitrary<Asked> = fc.oneof(
  bareWord.map((text) => ({ term: text, passes: (run: Given) => textsOf(run).some((one) => lower(one).includes(lower(text))) })),
  word.map((text) => ({ term: quoted(text), passes: (run: Given) => textsOf(run).some((one) => lower(one).includes(lower(text))) })),
  fc.constantFrom(...RUN_KINDS).map((kind) => ({ term: `run_type:${kind}`, passes: (run: Given) => run.kind === kind })),
  fc.constantFrom(...RUN_STATUSES).map((status) => ({ term: `status:${status}`, passes: (run: Given) => run.status === status })),
  word.map((text) => ({ term: `name:${quoted(text)}`, passes: (run: Given) => lower(run.name) === lower(text) })),
  bareWord.map((text) => ({ term: `name:~${text}`, passes: (run: Given) => lower(run.name).includes(lower(text)) })),
  fc.constantFrom('p*', '*r*', '*s', 'p*i*s', '*').map((text) => ({ term: `name:${text}`, passes: (run: Given) => new RegExp(`^${text.replaceAll('*', '.*')}$`, 'i').test(run.name) })),
  word.map((text) => ({ term: `tags:${quoted(text)}`, passes: (run: Given) => run.tags.some((tag) => lower(tag) === lower(text)) })),
  fc.constant({ term: 'tag:*', passes: (run: Given) => run.tags.length > 0 }),
  fc.constant({ term: 'error:*', passes: (run: Given) => run.error != null }),
  fc.constant({ term: 'model:*', passes: (run: Given) => run.model != null }),
  fc.constant({ term: 'parent_id:*', passes: (run: Given) => run.parentId !== null }),
  bareWord.filter((text) => !text.includes('*')).map((text) => ({ term: `error:${text}`, passes: (run: Given) => leavesOf(run.error).some((one) => lower(one).includes(lower(text))) })),
  fc.integer({ min: 0, max: 30 }).map((ms) => ({ term: `latency:>${ms}ms`, passes: (run: Given) => secondsOf(run) > ms / 1000 })),
  fc.integer({ min: 0, max: 30 }).map((ms) => ({ term: `latency:<=${ms / 1000}`, passes: (run: Given) => secondsOf(run) <= ms / 1000 })),
  fc.tuple(fc.nat(18), fc.nat(18)).map(([low, high]) => ({ term: `tokens:[${low} TO ${high}}`, passes: (run: Given) => usageOf(run) !== undefined && usageOf(run)! >= low && usageOf(run)! < high })),
  fc.tuple(side, bareWord).filter(([, text]) => !text.includes('*')).map(([name, text]) => ({ term: `${name}:${text}`, passes: (run: Given) => leavesOf(valueOf(run, name)).some((one) => lower(one).includes(lower(text))) })),
  fc.tuple(side, path, word).map(([name, to, text]) => ({ term: `${name}.${to}:${quoted(text)}`, passes: (run: Given) => valuesAlong(valueOf(run, name), parts(to)).flatMap(leavesOf).some((one) => lower(one) === lower(text)) })),
  fc.tuple(side, path, bareWord).map(([name, to, text]) => ({ term: `${name}.${to}:~${text}`, passes: (run: Given) => valuesAlong(valueOf(run, name), parts(to)).flatMap(leavesOf).some((one) => lower(one).includes(lower(text))) })),
  fc.tuple(side, path).map(([name, to]) => ({ term: `${name}.${to}:*`, passes: (run: Given) => valuesAlong(valueOf(run, name), parts(to)).some(isThere) })),
  fc.tuple(side, path, fc.constantFrom(0, 0.5, 7, 8)).map(([name, to, figure]) => ({
    term: `${name}.${to}:>=${figure}`,
    passes: (run: Given) => valuesAlong(valueOf(run, name), parts(to)).flatMap(leavesOf).some((one) => (typeof one === 'number' || one === '7') && Number(one) >= figure),
  })),
);

/** Random queries. */
export const asked: fc.Arbitrary<Asked> = fc.letrec<{ asked: Asked }>((tie) => ({
  asked: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    terms,
    fc.record({ join: fc.constantFrom('and' as const, 'or' as const), left: tie('asked'), right: tie('asked') }),
    fc.record({ not: tie('asked') }),
  ),
})).asked;
