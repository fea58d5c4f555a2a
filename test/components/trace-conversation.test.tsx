import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import fc from 'fast-check';
import { renderToString } from 'react-dom/server';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { TraceConversation, TraceConversationRun, TraceConversationTurn, TraceConversationTurns, type TraceConversationProps } from '../../src/components/trace-conversation/index.ts';
import { shownPieces } from '../../src/components/trace-conversation/shown-pieces.ts';
import { parseQuery } from '../../src/core/analysis/search/parse-query.ts';
import { buildTraces } from '../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../src/core/model/record.ts';
import type { Trace } from '../../src/core/model/trace.ts';
import { agentInTool } from '../../stories/trace-conversation/samples.ts';
import { measured } from '../hooks/measured.ts';
import { asks, assistant, llm, result, step, system, tool, user } from '../core/analysis/conversation/written.ts';

measured({ width: 800, height: 600 });
vi.stubGlobal('ResizeObserver', class { observe() {} unobserve() {} disconnect() {} });

const onSelectedChange = vi.fn<NonNullable<TraceConversationProps['onSelectedChange']>>();
beforeEach(() => onSelectedChange.mockClear());

function show(traces: Trace | readonly Trace[], props: Partial<TraceConversationProps> = {}): HTMLElement {
  return render(<TraceConversation traces={Array.isArray(traces) ? traces : [traces as Trace]} locale="en" timeZone="UTC" onSelectedChange={onSelectedChange} {...props} />).container;
}
const showRecords = (records: readonly RunRecord[], props: Partial<TraceConversationProps> = {}): HTMLElement => show(buildTraces(records), props);
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
/** What each line of a turn says, as it is read out. */
const lines = (container: HTMLElement): (string | null)[] => Array.from(container.querySelectorAll('[data-slot="trace-conversation-item"]'), (item) => item.textContent);

const MINUTE = 60_000;
const at = Date.UTC(2026, 10, 21, 12);
const root = (traceId: string, start: number, question: string, more: Partial<RunRecord> = {}): RunRecord =>
  ({ ...step('root', null, 'chain', start), traceId, endTime: start + 1_500, name: 'assistant', inputs: { messages: [user(question)] }, ...more });

describe('turns', () => {
  const traces = buildTraces(Array.from({ length: 120 }, (_, nth) => ({ ...llm(`${nth}`, null, at + nth * 100, [user(`Question ${nth}`)], [assistant('Yes.')]), traceId: `t${nth}` })));

  test('are articles under headings, with their time, how long they took, tokens and cost', () => {
    const container = showRecords([
      root('a', at, 'First?'),
      { ...llm('call', 'root', at + 10, [user('First?')], [assistant('One.')], { usage: { input: 1_000, output: 204 }, cost: { total: 0.012 } }), traceId: 'a' },
      root('b', at + 2 * MINUTE, 'Second?'),
      root('c', at + 10 * MINUTE, 'Third?', { error: 'gave up', status: 'error' }),
    ]);
    const articles = screen.getAllByRole('article');
    expect(articles).toHaveLength(3);
    expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual(['Turn 1', 'Turn 2', 'Turn 3']);
    const headers = Array.from(container.querySelectorAll('header'), ({ textContent }) => textContent?.replaceAll(/\s/g, ' '));
    expect(headers[0]).toMatch(/^Turn 1Nov 21, 2026, 12:00 PM1\.50 s1,204 tokens\$0\.012$/);
    expect(headers[1]).toMatch(/^Turn 212:02:00 PM1\.50 s$/);
    expect(headers[2]).toContain('Failed');
    // Eight minutes of silence are told, two are not.
    expect(Array.from(container.querySelectorAll('[data-slot="trace-conversation-gap"]'), ({ textContent }) => textContent)).toEqual(['7 m 59 s later']);
    expect(within(articles[2]!).getByRole('button', { name: /^Failed gave up/ })).toBeDefined();
  });

  test('of which only a later prompt tells say so, and have no figures', () => {
    const container = showRecords([llm('call', null, at, [user('1'), assistant('one'), user('2')], [assistant('two')])]);
    expect(container.querySelector('header')?.textContent).toBe('Turn 1known from a later prompt');
    expect(container.querySelectorAll('header')[1]?.textContent).toContain('1 ms');
  });

  test('a trace without runs, and one without words', () => {
    expect(show([]).textContent).toBe('This trace has no runs.');
    expect(showRecords([step('span', null, 'other', at)]).textContent).toContain('Nothing that was said or done in it was recorded.');
  });

  test('of many, those around where the person is; the focus goes along', () => {
    const container = show(traces);
    expect(container.querySelectorAll('article')).toHaveLength(25);
    expect(container.querySelector('[aria-posinset]')?.getAttribute('aria-posinset')).toBe('96');
    fireEvent.click(screen.getByText('Show 25 of 95 earlier turns'));
    expect(container.querySelectorAll('article')).toHaveLength(50);
    expect(document.activeElement?.querySelector('h3')?.textContent).toBe('Turn 95');
    fireEvent.click(screen.getByText('First turn'));
    expect(document.activeElement?.querySelector('h3')?.textContent).toBe('Turn 1');
    fireEvent.click(screen.getByText('Show 25 of 95 later turns'));
    expect(document.activeElement?.querySelector('h3')?.textContent).toBe('Turn 26');
    fireEvent.click(screen.getByText('Last turn'));
    expect(document.activeElement?.querySelector('h3')?.textContent).toBe('Turn 120');
  }, 30_000);

  test('begin at the trace that is named', () => {
    show(traces, { trace: traces[59]! });
    expect(screen.getByText('Turn 60')).toBeDefined();
    expect(screen.queryByText('Turn 120')).toBeNull();
  });

  test('what is selected elsewhere is rendered, however far it is', () => {
    const container = show(traces, { selected: '3' });
    expect(container.querySelector('[data-selected]')?.textContent).toContain('Yes.');
    expect(screen.getByText('Turn 4')).toBeDefined();
  });
});

