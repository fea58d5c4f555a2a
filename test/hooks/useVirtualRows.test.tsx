import { fireEvent, render, screen } from '@testing-library/react';
import { useEffect } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { useVirtualRows, type UseVirtualRowsOptions, type VirtualRows } from '../../src/hooks/useVirtualRows.ts';
import { measured } from './measured.ts';

measured({ width: 300, height: 200 });

const seen = vi.fn<(rows: VirtualRows) => void>();

const keyOf = (index: number) => `key ${index}`;

function List(props: Partial<UseVirtualRowsOptions>) {
  const virtual = useVirtualRows({ count: 1000, rowHeight: 20, getKey: keyOf, overscan: 2, ...props });
  useEffect(() => seen(virtual));
  const { scrollRef } = virtual;
  return <div ref={scrollRef} data-testid="scroller" />;
}

/** What the last render gave. */
const now = () => seen.mock.lastCall![0];
const indexes = () => now().rows.map(({ index }) => index);
const from = (first: number, to: number) => Array.from({ length: to - first + 1 }, (_, at) => first + at);

function scrollTo(px: number): void {
  const scroller = screen.getByTestId('scroller');
  scroller.scrollTop = px;
  fireEvent.scroll(scroller);
}

describe('useVirtualRows', () => {
  test('gives the rows in sight, and a few beyond each edge', () => {
    render(<List />);
    // 200 px hold 10 rows of 20 px.
    expect(indexes()).toEqual(from(0, 11));
    expect(now().rows.slice(0, 3)).toEqual([{ index: 0, key: 'key 0', top: 0 }, { index: 1, key: 'key 1', top: 20 }, { index: 2, key: 'key 2', top: 40 }]);
    expect([now().height, now().width, now().first]).toEqual([20_000, 300, 0]);
    scrollTo(5_000);
    expect(indexes()).toEqual(from(248, 261));
    expect(now().rows[0]).toEqual({ index: 248, key: 'key 248', top: 4_960 });
    expect(now().first).toBe(250);
  });

  test('a page is what is in sight less one row, for the eye to hold on to', () => {
    render(<List />);
    expect(now().pageSize()).toBe(9);
  });

  test('keeps the row that has the focus, wherever it is', () => {
    const { rerender } = render(<List active={3} />);
    expect(indexes()).toEqual(from(0, 11));
    scrollTo(5_000);
    expect(indexes()).toEqual([3, ...from(248, 261)]);
    expect(now().rows[0]).toEqual({ index: 3, key: 'key 3', top: 60 });
    rerender(<List active={900} />);
    expect(indexes()).toEqual([...from(248, 261), 900]);
    rerender(<List active={-1} />);
    expect(indexes()).toEqual(from(248, 261));
    rerender(<List active={1_000} />);
    expect(indexes()).toEqual(from(248, 261));
  });

  test('follows the number of rows and their height', () => {
    const { rerender } = render(<List />);
    rerender(<List count={4} />);
    expect([indexes(), now().height, now().last]).toEqual([from(0, 3), 80, 3]);
    rerender(<List count={4} rowHeight={100} />);
    expect([now().rows.map(({ top }) => top), now().height]).toEqual([[0, 100, 200, 300], 400]);
    rerender(<List count={0} />);
    expect([indexes(), now().height]).toEqual([[], 0]);
  });

  test('keys follow what they are keys of', () => {
    const { rerender } = render(<List count={2} />);
    rerender(<List count={2} getKey={(index) => `other ${index}`} />);
    expect(now().rows.map(({ key }) => key)).toEqual(['other 0', 'other 1']);
  });

  test('a million rows scroll in a space that a browser can be asked for, and every one can be reached', () => {
    render(<List count={1_000_000} />);
    expect(now().height).toBe(16_000_000);
    // Long lists are kept in blocks: a few more rows than are needed, and never many.
    expect(indexes().slice(0, 12)).toEqual(from(0, 11));
    expect(indexes().length).toBeLessThan(60);
    // The bottom of the space is the bottom of the list.
    scrollTo(16_000_000 - 200);
    expect(indexes().at(-1)).toBe(999_999);
    expect(now().first).toBe(999_990);
    const lowest = now().rows.at(-1)!;
    expect(lowest.top + 20).toBeCloseTo(16_000_000, 0);
    // In the middle too, the first row in sight stands at the edge.
    scrollTo(8_000_000);
    const first = now().rows.find(({ index }) => index === now().first)!;
    expect(Math.abs(first.top - 8_000_000)).toBeLessThanOrEqual(20);
    expect(now().first).toBeGreaterThan(499_000);
    expect(now().first).toBeLessThan(501_000);
  });

  test('begins with the active row in sight where that is asked for', () => {
    const { unmount } = render(<List active={500} />);
    expect(screen.getByTestId('scroller').scrollTop).toBe(0);
    unmount();
    render(<List active={500} startAtActive />);
    // Down to it, and no further than needed.
    expect(screen.getByTestId('scroller').scrollTop).toBe(500 * 20 + 20 - 200);
  });

  test('begins there in a shortened space too', () => {
    render(<List count={2_000_000} active={1_999_999} startAtActive />);
    expect(screen.getByTestId('scroller').scrollTop).toBeCloseTo(16_000_000 - 200, 5);
  });

  // That it goes along where the focus is inside, is for a browser to tell: happy-dom knows no :focus-within.
  test('stays where it is when the active row changes while the focus is elsewhere', () => {
    const { rerender } = render(<List active={0} />);
    rerender(<List active={500} />);
    expect(screen.getByTestId('scroller').scrollTop).toBe(0);
    expect(indexes()).toEqual([...from(0, 11), 500]);
  });
});
