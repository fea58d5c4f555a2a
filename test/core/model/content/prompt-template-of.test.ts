import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTraces } from '../../../../src/core/formats/read-traces.ts';
import { promptTemplateOf } from '../../../../src/core/model/content/prompt-template-of.ts';
import type { RunRecord } from '../../../../src/core/model/record.ts';
import { fixture, fixtures } from '../../formats/fixtures.ts';
import { runWith } from './run-with.ts';

const templateOf = (record: Partial<RunRecord>) => promptTemplateOf(runWith(record));
/** A class as LangChain serializes it. */
const lc = (name: string, kwargs: object) => ({ lc: 1, type: 'constructor', id: ['langchain_core', 'prompts', name], kwargs });
const message = (name: string, template: string, format = 'f-string') => lc(name, { prompt: lc('PromptTemplate', { template, template_format: format }) });

describe('recorded by LangChain', () => {
  test('templates of a chat, with their roles', () => {
    const run = readTraces(fixture('langsmith', 'py-rag-stream.json')).traces[0]!.runs.find(({ kind }) => kind === 'prompt')!;
    expect(promptTemplateOf(run)).toEqual({
      template: [{ type: 'text', role: 'user', text: 'Context: {context}\nQ: {question}' }],
      format: 'f-string',
      variables: { question: 'Using the context, what is a trace?', context: 'A trace is a tree of runs.\nRuns are ordered by dotted_order.' },
      name: null,
      version: null,
    });
    expect(promptTemplateOf(run)).toBe(promptTemplateOf(run));
  });

  test('every prompt of the real files has its template and its variables', () => {
    let prompts = 0;
    for (const [name, text] of Object.entries(fixtures('langsmith'))) {
      for (const run of readTraces(text).traces.flatMap(({ runs }) => runs)) {
        if (run.kind !== 'prompt' || run.name !== 'ChatPromptTemplate') continue;
        prompts++;
        const read = promptTemplateOf(run);
        expect(read?.variables, name).toEqual(run.inputs);
        expect(read?.template.length, name).toBeGreaterThan(0);
        expect(read?.template.every((part) => part.type !== 'other'), name).toBe(true);
      }
    }
    expect(prompts).toBeGreaterThan(10);
  });

  test('places for messages, messages as they are, pictures, and what nobody knows', () => {
    const kwargs = {
      messages: [
        message('SystemMessagePromptTemplate', 'Be {{mood}}.', 'mustache'), lc('MessagesPlaceholder', { variable_name: 'history', optional: true }),
        { lc: 1, type: 'constructor', id: ['langchain_core', 'messages', 'AIMessage'], kwargs: { content: 'Hello' } },
        lc('HumanMessagePromptTemplate', { prompt: [lc('PromptTemplate', { template: 'See' }), lc('ImagePromptTemplate', { template: { url: '{picture}' } })] }),
        lc('ChatMessagePromptTemplate', { role: 'critic', prompt: lc('PromptTemplate', { template: 'No.' }) }), lc('FewShotTemplate', { n: 1 }), ['human', '{q}'],
      ],
    };
    const read = templateOf({ kind: 'prompt', inputs: { mood: 'kind' }, source: { serialized: lc('ChatPromptTemplate', kwargs) } });
    expect(read).toMatchObject({
      format: 'mustache',
      variables: { mood: 'kind' },
      template: [
        { role: 'system', text: 'Be {{mood}}.' }, { type: 'placeholder', variable: 'history' }, { role: 'assistant', text: 'Hello' },
        { role: 'user', text: 'See' }, { role: 'user', text: '{picture}' }, { role: 'critic', text: 'No.' }, { type: 'other' }, { role: 'user', text: '{q}' },
      ],
    });
  });

  test('plain text, and one that came in two records', () => {
    const serialized = lc('PromptTemplate', { template: 'Say {x}', template_format: 'f-string' });
    expect(templateOf({ kind: 'prompt', inputs: { x: 1 }, source: [{ name: 'patch' }, { serialized }] })).toEqual({ template: [{ type: 'text', role: null, text: 'Say {x}' }], format: 'f-string', variables: { x: 1 }, name: null, version: null });
  });

  test('by its run alone: what it was given fills in what it answered', () => {
    expect(templateOf({ kind: 'prompt', inputs: { x: 1 }, outputs: { messages: [{ role: 'user', content: 'Say 1' }] } })).toMatchObject({ template: [], variables: { x: 1 } });
  });

  test('the hub’s name and commit, of prompts and model calls alone', () => {
    const metadata = { lc_hub_owner: 'rlm', lc_hub_repo: 'rag-prompt', lc_hub_commit_hash: '50442af1' };
    for (const kind of ['prompt', 'llm']) expect(templateOf({ kind, metadata })).toMatchObject({ template: [], variables: null, name: 'rlm/rag-prompt', version: '50442af1' });
    expect(templateOf({ kind: 'tool', metadata })).toBeNull();
    expect(templateOf({ kind: 'llm', metadata: { lc_hub_owner: '-', lc_hub_repo: 'mine' } })).toMatchObject({ name: 'mine', version: null });
  });
});

