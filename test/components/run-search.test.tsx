import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef, type ReactElement } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  ENGLISH,
  RunSearch,
  RunSearchChips,
  RunSearchField,
  RunSearchRoot,
  type RunSearchProps,
} from '../../src/components/run-search/index.ts';
import { termText } from '../../src/components/run-search/term-words.ts';
import { QUERY_FIELDS } from '../../src/core/analysis/search/fields.ts';
import { parseQuery } from '../../src/core/analysis/search/parse-query.ts';
import { buildTraces } from '../../src/core/model/build-traces.ts';
import type { Trace } from '../../src/core/model/trace.ts';
import type { UseRunSearchOptions } from '../../src/hooks/run-search-state.ts';
import { useRunSearch } from '../../src/hooks/useRunSearch.ts';

const trace = buildTraces([
  { id: '1', traceId: 't', name: 'agent', kind: 'agent', startTime: 0, endTime: 9_000 },
  { id: '2', traceId: 't', parentId: '1', name: 'fetch docs', kind: 'tool', startTime: 1, endTime: 2_001, tags: ['beta'] },
  { id: '3', traceId: 't', parentId: '1', name: 'fetch web', kind: 'tool', startTime: 2, endTime: 3, error: 'timeout' },
])[0]!;

type SearchProps = Omit<RunSearchProps, 'search'> & Partial<UseRunSearchOptions>;

function Search({ trace: given = trace, query, defaultQuery, onQueryChange, mode, defaultMode, onModeChange, current, defaultCurrent, onCurrentChange, ...rest }: SearchProps): ReactElement {
  const search = useRunSearch({ trace: given, query, defaultQuery, onQueryChange, mode, defaultMode, onModeChange, current, defaultCurrent, onCurrentChange });
  return <RunSearch search={search} locale="en" {...rest} />;
}

function show(props: SearchProps = {}) {
  const { container, rerender } = render(<Search {...props} />);
  const root = screen.getByRole('search');
  return {
    user: userEvent.setup(),
    root,
    field: screen.getByRole<HTMLInputElement>('combobox', { name: 'Search runs' }),
    set: (changed: SearchProps) => rerender(<Search {...props} {...changed} />),
    slot: (name: string) => root.querySelector<HTMLElement>(`[data-slot="run-search-${name}"]`),
    slots: (name: string) => Array.from(root.querySelectorAll<HTMLElement>(`[data-slot="run-search-${name}"]`)),
    figure: () => root.querySelector('[data-slot="run-search-figure"]')!.textContent,
    chips: () => Array.from(root.querySelectorAll('[data-slot="run-search-chips"] > *'), (item) => item.textContent),
    container,
  };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('the whole', () => {
  test('is a search with a name', () => {
    const { root } = show();
    expect(root.getAttribute('aria-label')).toBe('Search the runs of agent');
    expect([root.dataset['mode'], root.dataset['empty']]).toEqual(['highlight', '']);
  });

  test('takes attributes, a ref, and a ref to the field', () => {
    const ref = createRef<HTMLDivElement>();
    const fieldRef = createRef<HTMLInputElement>();
    const { root, field } = show({ ref, fieldRef, id: 'mine', className: 'host' });
    expect([ref.current, fieldRef.current]).toEqual([root, field]);
    expect([root.id, root.className]).toEqual(['mine', 'host']);
  });

  test('tells the key that leads to it, if there is one', () => {
    const { field, slot, set } = show();
    expect([field.getAttribute('aria-keyshortcuts'), slot('shortcut')?.textContent]).toEqual(['/', '/']);
    set({ shortcut: null });
    expect([field.getAttribute('aria-keyshortcuts'), slot('shortcut')]).toEqual([null, null]);
  });

  test('its texts can be replaced', () => {
    render(<Search messages={{ field: 'Suche', matches: (count) => `${count} Treffer` }} defaultQuery="fetch" />);
    expect(screen.getByRole('combobox', { name: 'Suche' })).not.toBeNull();
    expect(screen.getByText('2 Treffer', { selector: '[aria-hidden]' })).not.toBeNull();
  });

  test('a part outside says what is wrong', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(() => render(<RunSearchChips />)).toThrow('<RunSearchChips> has nothing to search: it is used outside of <RunSearchRoot>. Put it inside of one.');
    vi.restoreAllMocks();
  });

  test('can be put together from parts', () => {
    function Mine(): ReactElement {
      return <RunSearchRoot search={useRunSearch({ trace, defaultQuery: 'kind:tool' })}><RunSearchField data-mine="" placeholder="Find" /></RunSearchRoot>;
    }
    render(<Mine />);
    const field = screen.getByRole('combobox');
    expect([field.dataset['mine'], field.getAttribute('placeholder'), field.dataset['slot']]).toEqual(['', 'Find', 'run-search-field']);
    expect(screen.queryByRole('toolbar')).toBeNull();
  });

  test('each field has a line of description', () => {
    expect(Object.keys(ENGLISH.fields).toSorted()).toEqual(QUERY_FIELDS.map(({ name }) => name).toSorted());
    expect(ENGLISH.examples.flatMap(({ query }) => parseQuery(query).errors)).toEqual([]);
  });
});

