import { describe, expect, test } from 'vitest';
import { messagesOf, readLangSmith, readTraces } from '../../../../src/core/index.ts';
import { oneRun, oneTrace, type Json } from './runs.ts';

const root = (id: string, rest: Json = {}): Json => ({ id, trace_id: id, name: 'target', run_type: 'chain', status: 'success', start_time: '2026-11-21T23:29:33.000000', end_time: '2026-11-21T23:29:34.000000', inputs: {}, outputs: {}, session_id: 'experiment-uuid', reference_example_id: 'e', ...rest });
const example: Json = { id: 'e', dataset_id: 'd', inputs: { q: 'why?' }, outputs: { a: 'because' }, metadata: { dataset_split: ['test'] }, created_at: '2026-11-21T20:00:00+00:00', modified_at: null, source_run_id: null };

describe('experiments', () => {
  test('a root says which example it was made of', () => {
    expect(oneTrace([root('r')]).runs[0]!.metadata).toMatchObject({ reference_example_id: 'e' });
  });

  test('and with the example in the document, what it should have said', () => {
    for (const document of [[root('r'), example], [example, root('r')]]) {
      const { traces, issues } = readLangSmith(document);
      expect(traces).toHaveLength(1);
      expect(traces[0]!.runs[0]!.metadata).toMatchObject({ reference_example: { inputs: { q: 'why?' }, outputs: { a: 'because' } } });
      expect(issues).toEqual([]);
    }
  });

  test('examples with their runs, as the comparison of experiments lists them', () => {
    const { traces, format } = readTraces([{ ...example, runs: [root('r1'), root('r2', { session_id: 'other' })] }]);
    expect(format).toBe('langsmith');
    expect(traces.map(({ id, project }) => [id, project])).toEqual([['r1', 'experiment-uuid'], ['r2', 'other']]);
    for (const trace of traces) expect(trace.runs[0]!.metadata['reference_example']).toMatchObject({ id: 'e' });
  });

  test('a project gives its name to its runs', () => {
    const project = { id: 'experiment-uuid', name: 'gpt-4.1 on questions', reference_dataset_id: 'd', start_time: '2026-11-21T20:00:00', run_count: 1 };
    expect(oneTrace([project, root('r')]).project).toBe('gpt-4.1 on questions');
    expect(oneTrace([root('r', { session_name: 'own' }), project]).project).toBe('own');
  });

  test('examples alone are no runs, and are told', () => {
    const { traces, issues } = readLangSmith([example, { ...example, id: 'f' }]);
    expect(traces).toEqual([]);
    expect(issues.map(({ code, what }) => [code, what])).toEqual([['unrecognized-item', expect.stringContaining('2 examples')], ['no-runs', expect.any(String)]]);
  });
});

describe('payloads in LangSmith’s storage', () => {
  const urls = { ROOT: { presigned_url: 'https://storage.example/x?sig=1', s3_url: 's3://x' } };

  test('are stored elsewhere, not empty', () => {
    const trace = oneTrace([root('r', { inputs: null, inputs_s3_urls: urls, inputs_preview: 'why…', outputs: {}, outputs_s3_urls: urls })]);
    expect(trace.runs).toMatchObject([{ inputs: { stored_externally: urls, preview: 'why…' }, outputs: { stored_externally: urls } }]);
    expect(readLangSmith([root('r', { inputs: null, inputs_s3_urls: urls })]).issues).toMatchObject([{ code: 'external-payload', severity: 'info', what: expect.stringMatching(/^1 run has/) }]);
  });

  test('are no messages of a model call', () => {
    expect(messagesOf(oneRun({ inputs: undefined, inputs_s3_urls: urls, outputs: { role: 'assistant', content: 'yes' } })).map(({ side }) => side)).toEqual(['output']);
  });

  test('that are there are shown as they are', () => {
    const { traces, issues } = readLangSmith([root('r', { inputs: { q: 1 }, inputs_s3_urls: urls, outputs_s3_urls: null })]);
    expect(traces[0]!.runs[0]!.inputs).toEqual({ q: 1 });
    expect(issues).toEqual([]);
  });
});

test('attachments and what was said of a run are with its metadata', () => {
  const attachments = { photo: { mime_type: 'image/png', presigned_url: 'https://storage.example/photo' } };
  expect(oneRun({ attachments, feedback_stats: { helpful: { n: 2, avg: 0.5 } }, extra: { metadata: { user: 'u' } } }).metadata).toEqual({ user: 'u', attachments, feedback_stats: { helpful: { n: 2, avg: 0.5 } } });
  expect(oneRun({ attachments: {}, feedback_stats: null, extra: { metadata: { user: 'u' } } }).metadata).toEqual({ user: 'u' });
});
