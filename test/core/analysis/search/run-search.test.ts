import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { parseQuery } from '../../../../src/core/analysis/search/parse-query.ts';
import { createRunSearch, type RunSearchProcess } from '../../../../src/core/analysis/search/run-search.ts';
import { searchRuns } from '../../../../src/core/analysis/search/search-runs.ts';
import { buildTraces } from '../../../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../../../src/core/model/record.ts';
import type { Trace } from '../../../../src/core/model/trace.ts';
import { chain, fan, outline } from '../plants.ts';
import { asked, tracesOfGiven, written } from './asked.ts';

function traceOf(records: readonly Partial<RunRecord>[]): Trace {
  return buildTraces(records.map((record, at) => Object.defineProperties({ id: `r${at}`, name: `step ${at}`, traceId: 't', startTime: at, endTime: 9e6 }, Object.getOwnPropertyDescriptors(record))))[0]!;
}

/** Runs a search to its end by steps without any time; gives how many it took. */
function run(search: RunSearchProcess, query: string): number {
  search.start(parseQuery(query));
  let steps = 1;
  while (!search.step(0, () => 0)) steps++;
  return steps;
}

const found = (search: RunSearchProcess): number[] => Array.from(search.result().positions);

/** So many runs of which the text takes several steps. */
const wordy = (count: number, words: (at: number) => string): Trace => traceOf(Array.from({ length: count }, (_, at) => ({ inputs: { text: words(at).padEnd(5_000, ' lorem ipsum') } })));

describe('in steps', () => {
  test('finds the same as at once, whatever was searched before, and wherever that was stopped', () => {
    const word = fc.constantFrom('p', 'pa', 'par', 'paris', 'ri', 'rom', 'kind:llm', 'input:par', 'input:p', 'input.city:~p', 'input.city:~pa', 'name:*', 'x OR y');
    const typed = fc.array(fc.tuple(word, fc.boolean()), { minLength: 1, maxLength: 3 }).map((some) => some.map(([text, isNegated]) => (isNegated ? `-(${text})` : text)).join(' '));
    const drawn = fc.tuple(asked, fc.infiniteStream(fc.boolean())).map(([query, spares]) => written(query, () => spares.next().value));
    fc.assert(
      fc.property(tracesOfGiven, fc.array(fc.tuple(fc.oneof(typed, drawn), fc.nat(3)), { minLength: 1, maxLength: 6 }), ({ trace }, queries) => {
        const search = createRunSearch(trace);
        for (const [text, stop] of queries) {
          const query = parseQuery(text);
          search.start(query);
          expect(search.query).toBe(query);
          for (let step = 0; step < stop && !search.isDone; step++) search.step(0, () => 0);
        }
        while (!search.step(0, () => 0));
        expect(search.result()).toEqual(searchRuns(trace, search.query));
        expect(search.searched).toBe(trace.runs.length);
      }),
      { numRuns: 600 },
    );
  });

  test('a step ends when its time is over, and every step goes on', () => {
    const trace = wordy(200, (at) => `word${at}`);
    const search = createRunSearch(trace);
    search.start(parseQuery('word150'));
    expect(search.isDone).toBe(false);
    let time = 0;
    let asks = 0;
    const now = (): number => {
      asks++;
      return time++;
    };
    const seen: number[] = [];
    // Each look at the clock is a millisecond.
    while (!search.step(5, now)) {
      expect(asks).toBe(6);
      asks = 0;
      seen.push(search.searched);
    }
    expect(seen.length).toBeGreaterThan(5);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(search.isDone).toBe(true);
    expect(found(search)).toEqual([150]);
    expect(search.step(5, now)).toBe(true);
  });

  test('what is found can be read before the end', () => {
    const trace = wordy(300, (at) => (at % 3 === 0 ? 'third' : ''));
    const search = createRunSearch(trace);
    search.start(parseQuery('third'));
    while (search.searched < 100) search.step(0, () => 0);
    const { count, positions, ancestors } = search.result();
    expect(count).toBe(search.count);
    expect(Array.from(positions)).toEqual(Array.from({ length: count }, (_, at) => 3 * at));
    expect(ancestors).toHaveLength(300);
    const early = search.result();
    while (!search.step(0, () => 0));
    expect(early.count).toBe(count);
    expect(search.count).toBe(100);
  });

  test('before the start, and after an empty query, nothing is found', () => {
    const search = createRunSearch(outline('a\n  b'));
    expect([search.isDone, search.count, search.searched, search.query.text]).toEqual([true, 0, 0, '']);
    expect(search.step(5, () => 0)).toBe(true);
    expect(run(search, '')).toBe(1);
    expect(run(search, 'nope:1')).toBe(1);
    expect(search.result().matches).toEqual(Uint8Array.of(0, 0));
  });
});