describe('the text over the field', () => {
  test('is the same text, in parts, and hidden from those who hear', () => {
    const text = '(kind:tool OR "a b") -latency:>2s  x';
    const { slot } = show({ defaultQuery: text });
    const marks = slot('marks')!;
    expect(marks.textContent).toBe(text);
    expect(marks.getAttribute('aria-hidden')).toBe('true');
    expect(Array.from(marks.querySelectorAll('[data-part="field"]'), (part) => part.textContent)).toEqual(['kind', 'latency']);
    expect(Array.from(marks.querySelectorAll('[data-part="negation"]'), (part) => part.textContent)).toEqual(['-']);
  });

  test('follows the field as it scrolls', () => {
    const { field, slot } = show({ defaultQuery: 'long '.repeat(50) });
    field.scrollLeft = 120;
    fireEvent.scroll(field);
    expect(slot('marks')!.scrollLeft).toBe(120);
  });

  test('marks what is wrong', () => {
    const { slot } = show({ defaultQuery: 'kind:tool nmae:x latency:>soon' });
    expect(Array.from(slot('marks')!.querySelectorAll('[data-wrong]'), (part) => part.textContent)).toEqual(['nmae', 'soon']);
  });
});

describe('suggestions', () => {
  test('have their counts, and what fields are', async () => {
    const { user, field, slots } = show();
    await user.type(field, 'kind');
    expect(slots('option')[0]!.textContent).toBe(`kind:${ENGLISH.fields['kind']}`);
    await user.keyboard(':');
    expect(slots('option').map(({ textContent }) => textContent)).toEqual(['tool2', 'agent1']);
    expect(screen.getByRole('listbox', { name: 'Suggestions' })).not.toBeNull();
  });

  test('of a large trace say that only a part was counted', async () => {
    const many = buildTraces(Array.from({ length: 20_001 }, (_, at) => ({ id: `${at}`, traceId: 't', name: 'step', kind: 'tool' as const, startTime: at, endTime: at })))[0]!;
    const { user, field, slots } = show({ trace: many });
    await user.type(field, 'kind:');
    expect(slots('option').map(({ textContent }) => textContent)).toEqual(['tool20K+']);
  });

  test('names written to harm are text', async () => {
    const name = '"><img src=x onerror=alert(1)>';
    const { user, field, container } = show({ trace: buildTraces([{ id: '1', name, startTime: 0, tags: ['__proto__', 'constructor'] }])[0]! });
    await user.type(field, 'name:');
    expect(screen.getByRole('option', { name: /img src=x/ })).not.toBeNull();
    expect(container.querySelector('img')).toBeNull();
    fireEvent.input(field, { target: { value: 'constructor' } });
    expect(screen.getByRole('option', { name: /tag:constructor/ })).not.toBeNull();
  });

  test('what was searched before says so', async () => {
    const { user, field } = show({ recent: ['kind:tool'] });
    await user.click(field);
    expect(within(screen.getByRole('listbox', { name: 'Searched before' })).getByRole('option').textContent).toBe('kind:tool');
  });
});