describe('what was said', () => {
  test('stands with who said it and leads to its run', () => {
    const trace = buildTraces([llm('call', null, 0, [system('Be brief.'), user('Hi')], [{ role: 'assistant', name: 'helper', content: [{ type: 'reasoning', reasoning: 'They greet.' }, { type: 'text', text: 'Hello' }] }], { model: 'gpt-5', endTime: 1_200, usage: { input: 1_000, output: 204 } })])[0]!;
    const container = show(trace);
    expect(lines(container)).toEqual(['System promptBe brief.9 charactersModel call call: gpt-5', 'UserModel call call: gpt-5Hi', 'AssistanthelperModel call call: gpt-5 · 1.20 s · 1,204 tokensReasoning11 charactersHello']);
    fireEvent.click(button('Model call call: gpt-5 · 1.20 s · 1,204 tokens'));
    expect(onSelectedChange).toHaveBeenCalledWith('call', { reason: 'keyboard', run: trace.runs[0], trace });
    expect(button('Model call call: gpt-5 · 1.20 s · 1,204 tokens').getAttribute('aria-current')).toBe('true');
    expect(container.querySelectorAll('[data-selected]')).toHaveLength(1);
    expect(screen.queryByText('They greet.')).toBeNull();
    fireEvent.click(button(/^Reasoning/));
    expect(screen.getByText('They greet.')).toBeDefined();
    fireEvent.click(button(/^System prompt/));
    expect(screen.getAllByText('Be brief.')).toHaveLength(2);
  });

  test('in JSON is called input and output, with the whole behind its words', () => {
    showRecords([step('root', null, 'chain', 0, { inputs: { question: 'Why?', top_k: 3 }, outputs: { rows: [1, 2] } })]);
    expect(screen.getByText('Input')).toBeDefined();
    expect(screen.getByText('Why?')).toBeDefined();
    expect(screen.getByRole('tree', { name: 'Output as recorded' })).toBeDefined();
    fireEvent.click(button('Input as recorded'));
    expect(screen.getByRole('tree', { name: 'Input as recorded' }).textContent).toContain('top_k');
  });

  test('is plain text, but for what models said where the host renders Markdown', () => {
    const records = [llm('call', null, 0, [user('*Hi*')], [assistant('*Hello*')])];
    const renderMarkdown = (text: string) => <em>{text.replaceAll('*', '')}</em>;
    const container = showRecords(records, { renderMarkdown });
    expect(Array.from(container.querySelectorAll('em'), ({ textContent }) => textContent)).toEqual(['Hello']);
    expect(screen.getByText('*Hi*')).toBeDefined();
  });

  test('loads no image before it is asked to', () => {
    const container = showRecords([llm('call', null, 0, [user([{ type: 'image_url', image_url: { url: 'https://example.com/a.png' } }, { type: 'image_url', image_url: { url: 'javascript:alert(1)' } }])], [])]);
    expect(container.querySelector('img')).toBeNull();
    fireEvent.click(button('Load image'));
    expect(Array.from(container.querySelectorAll('img'), (image) => image.getAttribute('src'))).toEqual(['https://example.com/a.png']);
  });

  test('is marked where a search found it', () => {
    const records = [llm('call', null, 0, [user('refund me')], [assistant('The refund is on its way.'), asks('', ['1', 'issue_refund', 'x'])])];
    const marked = (query: string) => {
      const { container, unmount } = render(<TraceConversation traces={buildTraces(records)} query={parseQuery(query)} />);
      const found = Array.from(container.querySelectorAll('mark'), ({ textContent }) => textContent);
      unmount();
      return found;
    };
    expect(marked('refund')).toEqual(['refund', 'refund', 'refund']);
    expect(marked('output:refund')).toEqual(['refund']);
    expect(marked('')).toEqual([]);
  });

  test('long texts are shown in part', () => {
    const container = showRecords([llm('call', null, 0, [user('word '.repeat(2_000))], [])]);
    expect(container.textContent?.length).toBeLessThan(3_000);
    fireEvent.click(button(/^Show more/));
    expect(container.textContent?.length).toBeGreaterThan(9_000);
  });
});

