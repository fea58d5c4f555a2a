import type { ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RunSearch, type RunSearchProps } from '../../src/components/run-search/index.ts';
import { useRunSearch } from '../../src/hooks/useRunSearch.ts';
import { outline } from '../core/analysis/plants.ts';

// What React complains of is a failure here.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => {
    throw new Error(words.join(' '));
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

function Search({ text, ...rest }: Omit<RunSearchProps, 'search'> & { readonly text: string }): ReactElement {
  return <RunSearch search={useRunSearch({ trace: outline('agent\n  tool'), defaultQuery: text })} locale="en" {...rest} />;
}

test('a search on a server is what is asked, with nothing that a policy would refuse', () => {
  expect([typeof window, typeof document]).toEqual(['undefined', 'undefined']);
  for (const text of ['', 'tool', 'kind:tool -(nmae:x OR "a', '"><img src=x onerror=alert(1)>']) {
    const html = renderToString(<Search text={text} recent={['a']} />);
    expect(html).toMatch(/^<div data-slot="run-search"/);
    expect(html).toContain('role="combobox"');
    expect(html).not.toMatch(/\sstyle="|\son[a-z]+="|<script|<style|<img/);
    expect(renderToString(<Search text={text} recent={['a']} />)).toBe(html);
  }
});

test('its terms and errors are there before any script runs', () => {
  const html = renderToString(<Search text="kind:tool nmae:x" />);
  expect(html).toContain('aria-label="Remove kind: tool"');
  expect(html).toContain('Did you mean name?');
  expect(html).toContain('aria-invalid="true"');
});
