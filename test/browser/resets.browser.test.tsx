import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { TraceTree } from '../../src/components/trace-tree/index.ts';
import { readTraces } from '../../src/core/formats/read-traces.ts';
import failing from '../fixtures/langsmith/py-langgraph-agent.json?raw';
import { rowAt, rows, stage } from './stage.tsx';

/** What resets do to every element: written after Tailwind 3's, which no layer holds back, and the older ones it stands on. */
const PREFLIGHT = `
  *, ::before, ::after { box-sizing: border-box; border-width: 0; border-style: solid; border-color: #e5e7eb; }
  ::before, ::after { --tw-content: ''; }
  html { line-height: 1.5; -webkit-text-size-adjust: 100%; tab-size: 4; font-family: serif; }
  body { margin: 0; line-height: inherit; }
  hr { height: 0; color: inherit; border-top-width: 1px; }
  h1, h2, h3 { font-size: inherit; font-weight: inherit; }
  a { color: inherit; text-decoration: inherit; }
  kbd, code, pre { font-family: monospace; font-size: 1em; }
  button, input, select, textarea { font-family: inherit; font-size: 100%; font-weight: inherit; line-height: inherit; letter-spacing: inherit; color: inherit; margin: 0; padding: 0; }
  button, select { text-transform: none; }
  button, [type='button'] { -webkit-appearance: button; background-color: transparent; background-image: none; }
  ol, ul, menu { list-style: none; margin: 0; padding: 0; }
  blockquote, dl, dd, h1, h2, h3, hr, figure, p, pre { margin: 0; }
  img, svg, video, canvas { display: block; vertical-align: middle; }
  img, video { max-width: 100%; height: auto; }
  [role='button'], button { cursor: pointer; }
  [hidden] { display: none; }
`;

/** Tailwind 4's, which stands in a layer. */
const LAYERED = `
  @layer theme, base, components, utilities;
  @layer base {
    *, ::after, ::before, ::backdrop { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid; }
    html, :host { line-height: 1.5; font-family: ui-serif, serif; }
    h1, h2, h3 { font-size: inherit; font-weight: inherit; }
    b, strong { font-weight: bolder; }
    code, kbd, samp, pre { font-family: monospace; font-size: 1em; }
    ol, ul, menu { list-style: none; }
    img, svg, video { display: block; vertical-align: middle; }
    img, video { max-width: 100%; height: auto; }
    button, input, select, textarea { font: inherit; letter-spacing: inherit; color: inherit; border-radius: 0; background-color: transparent; opacity: 1; }
    button, input:where([type='button']) { appearance: button; }
    [hidden]:where(:not([hidden='until-found'])) { display: none !important; }
  }
`;

let sheet: HTMLStyleElement | undefined;
afterEach(() => sheet?.remove());

function add(css: string, place: 'before' | 'after'): void {
  sheet = document.createElement('style');
  sheet.textContent = css;
  if (place === 'before') document.head.prepend(sheet);
  else document.head.append(sheet);
}

/** Where each element of the tree stands, and how it looks where resets would meddle. */
function geometry(box: HTMLElement, selector: string): string[] {
  const from = box.getBoundingClientRect();
  return Array.from(box.querySelectorAll(selector), (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const { fontSize, fontWeight, fontFamily, boxShadow, borderTopWidth } = getComputedStyle(element);
    const name = element.getAttribute('data-slot') ?? element.tagName;
    return [name, ...[left - from.left, top - from.top, width, height].map((px) => px.toFixed(1)), fontSize, fontWeight, fontFamily, boxShadow, borderTopWidth, ...textColors(element)].join(' ');
  });
}

/** The colours of the words in an element. */
function textColors(element: Element): string[] {
  const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const colors = new Set<string>();
  while (words.nextNode() !== null) colors.add(getComputedStyle(words.currentNode.parentElement!).color);
  return [...colors];
}

