import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMATS, messagesOf, readLangSmith, readOtlp, readTraces, type Format } from '../../../src/core/index.ts';
import { expectSound, lookAtPayloads, runsOf, summaryOf } from './contract.ts';
import { fixture, fixtures } from './fixtures.ts';

type Json = Record<string, unknown>;

const run = (id: string, rest: Json = {}): Json => ({ id, trace_id: 't', name: id, run_type: 'chain', start_time: '2026-11-21T23:29:33+00:00', end_time: '2026-11-21T23:29:34+00:00', inputs: {}, ...rest });
const span = (id: string): Json => ({ traceId: 'a'.repeat(32), spanId: id.padStart(16, '0'), name: id, startTimeUnixNano: '1795303773000000000', endTimeUnixNano: '1795303774000000000' });
const ids = (input: unknown) => runsOf(readTraces(input)).map(({ id }) => id);
const codes = (input: unknown) => readTraces(input).issues.map(({ code }) => code);

/** What a document that can't be read gives: nothing, and one issue. */
function onlyIssue(input: unknown) {
  const { format, traces, feedback, issues } = readTraces(input);
  expect({ format, traces, feedback }).toEqual({ format: 'unknown', traces: [], feedback: [] });
  expect(issues).toHaveLength(1);
  expect(issues[0]).toMatchObject({ severity: 'error', traceId: null, runId: null });
  expect(issues[0]!.what).toMatch(/\.$/);
  expect(issues[0]!.done).toMatch(/\.$/);
  return issues[0]!;
}

describe('text that is no JSON', () => {
  test.each(['', ' ', '\n\n', '\ufeff', '\ufeff \r\n'])('%j is empty', (text) => {
    expect(onlyIssue(text)).toMatchObject({ code: 'not-json', what: 'The text is empty.' });
  });

  test.each(['hello', 'id,name\n1,a\n2,b', '<html><body>Sign in</body></html>', 'traceparent: 00-abc', "{'id': 'a'}", '{id: 1}', 'undefined', 'NaN', '[1, 2,, 3]'])('%j is told, with how it begins', (text) => {
    const issue = onlyIssue(text);
    expect(issue.code).toBe('not-json');
    expect(issue.what).toContain(text.slice(0, 10));
  });

  test('numbers and words on lines do not make it lines of JSON', () => {
    expect(onlyIssue('1\n2\nthree').code).toBe('not-json');
  });

  test('however long it is, the issue is short', () => {
    const issue = onlyIssue('x'.repeat(1_000_000));
    expect(issue.what.length + issue.done.length).toBeLessThan(500);
  });
});

describe('JSON that is no trace', () => {
  test.each<[unknown, string]>([
    [null, 'null'], [undefined, 'undefined'], [5, '5'], [true, 'true'], ['x', 'x'], [[], 'an empty list'], [{}, 'an object without fields'], [[1, 2], '2 items'],
    [{ name: 'x', version: 1 }, 'name, version'], [[{ hello: 'world' }], 'hello'], [{ resourceLogs: [] }, 'resourceLogs'], [{ data: [{ traceID: 'a', spans: [], processes: {} }] }, 'data'],
    [[{ traceId: 'a', id: 'b', timestamp: 1, duration: 2 }], 'traceId, id, timestamp, duration'],
  ])('%j: the issue says what was seen and what would be known', (input, seen) => {
    const inputs: unknown[] = input === undefined || typeof input === 'string' ? [JSON.stringify(input)] : [input, JSON.stringify(input)];
    for (const given of input === undefined ? [undefined] : inputs) {
      const issue = onlyIssue(given);
      expect(issue.code).toBe('unknown-format');
      expect(issue.what).toContain(seen);
      for (const { title, looksLike } of FORMATS) {
        expect(issue.done).toContain(title);
        expect(issue.done).toContain(looksLike);
      }
    }
  });

  test('a bigint, a function, a symbol, a date, a map are none either', () => {
    for (const input of [5n, () => 1, Symbol('x'), new Date(0), new Map([['id', 'a']]), Number.NaN]) expect(onlyIssue(input).code).toBe('unknown-format');
  });

  test('thousands of fields with long names make no long issue', () => {
    const issue = onlyIssue(Object.fromEntries(Array.from({ length: 5000 }, (_, nth) => [`${'x'.repeat(1000)}${nth}`, 1])));
    expect(issue.what.length).toBeLessThan(500);
  });
});