describe('what was done', () => {
  const records = [
    root('t', 0, 'Hi'),
    llm('plan', 'root', 1, [user('Hi')], [asks('', ['1', 'search', 'a'], ['2', 'search', 'b'], ['3', 'send', 'c'])]),
    tool('run 1', 'root', 10, 'search', 'a', '1', { endTime: 30 }),
    tool('run 2', 'root', 11, 'search', 'b', '2', { endTime: 31, outputs: undefined, error: 'Timeout\nat x' }),
    llm('answer', 'root', 40, [user('Hi'), asks('', ['1', 'search', 'a'], ['2', 'search', 'b'], ['3', 'send', 'c']), result('1', 'found it')], [assistant('Done.')]),
  ];

  test('is a line each, calls of one tool together', () => {
    const container = showRecords(records);
    expect(lines(container)).toEqual([
      'UserChain assistant: assistantHi', 'Model callModel call plan: plan · 1 ms', 'search ×21 error', 'sendq=cModel call plan: 1 ms', 'AssistantModel call answer: answer · 1 msDone.',
    ]);
    fireEvent.click(button('search ×2 1 error'));
    const first = button(/^search q=a 8 characters/);
    fireEvent.click(first);
    expect(first.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByRole('tree', { name: 'Arguments: search' })).toBeDefined();
    expect(screen.getByText('found it')).toBeDefined();
    fireEvent.click(button(/^search q=b Timeout/));
    expect(screen.getByText(/Timeout\s+at x/)).toBeDefined();
    fireEvent.click(button('Tool search, Failed: 20 ms'));
    expect(onSelectedChange).toHaveBeenLastCalledWith('run 2', expect.objectContaining({ reason: 'keyboard' }));
    expect(container.querySelectorAll('[data-selected]')).toHaveLength(2);
    fireEvent.click(button(/^send/));
    expect(screen.getByText('No run is known that carried this out.')).toBeDefined();
  });

  test('inside of a tool is read when it is opened', () => {
    show(agentInTool());
    expect(screen.queryByText('what is dotted order - search the docs')).toBeNull();
    fireEvent.click(button(/^research topic=dotted order 2 model calls, 1 tool call/));
    expect(screen.getByText('what is dotted order - search the docs')).toBeDefined();
    fireEvent.click(button(/^search_docs query=/));
    fireEvent.click(button(/^DocsRetriever .* 3 documents/));
    expect(screen.getByText('docs/retrieval.md')).toBeDefined();
  });

  test('marks the tool in which the selected run is', () => {
    const trace = agentInTool();
    const inner = trace.runs.find(({ name }) => name === 'search_docs');
    const container = show(trace, { selected: inner!.id });
    expect(container.querySelector('[data-current]')?.textContent).toMatch(/^research/);
    expect(container.querySelector('[data-selected]')).toBeNull();
    fireEvent.click(button(/^research topic/));
    expect(container.querySelector('[data-selected]')?.textContent).toMatch(/^search_docs/);
  });

  test('is open and closed as its owner says', () => {
    const onOpenItemsChange = vi.fn<NonNullable<TraceConversationProps['onOpenItemsChange']>>();
    const container = showRecords(records, { openItems: [], onOpenItemsChange });
    const id = container.querySelector('[data-type="tools"]')?.getAttribute('data-item');
    fireEvent.click(button(/^search ×2/));
    expect(onOpenItemsChange).toHaveBeenCalledWith([id], { item: id, isOpen: true });
    expect(button(/^search ×2/).getAttribute('aria-expanded')).toBe('false');
  });

  test('failed attempts, interrupts and guardrails', () => {
    const container = showRecords([
      root('t', 0, 'Hi'),
      llm('one', 'root', 1, [user('Hi')], [], { error: 'Overloaded\nsee docs', outputs: undefined }),
      llm('two', 'root', 5, [user('Hi')], [assistant('Hello')]),
      step('guard', 'root', 'guardrail', 10, { outputs: { verdict: 'safe' } }),
      step('ask', 'root', 'chain', 20, { status: 'interrupted', error: 'Shall I send it?' }),
    ]);
    expect(lines(container).slice(1)).toEqual([
      expect.stringMatching(/^Failed attempt 1Overloaded/), expect.stringMatching(/^Assistantattempt 2.*Hello$/), expect.stringMatching(/^guardverdict=safe/), expect.stringMatching(/^InterruptedShall I send it\?/),
    ]);
  });

  test('of many steps, the first and the last', () => {
    const many = [root('t', 0, 'Hi', { endTime: 1e6 }), ...Array.from({ length: 250 }, (_, nth) => tool(`run ${nth}`, 'root', nth, nth % 2 === 0 ? 'fetch' : 'store', 'a'))];
    const container = showRecords(many);
    expect(container.querySelectorAll('[data-slot="trace-conversation-item"]')).toHaveLength(27);
    fireEvent.click(button('Show 24 of 224 more steps'));
    expect(container.querySelectorAll('[data-slot="trace-conversation-item"]')).toHaveLength(51);
  });

  test('a step among many that is selected elsewhere is rendered', async () => {
    const many = buildTraces([root('t', 0, 'Hi', { endTime: 1e6 }), ...Array.from({ length: 500 }, (_, nth) => tool(`run ${nth}`, 'root', nth, nth % 2 === 0 ? 'fetch' : 'store', 'a'))]);
    const { container, rerender } = render(<TraceConversation traces={many} selected={null} />);
    rerender(<TraceConversation traces={many} selected="run 300" />);
    await waitFor(() => expect(container.querySelector('[data-selected]')?.getAttribute('data-item')).toContain('run 300'), { timeout: 20_000 });
    expect(container.querySelectorAll('[data-slot="trace-conversation-item"]')).toHaveLength(24 + 11 + 3);
  }, 30_000);

  test('what runs has lasted so long', () => {
    const container = showRecords([root('t', at, 'Hi', { endTime: null }), llm('call', 'root', at + 100, [user('Hi')], [], { endTime: null, outputs: undefined })], { now: at + 2_100 });
    expect(container.querySelector('header')?.textContent).toContain('Still running2.10 s');
    expect(button('Model call call, Still running: call · 2.00 s')).toBeDefined();
  });
});

