import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { expect, test, vi } from 'vitest';
import { TraceTree, type TraceTreeProps } from '../../src/components/trace-tree/index.ts';
import { withColumn } from '../../src/components/trace-tree/columns.ts';
import type { UseRunSearchOptions } from '../../src/hooks/run-search-state.ts';
import { useRunSearch } from '../../src/hooks/useRunSearch.ts';
import { measured } from '../hooks/measured.ts';
import { example, renderTree, rowElements, rowOf, shownNames } from './in-tree.tsx';

measured({ width: 900, height: 2_000 });

function Searched({ query, mode, ...props }: Partial<TraceTreeProps> & Pick<UseRunSearchOptions, 'query' | 'mode'>): ReactElement {
  const search = useRunSearch({ trace: example, query, mode });
  return <TraceTree trace={example} search={search} locale="en" {...props} />;
}

test('marks the words that were found in names', () => {
  render(<Searched query="ar" />);
  const marked = Array.from(screen.getByRole('treegrid').querySelectorAll('mark'), (mark) => [mark.textContent, mark.parentElement?.textContent]);
  expect(marked).toEqual([['ar', 'search'], ['ar', 'parse']]);
});

test('tells a found run by a sign, and a closed one what is inside', () => {
  render(<Searched query="status:error" />);
  expect(within(rowOf('search')).getByRole('img', { name: 'Found' })).toBeDefined();
  expect(within(rowOf('plan')).queryByRole('img', { name: 'Found' })).toBeNull();
  render(<Searched query="ar" defaultExpanded="none" />);
  expect(screen.getByText('2 matches inside')).toBeDefined();
});

test('dims every row that was not found, also one that changed in nothing else', async () => {
  const { rerender } = render(<Searched query="" />);
  const dimmed = () => rowElements().filter((row) => row.dataset['match'] === 'dimmed').length;
  expect(dimmed()).toBe(0);
  rerender(<Searched query="nowhere" />);
  await waitFor(() => expect(dimmed()).toBe(rowElements().length));
  rerender(<Searched query="" />);
  expect(dimmed()).toBe(0);
});

test('says that nothing matches, not that there is nothing', () => {
  render(<Searched query="nowhere" mode="filter" />);
  expect(screen.getByText('No run matches.')).toBeDefined();
  expect(shownNames()).toEqual([]);
});

test('its help names the keys of the search only where there is one', async () => {
  render(<Searched query="" />);
  await userEvent.click(screen.getByRole('button', { name: /Keys/ }));
  expect(screen.getByText('Next and previous match')).toBeDefined();
});

const headings = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent);

test('columns are chosen in the footer', async () => {
  const onColumnsChange = vi.fn<NonNullable<TraceTreeProps['onColumnsChange']>>();
  renderTree({ onColumnsChange });
  expect(headings()).toEqual(['Run', 'Duration', 'Tokens', 'Cost']);
  await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Tokens' }));
  expect(headings()).toEqual(['Run', 'Duration', 'Cost']);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Model' }));
  expect(headings()).toEqual(['Run', 'Model', 'Duration', 'Cost']);
  expect(onColumnsChange).toHaveBeenLastCalledWith(['model', 'duration', 'cost'], { column: 'model', isShown: true });
});

test('columns that the host holds stay as it says', async () => {
  renderTree({ columns: ['cost'] });
  await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Cost' }));
  expect(headings()).toEqual(['Run', 'Cost']);
});

test('a column comes before those that are offered after it, whatever order the others have', () => {
  expect(withColumn(['cost', 'tokens'], 'duration', true)).toEqual(['duration', 'cost', 'tokens']);
  expect(withColumn([], 'model', true)).toEqual(['model']);
  expect(withColumn(['model'], 'cost', true)).toEqual(['model', 'cost']);
});
