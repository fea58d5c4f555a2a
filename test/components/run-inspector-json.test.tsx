import { act, fireEvent, render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { createJsonTree, jsonRows, listRest, open, openInside, PAGE } from '../../src/components/primitives/json-nodes.ts';
import { jsonText, wholeJsonText } from '../../src/components/primitives/json-text.ts';
import { JsonView } from '../../src/components/primitives/JsonView.tsx';
import { TextBlock } from '../../src/components/primitives/TextBlock.tsx';
import { measured } from '../hooks/measured.ts';

measured({ width: 500, height: 600 });
vi.stubGlobal('ResizeObserver', class { observe() {} unobserve() {} disconnect() {} });

function nested(levels: number): unknown {
  let value: unknown = 'bottom';
  for (let level = 0; level < levels; level++) value = [value];
  return value;
}
const rowsOf = () => screen.getAllByRole('treeitem').map((row) => row.textContent?.replace('Copy value', ''));

describe('JSON as text', () => {
  test('is what JSON.stringify writes', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      expect(jsonText(value, Number.POSITIVE_INFINITY)).toBe(JSON.stringify(value, null, 2));
    }));
  });

  test('begins as the whole does', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.nat(200), (value, atMost) => {
      expect(jsonText(value, atMost)).toBe(jsonText(value, Number.POSITIVE_INFINITY).slice(0, atMost));
    }));
  });

  test('is written of any depth, of circles, and of what JSON doesn’t know', () => {
    const circle: Record<string, unknown> = { n: 1n };
    circle['self'] = circle;
    expect(jsonText(circle, 1_000)).toBe('{\n  "n": 1n,\n  "self": "[circular]"\n}');
    expect(wholeJsonText(circle)).toContain('[circular]');
    expect(wholeJsonText(nested(100_000)).match(/\[/g)).toHaveLength(100_000);
    expect(jsonText({ twice: [circle['n'], circle['n']], f: Math.max, u: undefined }, 1_000)).toContain('"u": undefined');
    expect(jsonText('x'.repeat(1e7), 10)).toHaveLength(10);
    const shared = { a: 1 };
    expect(jsonText([shared, shared], 1_000)).not.toContain('circular');
  });

  test('says where a field cannot be read', () => {
    expect(jsonText({ get broken(): never { throw new Error('gone'); } }, 1_000)).toContain('[unreadable: Error: gone]');
  });
});

describe('rows of JSON', () => {
  test('list more of what is too long when asked for', () => {
    const root = createJsonTree(Array.from({ length: PAGE * 2 + 1 }, (_, nth) => nth));
    expect(jsonRows(root)).toHaveLength(PAGE + 2);
    const rest = jsonRows(root).at(-1)!;
    expect(rest).toMatchObject({ isRest: true, value: PAGE + 1 });
    listRest(rest);
    expect(jsonRows(root).at(-2)).toMatchObject({ value: PAGE * 2 - 1 });
    expect(jsonRows(root)[PAGE + 1]?.id).toBe(rest.id);
    expect(new Set(jsonRows(root).map(({ id }) => id)).size).toBe(PAGE * 2 + 2);
  });

  test('open by themselves only as far as can be taken in', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      const rows = jsonRows(createJsonTree(value));
      const size = typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
      expect(rows.length).toBeLessThanOrEqual(Math.max(41, size + 1));
    }));
  });

  test('of 100,000 levels open at once', () => {
    const root = createJsonTree(nested(100_000));
    openInside(root);
    expect(jsonRows(root).length).toBe(100_000);
    const last = jsonRows(root).at(-1)!;
    open(last);
    expect(jsonRows(root).at(-1)?.value).toBe('bottom');
  });
});

describe('JsonView', () => {
  test('has one tab stop and goes by key', () => {
    const { container } = render(<JsonView label="payload" value={{ a: { b: 1 }, c: [] }} />);
    expect(rowsOf()).toEqual(['{', 'a: {', 'b: 1', 'c: []']);
    expect(container.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    const tree = screen.getByRole('tree', { name: 'payload' });
    const press = (key: string) => fireEvent.keyDown(document.activeElement ?? tree, { key });
    act(() => screen.getAllByRole('treeitem')[1]?.focus());
    press('ArrowLeft');
    expect(rowsOf()).toEqual(['{', 'a: {…} 1 field', 'c: []']);
    press('ArrowDown');
    expect(document.activeElement?.textContent).toContain('c: []');
    expect(document.activeElement?.getAttribute('aria-posinset')).toBe('2');
    press('ArrowLeft');
    expect(document.activeElement?.getAttribute('aria-level')).toBe('1');
    press('*');
    expect(rowsOf()).toHaveLength(4);
    press('End');
    press('Home');
    press('Enter');
    expect(rowsOf()).toHaveLength(1);
  });

  test('shows a long text below, in steps', () => {
    const { container } = render(<JsonView label="payload" value={{ text: 'word '.repeat(5_000) }} />);
    fireEvent.click(screen.getByText('Show all 25,000 characters'));
    expect(container.querySelector('[data-slot="json-view-text"]')?.textContent).toContain('Show more, 17,000 characters left');
  });

  test('renders whatever JSON holds', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      const { unmount } = render(<JsonView label="payload" value={value} />);
      expect(rowsOf().length).toBeGreaterThan(0);
      unmount();
    }), { numRuns: 40 });
  });
});

describe('TextBlock', () => {
  test('shows the whole of a text, step by step, and never half a character', () => {
    const text = '👩🏽‍🚀 a line\n'.repeat(3_000);
    const { container } = render(<TextBlock text={text} />);
    for (let more = screen.queryByRole('button'); more !== null; more = screen.queryByRole('button')) fireEvent.click(more);
    expect(container.querySelector('[data-slot="text-block-text"]')?.textContent).toBe(text);
    for (const piece of container.querySelectorAll('[data-slot="text-block-piece"]')) expect(() => encodeURIComponent(piece.textContent ?? '')).not.toThrow();
  });

  test('asks a writer for as much as it shows', () => {
    const write = vi.fn<(atMost: number) => string>((atMost) => 'x'.repeat(Math.min(atMost, 10_000)));
    const { container } = render(<TextBlock text={write} code />);
    expect(write).toHaveBeenLastCalledWith(8_000);
    fireEvent.click(screen.getByRole('button', { name: /Show more, after 8,000/ }));
    expect(container.textContent).toHaveLength(10_000);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
