import { createRef, StrictMode, version } from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { TraceConversation } from '../../src/components/trace-conversation/index.ts';
import { longThread, support } from '../../stories/trace-conversation/samples.ts';
import '../../src/styles/index.css';

let host: HTMLElement;
let root: Root | undefined;
const complaints = vi.spyOn(console, 'error');

beforeEach(async () => {
  await page.viewport(1_000, 700);
  host = document.body.appendChild(document.createElement('div'));
  host.style.height = '700px';
  complaints.mockReset();
});
afterEach(() => {
  root?.unmount();
  root = undefined;
  host.remove();
});

test('with React 18, a conversation is hydrated, opened and selected', async () => {
  expect(version).toMatch(/^18\.3\./);
  const traces = support();
  const ref = createRef<HTMLDivElement>();
  const conversation = <StrictMode><TraceConversation traces={traces} locale="en" ref={ref} /></StrictMode>;
  host.innerHTML = renderToString(conversation);
  // React 18 complains of layout effects on a server, which Radix leaves out only where there is no document.
  complaints.mockReset();
  root = hydrateRoot(host, conversation);
  await userEvent.click(page.getByRole('button', { name: /^policy_search/ }));
  await expect.element(page.getByText('policies/clothing.md')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: /^Tool issue_refund, Failed/ }));
  await expect.element(page.getByRole('button', { name: /^Tool issue_refund, Failed/ })).toHaveAttribute('aria-current', 'true');
  expect(ref.current?.dataset['slot']).toBe('trace-conversation');
  expect(complaints).not.toHaveBeenCalled();
});

test('with React 18, a long thread is read beside what else the page does, and begins at its end', async () => {
  root = createRoot(host);
  root.render(<StrictMode><TraceConversation traces={longThread(600)} locale="en" /></StrictMode>);
  await expect.element(page.getByRole('heading', { name: 'Turn 600' })).toBeInViewport();
  expect(host.querySelectorAll('article')).toHaveLength(25);
  expect(complaints).not.toHaveBeenCalled();
});
