import { describe, expect, test } from 'vitest';
import { readLangSmith } from '../../../../src/core/index.ts';
import { fixture } from '../fixtures.ts';
import { oneRun, oneTrace, type Json } from './runs.ts';

const T = 1795303773000;
const errorOf = (error: unknown) => oneRun({ error }).error;

describe('error texts', () => {
  test('LangChain JavaScript: the message, then the type, the message again and the stack', () => {
    expect(errorOf('No weather station found\n\nError: No weather station found\n    at f (file:///app/a.mjs:39:101)\n    at async g (file:///app/b.mjs:1:2)')).toEqual({
      type: 'Error', message: 'No weather station found', stack: 'at f (file:///app/a.mjs:39:101)\n    at async g (file:///app/b.mjs:1:2)',
    });
  });

  test('LangChain JavaScript: a message of several paragraphs', () => {
    expect(errorOf('429 Rate limit\n\nTroubleshooting: see the docs\n\nRateLimitError: 429 Rate limit\n\nTroubleshooting: see the docs\n    at f (a.mjs:1:1)')).toEqual({
      type: 'RateLimitError', message: '429 Rate limit\n\nTroubleshooting: see the docs', stack: 'at f (a.mjs:1:1)',
    });
  });

  test.each([
    ['RangeError: index 7 out of range', 'RangeError', 'index 7 out of range'],
    ['Error: User interrupted', 'Error', 'User interrupted'],
    ['OutputParserException: Could not parse LLM output: `{}`', 'OutputParserException', 'Could not parse LLM output: `{}`'],
    ['Exception: two\nlines', 'Exception', 'two\nlines'],
  ])('traceable JavaScript: %s', (text, type, message) => {
    expect(errorOf(text)).toEqual({ type, message, stack: null });
  });

  test('LangChain Python: repr and traceback without a line break between', () => {
    expect(errorOf("ValueError('No weather station')Traceback (most recent call last):\n\n\n  File \"/app/a.py\", line 1, in f\n    raise ValueError")).toEqual({
      type: 'ValueError', message: 'No weather station', stack: 'Traceback (most recent call last):\n\n\n  File "/app/a.py", line 1, in f\n    raise ValueError',
    });
  });

  test('traceable Python: repr, a blank line and the traceback', () => {
    expect(errorOf("KeyError('city')\n\nTraceback (most recent call last):\n  File \"/app/a.py\", line 1, in f\n")).toEqual({
      type: 'KeyError', message: 'city', stack: 'Traceback (most recent call last):\n  File "/app/a.py", line 1, in f',
    });
  });

  test('with line breaks that arrived escaped', () => {
    expect(errorOf(String.raw`ValueError('no')Traceback (most recent call last):\n  File "/app/a.py", line 1`)).toEqual({
      type: 'ValueError', message: 'no', stack: 'Traceback (most recent call last):\n  File "/app/a.py", line 1',
    });
  });

  test.each([
    ['TimeoutError()', 'TimeoutError', 'TimeoutError'],
    [String.raw`ValueError('it\'s')`, 'ValueError', "it's"],
    [`ValueError("it's")`, 'ValueError', "it's"],
    [`ValueError('a', 'b')`, 'ValueError', `'a', 'b'`],
    ['HTTPError(404)', 'HTTPError', '404'],
  ])('Python’s repr %s', (text, type, message) => {
    expect(errorOf(text)).toEqual({ type, message, stack: null });
  });

  test('of no dialect stay as they are', () => {
    expect(errorOf('something went wrong')).toEqual({ type: null, message: 'something went wrong', stack: null });
    expect(errorOf('Note: this is no type')).toEqual({ type: null, message: 'Note: this is no type', stack: null });
    expect(errorOf('Traceback (most recent call last):\n  File "a.py"')).toMatchObject({ message: expect.stringContaining('Traceback') as string });
  });

  test.each([5, true, ['no'], { code: 7 }])('that are no text are failures too: %j', (error) => {
    expect(oneRun({ error })).toMatchObject({ status: 'error', error: { message: expect.any(String) as string } });
  });

  test('the recorded ones: every failure has a message of its own and no stack in it', () => {
    const failed = ['js-fallbacks', 'js-langgraph-agent', 'js-rag-retriever-error', 'js-retry', 'js-runtree-manual', 'js-tools', 'js-traceable-wrapopenai', 'py-langgraph-agent', 'py-retry-fallbacks']
      .flatMap((name) => fixture('langsmith', `${name}.json`) as Json[]).filter(({ error }) => typeof error === 'string');
    expect(failed.length).toBeGreaterThan(15);
    for (const run of failed) {
      const error = errorOf(run['error'])!;
      expect(error.type).toMatch(/^[A-Z]\w*(?:Error|Exception)$|^Error$/);
      expect(error.message).not.toMatch(/\n {4}at |Traceback|Error: /);
      expect(error.message.length).toBeGreaterThan(5);
      expect(String(run['error'])).toContain(error.message.slice(0, 20));
    }
  });

  test('hostile ones are read in reasonable time', () => {
    for (const text of [`a${'\n'.repeat(100_000)}b`, `a${'\n\nx: '.repeat(50_000)}b`, `A(${'\\'.repeat(200_000)}`, `${'A'.repeat(200_000)}(`, `Error('${"\\'".repeat(100_000)})`, `x${' '.repeat(100_000)}\n`.repeat(3)]) {
      expect(errorOf(text)!.message.length).toBeGreaterThan(0);
    }
  });
});

