import { createPortal } from 'react-dom';
import { StrictMode, useState, type ReactElement } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { RunSearch, type RunSearchProps } from '../../src/components/run-search/index.ts';
import type { Trace } from '../../src/core/model/trace.ts';
import { useRunSearch } from '../../src/hooks/useRunSearch.ts';
import css from '../../src/styles/index.css?inline';
import { outline } from '../core/analysis/plants.ts';
import { generated, stage } from './stage.tsx';

const small = outline(`
  agent
    fetch docs
    fetch web
    answer
`);

interface SearchProps extends Omit<RunSearchProps, 'search'> {
  readonly trace?: Trace;
  readonly text?: string;
}

function Search({ trace = small, text = '', ...rest }: SearchProps): ReactElement {
  return <StrictMode><Found trace={trace} text={text} {...rest} /></StrictMode>;
}

function Found({ trace, text, ...rest }: Required<Pick<SearchProps, 'trace' | 'text'>>): ReactElement {
  const search = useRunSearch({ trace, defaultQuery: text });
  return <RunSearch search={search} {...rest} />;
}

const field = (within: ParentNode = document): HTMLInputElement => within.querySelector<HTMLInputElement>('[data-slot="run-search-field"]')!;
const marks = (within: ParentNode = document): HTMLElement => within.querySelector<HTMLElement>('[data-slot="run-search-marks"]')!;
const offered = (within: ParentNode = document): (string | null)[] => Array.from(within.querySelectorAll('[role="option"] > [data-slot="run-search-option-text"]'), ({ textContent }) => textContent);
const chip = (name: string): HTMLElement => document.querySelector<HTMLElement>(`[aria-label="Remove ${name}"]`)!;
const UNDO = '{Control>}z{/Control}';

let sheet: HTMLStyleElement | undefined;
afterEach(() => sheet?.remove());

/** The width of the text that is drawn over the field. */
function drawnWidth(): number {
  const range = document.createRange();
  range.selectNodeContents(marks());
  return range.getBoundingClientRect().width;
}

describe('the text over the field', () => {
  const long = '(kind:llm OR kind:"tool fi ffi AV To") -latency:[1s TO 20s] '.repeat(3);

  test.each([
    ['', ''],
    ['a page that has its own idea of inputs', 'input { padding: 3px 12px; border: 2px solid red; font: italic bold 21px/3 serif; letter-spacing: 2px; word-spacing: 5px; text-transform: uppercase; text-indent: 9px; color: red; background: yellow; margin: 4px; }'],
  ])('stands where that of the field does: %s', (_, hostCss) => {
    sheet = document.head.appendChild(document.createElement('style'));
    sheet.textContent = hostCss;
    stage(<Search text={long} />, { width: 400 });
    const [own, drawn] = [field().getBoundingClientRect(), marks().getBoundingClientRect()];
    expect([drawn.left, drawn.top, drawn.width, drawn.height]).toEqual([own.left, own.top, own.width, own.height]);
    expect(Math.abs(field().scrollWidth - drawnWidth())).toBeLessThan(2.5);
    expect(getComputedStyle(field()).color).toBe('rgba(0, 0, 0, 0)');
  });

  test('goes with it to the end, and back to the start', async () => {
    stage(<Search text={long} />, { width: 300 });
    await userEvent.click(field());
    await userEvent.keyboard('{End}');
    await expect.poll(() => field().scrollLeft).toBeGreaterThan(100);
    await expect.poll(() => marks().scrollLeft).toBe(field().scrollLeft);
    await userEvent.keyboard(' xyz');
    await expect.poll(() => marks().textContent).toBe(`${long} xyz`);
    await expect.poll(() => marks().scrollLeft).toBe(field().scrollLeft);
    await userEvent.keyboard('{Home}');
    await expect.poll(() => [field().scrollLeft, marks().scrollLeft]).toEqual([0, 0]);
    await userEvent.keyboard('{End}{Tab}');
    await expect.poll(() => marks().scrollLeft).toBe(field().scrollLeft);
  });

  test('reads in the direction of its first word', () => {
    const box = stage(<Search text={'שלום kind:llm'} />, { direction: 'rtl' });
    expect(getComputedStyle(field(box)).direction).toBe('rtl');
    expect(getComputedStyle(marks(box)).direction).toBe('rtl');
    const other = stage(<Search text="kind:llm שלום" />, { direction: 'rtl' });
    expect([getComputedStyle(field(other)).direction, getComputedStyle(marks(other)).direction]).toEqual(['ltr', 'ltr']);
  });
});

describe('what is put in can be undone', () => {
  test('an option', async () => {
    stage(<Search />);
    await userEvent.click(field());
    await userEvent.keyboard('ki{ArrowDown}{Enter}');
    expect(field().value).toBe('kind:');
    await expect.poll(() => offered()).toContain('other');
    await userEvent.keyboard('o{ArrowDown}{Tab}');
    expect(field().value).toBe('kind:other ');
    await userEvent.keyboard(UNDO);
    expect(field().value).toBe('kind:o');
    await userEvent.keyboard(UNDO + UNDO);
    expect(field().value).toBe('ki');
  });

  test('what Escape cleared', async () => {
    stage(<Search text="kind:llm" />);
    await userEvent.click(field());
    await userEvent.keyboard('{Escape}');
    expect(field().value).toBe('');
    await userEvent.keyboard(UNDO);
    expect(field().value).toBe('kind:llm');
  });

  test('a chip that was removed, though the focus is at the next', async () => {
    stage(<Search text="a  kind:llm b" />);
    await userEvent.click(chip('kind: llm'));
    expect(field().value).toBe('a  b');
    expect(document.activeElement).toBe(chip('“b”'));
    await userEvent.click(field());
    await userEvent.keyboard(UNDO);
    expect(field().value).toBe('a  kind:llm b');
    expect(chip('kind: llm')).not.toBeNull();
  });
});

