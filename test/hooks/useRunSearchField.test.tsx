import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode, useEffect, type ReactElement } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { buildTraces } from '../../src/core/model/build-traces.ts';
import type { RunSearchFieldState } from '../../src/hooks/run-search-field-state.ts';
import type { UseRunSearchOptions } from '../../src/hooks/run-search-state.ts';
import { useRunSearch } from '../../src/hooks/useRunSearch.ts';
import { useRunSearchField } from '../../src/hooks/useRunSearchField.ts';

const trace = buildTraces([
  { id: '1', traceId: 't', name: 'agent', kind: 'agent', startTime: 0, endTime: 9 },
  { id: '2', traceId: 't', parentId: '1', name: 'fetch docs', kind: 'tool', startTime: 1, endTime: 2 },
  { id: '3', traceId: 't', parentId: '1', name: 'fetch web', kind: 'tool', startTime: 2, endTime: 3 },
])[0]!;

interface PlainProps extends Partial<UseRunSearchOptions> {
  readonly recent?: readonly string[];
  readonly onField?: (field: RunSearchFieldState) => void;
}

/** The least that the hook needs. */
function Plain({ recent, onField, ...options }: PlainProps): ReactElement {
  const search = useRunSearch({ trace, ...options });
  const field = useRunSearchField({ search, recent });
  useEffect(() => onField?.(field));
  return (
    <>
      <input aria-label="Search" {...field.getInputProps()} />
      {field.isOpen && (
        <ul aria-label="Suggestions" {...field.getListProps()}>
          {field.options.map((option, index) => <li key={option.text} {...field.getOptionProps(index)}>{option.text}</li>)}
        </ul>
      )}
      <output>{search.current?.name}</output>
      <p>{field.errors.map(({ code }) => code).join(' ')}</p>
      <button>elsewhere</button>
    </>
  );
}

