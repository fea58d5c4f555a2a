import { render, screen, within } from '@testing-library/react';
import type { ReactElement } from 'react';
import { TraceTree, type TraceTreeProps } from '../../src/components/trace-tree/index.ts';
import { outline } from '../core/analysis/plants.ts';

/** A tree that has everything: folders, plumbing, a failure inside, and an issue. */
export const example = outline(`
  agent
    plan
    tools
      !search
      parse
    ~route
    answer
  after
`);

/** Renders an assembled tree whose numbers are English, wherever the tests run. */
export function renderTree(props: Partial<TraceTreeProps> = {}): { readonly rerender: (changed: Partial<TraceTreeProps>) => void; readonly container: HTMLElement } {
  const tree = (more: Partial<TraceTreeProps>): ReactElement => <TraceTree trace={example} locale="en" {...props} {...more} />;
  const { rerender, container } = render(tree({}));
  return { rerender: (changed) => rerender(tree(changed)), container };
}

/** The rows of runs, without the header. */
export function rowElements(): HTMLElement[] {
  return Array.from(screen.getByRole('treegrid').querySelectorAll<HTMLElement>('[data-slot="trace-tree-row"]'));
}

/** The name that a row shows. */
export function nameIn(row: Element | null | undefined): string | null | undefined {
  return row?.querySelector('[data-slot="trace-tree-label"]')?.textContent;
}

/** The names on show, in the order of the rows' places. */
export function shownNames(): (string | null | undefined)[] {
  return rowElements()
    .toSorted((a, b) => Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex')))
    .map(nameIn);
}

export function rowOf(name: string): HTMLElement {
  const row = rowElements().find((element) => nameIn(element) === name);
  if (row === undefined) throw new Error(`There is no row of ${name}.`);
  return row;
}

/** A row's cell, by its column. */
export function cellOf(name: string, column: string): HTMLElement {
  const cell = within(rowOf(name)).getAllByRole('gridcell').find((element) => element.dataset['column'] === column);
  if (cell === undefined) throw new Error(`The row of ${name} has no ${column}.`);
  return cell;
}
