import { useState } from 'react';
import { createPortal } from 'react-dom';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { TraceTree, TraceTreeBody, TraceTreeFooter, TraceTreeGrid, TraceTreeHeader, TraceTreeName, TraceTreeRoot, TraceTreeRow } from '../../src/components/trace-tree/index.ts';
import css from '../../src/styles/index.css?inline';
import { outline } from '../core/analysis/plants.ts';
import { arrivedAt, focusedPlace, generated, grid, isInSight, labelIn, placesInSight, rowAt, rows, scroller, stage } from './stage.tsx';

const small = outline(`
  agent
    plan
    tools
      !search
      parse
    ~route
    answer
  !after
`);

const focusedName = (root: DocumentOrShadowRoot = document) => (root.activeElement?.matches('[data-slot="trace-tree-row"]') === true ? labelIn(root.activeElement).textContent : root.activeElement?.textContent?.trim());
const names = (within: ParentNode = document) => rows(within).map((row) => labelIn(row).textContent);
const helpIsOpen = (within: ParentNode = document) => within.querySelector('[data-slot="trace-tree-keys"] > button')!.getAttribute('aria-expanded') === 'true';

describe('the focus', () => {
  test('has one stop among the rows, and goes on to the footer and out of it', async () => {
    stage(<><button type="button">before</button><TraceTree trace={small} /><button type="button">behind</button></>);
    await expect.poll(() => rows().length).toBe(7);
    document.querySelector<HTMLElement>('button')!.focus();
    const stops: (string | null | undefined)[] = [];
    for (let nth = 0; nth < 6; nth++) {
      await userEvent.tab();
      stops.push(focusedName());
    }
    expect(stops).toEqual(['agent', '2 errors', 'Show', 'Columns', '? Keys', 'behind']);
    for (let nth = 0; nth < 5; nth++) await userEvent.tab({ shift: true });
    expect(focusedName()).toBe('agent');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.poll(() => focusedName()).toBe('tools');
    await userEvent.tab({ shift: true });
    expect(focusedName()).toBe('before');
    await userEvent.tab();
    expect(focusedName()).toBe('tools');
  });

  test('stays where it is while the wheel takes its row out of sight, and the next key goes on from there', async () => {
    stage(<TraceTree trace={generated('agent', 5_000)} />);
    await expect.poll(() => rows().length).toBeGreaterThan(10);
    rowAt(0)!.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    await arrivedAt(3);
    for (let turn = 0; turn < 3; turn++) await userEvent.wheel(scroller(), { delta: { y: 4_000 } });
    await expect.poll(() => placesInSight()[0] ?? 0).toBeGreaterThan(300);
    expect(focusedPlace()).toBe(3);
    expect(isInSight(document.activeElement!)).toBe(false);
    await userEvent.keyboard('{ArrowDown}');
    await arrivedAt(4);
  });

  test.each([['{Home}', 0], ['{End}', 4_999]])('%s brings its row back into sight where it has been scrolled away', async (key, place) => {
    stage(<TraceTree trace={generated('agent', 5_000)} defaultShowHidden />);
    await expect.poll(() => rows().length).toBeGreaterThan(10);
    rowAt(0)!.focus();
    await userEvent.keyboard(key);
    await arrivedAt(place);
    await userEvent.wheel(scroller(), { delta: { y: place === 0 ? 5_000 : -5_000 } });
    await expect.poll(() => isInSight(document.activeElement!)).toBe(false);
    await userEvent.keyboard(key);
    await arrivedAt(place);
  });

  test('of somebody who reads elsewhere is not drawn into the tree', async () => {
    const box = stage(<><TraceTree trace={small} defaultSelected="search" /><button type="button">elsewhere</button></>);
    await expect.poll(() => rows().length).toBe(7);
    expect(document.activeElement).toBe(document.body);
    const button = Array.from(box.querySelectorAll('button')).at(-1)!;
    await userEvent.click(button);
    expect(document.activeElement).toBe(button);
  });
});