function setUp(props: PlainProps = {}) {
  let field: RunSearchFieldState | null = null;
  const { container } = render(<StrictMode><Plain {...props} onField={(state) => void (field = state)} /></StrictMode>);
  const input = screen.getByRole<HTMLInputElement>('combobox');
  return {
    user: userEvent.setup(),
    input,
    field: () => field!,
    offered: () => screen.queryAllByRole('option').map(({ textContent }) => textContent),
    active: () => container.querySelector(`[id="${input.getAttribute('aria-activedescendant')}"]`)?.textContent,
    current: () => container.querySelector('output')!.textContent,
    errors: () => container.querySelector('p')!.textContent,
  };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('the combobox', () => {
  test('says what it is', async () => {
    const { user, input } = setUp();
    expect(input.type).toBe('text');
    expect(input.getAttribute('aria-autocomplete')).toBe('list');
    expect([input.getAttribute('aria-expanded'), input.getAttribute('aria-controls')]).toEqual(['false', null]);
    await user.type(input, 'ki');
    const list = screen.getByRole('listbox');
    expect([input.getAttribute('aria-expanded'), input.getAttribute('aria-controls')]).toEqual(['true', list.id]);
    expect(screen.getAllByRole('option').map((option) => option.getAttribute('aria-selected'))).toEqual(['false', 'false']);
  });

  test('offers while something is begun, not between words', async () => {
    const { user, input, offered } = setUp();
    await user.click(input);
    expect(offered()).toEqual([]);
    await user.keyboard('agent');
    expect(offered()).toEqual(['kind:agent', 'name:agent']);
    await user.keyboard(' ');
    expect(offered()).toEqual([]);
    await user.keyboard('kind:');
    expect(offered()).toEqual(['tool', 'agent']);
    await user.keyboard('tool');
    expect(offered()).toEqual([]);
  });

  test('nothing is active until the person goes there, and none is between last and first', async () => {
    const { user, input, active } = setUp();
    await user.type(input, 'kind:');
    expect(active()).toBeUndefined();
    const way: (string | null | undefined)[] = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp']) {
      await user.keyboard(`{${key}}`);
      way.push(active());
    }
    expect(way).toEqual(['tool', 'agent', undefined, 'agent', 'tool']);
    expect(document.activeElement).toBe(input);
  });

  test.each(['Enter', 'Tab'])('%s takes the active option, and the values of a field follow', async (key) => {
    const { user, input, offered } = setUp();
    await user.type(input, `ki{ArrowDown}{${key}}`);
    expect(input.value).toBe('kind:');
    expect(offered()).toEqual(['tool', 'agent']);
    await user.keyboard(`{ArrowDown}{${key}}`);
    expect([input.value, input.selectionStart]).toEqual(['kind:tool ', 10]);
    expect(offered()).toEqual([]);
    expect(document.activeElement).toBe(input);
  });

  test('Tab without an active option goes on', async () => {
    const { user, input, offered } = setUp();
    await user.type(input, 'ki');
    await user.tab();
    expect(document.activeElement).not.toBe(input);
    expect(input.value).toBe('ki');
    expect(offered()).toEqual([]);
  });

  test('a press takes an option, and the focus stays', async () => {
    const { user, input } = setUp();
    await user.type(input, 'kind:');
    await user.click(screen.getByRole('option', { name: 'agent' }));
    expect(input.value).toBe('kind:agent ');
    expect(document.activeElement).toBe(input);
  });

  test('Alt with an arrow opens and closes; an arrow alone opens at the first', async () => {
    const { user, input, offered, active } = setUp();
    await user.click(input);
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect([offered().length, active()]).toEqual([20, undefined]);
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(offered()).toEqual([]);
    await user.keyboard('{ArrowDown}');
    expect(active()).toBe('name:');
  });

  test('Escape closes, then clears, then is for others', async () => {
    const { user, input, offered } = setUp();
    const passed = vi.fn<(isTaken: boolean) => void>();
    const listener = (event: KeyboardEvent): void => passed(event.defaultPrevented);
    document.addEventListener('keydown', listener);
    await user.type(input, 'ki');
    passed.mockClear();
    await user.keyboard('{Escape}');
    expect([input.value, offered()]).toEqual(['ki', []]);
    await user.keyboard('{Escape}');
    expect(input.value).toBe('');
    await user.keyboard('{Escape}');
    expect(passed.mock.calls).toEqual([[true], [true], [false]]);
    document.removeEventListener('keydown', listener);
  });

  test('closes when the caret goes elsewhere, and when the focus does', async () => {
    const { user, input, offered } = setUp();
    await user.type(input, 'x ki');
    expect(offered()).toHaveLength(2);
    await user.keyboard('{ArrowLeft}');
    expect(offered()).toEqual([]);
    await user.keyboard('{ArrowRight}n');
    expect(offered()).toHaveLength(2);
    await user.click(screen.getByRole('button'));
    expect(offered()).toEqual([]);
  });

  test('what it offers is for the text that is there: not for one that its owner refused', async () => {
    const { user, input, offered } = setUp({ query: '' });
    await user.type(input, 'k');
    expect([input.value, offered()]).toEqual(['', []]);
  });
});

describe('from match to match', () => {
  test('Enter and Shift+Enter, whether something is offered or not', async () => {
    const { user, input, offered, current } = setUp();
    await user.type(input, 'fetch');
    expect(offered().length).toBeGreaterThan(0);
    await user.keyboard('{Enter}');
    expect([current(), offered()]).toEqual(['fetch docs', []]);
    await user.keyboard('{Enter}');
    expect(current()).toBe('fetch web');
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(current()).toBe('fetch docs');
  });

  test('Enter sends no form', async () => {
    const onSubmit = vi.fn<(event: { preventDefault: () => void }) => void>((event) => event.preventDefault());
    render(<form onSubmit={onSubmit}><Plain /></form>);
    await userEvent.setup().type(screen.getByRole('combobox'), 'fetch{Enter}');
    expect(onSubmit).not.toHaveBeenCalled();
  });
});

