import { describe, expect, test } from 'vitest';
import { readDocuments } from '../../../../src/core/model/content/read-documents.ts';

const document = (content: string, more: object = {}) => ({ id: null, content, score: null, metadata: {}, ...more });
const python = { id: 'doc-1', metadata: { source: 'a.md' }, page_content: 'A trace.', type: 'Document' };
const read = document('A trace.', { id: 'doc-1', metadata: { source: 'a.md' } });

describe('documents', () => {
  test.each<[string, unknown, unknown[]]>([
    ['LangChain in Python', { documents: [python] }, [read]],
    ['LangChain in JavaScript', { documents: [{ pageContent: 'A trace.', metadata: { source: 'a.md' } }] }, [{ ...read, id: null }]],
    ['constructor', [{ lc: 1, type: 'constructor', id: ['langchain_core', 'documents', 'base', 'Document'], kwargs: python }], [read]],
    ['not serializable', [{ lc: 1, type: 'not_implemented', id: ['my', 'Document'], repr: 'Document(1)' }], [document('Document(1)', { metadata: { lc: 1, type: 'not_implemented', id: ['my', 'Document'] } })]],
    ['traceable in JavaScript', { outputs: [python] }, [read]],
    ['traceable in Python', { output: [python] }, [read]],
    ['a list', [python, python], [read, read]],
    ['pairs with a score', { output: [[python, 0.9]] }, [{ ...read, score: 0.9 }]],
    ['text', ['one', 'two'], [document('one'), document('two')]],
    ['one text', { output: 'one' }, [document('one')]],
    ['JSON text', JSON.stringify([python]), [read]],
    ['OpenTelemetry', [{ id: 7, score: 0.5, content: 'one', metadata: '{"a":1}' }], [document('one', { id: '7', score: 0.5, metadata: { a: 1 } })]],
    ['a score in the metadata', [{ page_content: 'one', metadata: { score: 0.912 } }], [document('one', { score: 0.912, metadata: { score: 0.912 } })]],
    ['a reranker', { results: [{ index: 3, relevance_score: 0.98, document: { text: 'one' } }] }, [document('one', { score: 0.98, metadata: { index: 3 } })]],
    ['a reranker without objects', { results: [{ index: 3, relevance_score: 0.98, document: 'one' }] }, [document('one', { score: 0.98, metadata: { index: 3 } })]],
    ['LlamaIndex', [{ node: { id_: 'n1', text: 'one', metadata: { page: 2 } }, score: 0.5 }], [document('one', { id: 'n1', score: 0.5, metadata: { page: 2 } })]],
    ['Pinecone', { matches: [{ id: 'v1', score: 0.5, metadata: { text: 'one' } }] }, [document('one', { id: 'v1', score: 0.5, metadata: { text: 'one' } })]],
    ['other fields', [{ text: 'one', similarity: '0.5', title: 'T', distance: 0.1, gone: null }], [document('one', { score: 0.5, metadata: { title: 'T', distance: 0.1 } })]],
    ['what no reader knows', [{ url: 'https://example.com' }, 7, true], [document('', { metadata: { url: 'https://example.com' } }), document('7'), document('', { metadata: { value: true } })]],
    ['none', { documents: [] }, []],
    ['null', { output: null }, []],
    ['nothing', undefined, []],
    ['an empty object', {}, []],
  ])('%s', (_, payload, documents) => {
    expect(readDocuments(payload)).toEqual(documents);
  });
});

test('where they are not sure to be, only what calls itself a document is', () => {
  expect(readDocuments({ context: [python], question: 'q' }, false)).toEqual([read]);
  expect(readDocuments({ output: [[python, 0.9]] }, false)).toEqual([{ ...read, score: 0.9 }]);
  expect(readDocuments({ output: [{ text: 'one' }, 'two', [1, 2]] }, false)).toEqual([]);
  expect(readDocuments({ text: 'one' }, false)).toEqual([]);
});

test('no document changes what others inherit', () => {
  const [found] = readDocuments(JSON.parse('[{"text":"one","__proto__":{"polluted":true},"a":1}]'));
  expect(Object.getPrototypeOf(found?.metadata)).toBe(Object.prototype);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('a list that contains itself is read once', () => {
  const list: unknown[] = [python];
  list.push(list);
  expect(readDocuments(list)).toEqual([read]);
});