test('of many rows, which are shown', () => {
  fc.assert(fc.property(fc.nat(120), fc.integer({ min: 1, max: 60 }), fc.integer({ min: -1, max: 119 }), (length, count, any) => {
    const place = any < length ? any : -1;
    const shown = new Set(shownPieces(length, count, place).flatMap(({ from, to }) => Array.from({ length: to - from }, (_, nth) => from + nth)));
    for (let row = 0; row < length; row++) {
      const isWanted = row < count || row >= length - 3 || (place !== -1 && Math.abs(row - place) <= 5);
      expect(shown.has(row)).toBe(isWanted);
    }
    expect(shown.size + shownPieces(length, count, place).reduce((sum, { left }) => sum + left, 0)).toBe(length);
  }));
});

test('opening and selecting renders only what changes', () => {
  const traces = buildTraces(Array.from({ length: 20 }, (_, nth) => ({ ...llm(`${nth}`, null, at + nth * 100, [user(`Question ${nth}`)], [assistant('Yes.')]), traceId: `t${nth}` })));
  const renderMarkdown = vi.fn<(text: string) => string>((text) => text);
  show(traces, { renderMarkdown });
  const times = renderMarkdown.mock.calls.length;
  const [first] = screen.getAllByRole('button', { name: /^Model call 0/ });
  fireEvent.click(first!);
  expect(renderMarkdown.mock.calls.length - times).toBeLessThan(3);
});