describe('lines of JSON', () => {
  const lines = Array.from({ length: 6 }, (_, nth) => JSON.stringify(run(`run ${nth}`)));

  test('half-written: every whole line is read, and one issue tells of the last', () => {
    for (const cut of [1, 2, 20, lines[5]!.length - 1]) {
      const result = readTraces(`${lines.slice(0, 5).join('\n')}\n${lines[5]!.slice(0, cut)}`);
      expect(runsOf(result)).toHaveLength(5);
      expect(result.issues).toEqual([expect.objectContaining({ code: 'truncated', severity: 'error', traceId: null, what: expect.stringContaining('6') })]);
    }
  });

  test('a broken line in the middle is skipped, and told by its number', () => {
    const result = readTraces([lines[0], lines[1], '{"id": oops}', '', lines[3], 'ERROR: disk full', lines[4]].join('\n'));
    expect(runsOf(result).map(({ id }) => id)).toEqual(['run 0', 'run 1', 'run 3', 'run 4']);
    expect(result.issues.map(({ code, what }) => [code, what])).toEqual([['broken-line', expect.stringMatching(/\b3\b.*oops/)], ['broken-line', expect.stringMatching(/\b6\b.*disk full/)]]);
  });

  test('a last line that is no beginning of JSON is broken, not cut off', () => {
    expect(codes(`${lines[0]}\n${lines[1]}\nError: killed`)).toEqual(['broken-line']);
  });

  test('a first line that is broken, of two', () => {
    expect(codes(`{"id": oops\n${lines[1]}`)).toEqual(['broken-line']);
    expect(ids(`{"id": oops\n${lines[1]}`)).toEqual(['run 1']);
  });

  test('byte order mark, Windows line ends, blank lines, spaces and tabs', () => {
    const expected = summaryOf(readTraces(lines.join('\n')));
    for (const text of [`\ufeff${lines.join('\n')}`, `${lines.join('\r\n')}\r\n`, `\n\n${lines.join('\n\n\n')}\n\n`, lines.map((line) => `\t ${line}  `).join('\n')]) expect(summaryOf(readTraces(text))).toEqual(expected);
    expect(expected).toMatchObject({ format: 'langsmith', issues: [] });
    expect(summaryOf(readTraces(`\ufeff${JSON.stringify(lines.map((line) => JSON.parse(line) as unknown), null, 2)}`))).toEqual(expected);
  });

  test('200,000 of them', () => {
    const text = Array.from({ length: 200_000 }, (_, nth) => `{"id":"${nth}","run_type":"tool","trace_id":"t","name":"n","start_time":1795303773000,"end_time":1795303773001}`).join('\n');
    const { traces, issues } = readTraces(text);
    expect(traces.map(({ runs }) => runs.length)).toEqual([200_000]);
    expect(issues).toEqual([]);
  });
});

describe('one JSON that breaks off', () => {
  test.each([
    ['in one line', JSON.stringify([run('a', { outputs: { x: [1.5e3, -2, true, null, 'te\\"xt\u0001'], y: {} } }), run('b')])],
    ['in many lines', JSON.stringify([run('a', { outputs: { x: [1.5e3, -2, true, null, 'te\\"xt\u0001'], y: {} } }), run('b')], null, 2)],
    ['with short lines', JSON.stringify({ runs: [run('a', { outputs: [{}, [], {}, 'x', 5] }), run('b')] }, null, 1)],
  ])('%s: one issue says so, wherever it ends', (_, text) => {
    const odd: unknown[] = [];
    for (let length = 1; length < text.length; length++) {
      const { format, traces, issues } = readTraces(text.slice(0, length));
      if (format !== 'unknown' || traces.length > 0 || issues.length !== 1 || issues[0]!.code !== 'truncated') odd.push([text.slice(Math.max(0, length - 20), length), format, issues.map(({ code, what }) => `${code} ${what}`).slice(0, 3)]);
    }
    expect(odd.slice(0, 3)).toEqual([]);
  });

  test('a damaged one is not taken for one that breaks off', () => {
    for (const text of ['[{"id":"a"} {"id":"b"}]', '[{"id":"a"}]]', '{"id":"a",}', '{"id":"a"} trailing', '[{"id":"a"}, oops]']) expect(onlyIssue(text).code).toBe('not-json');
  });
});

describe('arrays', () => {
  test('in arrays are opened in their order', () => {
    expect(ids([[run('a'), [run('b')]], [[[]]], run('c'), [[[run('d')]]]])).toEqual(['a', 'b', 'c', 'd']);
    expect(ids([[[[]]]])).toEqual([]);
  });

  test('on lines are opened too', () => {
    expect(ids(`${JSON.stringify([run('a'), run('b')])}\n${JSON.stringify(run('c'))}`)).toEqual(['a', 'b', 'c']);
  });

  test('100,000 levels deep', () => {
    let nested: unknown = run('a');
    for (let level = 0; level < 100_000; level++) nested = [nested];
    expect(ids(nested)).toEqual(['a']);
    expect(ids(`${'['.repeat(100_000)}${JSON.stringify(run('a'))}${']'.repeat(100_000)}`)).toEqual(['a']);
    expect(codes('['.repeat(100_000))).toEqual(['truncated']);
  });
});

