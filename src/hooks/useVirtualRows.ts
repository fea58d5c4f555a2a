'use client';
import { defaultRangeExtractor, elementScroll, observeElementOffset, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useReducer, useRef, type RefCallback } from 'react';

/**
 * Browsers cap how tall an element can be (Firefox at about 17.9 million px). A longer list scrolls in a space of this
 * height, in which each pixel stands for several.
 */
const MAX_HEIGHT = 16_000_000;

/**
 * TanStack keeps a record for each of its items, so a long list gives it blocks of rows as items: about so many, and
 * never so large that blocks at the edges put many more rows on the page than are in sight.
 */
const MOST_BLOCKS = 25_000;
const LARGEST_BLOCK = 16;
/** Rows between what is in sight and a row that is only kept for the focus. */
const KEPT_APART = 1_000;

/** What `useVirtualRows` takes. */
export interface UseVirtualRowsOptions {
  readonly count: number;
  /** The height of every row, in px. */
  readonly rowHeight: number;
  /** The key of a row; keyed by what it shows, a row keeps its element when others come and go. */
  readonly getKey: (index: number) => string;
  /**
   * The row where the keyboard is; -1 for none. It stays rendered when it is scrolled out of sight, so that the focus is
   * never lost, and while the list has the focus it is scrolled into sight when it changes place.
   */
  readonly active?: number | undefined;
  /** Changes when the keyboard was moved, even to the same row, which then comes into sight, with the focus or without. */
  readonly moves?: number | undefined;
  /** Whether the list begins with the active row in sight. @default false */
  readonly startAtActive?: boolean | undefined;
  /** Rows rendered beyond each edge. @default 8 */
  readonly overscan?: number | undefined;
}

/** A row to render. */
export interface VirtualRow {
  readonly index: number;
  readonly key: string;
  /** Px from the top of the list's element, to be written to `transform`. */
  readonly top: number;
}

/** What is to be rendered now. */
export interface VirtualRows {
  /** Goes on the element that scrolls. */
  readonly scrollRef: RefCallback<HTMLElement>;
  /** The height of the list's element, in px; undefined until the browser has laid it out, as on a server. */
  readonly height: number | undefined;
  readonly rows: readonly VirtualRow[];
  /** The rows in sight, without those beyond the edges. */
  readonly first: number;
  readonly last: number;
  /** The inner width of the element that scrolls, in px; 0 until it is known. */
  readonly width: number;
  /** How many rows fit in sight. */
  readonly pageSize: () => number;
}

/**
 * Renders of a list of equally high rows only those in sight: TanStack Virtual, with room for a million rows. Before the
 * browser has measured anything, and on a server, it gives the first rows in their natural flow.
 */
export function useVirtualRows(options: UseVirtualRowsOptions): VirtualRows {
  const { count, rowHeight, getKey, active = -1, moves = 0, startAtActive = false, overscan = 8 } = options;
  const element = useRef<HTMLElement | null>(null);
  const [isMounted, mount] = useReducer(() => true, false);
  useEffect(mount, [mount]);
  const [, redraw] = useReducer((times: number) => times + 1, 0);

  const full = count * rowHeight;
  const height = Math.min(full, MAX_HEIGHT);
  const view = useRef({ scale: 1, viewHeight: 0 });

  const block = Math.min(LARGEST_BLOCK, Math.max(1, Math.ceil(count / MOST_BLOCKS)));
  const blocks = Math.ceil(count / block);
  const activeBlock = active < 0 || active >= count ? -1 : Math.floor(active / block);

  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: blocks,
    getScrollElement: () => element.current,
    estimateSize: (at) => Math.min(block, count - at * block) * rowHeight,
    overscan: Math.ceil(overscan / block),
    initialRect: { width: 0, height: 24 * rowHeight },
    observeElementOffset: (instance, report) =>
      observeElementOffset(instance, (offset, isScrolling) => {
        report(offset * view.current.scale, isScrolling);
        // In a shortened space rows move against it, between one block and the next too.
        if (view.current.scale > 1) redraw();
      }),
    scrollToFn: (offset, scrollOptions, instance) => elementScroll(offset / view.current.scale, scrollOptions, instance),
    rangeExtractor: useCallback(
      (range: Range) => {
        const indexes = defaultRangeExtractor(range);
        if (activeBlock === -1 || indexes.includes(activeBlock)) return indexes;
        return activeBlock < (indexes[0] ?? 0) ? [activeBlock, ...indexes] : [...indexes, activeBlock];
      },
      [activeBlock],
    ),
  });

  // The last block may be shorter than the others.
  const blockHeight = `${block} of ${rowHeight}, ${count - (blocks - 1) * block}`;
  const measured = useRef(blockHeight);
  useEffect(() => {
    // TanStack keeps what it has worked out until it is told that its items have another height.
    if (measured.current !== blockHeight) virtualizer.measure();
    measured.current = blockHeight;
  }, [virtualizer, blockHeight]);

  const viewHeight = virtualizer.scrollRect?.height ?? 0;
  const scale = full > height ? (full - viewHeight) / Math.max(1, height - viewHeight) : 1;
  useEffect(() => {
    view.current = { scale, viewHeight };
  });

  const isStart = useRef(true);
  const lastMoves = useRef(moves);
  useEffect(() => {
    const scroller = element.current;
    if (scroller === null || !isMounted) return;
    // Without the focus, the person scrolls for themselves, unless something was to be shown.
    const follows = isStart.current ? startAtActive : moves !== lastMoves.current || scroller.matches(':focus-within');
    isStart.current = false;
    lastMoves.current = moves;
    if (!follows || active < 0) return;
    // TanStack's own way would stop where the shortened space ends.
    const top = active * rowHeight;
    const now = scroller.scrollTop * view.current.scale;
    const nearest = Math.min(Math.max(now, top + rowHeight - view.current.viewHeight), top);
    if (nearest !== now) scroller.scrollTop = nearest / view.current.scale;
  }, [active, moves, startAtActive, isMounted, rowHeight]);

  const offset = virtualizer.scrollOffset ?? 0;
  const shift = offset - offset / scale;
  const first = Math.max(0, Math.floor(offset / rowHeight));
  const rows: VirtualRow[] = [];
  for (const item of virtualizer.getVirtualItems()) {
    // Of a block far away only the row is needed for which it is kept.
    const isFar = item.index === activeBlock && Math.abs(item.index * block - first) > KEPT_APART;
    const from = isFar ? active : item.index * block;
    const to = isFar ? active + 1 : Math.min(count, from + block);
    for (let index = from; index < to; index++) rows.push({ index, key: getKey(index), top: index * rowHeight - shift });
  }
  return {
    scrollRef: useCallback((node: HTMLElement | null) => {
      element.current = node;
    }, []),
    height: isMounted ? height : undefined,
    rows,
    first,
    last: Math.min(count - 1, first + Math.ceil(viewHeight / rowHeight)),
    width: virtualizer.scrollRect?.width ?? 0,
    pageSize: useCallback(() => Math.max(1, Math.floor(view.current.viewHeight / rowHeight) - 1), [rowHeight]),
  };
}