describe('how much is found', () => {
  test.each<[string, string]>([
    ['', ''],
    ['nope:1', ''],
    ['agent', '1 match'],
    ['fetch', '2 matches'],
    ['zebra', 'No matches'],
  ])('%s: %s', (defaultQuery, expected) => {
    expect(show({ defaultQuery }).figure()).toBe(expected);
  });

  test('where the person is among it, by button', async () => {
    const onCurrentChange = vi.fn<(id: string | null) => void>();
    const { user, figure } = show({ defaultQuery: 'fetch', onCurrentChange: (id) => onCurrentChange(id) });
    await user.click(screen.getByRole('button', { name: 'Next match' }));
    expect(figure()).toBe('1 of 2');
    await user.click(screen.getByRole('button', { name: 'Previous match' }));
    expect(figure()).toBe('2 of 2');
    expect(onCurrentChange.mock.calls).toEqual([['2'], ['3']]);
  });

  test('without matches there is nowhere to go', () => {
    show({ defaultQuery: 'zebra' });
    for (const name of ['Next match', 'Previous match']) expect(screen.getByRole<HTMLButtonElement>('button', { name }).disabled).toBe(true);
  });

  test('is said once it is certain, and once', () => {
    vi.useFakeTimers();
    const { field } = show();
    const said = (): string | null => screen.getByRole('status').textContent;
    const wait = (ms: number): void => act(() => void vi.advanceTimersByTime(ms));
    act(() => field.focus());
    for (const text of ['f', 'fe', 'fet', 'fetch']) {
      fireEvent.input(field, { target: { value: text } });
      wait(200);
      expect(said()).toBe('');
    }
    wait(700);
    expect(said()).toBe('2 matches. 2 suggestions');
    fireEvent.keyDown(field, { key: 'Enter' });
    wait(700);
    expect(said()).toBe('1 of 2, fetch docs');
  });

  test('a search that goes on shows how far it is', () => {
    vi.stubGlobal('MessageChannel', class {
      readonly port1 = { addEventListener: () => {}, start: () => {}, close: () => {} };
      readonly port2 = { postMessage: () => {} };
    });
    const text = 'Lorem ipsum '.repeat(2_000);
    const many: Trace = buildTraces(Array.from({ length: 2_000 }, (_, at) => ({ id: `${at}`, traceId: 't', name: 'step', startTime: at, endTime: at, inputs: `${text}${at}` })))[0]!;
    const { figure } = show({ trace: many, defaultQuery: 'ipsum' });
    expect(screen.getByRole('progressbar', { name: 'Searching' }).getAttribute('max')).toBe('1');
    expect(figure()).toMatch(/ so far$/);
    vi.unstubAllGlobals();
  });
});

describe('the mode', () => {
  test('is a button that is pressed or not', async () => {
    const onModeChange = vi.fn<(mode: string) => void>();
    const { user, root } = show({ onModeChange: (mode) => onModeChange(mode) });
    const toggle = screen.getByRole('button', { name: 'Only matches' });
    expect(toggle.getAttribute('aria-pressed')).toBe('false');
    await user.click(toggle);
    expect([toggle.getAttribute('aria-pressed'), root.dataset['mode']]).toEqual(['true', 'filter']);
    await user.click(toggle);
    expect(onModeChange.mock.calls).toEqual([['filter'], ['highlight']]);
  });
});

describe('errors', () => {
  test('are said in words, and told to belong to the field', () => {
    const { field, slot } = show({ defaultQuery: 'nmae:x' });
    const error = slot('error')!;
    expect(error.textContent).toContain('There is no field “nmae”, so this is left out. Did you mean name?');
    expect([field.getAttribute('aria-invalid'), field.getAttribute('aria-describedby')]).toEqual(['true', error.id]);
    expect(error.getAttribute('aria-live')).toBe('polite');
  });

  test('what is misspelled is set right by a press', async () => {
    const { user, field, slot } = show({ defaultQuery: '-nmae:x status:sucess' });
    await user.click(screen.getByRole('button', { name: 'Write success' }));
    expect(field.value).toBe('-nmae:x status:success');
    expect(document.activeElement).toBe(field);
    await user.click(screen.getByRole('button', { name: 'Write name' }));
    expect([field.value, slot('error')!.textContent, field.getAttribute('aria-describedby')]).toEqual(['-name:x status:success', '', null]);
  });

  test('of many, two are said and the others counted', () => {
    const { slots, slot } = show({ defaultQuery: 'nope:1 '.repeat(5) });
    expect(slots('sentence')).toHaveLength(2);
    expect(slot('more')!.textContent).toBe('and 3 more');
  });
});