describe('the keys', () => {
  test('do what the list of keys says', async () => {
    stage(<TraceTree trace={small} />);
    await expect.poll(() => rows().length).toBe(7);
    rowAt(0)!.focus();
    await userEvent.keyboard('[[');
    await expect.poll(() => names()).toEqual(['agent', 'after']);
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(() => names()).toEqual(['agent', 'plan', 'tools', 'answer', 'after']);
    await userEvent.keyboard('{ArrowRight}*');
    await expect.poll(() => names()).toEqual(['agent', 'plan', 'tools', 'search', 'parse', 'answer', 'after']);
    expect(focusedName()).toBe('plan');
    await userEvent.keyboard('e');
    await arrivedAt(3);
    await userEvent.keyboard('e');
    await arrivedAt(6);
    await userEvent.keyboard('e');
    await arrivedAt(3);
    await userEvent.keyboard('E');
    await arrivedAt(6);
    await userEvent.keyboard('{Home} ');
    await expect.poll(() => rowAt(0)!.getAttribute('aria-selected')).toBe('true');
    await userEvent.keyboard('{ArrowLeft}]');
    await expect.poll(() => names().length).toBe(7);
    expect(helpIsOpen()).toBe(false);
    await userEvent.keyboard('?');
    await expect.poll(() => helpIsOpen()).toBe(true);
    expect(focusedName()).toBe('agent');
    await userEvent.keyboard('?');
    await expect.poll(() => helpIsOpen()).toBe(false);
  });

  test('go to an error far out of sight, in what is closed', async () => {
    const trace = generated('agent', 20_000);
    const first = trace.runs.findIndex((run, at) => run.status === 'error' && trace.columns.totals.errors[at] === 1 && at > 100);
    stage(<TraceTree trace={trace} defaultExpanded="none" defaultShowHidden />);
    await expect.poll(() => rows().length).toBeGreaterThan(0);
    rowAt(0)!.focus();
    await userEvent.keyboard('e');
    await expect.poll(() => document.activeElement?.getAttribute('data-status')).toBe('error');
    await expect.poll(() => isInSight(document.activeElement!)).toBe(true);
    expect(first).toBeGreaterThan(100);
    await userEvent.keyboard(']');
    await userEvent.keyboard('{Home}');
    await arrivedAt(0);
    for (let nth = 0; nth < 40 && focusedPlace() < 100; nth++) {
      const before = focusedPlace();
      await userEvent.keyboard('e');
      await expect.poll(() => focusedPlace()).toBeGreaterThan(before);
    }
    await expect.poll(() => isInSight(document.activeElement!)).toBe(true);
    expect(focusedPlace()).toBe(first);
  });

  test('to the sides change places from right to left', async () => {
    stage(<div dir="rtl" style={{ display: 'contents' }}><TraceTree trace={small} defaultExpanded="none" /></div>);
    await expect.poll(() => rows().length).toBe(2);
    rowAt(0)!.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(names()).toEqual(['agent', 'after']);
    await userEvent.keyboard('{ArrowLeft}');
    await expect.poll(() => names()).toEqual(['agent', 'plan', 'tools', 'answer', 'after']);
    await userEvent.keyboard('{ArrowLeft}');
    await expect.poll(() => focusedName()).toBe('plan');
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.poll(() => names()).toEqual(['agent', 'after']);
  });

  test('written into a field inside of the tree are letters', async () => {
    stage(
      <TraceTreeRoot trace={small}>
        <TraceTreeGrid>
          <TraceTreeHeader />
          <TraceTreeBody>{rowWithField}</TraceTreeBody>
        </TraceTreeGrid>
        <TraceTreeFooter><textarea aria-label="search" /></TraceTreeFooter>
      </TraceTreeRoot>,
    );
    await expect.poll(() => rows().length).toBe(7);
    for (const field of document.querySelectorAll<HTMLInputElement>('[data-slot="trace-tree-row"][aria-rowindex="4"] input, textarea')) {
      await userEvent.click(field);
      await userEvent.keyboard('e? [[]* E{Home}x{End}');
      expect(field.value).toBe('xe? []* E');
      expect(document.activeElement).toBe(field);
    }
    expect(names()).toHaveLength(7);
    expect(document.querySelectorAll('[aria-selected="true"]')).toHaveLength(1);
  });
});