test('texts can be replaced, and attributes pass through', () => {
  const container = show([], { messages: { empty: 'Nichts' }, className: 'mine', id: 'conversation' });
  expect(container.textContent).toBe('Nichts');
  expect(container.querySelector('#conversation')?.className).toBe('mine');
});

test('a part outside of a conversation says what is missing', () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const [trace] = buildTraces([step('root', null, 'chain', 0)]);
  expect(() => render(<TraceConversationTurns />)).toThrow(/<TraceConversationTurns> has nothing to show/);
  expect(() => render(<TraceConversationRun run={trace!.runs[0]!} />)).toThrow(/<TraceConversationRun> has nothing to show/);
  expect(() => render(<TraceConversationTurn turn={{ id: '', trace: trace!, items: [], figures: null }} place={0} previousEnd={null} />)).toThrow(/<TraceConversationTurn> has nothing to show/);
});

test('a server renders it', () => {
  const html = renderToString(<TraceConversation traces={buildTraces([llm('call', null, at, [user('Hi')], [assistant('Hello')])])} locale="en" timeZone="UTC" />);
  expect(html).toContain('Hello');
  expect(html).not.toContain('style=');
});

describe('whatever traces hold, it is shown', () => {
  const payload = fc.oneof(
    fc.jsonValue(),
    fc.record({ messages: fc.array(fc.oneof(fc.jsonValue(), fc.record({ role: fc.string(), content: fc.jsonValue(), tool_calls: fc.jsonValue() }))) }),
    fc.record({ question: fc.string(), documents: fc.array(fc.record({ page_content: fc.string(), metadata: fc.jsonValue() })) }),
  );
  test('of any shape', () => {
    fc.assert(fc.property(fc.array(fc.record({ kind: fc.constantFrom('llm', 'tool', 'retriever', 'chain', 'agent', 'guardrail'), inputs: payload, outputs: payload, error: fc.option(fc.string()) }), { minLength: 1, maxLength: 6 }), (steps) => {
      const records = steps.map((one, nth): RunRecord => ({ id: `${nth}`, traceId: 't', parentId: nth === 0 ? null : `${Math.floor((nth - 1) / 2)}`, name: `step ${nth}`, startTime: nth, endTime: 100, ...one }));
      const { container, unmount } = render(<TraceConversation traces={buildTraces(records)} />);
      // Opened one by one, since what is inside brings more.
      for (let opened = 0; opened < 8; opened++) {
        const closed = container.querySelector<HTMLElement>('button[aria-expanded="false"]');
        if (closed === null) break;
        act(() => closed.click());
      }
      expect(container.querySelector('img, script, iframe, a')).toBeNull();
      unmount();
    }), { numRuns: 15 });
  }, 120_000);
});
