import { cleanup } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { TraceTree, type TraceTreeProps } from '../../src/components/trace-tree/index.ts';
import { buildTraces } from '../../src/core/model/build-traces.ts';
import { RUN_KINDS } from '../../src/core/model/run.ts';
import { outline } from '../core/analysis/plants.ts';
import { rowAt, rows, stage } from './stage.tsx';

/** Every kind, every status, plumbing, issues, and figures that are heavy, faint, absent and added up. */
const everything = buildTraces([
  { id: 'root', traceId: 't', name: 'every_kind', kind: 'agent', startTime: 0, endTime: 60_000 },
  ...RUN_KINDS.map((kind, nth) => ({
    id: kind, traceId: 't', parentId: 'root', name: `a ${kind}`, kind, startTime: nth * 100, endTime: nth * 100 + 10 ** (nth % 5), model: nth % 2 === 0 ? 'gpt-4.1-mini' : null,
    ...(kind === 'llm' ? { usage: { input: 30_211, output: 1_004 }, cost: { total: 0.0137 } } : {}),
    ...(kind === 'embedding' ? { usage: { input: 12, output: 0 }, cost: { total: 0.000_1 } } : {}),
  })),
  { id: 'failed', traceId: 't', parentId: 'root', name: 'failed', kind: 'tool', startTime: 2_000, endTime: 2_100, error: { type: 'RateLimitError', message: 'Slow down.' } },
  { id: 'asked', traceId: 't', parentId: 'root', name: 'asked', kind: 'chain', startTime: 2_200, endTime: 2_300, status: 'interrupted' },
  { id: 'on', traceId: 't', parentId: 'root', name: 'on', kind: 'chain', startTime: 2_400 },
  { id: 'low', traceId: 't', parentId: 'root', name: 'plumbing', kind: 'chain', startTime: 2_500, endTime: 2_600, hidden: true },
  { id: 'lost', traceId: 't', parentId: 'gone', name: 'lost', kind: 'séance', startTime: 2_700, endTime: 2_600 },
])[0]!;

const page = document.documentElement;
afterEach(async () => {
  page.style.colorScheme = '';
  await emulate();
});

/** What the person has told their system; with nothing given, nothing in particular. */
async function emulate(...features: { readonly name: string; readonly value: string }[]): Promise<void> {
  const session = cdp() as unknown as { send(method: string, params: object): Promise<unknown> };
  await session.send('Emulation.setEmulatedMedia', { features });
}

async function show(props: Partial<TraceTreeProps> = {}, width = 900): Promise<HTMLElement> {
  const box = stage(<TraceTree trace={everything} locale="en" {...props} />, { width, height: 640 });
  await expect.poll(() => box.querySelectorAll('[role="row"]').length).toBeGreaterThan(1);
  return box;
}

const root = (box: HTMLElement) => box.querySelector<HTMLElement>('[data-slot="trace-tree"]')!;

/** Red, green and blue of any colour that CSS knows, on a background. */
function rgb(color: string, under: readonly number[] = [255, 255, 255]): number[] {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d')!;
  context.fillStyle = `rgb(${under.join()})`;
  context.fillRect(0, 0, 1, 1);
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  return Array.from(context.getImageData(0, 0, 1, 1).data.slice(0, 3));
}