function rowWithField() {
  return <TraceTreeRow><TraceTreeName /><span role="gridcell"><input aria-label="note" /></span></TraceTreeRow>;
}

test('two trees on one page are worked one by one', async () => {
  stage(
    <div style={{ display: 'grid', gridTemplateRows: '280px 280px' }}>
      <TraceTree trace={small} className="first" /><TraceTree trace={small} className="second" />
    </div>,
  );
  const [first, second] = ['.first', '.second'].map((selector) => document.querySelector(selector)!) as [Element, Element];
  await expect.poll(() => rows().length).toBe(14);
  rowAt(1, second)!.focus();
  await userEvent.keyboard('{Enter}[[?');
  await expect.poll(() => rows(second).length).toBe(2);
  await expect.poll(() => helpIsOpen(second)).toBe(true);
  expect([rows(first).length, first.querySelectorAll('[aria-selected="true"]').length, helpIsOpen(first)]).toEqual([7, 0, false]);
  rowAt(0, first)!.focus();
  await userEvent.keyboard('{End}');
  await expect.poll(() => focusedName()).toBe('after');
  expect(first.contains(document.activeElement)).toBe(true);
});

describe('inside of a shadow root', () => {
  function Shadow({ tree }: { readonly tree: Parameters<typeof TraceTree>[0] }) {
    const [root, setRoot] = useState<ShadowRoot | null>(null);
    const attach = (host: HTMLElement | null) => {
      if (host === null || host.shadowRoot !== null) return;
      const shadow = host.attachShadow({ mode: 'open' });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      shadow.adoptedStyleSheets = [sheet];
      setRoot(shadow);
    };
    return <><div ref={attach} data-testid="host" style={{ blockSize: 400 }} />{root !== null && createPortal(<TraceTree {...tree} />, root)}</>;
  }

  test('the focus roves, the keys work, the style sheet holds', async () => {
    stage(<Shadow tree={{ trace: generated('agent', 3_000), defaultShowHidden: true }} />);
    await expect.poll(() => document.querySelector('[data-testid="host"]')?.shadowRoot?.querySelector('[role="treegrid"]') ?? null).not.toBeNull();
    const shadow = document.querySelector('[data-testid="host"]')!.shadowRoot!;
    await expect.poll(() => rows(shadow).length).toBeGreaterThan(10);
    expect(rows(shadow).length).toBeLessThan(80);
    expect(rows(shadow)[0]!.getBoundingClientRect().height).toBe(28);
    expect(getComputedStyle(grid(shadow)).color).not.toBe('rgb(0, 0, 0)');

    rowAt(0, shadow)!.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.poll(() => focusedPlace(shadow)).toBe(2);
    await userEvent.keyboard('{End}');
    await expect.poll(() => focusedPlace(shadow)).toBe(2_999);
    await expect.poll(() => isInSight(shadow.activeElement!, shadow)).toBe(true);
    await userEvent.keyboard('{PageUp}');
    await expect.poll(() => focusedPlace(shadow)).toBeLessThan(2_995);
    await expect.poll(() => isInSight(shadow.activeElement!, shadow)).toBe(true);
    expect(rows(shadow).filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    await userEvent.keyboard('[[');
    await expect.poll(() => rows(shadow).length).toBe(1);
    await userEvent.keyboard('?');
    await expect.poll(() => helpIsOpen(shadow)).toBe(true);
  });

  test('writing into a field is writing', async () => {
    const typed = { trace: small, children: undefined };
    stage(<Shadow tree={typed} />);
    await expect.poll(() => rows(document.querySelector('[data-testid="host"]')?.shadowRoot ?? document).length).toBe(7);
    const shadow = document.querySelector('[data-testid="host"]')!.shadowRoot!;
    const field = document.createElement('input');
    rowAt(1, shadow)!.append(field);
    field.focus();
    await userEvent.keyboard('e[[?');
    expect(field.value).toBe('e[?');
    expect(rows(shadow)).toHaveLength(7);
    expect(shadow.activeElement).toBe(field);
  });
});
