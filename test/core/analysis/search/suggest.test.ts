import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../../src/core/analysis/search/parse-query.ts';
import { searchRuns } from '../../../../src/core/analysis/search/search-runs.ts';
import { suggest } from '../../../../src/core/analysis/search/suggest.ts';
import { assembleTraces, buildTraces, emptyTrace } from '../../../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../../../src/core/model/record.ts';

const record = (id: string, more: Partial<RunRecord>): RunRecord => ({ id, name: 'step', traceId: 't', startTime: 0, endTime: 1, ...more });
const records = [
  record('1', { name: 'agent', kind: 'agent', tags: ['prod', 'odd one', '//path', 'a*'], metadata: { user_id: 7, 'a key': 1, 'dotted.key': 1 } }),
  record('2', { name: 'search docs', kind: 'tool', inputs: { query: 'x' } }),
  record('3', { name: 'search web', kind: 'tool', status: 'error', tags: ['prod'], outputs: { documents: ['d'] } }),
  record('4', { name: 'search web', kind: 'llm', model: { name: 'gpt-4.1', provider: 'openai' } }),
];
const feedback = [{ id: 'f', traceId: 't', runId: '1', key: 'user score', score: 1, value: null, comment: null, correction: null, source: null, createdAt: null }];
const trace = assembleTraces(records, feedback, []).traces[0]!;

/** What is suggested where `|` stands, with the text that each would leave. */
function at(text: string): string[] {
  const caret = text.indexOf('|');
  const query = text.replace('|', '');
  return suggest(query, caret, trace).map((one) => query.slice(0, one.from) + one.text + query.slice(one.to));
}

describe('suggest', () => {
  test.each<[string, string[]]>([
    ['na|', ['name:', 'provider:openai']],
    ['NAM|', ['name:']],
    ['run_|', ['run_type:', 'run_id:']],
    ['foo ki| bar', ['foo kind: bar', 'foo source_kind: bar']],
    ['-ki|', ['-kind:', '-source_kind:']],
    ['(ki|', ['(kind:', '(source_kind:']],
    ['ki|nd', ['kind:', 'source_kind:']],
    ['na|me:x', ['name:x']],
    ['user|', ['metadata.user_id:', 'feedback."user score".score:']],
    ['metadata.us|', ['metadata.user_id:']],
    ['metadata.|', ['metadata.user_id:', 'metadata."a key":', 'metadata.dotted.key:']],
    ['input.|', ['input.query:']],
    ['output.doc|', ['output.documents:']],
    ['feedback|', ['feedback:', 'feedback."user score".score:']],
    ['kind:|', ['kind:tool', 'kind:agent', 'kind:llm']],
    ['kind:t|', ['kind:tool']],
    ['run_type:l|', ['run_type:llm']],
    ['kind:too|l', ['kind:tool']],
    ['status:|', ['status:success', 'status:error']],
    ['hidden:|', ['hidden:true', 'hidden:false']],
    ['name:web|', ['name:"search web"']],
    ['name:sea|', ['name:"search web"', 'name:"search docs"']],
    ['name:"sea| x', ['name:"search web"', 'name:"search docs"']],
    ['name:~sea|', ['name:~"search web"', 'name:~"search docs"']],
    ['model:|', ['model:gpt-4.1']],
    ['tags:|', ['tags:prod', 'tags:"odd one"', 'tags:"//path"', 'tags:"a*"']],
    ['gpt|', ['model:gpt-4.1']],
    ['too|', ['kind:tool']],
    ['a OR agen|', ['a OR kind:agent', 'a OR name:agent']],
    ['latency:>|', []],
    ['latency:|', []],
    ['metadata.user_id:|', []],
    ['nope:|', []],
    ['"na|', []],
    ['name:[a| TO', []],
    ['zzz|', []],
  ])('%s', (text, expected) => {
    expect(at(text)).toEqual(expected);
  });

  test.each(['|', 'kind:llm |', '(|', '-|x', 'a |b', '"a"  |'])('%s: every field', (text) => {
    const query = text.replace('|', '');
    const found = suggest(query, text.indexOf('|'), trace);
    expect(found.slice(0, 4).map((one) => one.text)).toEqual(['name:', 'kind:', 'status:', 'model:']);
    expect(found).toHaveLength(20);
    expect(found.every(({ type, from, to }) => type === 'field' && from === text.indexOf('|') && to === from)).toBe(true);
  });

  test('says how often a value occurs', () => {
    expect(suggest('kind:', 5, trace).map(({ field, type, count }) => [field, type, count])).toEqual([['kind', 'value', 2], ['kind', 'value', 1], ['kind', 'value', 1]]);
  });

  test('every value that is suggested finds a run', () => {
    for (const begun of ['kind:', 'status:', 'name:', 'model:', 'provider:', 'tag:', 's', 'o', 'p', 'a', '/', '*', 'user', 'metadata.', 'input.', 'output.', 'feedback.']) {
      for (const { type, text, from } of suggest(begun, begun.length, trace)) {
        const query = parseQuery(`${begun.slice(0, from)}${text}${type === 'field' ? '*' : ''}`);
        expect(query.errors).toEqual([]);
        if (type === 'value' || text.includes('.')) expect(searchRuns(trace, query).count, query.text).toBeGreaterThan(0);
      }
    }
  });

  test('any text, any place: nothing throws, and what is replaced is there', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'ab":.()[]~>*- ', 'kind:', 'metadata.', 'name:"') }));
    fc.assert(
      fc.property(text, fc.nat(30), (query, caret) => {
        for (const { from, to } of suggest(query, caret, trace)) expect(from <= caret && caret <= Math.max(to, caret)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('of a large trace only a part is read', () => {
    let read = 0;
    const many = Array.from({ length: 200_000 }, (_, place): RunRecord => ({
      id: `${place}`, name: `name ${place}`, traceId: 't', startTime: place, endTime: place,
      get metadata() {
        read++;
        return { [`key${place}`]: 1 };
      },
    }));
    const large = buildTraces(many)[0]!;
    expect(suggest('name:', 5, large)).toHaveLength(20);
    expect(suggest('metadata.', 9, large)).toHaveLength(20);
    expect(read).toBeLessThanOrEqual(50);
    expect(suggest('', 0, emptyTrace())).toHaveLength(20);
    expect(suggest('name:', 5, emptyTrace())).toEqual([]);
  });
});