describe('what was found before', () => {
  /** A trace that counts how often its payloads are read. */
  function counted(count: number, inputsOf: (at: number) => unknown) {
    const read = vi.fn<(at: number) => void>();
    const trace = traceOf(
      Array.from({ length: count }, (_, at) => ({
        get inputs() {
          read(at);
          return inputsOf(at);
        },
      })),
    );
    const search = createRunSearch(trace);
    return { trace, search, read, reads: () => read.mock.calls.splice(0).map(([at]) => at) };
  }

  test('texts are made once', () => {
    const { trace, search, reads } = counted(5, (at) => `word${at}`);
    run(search, 'word');
    expect(reads()).toEqual([0, 1, 2, 3, 4]);
    run(search, 'other');
    run(search, 'word3');
    run(createRunSearch(trace), 'word4');
    expect(reads()).toEqual([]);
  });

  test('columns need no texts', () => {
    const { search, reads } = counted(5, () => 'x');
    run(search, 'kind:llm latency:>1s OR name:~step -error:* tag:a depth:0');
    expect(reads()).toEqual([]);
  });

  test('what is cheap is asked first', () => {
    const { search, reads } = counted(5, () => 'x');
    run(search, 'x name:"step 3"');
    expect(reads()).toEqual([3]);
    run(search, 'input.a:x OR (name:* AND input.b:*)');
    // The first condition is asked of all of them; only the second one is cheap in part.
    expect(reads().length).toBeLessThanOrEqual(10);
    run(search, '-(name:"step 1" x) name:"step 1"');
    expect(reads()).toEqual([1]);
  });

  test('while a person types on, only what was found is looked at', () => {
    const { search, reads } = counted(9, (at) => ({ text: at % 2 === 0 ? 'parrot' : 'owl' }));
    run(search, 'input.text:~par');
    expect(reads()).toHaveLength(9);
    run(search, 'input.text:~parro');
    expect(reads()).toEqual([0, 2, 4, 6, 8]);
    run(search, 'input.text:~parrot name:*');
    expect(reads()).toEqual([0, 2, 4, 6, 8]);
    // Back again: what was found is sure, and the rest is not.
    run(search, 'input.text:~par');
    expect(reads()).toEqual([1, 3, 5, 7]);
    run(search, 'input.text:~pax');
    expect(reads()).toHaveLength(9);
    run(search, '-input.text:~par');
    expect(reads()).toHaveLength(9);
    run(search, '-input.text:~pa');
    expect(reads()).toHaveLength(9);
  });
});

describe('runs with much text', () => {
  const MB = 1_000_000;

  test('a payload of 10 MB takes many steps, and a word is found wherever it lies', () => {
    const text = 'Lorem ipsum '.repeat(10 * MB / 12);
    const search = createRunSearch(traceOf([{ inputs: { text: `${text}NEEDLE in a haystack${text}` } }]));
    expect(run(search, 'needle')).toBeGreaterThan(400);
    expect(found(search)).toEqual([0]);
    expect(run(search, 'haystack "needle haystack"')).toBeGreaterThan(50);
    expect(found(search)).toEqual([]);
    run(search, '"needle in a hay"');
    expect(found(search)).toEqual([0]);
  });

  test('also on the edge of a page, in letters of two units, and longer than a page', () => {
    const long = 'abc😀'.repeat(30_000);
    const payloads = Array.from({ length: 24 }, (_, at) => `${'x'.repeat(65_536 - 12 + at)}𐐀needle𐐀${'y'.repeat(99_999)}`);
    const trace = traceOf([...payloads.map((inputs) => ({ inputs })), { inputs: { a: ['-', `>${long}<`] } }]);
    const search = createRunSearch(trace);
    for (const query of ['𐐨NEEDLE𐐨', 'input:𐐨needle', 'needle𐐀', 'needle -kind:llm']) {
      run(search, query);
      expect(found(search)).toEqual(payloads.map((_, at) => at));
    }
    for (const query of [long, `input:~>${long}`, `input.a:~${long}<`, `input.a:">${long}<"`]) {
      run(search, query);
      expect(found(search)).toEqual([24]);
    }
    run(search, `${long}abc`);
    expect(found(search)).toEqual([]);
  });

  test('words never reach from one value into the next', () => {
    const search = createRunSearch(traceOf([{ name: 'ab', tags: ['cd'], inputs: ['ef', 'gh'], outputs: { ij: 'kl' } }]));
    for (const query of ['abcd', 'cdef', 'efgh', '"ef gh"', 'ghkl', 'ij', '"ef\0gh"']) {
      run(search, query);
      expect(found(search)).toEqual([]);
    }
  });
});