describe('which format it is', () => {
  test('the one that most of it is in', () => {
    expect(readTraces([{ hello: 1 }, run('a'), run('b'), { resourceSpans: [] }]).format).toBe('langsmith');
    expect(readTraces([run('a'), span('1'), span('2')]).format).toBe('otlp');
  });

  test('is found behind any number of foreign lines, and those are told', () => {
    const foreign = Array.from({ length: 1000 }, (_, nth) => ({ level: 'info', nth }));
    const { format, traces, issues } = readTraces([...foreign, run('a')]);
    expect(format).toBe('langsmith');
    expect(traces[0]!.runs).toHaveLength(1);
    expect(issues.length).toBeGreaterThan(0);
    expect(issues.every(({ code }) => code === 'unrecognized-item')).toBe(true);
  });

  test('may be said', () => {
    expect(readTraces([run('a')], { format: 'langsmith' })).toMatchObject({ format: 'langsmith', issues: [] });
    expect(readTraces([span('1')], { format: 'otlp' })).toMatchObject({ format: 'otlp', issues: [] });
  });

  test('said wrongly, reads nothing and says what it expected', () => {
    const { format, traces, issues } = readTraces([run('a')], { format: 'otlp' });
    expect({ format, traces }).toEqual({ format: 'otlp', traces: [] });
    expect(issues).toContainEqual(expect.objectContaining({ code: 'no-runs', severity: 'error', done: expect.stringContaining('resourceSpans') }));
  });

  test.each(['zipkin', '', '__proto__', 'LangSmith'])('“%s” is no format', (name) => {
    const { format, traces, issues } = readTraces([run('a')], { format: name });
    expect({ format, traces }).toEqual({ format: 'unknown', traces: [] });
    expect(issues).toEqual([expect.objectContaining({ code: 'unknown-format', done: expect.stringMatching(/langsmith.*otlp/) })]);
  });

  test('may be one of one’s own', () => {
    const csv: Format = {
      id: 'own', title: 'Our own', looksLike: 'steps', recognizes: (item) => 'step' in item,
      read: (items) => ({ records: items.map((item) => ({ id: String((item as Json)['step']), name: 'step', startTime: 0, endTime: 1 })), feedback: [], issues: [] }),
    };
    expect(readTraces([{ step: 7 }], { formats: [csv, ...FORMATS] })).toMatchObject({ format: 'own', traces: [{ id: '7' }] });
    expect(readTraces([run('a')], { formats: [csv, ...FORMATS] }).format).toBe('langsmith');
    expect(readTraces([run('a')], { formats: [csv] }).issues[0]!.done).toContain('Our own (steps)');
    expect(readTraces([run('a')], { formats: [csv] }).issues[0]!.done).not.toContain('LangSmith');
  });

  test('by its own entry, a format reads what it can', () => {
    expect(readLangSmith([span('1')])).toMatchObject({ format: 'langsmith', traces: [] });
    expect(readOtlp([run('a')])).toMatchObject({ format: 'otlp', traces: [] });
    expect(readOtlp('oops').issues.map(({ code }) => code)).toEqual(['not-json']);
    expect(readLangSmith('').issues.map(({ code }) => code)).toEqual(['not-json']);
  });
});