/** WCAG's relative luminance. */
function luminance(channels: readonly number[]): number {
  const [r, g, b] = channels.map((channel) => (channel / 255 <= 0.040_45 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: readonly number[], b: readonly number[]): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function backgroundOf(element: Element | null): number[] {
  if (element === null) return [255, 255, 255];
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  const under = backgroundOf(element.parentElement);
  // A heavy figure stands on a bar, which is a gradient of one colour.
  const bar = element.matches('[data-weight="heavy"]') ? /(?:oklch|rgb|color)\([^()]*\)/.exec(backgroundImage)?.[0] : undefined;
  return rgb(bar ?? backgroundColor, under);
}

/** Each piece of text with less contrast than AA asks for. */
function faintTexts(box: HTMLElement): string[] {
  const words = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  let count = 0;
  while (words.nextNode() !== null) {
    const element = words.currentNode.parentElement!;
    if (words.currentNode.textContent!.trim() === '' || element.getClientRects().length === 0) continue;
    const background = backgroundOf(element);
    const ratio = contrast(rgb(getComputedStyle(element).color, background), background);
    count++;
    if (ratio < 4.5) found.push(`${words.currentNode.textContent} (${element.closest('[data-slot]')?.getAttribute('data-slot')}): ${ratio.toFixed(2)}`);
  }
  expect(count).toBeGreaterThan(40);
  return found;
}

/** Opens whatever can be opened. */
async function openAll(box: HTMLElement): Promise<void> {
  for (const button of box.querySelectorAll<HTMLElement>('[data-slot="trace-tree-issues"] > button, [data-slot="trace-tree-keys"] > button')) await userEvent.click(button);
  await expect.poll(() => box.querySelectorAll('[data-slot="trace-tree-panel"] li, [data-slot="trace-tree-panel"] dt').length).toBeGreaterThan(5);
}

describe('light and dark', () => {
  const looks = (box: HTMLElement) => [getComputedStyle(root(box)).backgroundColor, getComputedStyle(root(box)).color].map((color) => luminance(rgb(color)));

  test('come from the page', async () => {
    const box = await show();
    const [paper, ink] = looks(box) as [number, number];
    expect([paper > 0.9, ink < 0.1]).toEqual([true, true]);
    page.style.colorScheme = 'dark';
    const [night, chalk] = looks(box) as [number, number];
    expect([night < 0.05, chalk > 0.6]).toEqual([true, true]);
  });

  test('come from the system, where the page leaves it to that', async () => {
    page.style.colorScheme = 'light dark';
    const box = await show();
    await emulate({ name: 'prefers-color-scheme', value: 'dark' });
    expect(looks(box)[0]).toBeLessThan(0.05);
    await emulate({ name: 'prefers-color-scheme', value: 'light' });
    expect(looks(box)[0]).toBeGreaterThan(0.9);
  });

  test('come from data-theme before the page, on the component and around it', async () => {
    page.style.colorScheme = 'light';
    const dark = await show({ 'data-theme': 'dark' } as Partial<TraceTreeProps>);
    expect(looks(dark)[0]).toBeLessThan(0.05);
    cleanup();
    page.style.colorScheme = 'dark';
    const light = await show({ 'data-theme': 'light' } as Partial<TraceTreeProps>);
    expect(looks(light)[0]).toBeGreaterThan(0.9);
    cleanup();
    const around = stage(<div data-theme="light" style={{ display: 'contents' }}><TraceTree trace={everything} /></div>);
    await expect.poll(() => rows().length).toBeGreaterThan(1);
    expect(looks(around)[0]).toBeGreaterThan(0.9);
  });

  test('stand side by side', async () => {
    const box = stage(<><TraceTree trace={everything} data-theme="light" /><TraceTree trace={everything} data-theme="dark" /></>);
    await expect.poll(() => rows().length).toBeGreaterThan(1);
    const [light, dark] = Array.from(box.children, (tree) => luminance(rgb(getComputedStyle(tree).backgroundColor))) as [number, number];
    expect([light > 0.9, dark < 0.05]).toEqual([true, true]);
  });

  test('a host’s own colours come before both', async () => {
    const box = await show({ style: { '--runlens-background': 'rgb(1, 2, 3)' } } as Partial<TraceTreeProps>);
    expect(getComputedStyle(root(box)).backgroundColor).toBe('rgb(1, 2, 3)');
  });
});

describe.each(['light', 'dark'])('%s', (theme) => {
  const dressed = { 'data-theme': theme } as Partial<TraceTreeProps>;

  test('every text has a contrast of 4.5 at least', async () => {
    const box = await show({ ...dressed, columns: ['status', 'model', 'duration', 'tokens', 'cost'], defaultSelected: 'llm' });
    await openAll(box);
    expect(faintTexts(box)).toEqual([]);
    await userEvent.hover(rowAt(3)!);
    expect(faintTexts(box)).toEqual([]);
  });

  test('icons and the focus have a contrast of 3 at least', async () => {
    const box = await show(dressed);
    const background = backgroundOf(root(box));
    for (const icon of box.querySelectorAll('[data-slot="kind-icon"], [data-slot="status-icon"]')) {
      expect(contrast(rgb(getComputedStyle(icon).color), backgroundOf(icon)), icon.outerHTML).toBeGreaterThanOrEqual(3);
    }
    rowAt(1)!.focus();
    await userEvent.keyboard('{ArrowDown}');
    const { outlineColor, outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
    expect([outlineStyle, outlineWidth]).toEqual(['solid', '2px']);
    expect(contrast(rgb(outlineColor), background)).toBeGreaterThanOrEqual(3);
  });

  test.each<[string, Partial<TraceTreeProps>, number]>([
    ['as it begins', {}, 900],
    ['with all columns, and a selection', { columns: ['status', 'model', 'duration', 'tokens', 'cost'], defaultSelected: 'llm' }, 900],
    ['closed, with failures inside', { defaultExpanded: 'none' }, 900],
    ['with plumbing on show', { defaultShowHidden: true }, 900],
    ['narrow', {}, 280],
    ['compact', { density: 'compact' }, 600],
    ['without any run', { trace: outline('~plumbing') }, 900],
  ])('axe finds nothing: %s', async (_, props, width) => {
    const box = await show({ ...dressed, ...props }, width);
    const { violations, passes } = await axe.run(box);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)).toEqual([]);
    expect(passes.map(({ id }) => id)).toContain('aria-required-children');
    expect(passes.map(({ id }) => id)).toContain('color-contrast');
  });

  test('axe finds nothing: with everything open', async () => {
    const box = await show({ ...dressed });
    await openAll(box);
    const { violations } = await axe.run(box);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)).toEqual([]);
  });
});

