import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completeViewerValue, readViewerValue, withViewerValue, type TraceViewerValue } from '../../src/hooks/trace-viewer-value.ts';

const full: TraceViewerValue = {
  selected: 'a', expanded: { closed: ['b'] }, view: 'conversation', window: { start: 1, end: 2.5 }, shortenIdle: true,
  query: 'kind:llm', mode: 'filter', match: 'c', showHidden: true,
};

describe('withViewerValue', () => {
  test('leaves out what is as at first', () => {
    expect(withViewerValue({}, { selected: 'a' })).toEqual({ selected: 'a' });
    expect(withViewerValue({ selected: 'a', query: 'x' }, { selected: null, query: '' })).toEqual({});
    expect(withViewerValue(full, { expanded: 'all', mode: 'highlight', showHidden: false, window: null })).toEqual({ selected: 'a', view: 'conversation', shortenIdle: true, query: 'kind:llm', match: 'c' });
  });

  test('keeps what it does not change, and its identity', () => {
    expect(withViewerValue(full, { selected: 'z' }).expanded).toBe(full.expanded);
  });
});

test('completeViewerValue has everything', () => {
  expect(completeViewerValue({})).toEqual({ selected: null, expanded: 'all', view: '', window: null, shortenIdle: false, query: '', mode: 'highlight', match: null, showHidden: false });
  expect(completeViewerValue({ ...full, query: undefined })).toEqual({ ...full, query: '' });
});

describe('readViewerValue', () => {
  test('reads what was written', () => {
    expect(readViewerValue(JSON.parse(JSON.stringify(full)))).toEqual(full);
    expect(readViewerValue({})).toEqual({});
  });

  test('leaves out what it can’t be', () => {
    const wrong = { selected: 7, expanded: [], view: null, window: { start: 3, end: 3 }, shortenIdle: 'yes', query: {}, mode: 'all', match: false, showHidden: 1, more: 'x' };
    expect(readViewerValue(wrong)).toEqual({});
    for (const nothing of [null, undefined, '', 'x', 3, [], true]) expect(readViewerValue(nothing)).toEqual({});
    for (const window of [{ start: 0 }, { start: NaN, end: 1 }, { start: 0, end: Infinity }, { start: 5, end: 1 }, [0, 1]]) expect(readViewerValue({ window })).toEqual({});
  });

  test('never throws, and what it reads it reads again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record({ selected: fc.jsonValue(), expanded: fc.jsonValue(), window: fc.jsonValue(), query: fc.jsonValue() })), (value) => {
        const read = readViewerValue(value);
        expect(readViewerValue(JSON.parse(JSON.stringify(read)))).toEqual(read);
      }),
    );
  });
});
