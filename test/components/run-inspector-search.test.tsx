import { act, fireEvent, render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { RunInspector, type RunInspectorProps } from '../../src/components/run-inspector/index.ts';
import { matchesIn } from '../../src/core/analysis/search/matches-in.ts';
import { parseQuery } from '../../src/core/analysis/search/parse-query.ts';
import { buildTraces } from '../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../src/core/model/record.ts';
import { loop } from '../../stories/run-inspector/samples.ts';
import { measured } from '../hooks/measured.ts';

measured({ width: 500, height: 600 });
vi.stubGlobal('ResizeObserver', class { observe() {} unobserve() {} disconnect() {} });
const scrolled = vi.fn<(this: Element) => void>();
Element.prototype.scrollIntoView = scrolled;
beforeEach(() => scrolled.mockClear());

function alone(record: Partial<RunRecord>): Pick<RunInspectorProps, 'trace' | 'run'> {
  const [trace] = buildTraces([Object.defineProperties({ id: 'run', name: 'step', startTime: 1_000, endTime: 2_000 }, Object.getOwnPropertyDescriptors(record)) as RunRecord]);
  return { trace: trace!, run: trace!.runs[0]! };
}

async function search(text: string, given: Partial<RunInspectorProps> & Pick<RunInspectorProps, 'trace' | 'run'>): Promise<HTMLElement> {
  const { container } = render(<RunInspector locale="en" query={parseQuery(text)} {...given} />);
  do await act(() => new Promise((resolve) => setTimeout(resolve, 0))); while (container.querySelector('[data-slot="run-inspector-matches"]')?.textContent === 'Searching…');
  return container;
}
const next = () => act(async () => fireEvent.click(screen.getByRole('button', { name: 'Next match' })));
const status = () => screen.getAllByRole('status')[0]?.textContent;
const current = (container: HTMLElement) => container.querySelector<HTMLElement>('mark[data-current]');
const marked = (container: HTMLElement) => [...container.querySelectorAll('mark')].map((mark) => mark.textContent);
const sectionOf = (element: Element | null) => element?.closest('[data-section]')?.getAttribute('data-section');

/** One of everything that the word can stand in. */
const everywhere = {
  name: 'the word', kind: 'llm', model: { name: 'word-1' }, tags: ['one', 'Word'], error: { type: 'WordError', message: 'a word', stack: 'at word' },
  inputs: { messages: [{ role: 'user', content: 'word and WORD' }, { role: 'assistant', content: '', tool_calls: [{ id: 'c', function: { name: 'find_word', arguments: '{"q": "word"}' } }] }, { role: 'tool', tool_call_id: 'c', content: '{"found":"word"}' }], extra: { word: 'word' } },
  outputs: { messages: [{ role: 'assistant', content: [{ type: 'reasoning', reasoning: 'word?' }, { type: 'text', text: 'No.' }] }] },
  metadata: { deep: [{ a: 'word' }], n: 12 }, events: [{ name: 'e' }, { name: 'e', attributes: { a: 'word' } }],
};

describe('going through the matches', () => {
  test('shows each where it is best read, once, and comes round', async () => {
    const container = await search('word', alone(everywhere));
    const total = Number(/^\d+/.exec(status() ?? '')?.[0]);
    // The search doesn't look for words in events.
    expect(status()).toBe(`${matchesIn(alone(everywhere).run!, parseQuery('word')).length} matches`);
    const seen: [string | null | undefined, string | undefined][] = [];
    for (let match = 0; match < total; match++) {
      await next();
      expect(status()).toMatch(new RegExp(`^${match + 1} of ${total}`));
      const mark = current(container);
      expect(scrolled.mock.contexts.at(-1)).toBe(mark);
      seen.push([sectionOf(mark) ?? (mark?.closest('[data-slot="run-inspector-error"]') ? 'error' : 'header'), mark?.textContent]);
    }
    expect(seen).toEqual([
      ['header', 'word'], ['header', 'word'], ['metadata', 'Word'], ['error', 'Word'], ['error', 'word'], ['error', 'word'],
      ['messages', 'word'], ['messages', 'WORD'], ['messages', 'word'], ['messages', 'word'], ['messages', 'word'], ['request', 'word'],
      ['messages', 'word'], ['metadata', 'word'],
    ]);
    await next();
    expect(status()).toMatch(/^1 of 14/);
    fireEvent.click(screen.getByRole('button', { name: 'Previous match' }));
    expect(status()).toMatch(/^14 of 14 Metadata and tags$/);
  }, 30_000);

  test('by keys, but not while writing', async () => {
    const container = await search('word', alone(everywhere));
    const region = screen.getByRole('region');
    await act(async () => fireEvent.keyDown(region, { key: 'n' }));
    expect(status()).toMatch(/^1 of 14/);
    await act(async () => fireEvent.keyDown(region, { key: 'N' }));
    expect(status()).toMatch(/^14 of 14/);
    container.firstElementChild!.append(document.createElement('input'));
    fireEvent.keyDown(container.querySelector('input')!, { key: 'n' });
    fireEvent.keyDown(region, { key: 'n', ctrlKey: true });
    expect(status()).toMatch(/^14 of 14/);
  });

  test('can be held by its owner', async () => {
    const onMatchChange = vi.fn<NonNullable<RunInspectorProps['onMatchChange']>>();
    const given = alone(everywhere);
    const container = await search('word', { ...given, match: 6, onMatchChange });
    expect([sectionOf(current(container)), current(container)?.textContent]).toEqual(['messages', 'word']);
    await next();
    expect(onMatchChange).toHaveBeenCalledWith(7, { run: given.run, count: 14 });
    expect(status()).toMatch(/^7 of 14/);
  });

  test('begins anew with another run and with another query', async () => {
    const { trace } = loop();
    const view = (id: string, text: string) => <RunInspector trace={trace} run={trace.get(id) ?? null} query={parseQuery(text)} />;
    const { rerender } = render(view('answer', 'order'));
    await act(async () => {});
    await next();
    expect(status()).toMatch(/^1 of/);
    // The same query, read again.
    rerender(view('answer', 'order'));
    await act(async () => {});
    expect(status()).toMatch(/^1 of/);
    rerender(view('lookup', 'order'));
    await act(async () => {});
    expect(status()).toMatch(/^\d+ match/);
    await next();
    rerender(view('lookup', 'delivered'));
    await act(async () => {});
    expect(status()).toBe('1 match');
  });

  test('says that there is none, and nothing of what has no place', async () => {
    await search('elephant', alone(everywhere));
    expect(status()).toBe('No match in this run');
    expect(screen.queryByRole('button', { name: 'Next match' })).toBeNull();
    for (const query of ['', 'latency:>1s', '-word', 'kind:llm']) {
      const { container, unmount } = render(<RunInspector {...alone(everywhere)} query={parseQuery(query)} />);
      await act(async () => {});
      expect(container.querySelector('mark, [data-slot="run-inspector-matches"]')).toBeNull();
      unmount();
    }
  });

  test('tells where there may be more', async () => {
    await search('a', alone({ inputs: { text: 'a '.repeat(2_000) } }));
    expect(status()).toBe('1,000 or more matches');
  });
});

describe('what is folded away', () => {
  test('tells how much was found in it', async () => {
    const container = await search('word', { ...alone(everywhere), defaultOpenSections: [] });
    const inside = Object.fromEntries([...container.querySelectorAll('[data-section]')].map((section) => [section.getAttribute('data-section'), section.querySelector('[data-slot="matches-inside"]')?.textContent]));
    expect(inside).toEqual({ messages: '6 matches inside', tools: undefined, request: '6 matches inside', response: '1 match inside', shape: undefined, metadata: '2 matches inside', events: undefined, raw: '14 matches inside' });
  });

  test('opens on the way: long messages, what the call before had, trees, stacks', async () => {
    const { trace } = loop();
    const container = await search('jacket', { trace, run: trace.get('answer')!, defaultOpenSections: [] });
    await next();
    expect(current(container)?.textContent).toBe('jacket');
    expect(container.querySelector('[data-part="prefix"]')?.getAttribute('data-state')).toBe('open');
  });

  test('counts in messages and in trees', async () => {
    const container = await search('word', alone({ kind: 'llm', inputs: { messages: [{ role: 'system', content: 'word '.repeat(3_000) }, ...Array.from({ length: 4 }, () => ({ role: 'user', content: 'Hi' }))] } }));
    expect(container.querySelector('[data-slot="run-inspector-message"] [data-slot="matches-inside"]')?.textContent).toBe('1,000 matches inside');
  });
});

describe('marks', () => {
  test('stand in texts, tags, errors, names of fields and values, whatever is quoted', async () => {
    const container = await search('b"c', { ...alone({ inputs: { 'ab"cd': 'xb"cy', n: [1, { deep: 'b"c' }] } }), defaultOpenSections: ['input'] });
    expect(marked(container)).toEqual(['b"c', 'b\\"c', 'b\\"c']);
    expect(screen.getAllByRole('treeitem').map((row) => row.textContent?.replace('Copy value', ''))).toEqual(['{', 'ab"cd: "xb\\"cy"', 'n: [', '0: 1', '1: {', 'deep: "b\\"c"']);
  });

  test('are those of the field that a term names, and of its place', async () => {
    const record = { kind: 'chain', inputs: { city: 'Paris', from: 'Paris' }, outputs: { city: 'Paris' }, tags: ['Paris'] };
    const container = await search('input.city:Paris', { ...alone(record), defaultOpenSections: ['input', 'output', 'metadata'] });
    expect([...container.querySelectorAll('mark')].map((mark) => [sectionOf(mark), mark.closest('[role="treeitem"]')?.textContent?.replace('Copy value', '')])).toEqual([['input', 'city: "Paris"']]);
    expect(status()).toBe('1 match');
  });

  test('are exactly the finds, in any text', async () => {
    const query = fc.constantFrom('ab', 'a b', '"a b"', 'b', 'A');
    await fc.assert(fc.asyncProperty(fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'B', '\n', '"', '👩🏽‍🚀') }), query, async (text, words) => {
      const { container, unmount } = render(<RunInspector {...alone({ inputs: { text } })} query={parseQuery(words)} />);
      await act(async () => {});
      const expected = matchesIn(alone({ inputs: { text } }).run!, parseQuery(words)).map(({ from, to }) => text.slice(from, to));
      expect([...container.querySelectorAll('[data-section="input"] mark')].map((mark) => mark.textContent)).toEqual(expected);
      expect(container.querySelector('[data-section="input"] [data-slot="text-block-text"]')?.textContent ?? text).toBe(text);
      unmount();
    }), { numRuns: 60 });
  }, 60_000);
});

