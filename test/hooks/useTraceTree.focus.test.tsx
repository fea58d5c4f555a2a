import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import type { Expansion } from '../../src/core/analysis/expansion.ts';
import type { ExpandedChangeDetails, SelectedChangeDetails, TraceTreeState } from '../../src/hooks/trace-tree-state.ts';
import { outline } from '../core/analysis/plants.ts';
import { Plain, type PlainProps } from './Plain.tsx';

const trace = outline(`
  agent
    plan
    tools
      search
      !parse
    answer
  after
`);

const row = (name: string) => screen.getByRole('row', { name });
const focused = () => document.activeElement?.getAttribute('aria-label');
const shown = () => screen.getAllByRole('row').map((element) => element.getAttribute('aria-label'));

const goToSearch = ({ reveal }: TraceTreeState) => <button type="button" onClick={() => reveal('search')}>go</button>;

function setUp(props: Partial<PlainProps> = {}) {
  const onExpandedChange = vi.fn<(expanded: Expansion, details: ExpandedChangeDetails) => void>();
  const onSelectedChange = vi.fn<(selected: string | null, details: SelectedChangeDetails) => void>();
  render(<Plain trace={trace} onExpandedChange={onExpandedChange} onSelectedChange={onSelectedChange} {...props} />);
  return { user: userEvent.setup(), onExpandedChange, onSelectedChange };
}

describe('the keyboard', () => {
  test('has one tab stop, which goes with the focus', async () => {
    const { user } = setUp({ aside: () => <button type="button">beyond</button> });
    const stops = () => screen.getAllByRole('row').filter((element) => element.tabIndex === 0).map((element) => element.getAttribute('aria-label'));
    expect(stops()).toEqual(['agent']);
    await user.tab();
    expect(focused()).toBe('agent');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect([focused(), stops()]).toEqual(['tools', ['tools']]);
    await user.tab();
    expect(document.activeElement?.textContent).toBe('beyond');
    await user.tab({ shift: true });
    expect(focused()).toBe('tools');
  });

  test('takes the focus along, also to rows that have just been opened', async () => {
    const { user } = setUp({ defaultExpanded: 'none' });
    await user.tab();
    await user.keyboard('e');
    expect(focused()).toBe('parse');
    await user.keyboard('{End}');
    expect(focused()).toBe('after');
    await user.keyboard('E');
    expect(focused()).toBe('parse');
    await user.keyboard('[[');
    expect([focused(), shown()]).toEqual(['agent', ['agent', 'after']]);
  });

  test('goes against the arrows’ direction from right to left', async () => {
    const { user } = setUp({ dir: 'rtl', defaultExpanded: 'none' });
    await user.tab();
    await user.keyboard('{ArrowRight}');
    expect(shown()).toEqual(['agent', 'after']);
    await user.keyboard('{ArrowLeft}');
    expect(shown()).toEqual(['agent', 'plan', 'tools', 'answer', 'after']);
    await user.keyboard('{ArrowLeft}');
    expect(focused()).toBe('plan');
    await user.keyboard('{ArrowRight}');
    expect(focused()).toBe('agent');
  });

  test('works a control inside of a row as anywhere else', async () => {
    const pressed = vi.fn<() => void>();
    const { user, onSelectedChange } = setUp({ trace: outline('agent'), extra: <button type="button" onClick={pressed}>copy</button> });
    await user.tab();
    await user.tab();
    expect(document.activeElement?.textContent).toBe('copy');
    await user.keyboard('{Enter}');
    expect(pressed).toHaveBeenCalledTimes(1);
    await user.keyboard(' ');
    expect(pressed).toHaveBeenCalledTimes(2);
    expect(onSelectedChange.mock.calls.map(([, { reason }]) => reason)).not.toContain('keyboard');
  });

  test('writes into a field inside of a row', async () => {
    const { user, onExpandedChange, onSelectedChange } = setUp({ trace: outline('agent\n  tool'), extra: <input aria-label="note" /> });
    await user.type(screen.getAllByRole('textbox', { name: 'note' })[0]!, 'e[[]* E{Enter}');
    expect((screen.getAllByRole('textbox', { name: 'note' })[0] as HTMLInputElement).value).toBe('e[]* E');
    expect(onExpandedChange).not.toHaveBeenCalled();
    expect(shown()).toEqual(['agent', 'tool']);
    // The click that put the cursor there selected the row, Enter didn't.
    expect(onSelectedChange.mock.calls.map(([, { reason }]) => reason)).toEqual(['pointer']);
  });
});

describe('the pointer', () => {
  test('selects and moves the keyboard', async () => {
    const { user, onSelectedChange, onExpandedChange } = setUp();
    await user.click(row('search'));
    expect(row('search').getAttribute('aria-selected')).toBe('true');
    await user.keyboard('{ArrowDown}');
    expect(focused()).toBe('parse');
    expect(onSelectedChange.mock.calls).toEqual([['search', { reason: 'pointer', run: trace.get('search') }]]);
    expect(onExpandedChange).not.toHaveBeenCalled();
  });

  test('opens and closes by the toggle, without a selection', async () => {
    const { user, onSelectedChange, onExpandedChange } = setUp();
    await user.click(screen.getByTestId('toggle tools'));
    expect(shown()).toEqual(['agent', 'plan', 'tools', 'answer', 'after']);
    expect(onExpandedChange).toHaveBeenCalledTimes(1);
    expect(onSelectedChange).not.toHaveBeenCalled();
  });

  test('two quick clicks on a toggle are two toggles, not three', async () => {
    const { user, onExpandedChange } = setUp();
    await user.dblClick(screen.getByTestId('toggle tools'));
    expect(onExpandedChange).toHaveBeenCalledTimes(2);
    expect(shown()).toHaveLength(7);
  });

  test('opens and closes by a double click on what can be opened', async () => {
    const { user, onExpandedChange } = setUp();
    await user.dblClick(row('plan'));
    expect(onExpandedChange).not.toHaveBeenCalled();
    await user.dblClick(row('tools'));
    expect(onExpandedChange).toHaveBeenCalledTimes(1);
    expect(shown()).toEqual(['agent', 'plan', 'tools', 'answer', 'after']);
  });

  test('does nothing where the host has prevented it', () => {
    const { onSelectedChange, onExpandedChange } = setUp();
    row('tools').addEventListener('click', (event) => event.preventDefault());
    row('tools').addEventListener('dblclick', (event) => event.preventDefault());
    fireEvent.click(row('tools'));
    fireEvent.doubleClick(row('tools'));
    expect(onSelectedChange).not.toHaveBeenCalled();
    expect(onExpandedChange).not.toHaveBeenCalled();
  });
});

describe('reveal', () => {
  test('moves the focus from outside to a row that was not there', async () => {
    const { user } = setUp({ defaultExpanded: 'none', aside: goToSearch });
    await user.click(screen.getByRole('button', { name: 'go' }));
    expect(focused()).toBe('search');
  });

  test('that its owner refused never takes the focus later', async () => {
    function Owner() {
      const [expanded, setExpanded] = useState<Expansion>('none');
      return (
        <>
          <Plain trace={trace} expanded={expanded} aside={goToSearch} />
          <button type="button" onClick={() => setExpanded('all')}>open</button>
        </>
      );
    }
    render(<Owner />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'go' }));
    expect(shown()).toEqual(['agent', 'after']);
    await user.click(screen.getByRole('button', { name: 'open' }));
    expect(shown()).toHaveLength(7);
    expect(document.activeElement?.textContent).toBe('open');
  });
});
