import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentsOf, messagesOf, readTraces, toolCallsOf, type ReadResult, type Run, type Trace } from '../../../src/core/index.ts';
import { parse } from './fixtures.ts';
import { mutate, mutations } from './mutations.ts';

/** A run as the raw JSON tells it, read by other means than the format's. Times are nanoseconds since 1970. */
export interface RawRun {
  readonly id: string;
  readonly traceId: string;
  readonly parentId: string | null;
  readonly start: bigint;
  readonly end: bigint | null;
}

/** What even a damaged document still holds. */
export interface Survivors {
  /** Ids of runs that can be identified. */
  readonly ids: ReadonlySet<string>;
  /** Runs that are there, but have lost their id. */
  readonly nameless: number;
}

/** A format, with documents in it and an independent reading of them. */
export interface FormatUnderTest {
  readonly id: string;
  /** The format's own entry. */
  readonly read: (input: unknown) => ReadResult;
  /** Texts of documents, JSON or JSONL, by name. */
  readonly files: Readonly<Record<string, string>>;
  /** How many runs a text holds, by looking at the text alone. */
  readonly countRecords: (text: string) => number;
  /** The runs of an undamaged document. */
  readonly recordsOf: (document: unknown) => RawRun[];
  /** Names of lists whose order says nothing, the document itself aside. */
  readonly lists: readonly string[];
  readonly survivorsOf: (document: unknown) => Survivors;
}

/** How long, in ms, the documents of one format are damaged in all: on a slow machine fewer mutants have to do. */
const PATIENCE = 6000;