describe('chips', () => {
  test.each<[string, string[]]>([
    ['', []],
    ['word', []],
    ['"two words"', []],
    ['two words', ['“two”', '“words”']],
    ['kind:tool', ['kind:tool']],
    ['kind:', ['kind:']],
    ['-tag:beta latency:>2s', ['nottag:beta', 'latency>2 s']],
    ['a OR (b c)', ['“a”', 'or', '(', '“b”', 'and', '“c”', ')']],
    ['-(a OR b) c', ['not (', '“a”', 'or', '“b”', ')', '“c”']],
  ])('%s', (defaultQuery, expected) => {
    expect(show({ defaultQuery }).chips()).toEqual(expected);
  });

  test.each<[string, string]>([
    ['kind:LLM', 'kind: LLM'],
    ['run_type:llm', 'kind: llm'],
    ['name:"a b"', 'name: a b'],
    ['name:~"a b"', 'name contains a b'],
    ['name:get_*', 'name like get_*'],
    ['error:*', 'error: any'],
    ['error:timeout', 'error contains timeout'],
    ['latency:>2', 'latency > 2 s'],
    ['latency:>=1500ms', 'latency ≥ 1.5 s'],
    ['latency:<250us', 'latency < 250 µs'],
    ['latency:<=90s', 'latency ≤ 1 m 30 s'],
    ['tokens:>1.5k', 'tokens > 1,500'],
    ['cost:0.02', 'cost: 0.02'],
    ['tokens:[500 TO 2k]', 'tokens: 500 – 2,000'],
    ['tokens:{500 TO 2k]', 'tokens > 500 and ≤ 2,000'],
    ['tokens:[* TO 2k}', 'tokens < 2,000'],
    ['tokens:[* TO *]', 'tokens: any'],
    ['metadata.user.id:007', 'metadata.user.id: 007'],
    ['metadata.at:>2026-01-01', 'metadata.at > 2026-01-01'],
    ['"rate limit"', '“rate limit”'],
    ['nmae:x', 'nmae:x'],
    [`name:${'x'.repeat(300)}`, `name: ${'x'.repeat(200)}…`],
  ])('%s reads %s', (text, expected) => {
    const [term] = parseQuery(text).terms;
    expect(termText(term!, false, ENGLISH, 'en')).toBe(expected);
    expect(termText(term!, true, ENGLISH, 'en')).toBe(`not ${expected}`);
  });

  test('are removed by a press, and the keyboard is at the next one', async () => {
    const { user, field } = show({ defaultQuery: 'kind:tool  OR name:x "b c"' });
    const remove = (name: string): HTMLElement => screen.getByRole('button', { name: `Remove ${name}` });
    await user.click(remove('name: x'));
    expect(field.value).toBe('kind:tool  OR "b c"');
    expect(document.activeElement).toBe(remove('“b c”'));
    await user.keyboard('{Delete}');
    expect(field.value).toBe('kind:tool');
    expect(document.activeElement).toBe(remove('kind: tool'));
    await user.keyboard('{Enter}');
    expect([field.value, document.activeElement]).toEqual(['', field]);
  });

  test('are one tab stop, and arrows go through them', async () => {
    const { user } = show({ defaultQuery: 'a b c' });
    const buttons = within(screen.getByRole('toolbar', { name: 'Terms of the search' })).getAllByRole<HTMLButtonElement>('button');
    expect(buttons.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
    act(() => buttons[0]!.focus());
    const places: number[] = [];
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'Home', 'End']) {
      await user.keyboard(`{${key}}`);
      places.push(buttons.indexOf(document.activeElement as HTMLButtonElement));
    }
    expect(places).toEqual([1, 2, 2, 1, 0, 2]);
    expect(buttons.map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, 0]);
  });

  test('stay where their owner refuses', async () => {
    const onQueryChange = vi.fn<(query: string) => void>();
    const { user, field } = show({ query: 'a b', onQueryChange: (query) => onQueryChange(query) });
    await user.click(screen.getByRole('button', { name: 'Remove “a”' }));
    expect(onQueryChange.mock.calls).toEqual([['b']]);
    expect(field.value).toBe('a b');
    expect(screen.getAllByRole('button', { name: /^Remove/ })).toHaveLength(2);
  });

  test('what is not understood is marked and says so', () => {
    const { slots } = show({ defaultQuery: 'nmae:x kind:tool' });
    expect(slots('chip').map((chip) => [chip.dataset['wrong'], chip.title])).toEqual([
      ['', 'nmae:x: Not understood, so it is left out'],
      [undefined, 'kind: tool'],
    ]);
  });

  test('of a thousand terms a hundred are shown', () => {
    const { slots, slot } = show({ defaultQuery: Array.from({ length: 1_000 }, (_, nth) => `w${nth}`).join(' AND ') });
    expect(slots('chip').length).toBeLessThanOrEqual(100);
    expect(slot('chips')!.textContent).toContain(`and ${1_000 - slots('chip').length} more`);
  });
});