describe('recorded in attributes', () => {
  test('of OpenInference', () => {
    const runs = readTraces(fixture('otlp', 'rag_earnings_agent.json')).traces.flatMap((trace) => trace.runs);
    const found = runs.map((run) => promptTemplateOf(run)).filter((read) => read !== null);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ format: null, name: null, version: null, template: [{ role: null, text: expect.stringContaining('Context: {context}') }] });
    expect(Object.keys(found[0]!.variables ?? {}).toSorted()).toEqual(['context', 'input']);
    expect(templateOf({ metadata: { 'llm.prompt_template.template': 'Hi {{x}}', 'llm.prompt_template.variables': '{"x":"you"}', 'llm.prompt_template.version': 'v2' } }))
      .toMatchObject({ template: [{ text: 'Hi {{x}}' }], variables: { x: 'you' }, version: 'v2' });
  });

  test.each<[string, Record<string, unknown>, object]>([
    ['Langfuse', { 'langfuse.observation.prompt.name': 'greet', 'langfuse.observation.prompt.version': 3 }, { name: 'greet', version: '3' }],
    ['the GenAI conventions', { 'gen_ai.prompt.name': 'greet', 'gen_ai.prompt.variable.who': 'you', 'gen_ai.prompt.variable.n': 2 }, { name: 'greet', variables: { who: 'you', n: 2 } }],
    ['OpenLLMetry', { 'traceloop.prompt.key': 'greet', 'traceloop.prompt.version': 4, 'traceloop.prompt.template': 'Hi {{ who }}', 'traceloop.prompt.template_variables': '{"who":"you"}' }, { name: 'greet', version: '4', variables: { who: 'you' }, template: [{ text: 'Hi {{ who }}' }] }],
  ])('of %s', (_, metadata, expected) => {
    expect(templateOf({ metadata })).toMatchObject(expected);
  });
});

describe('nothing is made up', () => {
  test.each<[string, Partial<RunRecord>]>([
    ['a model call', { inputs: { messages: [{ role: 'user', content: 'Hi {x}' }] } }],
    ['a version alone', { metadata: { lc_hub_commit_hash: 'abc', 'llm.prompt_template.version': '1' } }],
    ['a prompt that was written by hand', { kind: 'prompt', inputs: { template: 'hi {x}' }, outputs: { output: 'hi there' } }],
    ['another class', { kind: 'chain', source: { serialized: lc('RunnableSequence', {}) } }],
  ])('%s has no template', (_, record) => {
    expect(templateOf(record)).toBeNull();
  });

  test('whatever is recorded, nothing throws', () => {
    const leaf = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.constant({}));
    const piece = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof({ maxDepth: 4 }, leaf, fc.record({
        lc: fc.constant(1),
        id: fc.constantFrom(['ChatPromptTemplate'], ['HumanMessagePromptTemplate'], ['MessagesPlaceholder'], []),
        kwargs: fc.dictionary(fc.constantFrom('messages', 'prompt', 'template', 'variable_name', 'role', 'content'), fc.oneof(tie('value'), fc.array(tie('value'), { maxLength: 2 })), { maxKeys: 3 }),
      })),
    })).value;
    fc.assert(fc.property(piece, fc.jsonValue(), fc.jsonValue(), (serialized, inputs, variables) => {
      const read = templateOf({ kind: 'prompt', inputs, source: { serialized }, metadata: { 'llm.prompt_template.variables': variables } });
      for (const part of read?.template ?? []) expect(['text', 'placeholder', 'other']).toContain(part.type);
    }));
  });
});