/** What every format must do, over all its files. */
export function describeFormat(format: FormatUnderTest): void {
  const { id, read, files, countRecords, recordsOf, lists, survivorsOf } = format;
  const cases = Object.entries(files).map(([name, text]) => ({ name, text, document: parse(text), raw: recordsOf(parse(text)) }));

  describe.each(cases)('$name', ({ text, document, raw }) => {
    test('is recognized as text, as parsed JSON and line by line, and reads the same', () => {
      const expected = summaryOf(read(text));
      expect(readTraces(text).format).toBe(id);
      expect(readTraces(document).format).toBe(id);
      expect(summaryOf(readTraces(text))).toEqual(expected);
      expect(summaryOf(readTraces(document))).toEqual(expected);
      expect(summaryOf(readTraces(`\ufeff  ${text}\n`))).toEqual(expected);
      expect(summaryOf(readTraces(JSON.stringify(document, null, 3)))).toEqual(expected);
      expect(summaryOf(readTraces(document, { format: id }))).toEqual(expected);
      const lines = (Array.isArray(document) ? document : [document]).map((item) => JSON.stringify(item));
      expect(summaryOf(readTraces(lines.join('\n')))).toEqual(expected);
      expect(summaryOf(readTraces(`${lines.join('\r\n\r\n')}\r\n`))).toEqual(expected);
    });

    test('has every run that the raw JSON has, once', () => {
      const runs = runsOf(read(text));
      expect(runs.map((run) => run.id).toSorted()).toEqual(raw.map((run) => run.id).toSorted());
      expect(runs).toHaveLength(countRecords(text));
      expect(new Set(runs.map((run) => `${run.traceId} ${run.id}`)).size).toBe(runs.length);
    });

    test('has the parents that the raw JSON has, where they exist', () => {
      const { traces } = read(text);
      for (const record of raw) {
        const trace = traces.find((candidate) => candidate.id === record.traceId)!;
        const parent = raw.some((other) => other.traceId === record.traceId && other.id === record.parentId) ? record.parentId : null;
        expect([record.id, trace.get(record.id)!.parentId]).toEqual([record.id, parent]);
        if (parent === null && record.parentId !== null) expect(trace.issues).toContainEqual(expect.objectContaining({ code: 'orphan', runId: record.id }));
      }
    });

    test('has times exact to the nanosecond', () => {
      for (const trace of read(text).traces) {
        const records = raw.filter((record) => record.traceId === trace.id);
        const epoch = records.map(({ start }) => start).reduce((a, b) => (b < a ? b : a));
        expect(trace.startNanoseconds).toBe(epoch);
        for (const { id: runId, start, end } of records) {
          const run = trace.get(runId)!;
          expect([runId, nanoseconds(run.start), run.end === null ? null : nanoseconds(run.end)]).toEqual([runId, start - epoch, end === null ? null : (end < start ? start : end) - epoch]);
        }
      }
    });

    test('is in reading order, with figures that are figures', () => {
      for (const trace of read(text).traces) expectSound(trace);
    });

    test('reads the same twice, and leaves what it reads as it was', () => {
      const given = parse(text);
      const first = read(given);
      expect(summaryOf(read(given))).toEqual(summaryOf(first));
      for (const run of runsOf(first)) lookAtPayloads(run);
      expect(summaryOf(first)).toEqual(summaryOf(read(text)));
      expect(given).toEqual(parse(text));
    });

    test('reads the same tree from a shuffled document', () => {
      const tree = (result: ReadResult) => result.traces.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((trace) => ({
        runs: Object.fromEntries(trace.runs.map((run) => [run.id, { ...run, depth: trace.depthOf(run), totals: rounded(trace.totalsOf(run)) }])),
        starts: trace.runs.map(({ start }) => start),
        duration: trace.duration,
      }));
      const expected = tree(read(text));
      fc.assert(
        fc.property(fc.infiniteStream(fc.nat()), (randomness) => {
          const shuffled = shuffle(parse(text), lists, randomness);
          expect(tree(read(shuffled))).toEqual(expected);
        }),
        { numRuns: 3 },
      );
    });

    test('has payloads that can be read', () => {
      for (const run of runsOf(read(text))) lookAtPayloads(run);
    });

    test('tells what broke off, wherever the text ends', () => {
      const isLines = !text.startsWith('[') && text.trim().includes('\n') && text.split('\n').every((line) => line.trim() === '' || line.startsWith('{"'));
      fc.assert(
        fc.property(fc.nat(text.length - 1), (length) => {
          const start = text.slice(0, length);
          const result = readTraces(start);
          for (const trace of result.traces) expectSound(trace);
          if (!isLines) {
            if (start.trim() !== text.trim()) expect(result.issues.map(({ severity }) => severity)).toContain('error');
            return;
          }
          const whole = start.split('\n').filter((line, nth, all) => line.trim() !== '' && (nth < all.length - 1 || isJson(line)));
          const { ids } = survivorsOf(whole.map((line) => JSON.parse(line) as unknown));
          expect(new Set(runsOf(result).map((run) => run.id))).toEqual(ids);
        }),
        { numRuns: 60, interruptAfterTimeLimit: PATIENCE / 4 / cases.length },
      );
    });

    test('twice in one text is once in the trace', () => {
      const items = Array.isArray(document) ? document : [document];
      const lines = [...items, ...items].map((item) => JSON.stringify(item)).join('\n');
      const result = readTraces(lines);
      expect(runsOf(result).map((run) => run.id).toSorted()).toEqual(raw.map((run) => run.id).toSorted());
      const tree = (of: ReadResult) => of.traces.flatMap((trace) => trace.runs.map((run) => ({ ...run, depth: trace.depthOf(run), totals: rounded(trace.totalsOf(run)) })));
      expect(tree(result)).toEqual(tree(read(text)));
    });

    test('damaged anywhere: nothing throws, and every run that still has an id is there', () => {
      fc.assert(
        fc.property(mutations, (damage) => {
          const damaged = mutate(JSON.parse(JSON.stringify(document)), damage);
          const { ids, nameless } = survivorsOf(damaged);
          const result = readTraces(damaged);
          const runs = runsOf(result);
          const found = new Set(runs.map((run) => run.id));
          expect([...ids].filter((survivor) => !found.has(survivor))).toEqual([]);
          expect(runs.length).toBeGreaterThanOrEqual(ids.size + nameless);
          if (runs.length === 0 && result.feedback.length === 0) expect(result.issues).not.toEqual([]);
          for (const trace of result.traces) expectSound(trace);
          for (const run of runs) lookAtPayloads(run);
        }),
        { numRuns: 2000, interruptAfterTimeLimit: Math.min(PATIENCE / 2, PATIENCE / cases.length) },
      );
    });
  });
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** All runs of a result, trace by trace. */
export function runsOf(result: ReadResult): Run[] {
  return result.traces.flatMap((trace) => [...trace.runs]);
}

/** Everything that a result says, payloads aside. */
export function summaryOf(result: ReadResult): object {
  return {
    ...result,
    traces: result.traces.map((trace) => ({
      ...trace,
      columns: null,
      runs: trace.runs.map((run) => ({ ...run })),
      depths: trace.runs.map((run) => trace.depthOf(run)),
      totals: trace.runs.map((run) => trace.totalsOf(run)),
    })),
  };
}

/** Looks at all that is read only when someone looks. */
export function lookAtPayloads(run: Run): void {
  expect(() => JSON.stringify(run)).not.toThrow();
  void [run.inputs, run.outputs, run.source];
  expect(typeof run.metadata).toBe('object');
  expect(run.metadata).not.toBeNull();
  for (const event of run.events) expect([typeof event.name, typeof event.attributes]).toEqual(['string', 'object']);
  for (const list of [messagesOf(run), documentsOf(run), toolCallsOf(run)]) expect(Array.isArray(list)).toBe(true);
}

/** The promises that hold for every trace, however its input looked. */
export function expectSound(trace: Trace): void {
  const { runs, columns } = trace;
  const { parent, depth, subtreeEnd } = columns;
  for (const column of Object.values(columns)) if (ArrayBuffer.isView(column)) expect(column).toHaveLength(runs.length);

  const open: number[] = [];
  const lastStart = new Map<number, number>();
  const wrong: unknown[] = [];
  for (const [at, run] of runs.entries()) {
    while (open.length > 0 && subtreeEnd[open.at(-1)!]! <= at) open.pop();
    const above = open.at(-1) ?? -1;
    const sound =
      parent[at] === above && depth[at] === open.length && run.parentId === (runs[above]?.id ?? null) &&
      subtreeEnd[at]! > at && subtreeEnd[at]! <= (above === -1 ? runs.length : subtreeEnd[above]!) &&
      run.start >= (lastStart.get(above) ?? 0) && run.start === columns.start[at] &&
      (run.end === null ? Number.isNaN(columns.end[at]) : run.end >= run.start && run.end === columns.end[at] && Number.isFinite(run.end)) &&
      Number.isFinite(run.start) && run.traceId === trace.id && trace.indexOf(run) === at && trace.get(run.id) === run &&
      typeof run.name === 'string' && run.name !== '' && typeof run.id === 'string' && run.id !== '';
    if (!sound) wrong.push([at, run]);
    lastStart.set(above, run.start);
    open.push(at);

    const { usage, cost, selfTime, ...counts } = trace.totalsOf(run);
    for (const count of Object.values(counts)) if (!Number.isInteger(count) || count < 0) wrong.push([at, 'count', counts]);
    if (counts.runs !== subtreeEnd[at]! - at) wrong.push([at, 'runs', counts]);
    if (selfTime !== null && !(selfTime >= -1e-6 && selfTime <= (run.end ?? Infinity) - run.start + 1e-6)) wrong.push([at, 'self time', selfTime]);
    for (const figures of [usage, run.usage, cost, run.cost]) if (figures !== null && !isFigures(figures)) wrong.push([at, 'figures', figures]);
  }
  expect(wrong).toEqual([]);
  expect(runs.length).toBeGreaterThan(0);
  expect(runs.some(({ start }) => start === 0)).toBe(true);
  if (trace.duration !== null) expect(trace.duration).toBeGreaterThanOrEqual(0);
  for (const issue of trace.issues) expect([typeof issue.code, typeof issue.what, typeof issue.done]).toEqual(['string', 'string', 'string']);
}

function isFigures(figures: object): boolean {
  return Object.entries(figures).every(([key, figure]: [string, unknown]) => {
    if (key === 'currency') return typeof figure === 'string';
    if (typeof figure === 'object' && figure !== null) return isFigures(figure);
    return figure === null || (typeof figure === 'number' && Number.isFinite(figure) && figure >= 0);
  });
}

/** Sums of money and of times in another order differ in their last digits. */
function rounded(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, figure: unknown) => (typeof figure === 'number' ? Number(figure.toPrecision(9)) : figure)));
}

function nanoseconds(milliseconds: number): bigint {
  return BigInt(milliseconds.toFixed(6).replace('.', ''));
}

/** Shuffles the document itself, and every list of the given names, wherever it is. */
function shuffle(document: unknown, names: readonly string[], randomness: fc.Stream<number>): unknown {
  const visit = (value: unknown, name: string | null): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value) && (name === null || names.includes(name))) {
      for (let at = value.length - 1; at > 0; at--) {
        const other = (randomness.next().value as number) % (at + 1);
        [value[at], value[other]] = [value[other], value[at]];
      }
      for (const item of value as unknown[]) visit(item, '');
    } else if (!Array.isArray(value)) for (const [key, inner] of Object.entries(value)) if (names.includes(key)) visit(inner, key);
  };
  visit(document, null);
  return document;
}
