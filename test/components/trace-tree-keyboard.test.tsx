import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { TraceTree, TraceTreeBody, TraceTreeFooter, TraceTreeGrid, TraceTreeHeader, TraceTreeName, TraceTreeRoot, TraceTreeRow } from '../../src/components/trace-tree/index.ts';
import type { SelectedChangeDetails } from '../../src/hooks/trace-tree-state.ts';
import { outline } from '../core/analysis/plants.ts';
import { measured } from '../hooks/measured.ts';
import { example, nameIn, renderTree, rowElements, rowOf, shownNames } from './in-tree.tsx';

// Ten rows of 28 px.
measured({ width: 900, height: 280 });

const focused = () => nameIn(document.activeElement);
const helpIsOpen = () => screen.getByRole('button', { name: /Keys/ }).getAttribute('aria-expanded') === 'true';

async function enter(): Promise<void> {
  await userEvent.tab();
}

describe('the keyboard', () => {
  test('goes through the tree as the ARIA practices guide says', async () => {
    renderTree({ defaultExpanded: 1 });
    await enter();
    expect(focused()).toBe('agent');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(focused()).toBe('tools');
    await userEvent.keyboard('{ArrowRight}');
    expect([focused(), rowOf('tools').getAttribute('aria-expanded')]).toEqual(['tools', 'true']);
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    expect(focused()).toBe('parse');
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect([focused(), rowOf('tools').getAttribute('aria-expanded')]).toEqual(['tools', 'false']);
    await userEvent.keyboard('{End}');
    expect(focused()).toBe('after');
    await userEvent.keyboard('{Home}');
    expect(focused()).toBe('agent');
  });

  test('selects by Enter and by Space', async () => {
    const onSelectedChange = vi.fn<(selected: string | null, details: SelectedChangeDetails) => void>();
    renderTree({ onSelectedChange });
    await enter();
    await userEvent.keyboard('{Enter}{ArrowDown} ');
    expect(onSelectedChange.mock.calls.map(([selected, { reason, run }]) => [selected, reason, run?.name])).toEqual([['agent', 'keyboard', 'agent'], ['plan', 'keyboard', 'plan']]);
    expect([rowOf('agent'), rowOf('plan')].map((row) => row.getAttribute('aria-selected'))).toEqual(['false', 'true']);
    expect([rowOf('agent'), rowOf('plan')].map(({ dataset }) => 'selected' in dataset)).toEqual([false, true]);
  });

  test('has letters for commands', async () => {
    renderTree({ defaultExpanded: 'none' });
    await enter();
    await userEvent.keyboard('*');
    expect(shownNames()).toEqual(['agent', 'plan', 'tools', 'answer', 'after']);
    await userEvent.keyboard('e');
    expect(focused()).toBe('search');
    await userEvent.keyboard('[[');
    expect([focused(), shownNames()]).toEqual(['agent', ['agent', 'after']]);
    await userEvent.keyboard(']');
    expect(shownNames()).toEqual(['agent', 'plan', 'tools', 'search', 'parse', 'answer', 'after']);
    await userEvent.keyboard('E');
    expect(focused()).toBe('search');
  });

  test('turns as many rows as are in sight, less one', async () => {
    renderTree({ trace: outline(Array.from({ length: 100 }, (_, at) => `  r${at}`).join('\n')) });
    await enter();
    await userEvent.keyboard('{PageDown}');
    expect(focused()).toBe('r9');
    await userEvent.keyboard('{PageDown}{PageDown}{PageUp}');
    expect(focused()).toBe('r18');
  });

  test('moves to the far end of many rows, and to rows that were not there', async () => {
    renderTree({ trace: outline(Array.from({ length: 3_000 }, (_, at) => `  r${at}`).join('\n')) });
    await enter();
    await userEvent.keyboard('{End}');
    expect(focused()).toBe('r2999');
    expect(rowElements().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    await userEvent.keyboard('{ArrowUp}');
    expect(focused()).toBe('r2998');
    expect(rowElements().length).toBeLessThan(60);
  });

  test('has one stop in the tree, and goes on to the footer', async () => {
    render(<><button type="button">before</button><TraceTree trace={example} /><button type="button">behind</button></>);
    const stops: (string | null | undefined)[] = [];
    for (let stop = 0; stop < 7; stop++) {
      await userEvent.tab();
      stops.push(focused() ?? document.activeElement?.textContent);
    }
    expect(stops).toEqual(['before', 'agent', '1 error', 'Show', 'Columns', '? Keys', 'behind']);
    await userEvent.tab({ shift: true });
    expect(document.activeElement?.textContent).toBe('? Keys');
  });

  test('asks for the list of keys by ?, and puts it away by ? again', async () => {
    renderTree();
    await enter();
    expect(helpIsOpen()).toBe(false);
    expect(screen.queryByText('Open all siblings')).toBeNull();
    await userEvent.keyboard('?');
    expect(helpIsOpen()).toBe(true);
    expect(screen.getByText('Open all siblings')).toBeTruthy();
    expect(focused()).toBe('agent');
    await userEvent.keyboard('?');
    expect(helpIsOpen()).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: /Keys/ }));
    expect(helpIsOpen()).toBe(true);
  });

  test('leaves what has a modifier to the browser', async () => {
    renderTree();
    await enter();
    await userEvent.keyboard('{Control>}{ArrowDown}{/Control}{Alt>}{End}{/Alt}{Meta>}[[{/Meta}{Control>}?{/Control}');
    expect([focused(), shownNames().length, helpIsOpen()]).toEqual(['agent', 7, false]);
  });

  test('writes into a field wherever it stands in the tree', async () => {
    render(
      <TraceTreeRoot trace={example}>
        <TraceTreeGrid>
          <TraceTreeHeader />
          <TraceTreeBody>{rowWithField}</TraceTreeBody>
        </TraceTreeGrid>
        <TraceTreeFooter><input aria-label="search" /></TraceTreeFooter>
      </TraceTreeRoot>,
    );
    const fields = [screen.getAllByRole('textbox', { name: 'note' })[0]!, screen.getByRole('textbox', { name: 'search' })];
    for (const field of fields) {
      await userEvent.type(field, '? e[[]*');
      expect((field as HTMLInputElement).value).toBe('? e[]*');
    }
    expect(screen.getByRole('treegrid').getAttribute('aria-rowcount')).toBe('8');
  });

  test('is the host’s first: what it prevents does not happen', async () => {
    const given = vi.fn<(event: { preventDefault: () => void }) => void>((event) => event.preventDefault());
    renderTree({ onKeyDown: given });
    await enter();
    await userEvent.keyboard('?');
    expect(given).toHaveBeenCalledTimes(1);
    expect(helpIsOpen()).toBe(false);
  });
});

function rowWithField() {
  return <TraceTreeRow><TraceTreeName /><span role="gridcell"><input aria-label="note" /></span></TraceTreeRow>;
}