describe('a system that', () => {
  test('wants less motion gets none', async () => {
    const box = await show();
    const running = box.querySelector('[data-slot="status-icon"][data-status="running"]')!;
    const arrow = box.querySelector('[data-slot="trace-tree-toggle"] svg')!;
    await emulate({ name: 'prefers-reduced-motion', value: 'no-preference' });
    expect([getComputedStyle(running).animationName, getComputedStyle(arrow).transitionProperty]).toEqual(['runlens-turn', 'transform']);
    await emulate({ name: 'prefers-reduced-motion', value: 'reduce' });
    expect(getComputedStyle(running).animationName).toBe('none');
    expect(Number.parseFloat(getComputedStyle(arrow).transitionDuration)).toBe(0);
  });

  test('forces its colours still tells the selected row, the focus and what failed', async () => {
    await emulate({ name: 'forced-colors', value: 'active' });
    expect(matchMedia('(forced-colors: active)').matches).toBe(true);
    const box = await show({ defaultSelected: 'llm' });
    const selected = box.querySelector('[aria-selected="true"]')!;
    const other = rowAt(1)!;
    expect([getComputedStyle(selected).outlineStyle, getComputedStyle(other).outlineStyle]).toEqual(['solid', 'none']);
    other.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowUp}');
    await expect.poll(() => getComputedStyle(other).outlineStyle).toBe('solid');
    const mark = box.querySelector('[data-slot="trace-tree-state"][data-status="error"] svg path')!;
    const [stroke, background] = [rgb(getComputedStyle(mark).stroke), rgb(getComputedStyle(root(box)).backgroundColor)];
    expect(contrast(stroke, background)).toBeGreaterThan(4.5);
  });
});