describe('where nothing matches', () => {
  test('what would is offered, with how much', async () => {
    const { user, field } = show({ defaultQuery: 'name:fetch kind:agent' });
    const without = await screen.findByRole('button', { name: 'without name: fetch 1' });
    expect(screen.queryByRole('button', { name: /without kind/ })).toBeNull();
    await user.click(without);
    expect(field.value).toBe('kind:agent');
  });

  test('a part of the value says so', async () => {
    const { user, field } = show({ defaultQuery: 'name:fetch' });
    await user.click(await screen.findByRole('button', { name: 'name contains fetch 2' }));
    expect(field.value).toBe('name:~fetch');
  });

  test('the way back to all runs is there while only matches are shown', async () => {
    const { user, root, slot } = show({ defaultQuery: 'zebra', defaultMode: 'filter' });
    await user.click(screen.getByRole('button', { name: 'Show all runs' }));
    expect(root.dataset['mode']).toBe('highlight');
    expect(slot('hint')).toBeNull();
  });
});

describe('help', () => {
  test('puts an example into the field', async () => {
    const onOpenChange = vi.fn<(open: boolean) => void>();
    const { user, field } = show({ defaultQuery: 'x' });
    const help = screen.getByRole('button', { name: 'How to search' });
    expect(help.getAttribute('aria-expanded')).toBe('false');
    await user.click(help);
    await user.click(screen.getByRole('button', { name: 'Search for latency:>2s' }));
    expect([field.value, document.activeElement, help.getAttribute('aria-expanded')]).toEqual(['latency:>2s', field, 'false']);
    expect(onOpenChange).not.toHaveBeenCalled();
  });

  test('closes by Escape, and when the keyboard leaves', async () => {
    const { user, field } = show();
    const help = screen.getByRole('button', { name: 'How to search' });
    await user.click(help);
    await user.tab();
    expect(help.getAttribute('aria-expanded')).toBe('true');
    await user.keyboard('{Escape}');
    expect([help.getAttribute('aria-expanded'), document.activeElement]).toEqual(['false', help]);
    await user.keyboard('{Enter}');
    expect(help.getAttribute('aria-expanded')).toBe('true');
    await user.click(field);
    expect(help.getAttribute('aria-expanded')).toBe('false');
  });
});

test('the field is emptied by a press', async () => {
  const { user, field } = show({ defaultQuery: 'kind:tool' });
  await user.click(screen.getByRole('button', { name: 'Clear the search' }));
  expect([field.value, document.activeElement]).toEqual(['', field]);
  expect(screen.queryByRole('button', { name: 'Clear the search' })).toBeNull();
});
