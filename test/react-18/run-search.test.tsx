import { createRef, StrictMode, version, type ReactElement, type Ref } from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { RunSearch } from '../../src/components/run-search/index.ts';
import { buildTraces } from '../../src/core/model/build-traces.ts';
import { useRunSearch } from '../../src/hooks/useRunSearch.ts';
import '../../src/styles/index.css';

const trace = buildTraces([
  { id: '1', traceId: 't', name: 'agent', kind: 'agent', startTime: 0, endTime: 9 },
  { id: '2', traceId: 't', parentId: '1', name: 'fetch docs', kind: 'tool', startTime: 1, endTime: 2 },
  { id: '3', traceId: 't', parentId: '1', name: 'fetch web', kind: 'tool', startTime: 2, endTime: 3 },
])[0]!;

function Search({ text = '', rootRef, fieldRef }: { readonly text?: string; readonly rootRef?: Ref<HTMLDivElement>; readonly fieldRef?: Ref<HTMLInputElement> }): ReactElement {
  return <RunSearch search={useRunSearch({ trace, defaultQuery: text })} locale="en" ref={rootRef} fieldRef={fieldRef} />;
}

let host: HTMLElement;
let root: Root | undefined;
const complaints = vi.spyOn(console, 'error');

beforeEach(async () => {
  await page.viewport(1000, 700);
  host = document.body.appendChild(document.createElement('div'));
  complaints.mockReset();
});
afterEach(() => {
  root?.unmount();
  root = undefined;
  host.remove();
});

const field = (): HTMLInputElement => host.querySelector('input')!;
const figure = (): string | null => host.querySelector('[data-slot="run-search-figure"]')!.textContent;

test('with React 18, a search is written, chosen, gone through and undone', async () => {
  expect(version).toMatch(/^18\.3\./);
  const rootRef = createRef<HTMLDivElement>();
  const fieldRef = createRef<HTMLInputElement>();
  root = createRoot(host);
  root.render(<StrictMode><Search rootRef={rootRef} fieldRef={fieldRef} /></StrictMode>);
  await expect.poll(() => field()).toBeTruthy();
  expect([rootRef.current, fieldRef.current]).toEqual([host.firstElementChild, field()]);
  await userEvent.click(field());
  await userEvent.keyboard('ki{ArrowDown}{Enter}t{ArrowDown}{Tab}');
  expect(field().value).toBe('kind:tool ');
  await expect.poll(figure).toBe('2 matches');
  await userEvent.keyboard('{Enter}{Enter}');
  await expect.poll(figure).toBe('2 of 2');
  expect(host.querySelector('[data-slot="run-search-marks"]')!.textContent).toBe('kind:tool ');
  await userEvent.click(host.querySelector('[aria-label="Remove kind: tool"]')!);
  expect([field().value, document.activeElement]).toEqual(['', field()]);
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(field().value).toBe('kind:tool ');
  expect(complaints.mock.calls).toEqual([]);
});

test('with React 18, it comes to life from what a server wrote', async () => {
  const tree = <StrictMode><Search text="kind:tool nmae:x" /></StrictMode>;
  // On a server, where there is no document, packages choose another effect and React has nothing to complain of.
  complaints.mockImplementation(() => undefined);
  host.innerHTML = renderToString(tree);
  complaints.mockReset();
  const first = field();
  const onRecoverableError = vi.fn<(error: unknown) => void>();
  root = hydrateRoot(host, tree, { onRecoverableError });
  await expect.poll(figure).toBe('2 matches');
  expect(field()).toBe(first);
  expect(onRecoverableError).not.toHaveBeenCalled();
  expect(complaints.mock.calls).toEqual([]);
});
