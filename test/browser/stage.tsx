import { render } from '@testing-library/react';
import type { CSSProperties, ReactElement } from 'react';
import { beforeEach, expect } from 'vitest';
import { page } from 'vitest/browser';
import { generateTrace, toRecords } from '../../bench/generate/index.js';
import { buildTraces } from '../../src/core/model/build-traces.ts';
import type { Trace } from '../../src/core/model/trace.ts';
import '../../src/styles/index.css';

// Vitest's own frame is as narrow as a telephone.
beforeEach(() => page.viewport(1200, 800));

/** Renders into a box of a given size, as a host's page would give it. */
export function stage(content: ReactElement, { width = 900, height = 560, ...style }: { width?: number; height?: number | 'auto' } & CSSProperties = {}): HTMLElement {
  const { container } = render(<div style={{ inlineSize: width, blockSize: height, ...style }}>{content}</div>);
  return container.firstElementChild as HTMLElement;
}

/** A made-up trace of so many runs: an agent's loop, a chain of each inside the one before, or one run with all others beneath. */
export function generated(shape: 'agent' | 'chain' | 'fan-out', runs: number): Trace {
  return buildTraces(toRecords(generateTrace({ shape, runs, payload: 'none' })))[0]!;
}

export function grid(within: ParentNode = document): HTMLElement {
  return within.querySelector<HTMLElement>('[role="treegrid"]')!;
}

/** The element that scrolls. */
export function scroller(within: ParentNode = document): HTMLElement {
  return within.querySelector<HTMLElement>('[data-slot="trace-tree-body"]')!;
}

export function rows(within: ParentNode = document): HTMLElement[] {
  return Array.from(within.querySelectorAll<HTMLElement>('[data-slot="trace-tree-row"]'));
}

/** The row at a place among all rows on show, from 0, if it is in the document. */
export function rowAt(place: number, within: ParentNode = document): HTMLElement | null {
  return within.querySelector<HTMLElement>(`[data-slot="trace-tree-row"][aria-rowindex="${place + 2}"]`);
}

/** The place of the row that has the focus, from 0; -1 if none has. */
export function focusedPlace(root: DocumentOrShadowRoot = document): number {
  const row = root.activeElement?.closest('[data-slot="trace-tree-row"]');
  return Number(row?.getAttribute('aria-rowindex') ?? 1) - 2;
}

export function labelIn(row: Element): HTMLElement {
  return row.querySelector<HTMLElement>('[data-slot="trace-tree-label"]')!;
}

/** Whether an element lies wholly within the height of what scrolls. */
export function isInSight(element: Element, within: ParentNode = document): boolean {
  const box = element.getBoundingClientRect();
  const view = scroller(within).getBoundingClientRect();
  return box.top >= view.top - 1 && box.bottom <= view.bottom + 1;
}

/** Waits until a row has the focus and can be seen. */
export async function arrivedAt(place: number): Promise<void> {
  await expect.poll(() => focusedPlace()).toBe(place);
  await expect.poll(() => isInSight(document.activeElement!)).toBe(true);
}

/** The places of the rows that can be seen, from 0, as the browser has laid them out. */
export function placesInSight(within: ParentNode = document): number[] {
  return rows(within).filter((row) => isInSight(row, within)).map((row) => Number(row.getAttribute('aria-rowindex')) - 2).toSorted((a, b) => a - b);
}