async function show(): Promise<HTMLElement> {
  const { traces } = readTraces(failing);
  const box = stage(<TraceTree trace={traces.find(({ status }) => status === 'error')!} columns={['status', 'model', 'duration', 'tokens', 'cost']} locale="en" defaultSelected={null} />, { width: 900, height: 700 });
  await expect.poll(() => rows().length).toBeGreaterThan(3);
  rowAt(1)!.focus();
  await userEvent.keyboard('?');
  for (const button of box.querySelectorAll<HTMLElement>('[data-slot="trace-tree-issues"] > button')) await userEvent.click(button);
  await expect.poll(() => box.querySelector('[data-slot="trace-tree-key"]')).not.toBeNull();
  (document.activeElement as HTMLElement).blur();
  return box;
}

/** Keys of the keyboard are left out where a reset that no layer holds back has a font for `<kbd>`. */
const BUT_KEYS = '[data-slot]:not([data-slot="trace-tree-key"] *)';

test.each([
  ['an unlayered reset before', PREFLIGHT, 'before', BUT_KEYS],
  ['an unlayered reset after', PREFLIGHT, 'after', BUT_KEYS],
  // Whose layer comes before has less to say: in a host with Tailwind 4, its style sheet is imported first.
  ['a layered reset before', LAYERED, 'before', '*'],
] as const)('%s the style sheet leaves the tree as it was', async (_, css, place, selector) => {
  const box = await show();
  const without = geometry(box, selector);
  expect(without.length).toBeGreaterThan(80);
  add(css, place);
  const changed = geometry(box, selector).flatMap((line, nth) => (line === without[nth] ? [] : [`${without[nth]}  →  ${line}`]));
  expect(changed).toEqual([]);
});

test('a layered reset after the style sheet takes paddings, and leaves rows, columns and what can be pressed', async () => {
  const box = await show();
  const selectors = ['[data-slot="trace-tree-row"]', '[data-slot="trace-tree-header-row"]', '[data-slot="trace-tree-toggle"]', 'svg', '[data-slot="trace-tree-cell"][data-column]', '[data-slot="trace-tree-button"]'];
  const sizes = () => selectors.map((selector) => Array.from(box.querySelectorAll(selector), (element) => element.getBoundingClientRect()).map(({ width, height }) => `${width} × ${height}`));
  const without = sizes();
  add(LAYERED, 'after');
  expect(sizes()).toEqual(without);
  const [header, row] = [box.querySelector('[data-slot="trace-tree-header-row"]')!, rows(box)[0]!].map((line) => Array.from(line.children, (cell) => cell.getBoundingClientRect().left.toFixed(1)));
  expect(row).toEqual(header);
});

test('a page’s own rules for the slots win over the layer', async () => {
  const box = await show();
  add('[data-slot="trace-tree-row"] { color: rgb(1, 2, 3); }', 'before');
  expect(getComputedStyle(box.querySelector('[data-slot="trace-tree-row"]')!).color).toBe('rgb(1, 2, 3)');
});

test('the style sheet says nothing of what is not the library’s', async () => {
  const strangers = ['p', 'h1', 'button', 'a', 'ul', 'li', 'kbd', 'svg', 'dl', 'table', 'input'].map((tag) => document.body.appendChild(document.createElement(tag)));
  const look = () => strangers.map((element) => Array.from(getComputedStyle(element)).filter((name) => !name.startsWith('--')).map((name) => getComputedStyle(element).getPropertyValue(name)).join());
  const styled = look();
  const ours = Array.from(document.querySelectorAll<HTMLStyleElement>('style')).filter(({ textContent }) => textContent.includes('--runlens-'));
  expect(ours.length).toBeGreaterThan(0);
  for (const style of ours) style.disabled = true;
  const plain = look();
  for (const style of ours) style.disabled = false;
  for (const element of strangers) element.remove();
  expect(styled).toEqual(plain);
});