describe('data of any shape and size', { timeout: 30_000 }, () => {
  const DEEP = 100_000;
  const nest = (wrap: (value: unknown) => unknown): unknown => {
    let value: unknown = 'needle';
    for (let level = 0; level < DEEP; level++) value = wrap(value);
    return value;
  };
  const matches = (record: Partial<RunRecord>, query: string): boolean => searchRuns(traceOf([record]), parseQuery(query)).count === 1;

  test.each<[string, (value: unknown) => unknown]>([
    ['lists', (value) => [value]],
    ['objects', (value) => ({ a: value })],
    ['both', (value) => ({ a: [value, 1] })],
  ])('%s 100,000 deep', (_, wrap) => {
    const value = nest(wrap);
    for (const inputs of [value, { a: value }, [value]]) {
      expect(matches({ inputs }, 'needle')).toBe(true);
      expect(matches({ inputs }, 'input:needle -input:hay')).toBe(true);
      expect(matches({ inputs: { q: inputs } }, 'input.q:~needle input.q:* -input.b:*')).toBe(true);
    }
  });

  test('a path as deep as the payload', () => {
    expect(matches({ inputs: nest((a) => ({ a })) }, `input${'.a'.repeat(DEEP)}:needle`)).toBe(true);
    expect(matches({ inputs: nest((a) => ({ a })) }, `input${'.a'.repeat(DEEP + 1)}:needle`)).toBe(false);
  });

  test('objects that hold themselves, or each other in many ways', () => {
    const ring: Record<string, unknown> = { text: 'needle' };
    ring['self'] = [ring, { ring }];
    ring['again'] = ring;
    let tower: unknown = 'needle';
    for (let level = 0; level < 20; level++) tower = [tower, tower];
    const list: unknown[] = ['needle'];
    list.push(list);
    for (const inputs of [ring, tower, list]) {
      expect(matches({ inputs }, 'needle')).toBe(true);
      expect(matches({ inputs: { a: inputs } }, 'input.a:~needle input.a:* -input.a:needles')).toBe(true);
    }
    expect(matches({ inputs: list }, '-input.b:*')).toBe(true);
  });

  test('values that are no JSON', () => {
    const odd = { at: new Date(0), never: new Date(Number.NaN), big: 12n, sign: Symbol('needle'), run: () => 'needle', bytes: new Uint8Array(9), map: new Map([['a', 'needle']]), nan: Number.NaN, bare: Object.assign(Object.create(null) as object, { a: 'bare' }) };
    expect(matches({ inputs: odd }, '1970-01-01 input.big:12 input.big:>11 nan bare')).toBe(true);
    expect(matches({ inputs: odd }, 'needle')).toBe(false);
  });

  test('fields with names that objects have anyway', () => {
    const inputs = JSON.parse('{"__proto__": {"a": "needle"}, "constructor": "x"}') as unknown;
    expect(matches({ inputs }, 'needle input.__proto__.a:needle input.constructor:x')).toBe(true);
    expect(matches({ inputs: {} }, 'input.constructor:*')).toBe(false);
    expect(matches({ metadata: { a: 1 } }, 'metadata.toString:* OR metadata.__proto__:*')).toBe(false);
  });

  test('vectors are passed over, short lists of numbers are not', () => {
    const vector = Array.from({ length: 1_536 }, () => 0.25);
    expect(matches({ outputs: { embedding: vector, model: 'small' } }, '0.25')).toBe(false);
    expect(matches({ outputs: { embedding: vector, model: 'small' } }, 'small')).toBe(true);
    expect(matches({ outputs: [0.25, 0.5] }, '0.25')).toBe(true);
  });

  test('a list of a million values, and a text of a million lines', () => {
    expect(matches({ inputs: Array.from({ length: 1_000_000 }, (_, at) => (at === 999_999 ? 'needle' : 'hay')) }, 'needle input.999999:needle')).toBe(true);
    expect(matches({ inputs: 'hay\n'.repeat(1_000_000) }, '"hay\nhay" input:"hay\nhay" -needle')).toBe(true);
  });

  test('many runs: a chain of 100,000, and 200,000 siblings', () => {
    const deep = searchRuns(chain(100_000), parseQuery('depth:99999'));
    expect(deep.count).toBe(1);
    expect(deep.ancestors.indexOf(0)).toBe(99_999);
    const wide = searchRuns(fan(200_000), parseQuery('-step OR depth:1 step'));
    expect(wide.count).toBe(200_000);
    expect(wide.ancestors.indexOf(0)).toBe(1);
  });

  test('many conditions', () => {
    const trace = traceOf([{ name: 'a' }, { name: 'b' }]);
    const count = (text: string): number => searchRuns(trace, parseQuery(text)).count;
    expect(count('name:a '.repeat(DEEP))).toBe(1);
    expect(count(`${'name:c OR '.repeat(DEEP)}name:b`)).toBe(1);
    expect(count(`${'-('.repeat(DEEP)}name:a${')'.repeat(DEEP)}`)).toBe(1);
    expect(count(`${'(name:c OR -name:a '.repeat(DEEP / 10)}name:b${')'.repeat(DEEP / 10)}`)).toBe(1);
    expect(count('a '.repeat(1_000))).toBe(1);
  });
});