describe('an interrupt', () => {
  const javascript = '[\n  {\n    "id": "be655b49",\n    "value": {\n      "question": "Send this email?"\n    }\n  }\n]\n\nGraphInterrupt: [\n  {\n    "id": "be655b49",\n    "value": {\n      "question": "Send this email?"\n    }\n  }\n]\n    at interrupt (file:///app/a.mjs:1:1)';
  const python = "GraphInterrupt((Interrupt(value={'question': 'Send this email?'}, id='be655b49'),))Traceback (most recent call last):\n\n\n  File \"/app/a.py\", line 1, in f";

  test.each([['JavaScript', javascript], ['Python', python], ['old', "NodeInterrupt('wait')"]])('is no failure: %s', (_, error) => {
    const trace = oneTrace([
      { id: 'root', trace_id: 'root', name: 'graph', run_type: 'chain', start_time: T, end_time: T + 1000, outputs: {} },
      { id: 'node', trace_id: 'root', parent_run_id: 'root', name: 'approve', run_type: 'chain', start_time: T + 100, end_time: T + 200, error },
    ]);
    expect(trace.get('node')).toMatchObject({ status: 'interrupted', error: { type: expect.stringMatching(/Interrupt$/) as string } });
    expect(trace.get('root')).toMatchObject({ status: 'success', error: null });
    expect(trace.totalsOf({ id: 'root' }).errors).toBe(0);
    expect(trace.status).toBe('interrupted');
  });

  test('keeps its question in the message', () => {
    expect(JSON.parse(errorOf(javascript)!.message)).toEqual([{ id: 'be655b49', value: { question: 'Send this email?' } }]);
    expect(errorOf(python)!.message).toContain("'question': 'Send this email?'");
  });

  test('may ask a long question', () => {
    const long = 'x'.repeat(50_000);
    expect(oneRun({ error: javascript.replaceAll('Send this email?', long) }).status).toBe('interrupted');
    expect(oneRun({ error: python.replaceAll('Send this email?', long) }).status).toBe('interrupted');
  });

  test('is known by its preview too', () => {
    expect(oneRun({ error_preview: python.slice(0, 100) }).status).toBe('interrupted');
    expect(oneRun({ error_preview: 'no', status: 'ERROR' })).toMatchObject({ status: 'error', error: { message: 'no' } });
  });

  test('is also told by the metadata', () => {
    expect(oneRun({ error: 'x', extra: { metadata: { ls_is_error_interrupt: true } } }).status).toBe('interrupted');
    expect(oneRun({ error: 'x', extra: { metadata: { ls_is_error_interrupt: false } } }).status).toBe('error');
  });

  test('deep in the stack of a failure makes no interrupt', () => {
    expect(oneRun({ error: "ValueError('no')Traceback (most recent call last):\n  File \"a.py\", line 1, in f\n    except GraphInterrupt:\n" }).status).toBe('error');
    expect(oneRun({ error: 'no\n\nError: no\n    at f (a.mjs:1:1)\n    at GraphInterrupt.g (b.mjs:1:1)' }).status).toBe('error');
  });

  test('the recorded one', () => {
    const trace = readLangSmith(fixture('langsmith', 'js-langgraph-interrupt.json')).traces.find(({ runs }) => runs.some(({ error }) => error !== null))!;
    expect(trace.runs.filter(({ status }) => status === 'interrupted').map(({ name }) => name)).toEqual(['approve']);
    expect(trace.totalsOf(trace.roots[0]!).errors).toBe(0);
    expect(trace.status).toBe('interrupted');
  });
});