describe('an input method', () => {
  test('has its keys, and nothing is offered meanwhile', () => {
    const { input, offered, current } = setUp();
    act(() => input.focus());
    fireEvent.compositionStart(input);
    fireEvent.input(input, { target: { value: 'fetch' } });
    expect([input.value, offered()]).toEqual(['fetch', []]);
    fireEvent.keyDown(input, { key: 'Enter', isComposing: true });
    expect(current()).toBe('');
    fireEvent.compositionEnd(input);
    expect(offered()).toEqual(['name:"fetch docs"', 'name:"fetch web"']);
    // Safari's Enter that ended it.
    fireEvent.keyDown(input, { key: 'Enter', keyCode: 229 });
    expect(current()).toBe('');
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(current()).toBe('fetch docs');
  });
});

describe('errors', () => {
  test('are not told of what is half typed', async () => {
    const { user, input, errors } = setUp();
    await user.type(input, 'nmae:x');
    expect([errors(), input.getAttribute('aria-invalid')]).toEqual(['', null]);
    await user.keyboard(' ');
    expect([errors(), input.getAttribute('aria-invalid')]).toEqual(['unknown-field', 'true']);
    await user.keyboard('{Backspace}');
    expect(errors()).toBe('');
  });

  test('are told on Enter, for this text', async () => {
    const { user, input, errors } = setUp();
    await user.type(input, 'nmae:x{Enter}');
    expect(errors()).toBe('unknown-field');
    await user.keyboard('y');
    expect(errors()).toBe('');
  });

  test('are told of what the person does not write', async () => {
    const { user, input, errors } = setUp({ defaultQuery: 'nmae:x' });
    expect(errors()).toBe('unknown-field');
    await user.click(input);
    expect(errors()).toBe('');
    await user.click(screen.getByRole('button'));
    expect(errors()).toBe('unknown-field');
  });

  test('are told after a pause, but not while something is offered', () => {
    vi.useFakeTimers();
    const { input, errors, offered } = setUp();
    act(() => input.focus());
    const type = (value: string): void => void fireEvent.input(input, { target: { value } });
    const wait = (ms: number): void => act(() => void vi.advanceTimersByTime(ms));
    type('kind:');
    expect(offered()).toHaveLength(2);
    wait(10_000);
    expect(errors()).toBe('');
    type('kind:z');
    wait(1_000);
    type('kind:zz');
    wait(1_000);
    expect(errors()).toBe('');
    wait(1_000);
    expect(errors()).toBe('unknown-value');
  });
});

describe('what was searched before', () => {
  test('is offered in the empty field once it has the focus', async () => {
    const { user, input, offered } = setUp({ recent: ['kind:llm', 'status:error'] });
    expect(offered()).toEqual([]);
    await user.click(input);
    expect(offered()).toEqual(['kind:llm', 'status:error']);
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect([input.value, offered()]).toEqual(['status:error', []]);
  });

  test('is not offered by Escape, which wants to be rid of things', async () => {
    const { user, input, offered } = setUp({ recent: ['kind:llm'], defaultQuery: 'x' });
    await user.click(input);
    await user.keyboard('{Escape}');
    expect([input.value, offered()]).toEqual(['', []]);
    await user.keyboard('{ArrowDown}');
    expect(offered()).toEqual(['kind:llm']);
  });
});

describe('from outside', () => {
  test('a text can be written, and cleared', () => {
    const { input, field, offered } = setUp();
    act(() => field().write('kind:ag'));
    expect([input.value, document.activeElement, offered()]).toEqual(['kind:ag', input, []]);
    act(() => field().write('-kind:ag x'));
    expect(input.value).toBe('-kind:ag x');
    act(() => field().clear());
    expect([input.value, document.activeElement]).toEqual(['', input]);
  });

  test('even where no input is rendered', () => {
    const onQueryChange = vi.fn<(query: string) => void>();
    function Headless(): ReactElement {
      const field = useRunSearchField({ search: useRunSearch({ trace, defaultQuery: 'a b', onQueryChange: (query) => onQueryChange(query) }) });
      return <button onClick={() => field.write('a c')}>write</button>;
    }
    render(<Headless />);
    fireEvent.click(screen.getByRole('button'));
    expect(onQueryChange.mock.calls).toEqual([['a c']]);
  });
});