describe('hostile documents', () => {
  test('names that pollute prototypes are names', () => {
    const text = '[{"id":"a","run_type":"llm","trace_id":"__proto__","name":"constructor","start_time":1795303773000,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},'
      + '"tags":["__proto__"],"extra":{"metadata":{"__proto__":{"polluted":1},"usage_metadata":{"input_tokens":5,"input_token_details":{"__proto__":4,"constructor":3}}}},"inputs":{"__proto__":{"polluted":1}},"events":[{"__proto__":{"polluted":1},"name":"__proto__"}]},'
      + '{"id":"__proto__","parent_run_id":"a","run_type":"toString","trace_id":"__proto__","name":"x","start_time":1795303773000,"end_time":1795303773001},{"op":"post","id":"hasOwnProperty","run":{"__proto__":{"polluted":1},"trace_id":"__proto__","start_time":1795303773000}}]';
    const result = readTraces(text);
    expect(runsOf(result).map(({ id }) => id).toSorted()).toEqual(['__proto__', 'a', 'hasOwnProperty']);
    for (const trace of result.traces) expectSound(trace);
    for (const read of runsOf(result)) lookAtPayloads(read);
    expect(result.traces[0]!.get('a')!.usage).toMatchObject({ input: 5, inputDetails: { constructor: 3 } });
    expect(({} as Json)['polluted']).toBeUndefined();
    expect(([] as unknown as Json)['polluted']).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('markup stays text', () => {
    const markup = '<img src=x onerror=alert(1)><script>alert(1)</script>[x](javascript:alert(1))\u202e\u0000';
    const read = runsOf(readTraces([run('a', { name: markup, run_type: 'llm', error: markup, tags: [markup], inputs: { messages: [{ role: 'user', content: markup }] } })]))[0]!;
    expect(read).toMatchObject({ name: markup, tags: [markup], error: { message: markup } });
    expect(messagesOf(read)[0]!.parts).toEqual([{ type: 'text', text: markup }]);
  });

  test('lone surrogates stay as they are', () => {
    const lone = 'a\ud800b\udc00';
    const result = readTraces(JSON.stringify([run(lone, { name: lone, parent_run_id: lone, run_type: lone, inputs: { lone } })]));
    expect(runsOf(result)[0]).toMatchObject({ id: lone, name: lone, inputs: { lone } });
  });

  test('huge numbers', () => {
    const text = `[${JSON.stringify(run('a', { run_type: 'llm' })).slice(0, -1)},"total_tokens":1e999,"prompt_tokens":1e308,"completion_tokens":-1e308,"total_cost":1e400,"prompt_cost":123456789012345678901234567890}]`;
    const result = readTraces(`${text.slice(0, -1)},${JSON.stringify(run('b')).replace('"2026-11-21T23:29:34+00:00"', '1e999')},${JSON.stringify(run('c')).replace('"2026-11-21T23:29:33+00:00"', '-1e300')}]`);
    expect(runsOf(result).map(({ id }) => id).toSorted()).toEqual(['a', 'b', 'c']);
    for (const trace of result.traces) expectSound(trace);
    expect(result.traces[0]!.get('a')!.usage).toMatchObject({ input: 1e308, output: null, total: null });
    expect(result.traces[0]!.get('b')!.end).toBeNull();
  });

  test('objects with the methods of others', () => {
    for (const key of ['toString', 'valueOf', 'toJSON', 'then', 'length', 'constructor', 'hasOwnProperty']) {
      const result = readTraces([run('a', { [key]: 5, inputs: { [key]: null }, extra: { [key]: 5, metadata: { [key]: 5 } } }), { [key]: 5 }]);
      expect(runsOf(result)).toHaveLength(1);
      for (const read of runsOf(result)) lookAtPayloads(read);
    }
  });
});

describe('anything', () => {
  test('never throws, and something is told where nothing is read', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withNullPrototype: true, withTypedArray: true }), (input) => {
        const { traces, feedback, issues } = readTraces(input);
        if (traces.length === 0 && feedback.length === 0) expect(issues.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });

  test('as text never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.array(fc.oneof(fc.json(), fc.string())).map((texts) => texts.join('\n'))), (text) => {
        const { traces, feedback, issues } = readTraces(text);
        if (traces.length === 0 && feedback.length === 0) expect(issues.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });

  test('with keys that formats know never throws', () => {
    const key = fc.constantFrom('id', 'run_id', 'trace_id', 'parent_run_id', 'dotted_order', 'run_type', 'name', 'start_time', 'end_time', 'child_runs', 'runs', 'items', 'run', 'op', 'post', 'patch', 'feedback', 'key', 'score', 'error', 'extra', 'metadata', 'outputs', 'generations', 'tags', 'events', 'resourceSpans', 'scopeSpans', 'spans', 'resource', 'attributes', 'traceId', 'spanId', 'startTimeUnixNano', 'endTimeUnixNano', 'value', 'stringValue', 'kvlistValue', 'values', 'status', 'code');
    const { document } = fc.letrec((tie) => ({
      document: fc.oneof({ depthSize: 'medium', withCrossShrink: true }, fc.constantFrom(null, 1, 'a', '', true, 1795303773000, '2026-11-21T23:29:33Z', 'llm', 'post', 'a.b'), fc.array(tie('document'), { maxLength: 4 }), fc.dictionary(key, tie('document'), { maxKeys: 6 })),
    }));
    fc.assert(
      fc.property(document, (input) => {
        const result = readTraces(input);
        for (const trace of result.traces) expectSound(trace);
        for (const read of runsOf(result)) lookAtPayloads(read);
        if (result.traces.length === 0 && result.feedback.length === 0) expect(result.issues.length).toBeGreaterThan(0);
      }),
      { numRuns: 3000, interruptAfterTimeLimit: 4000 },
    );
  });
});

test('documents of two formats, each by its own', () => {
  const names = Object.keys(fixtures('otlp'));
  expect(names.map((name) => readTraces(fixture('otlp', name)).format)).toEqual(names.map(() => 'otlp'));
  for (const name of names) expect(readLangSmith(fixture('otlp', name)).traces).toEqual([]);
});