describe('far away', () => {
  test('a message among thousands is shown with those around it', async () => {
    const messages = Array.from({ length: 3_000 }, (_, nth) => ({ role: 'user', content: `Message ${nth}${nth === 1_234 ? ' needle' : ''}` }));
    const container = await search('needle', alone({ kind: 'llm', inputs: { messages } }));
    await next();
    const shown = [...container.querySelectorAll('[data-slot="run-inspector-message"]')];
    expect(shown).toHaveLength(25);
    expect(current(container)?.closest('[data-slot="text-block"]')?.textContent).toBe('Message 1234 needle');
    fireEvent.click(screen.getByRole('button', { name: 'Show 25 of 1,222 earlier' }));
    fireEvent.click(screen.getByRole('button', { name: 'Show 25 of 1,753 more' }));
    expect(container.querySelectorAll('[data-slot="run-inspector-message"]')).toHaveLength(75);
  });

  test('a value among a hundred thousand, and one in a long text', async () => {
    const rows = Array.from({ length: 30_000 }, (_, id) => ({ id, note: id === 12_345 ? 'needle' : 'x' }));
    const container = await search('needle', alone({ kind: 'tool', inputs: { a: 1 }, outputs: { rows, text: `${'hay '.repeat(60_000)}needle` } }));
    await next();
    expect(current(container)?.closest('[role="treeitem"]')?.getAttribute('aria-level')).toBe('4');
    expect(current(container)?.closest('[role="treeitem"]')?.getAttribute('aria-selected')).toBe('true');
    await next();
    const text = current(container)?.closest('[data-slot="json-view-text"]');
    expect(text?.textContent).toMatch(/^Show what comes before, 238,000 characters/);
    expect(text?.textContent?.length).toBeLessThan(10_000);
  });

  test('an event and a document', async () => {
    const events = Array.from({ length: 5_000 }, (_, nth) => ({ name: 'tick', attributes: { n: nth === 4_321 ? 'needle' : nth } }));
    const documents = Array.from({ length: 900 }, (_, nth) => ({ page_content: nth === 700 ? 'a needle' : 'hay' }));
    const container = await search('event.n:needle OR output:needle', alone({ kind: 'retriever', inputs: { query: 'q' }, outputs: { documents }, events }));
    await next();
    expect(sectionOf(current(container))).toBe('documents');
    await next();
    expect(sectionOf(current(container))).toBe('events');
    expect(container.querySelectorAll('[data-slot="run-inspector-event"]')).toHaveLength(50);
  });
});