test('an input method has its own text and its own keys', async () => {
  stage(<Search />);
  await userEvent.click(field());
  await cdp().send('Input.imeSetComposition' as never, { text: 'fetc', selectionStart: 4, selectionEnd: 4 } as never);
  await expect.poll(() => field().value).toBe('fetc');
  expect(offered()).toEqual([]);
  // What is being composed is drawn by the field itself, with the marks of the input method.
  expect(getComputedStyle(marks()).visibility).toBe('hidden');
  expect(getComputedStyle(field()).color).not.toBe('rgba(0, 0, 0, 0)');
  await cdp().send('Input.insertText' as never, { text: 'fetch' } as never);
  await expect.poll(() => field().value).toBe('fetch');
  await expect.poll(() => offered()).toEqual(['name:"fetch docs"', 'name:"fetch web"']);
  expect(getComputedStyle(marks()).visibility).toBe('visible');
});

test('in a shadow root', async () => {
  function Shadow(): ReactElement {
    const [root, setRoot] = useState<ShadowRoot | null>(null);
    return (
      <div
        data-shadow=""
        ref={(element) => {
          if (element === null || root !== null) return;
          const shadow = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
          const adopted = new CSSStyleSheet();
          adopted.replaceSync(css);
          shadow.adoptedStyleSheets = [adopted];
          setRoot(shadow);
        }}
      >
        {root !== null && createPortal(<Search />, root)}
      </div>
    );
  }
  const box = stage(<Shadow />);
  await expect.poll(() => box.querySelector('[data-shadow]')?.shadowRoot?.querySelector('input')).toBeTruthy();
  const root = box.querySelector('[data-shadow]')!.shadowRoot!;
  field(root).focus();
  await userEvent.keyboard('x ki');
  await expect.poll(() => offered(root)).toEqual(['kind:', 'source_kind:']);
  // React tells of no selection here; the field knows all the same.
  await userEvent.keyboard('{ArrowLeft}');
  await expect.poll(() => offered(root)).toEqual([]);
  await userEvent.keyboard('{End}n{ArrowDown}');
  const active = field(root).getAttribute('aria-activedescendant');
  expect(root.getElementById(active!)?.textContent).toContain('kind:');
  await userEvent.keyboard('{Enter}');
  expect(field(root).value).toBe('x kind:');
  await userEvent.keyboard(UNDO);
  expect(field(root).value).toBe('x kin');
  await expect.poll(() => offered(root)).toEqual(['kind:', 'source_kind:']);
});

describe('room', () => {
  test.each([220, 360, 900])('%i px: nothing is cut off or too small to be hit, and chips have two lines', (width) => {
    const terms = Array.from({ length: 30 }, (_, nth) => `metadata.a_rather_long_key_${nth}:${'value'.repeat(30)}`).join(' ');
    const box = stage(<Search text={`nmae:x ${terms}`} />, { width, height: 'auto' });
    const edge = box.getBoundingClientRect().right;
    const buttons = Array.from(box.querySelectorAll('button')).filter((button) => button.checkVisibility());
    expect(buttons.length).toBeGreaterThan(10);
    for (const button of buttons) {
      const { width: across, height, right } = button.getBoundingClientRect();
      expect([Math.min(across, 24), Math.min(height, 24), right <= edge + 0.5], button.outerHTML).toEqual([24, 24, true]);
    }
    const chips = box.querySelector<HTMLElement>('[data-slot="run-search-chips"]')!;
    expect(chips.clientHeight).toBeLessThanOrEqual(56);
    expect(chips.scrollHeight).toBeGreaterThan(chips.clientHeight);
    expect(box.scrollWidth).toBeLessThanOrEqual(width);
  });

  test('what opens lies right under the field, in sight, and scrolls to what is active without moving the page', async () => {
    const box = stage(<div style={{ blockSize: 3_000 }}><Search /></div>, { width: 220, height: 500, overflow: 'auto' });
    await userEvent.click(field(box));
    await userEvent.keyboard('{ArrowDown}{ArrowUp}{ArrowUp}');
    const list = box.querySelector<HTMLElement>('[role="listbox"]')!;
    const last = list.lastElementChild!;
    expect(last.getAttribute('aria-selected')).toBe('true');
    const [view, option, frame] = [list, last, field(box).closest('[data-slot="run-search-box"]')!].map((element) => element.getBoundingClientRect());
    expect([option!.bottom <= view!.bottom, option!.top >= view!.top, view!.left, view!.width <= frame!.width]).toEqual([true, true, frame!.left, true]);
    expect(view!.top - frame!.bottom).toBe(4);
    expect(box.scrollTop).toBe(0);
    expect(document.elementFromPoint(option!.left + 10, option!.top + 5)?.closest('[role="option"]')).toBe(last);
  });
});

test('finds its way through 100,000 runs', async () => {
  stage(<Search trace={generated('agent', 100_000)} />);
  await userEvent.click(field());
  await userEvent.keyboard('kind:llm a');
  expect(field().value).toBe('kind:llm a');
  await expect.poll(() => document.querySelector('[data-slot="run-search-figure"]')!.textContent, { timeout: 20_000 }).toMatch(/^[\d.,]+K? match/);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.querySelector('[data-slot="run-search-figure"]')!.textContent).toMatch(/^1 of /);
});
