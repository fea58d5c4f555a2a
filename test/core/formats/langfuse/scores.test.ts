import { describe, expect, test } from 'vitest';
import { readLangfuse, readTraces, type Feedback } from '../../../../src/core/index.ts';
import { observation, traceOf, type Json } from './observations.ts';

const score = (rest: Json): Json => ({
  id: 'f', projectId: 'p', environment: 'default', name: 'helpful', source: 'ANNOTATION', comment: null, metadata: {}, authorUserId: null, configId: null, queueId: null, traceId: 't', observationId: null,
  timestamp: '2026-11-21T23:30:00.000Z', createdAt: '2026-11-21T23:31:00.000Z', updatedAt: '2026-11-21T23:31:00.000Z', ...rest,
});

function oneFeedback(rest: Json): Feedback {
  const { feedback, traces } = readLangfuse(traceOf([observation('a')], { scores: [score(rest)] }));
  expect(feedback).toHaveLength(1);
  expect(traces[0]!.feedback).toEqual(feedback);
  return feedback[0]!;
}

describe('a score', () => {
  test('that is a number', () => {
    expect(oneFeedback({ dataType: 'NUMERIC', value: 0.75, stringValue: null, comment: 'near', observationId: 'a' })).toEqual({ id: 'f', traceId: 't', runId: 'a', key: 'helpful', score: 0.75, value: null, comment: 'near', correction: null, source: 'ANNOTATION', createdAt: Date.parse('2026-11-21T23:30:00.000Z') });
  });

  test('that is yes or no', () => {
    expect(oneFeedback({ dataType: 'BOOLEAN', value: 0, stringValue: 'False' })).toMatchObject({ score: 0, value: false, runId: null });
    expect(oneFeedback({ dataType: 'BOOLEAN', value: true })).toMatchObject({ score: 1, value: true });
  });

  test('that is a category, with or without its number', () => {
    expect(oneFeedback({ dataType: 'CATEGORICAL', value: 2, stringValue: 'good' })).toMatchObject({ score: 2, value: 'good' });
    expect(oneFeedback({ dataType: 'CATEGORICAL', value: 'good' })).toMatchObject({ score: null, value: 'good' });
    expect(oneFeedback({ dataType: 'CATEGORICAL', stringValue: 'good' })).toMatchObject({ score: null, value: 'good' });
  });

  test('that is text, also one that looks like a number', () => {
    expect(oneFeedback({ dataType: 'TEXT', stringValue: 'too long' })).toMatchObject({ score: null, value: 'too long' });
    expect(oneFeedback({ dataType: 'TEXT', value: '5' })).toMatchObject({ score: null, value: '5' });
  });

  test('that says what the output should have been', () => {
    expect(oneFeedback({ dataType: 'CORRECTION', name: 'output', longStringValue: 'because of x', stringValue: null, value: 0 })).toMatchObject({ score: null, value: null, correction: 'because of x' });
    expect(oneFeedback({ dataType: 'CORRECTION', name: 'output', value: 'because of x' })).toMatchObject({ correction: 'because of x' });
  });
});

test('pages of scores, v2 and v3, beside their trace', () => {
  const v2 = score({ id: 'two', dataType: 'NUMERIC', value: 1, trace: { userId: 'u', tags: [] }, observationId: 'a' });
  const { traceId: _trace, observationId: _observation, ...bare } = score({ id: 'three', dataType: 'BOOLEAN', value: true });
  const v3 = [{ ...bare, subject: { kind: 'observation', id: 'a', traceId: 't' } }, { ...bare, id: 'four', subject: { kind: 'trace', id: 't' } }, { ...bare, id: 'five', subject: { kind: 'session', id: 's' } }];
  const { traces, feedback, issues, format } = readTraces([traceOf([observation('a')]), { data: [v2], meta: {} }, { data: v3, meta: {} }]);
  expect(format).toBe('langfuse');
  expect(traces[0]!.feedback.map(({ id, runId }) => [id, runId])).toEqual([['two', 'a'], ['three', 'a'], ['four', null]]);
  expect(feedback.map(({ id, traceId }) => [id, traceId])).toContainEqual(['five', null]);
  expect(issues.map(({ code }) => code)).toEqual(['orphan-feedback']);
});

test('the corrections of an export are feedback too', () => {
  const correction = score({ id: 'c', dataType: 'CORRECTION', name: 'output', longStringValue: 'x' });
  expect(readLangfuse({ trace: { ...traceOf([]), scores: [score({ dataType: 'NUMERIC', value: 1 })], corrections: [correction] }, observations: [observation('a')] }).feedback.map(({ id }) => id)).toEqual(['f', 'c']);
});

test('a score that comes twice is one', () => {
  const document = traceOf([observation('a')], { scores: [score({ dataType: 'NUMERIC', value: 1 })] });
  expect(readLangfuse([document, document]).feedback).toHaveLength(1);
});

test('scores alone are read, and told to be about nothing that is here', () => {
  const { format, traces, feedback, issues } = readTraces({ data: [score({ dataType: 'NUMERIC', value: 1 })], meta: {} });
  expect({ format, traces, feedback: feedback.length, issues: issues.map(({ code }) => code) }).toEqual({ format: 'langfuse', traces: [], feedback: 1, issues: ['orphan-feedback'] });
});
