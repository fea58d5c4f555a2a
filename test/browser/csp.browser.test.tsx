import { StrictMode, type ReactElement } from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { renderMarkdown } from '../../src/components/markdown/index.ts';
import { RunInspector } from '../../src/components/run-inspector/index.ts';
import { TraceTree } from '../../src/components/trace-tree/index.ts';
import { parseQuery } from '../../src/core/analysis/search/parse-query.ts';
import { buildTraces } from '../../src/core/model/build-traces.ts';
import styles from '../../src/styles/index.css?url';
import { focusedPlace, generated, isInSight, placesInSight, rowAt, rows } from './stage.tsx';

/** Nothing may be written into the page itself: no style, no script; and nothing be fetched. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'";

const trace = generated('agent', 3_000);
const broken = buildTraces([
  { id: 'root', traceId: 't', name: 'pipeline', kind: 'chain', startTime: 0, endTime: 9 },
  { id: 'lost', traceId: 't', parentId: 'gone', name: 'stray', startTime: 1, endTime: 2, error: 'it failed' },
])[0]!;

const page = (tree: ReactElement) => <StrictMode>{tree}</StrictMode>;

let frame: HTMLIFrameElement | undefined;
let root: Root | undefined;
afterEach(() => {
  root?.unmount();
  root = undefined;
  frame?.remove();
});

interface StrictPage {
  readonly document: Document;
  /** The element to render into. */
  readonly host: HTMLElement;
  /** What the policy has refused. */
  readonly reports: string[];
}

/** A page of its own that has the policy. */
async function strictPage(markup: string): Promise<StrictPage> {
  frame = document.createElement('iframe');
  Object.assign(frame.style, { inlineSize: '900px', blockSize: '560px', border: '0' });
  const loaded = new Promise((resolve) => frame!.addEventListener('load', resolve, { once: true }));
  frame.srcdoc = `<!doctype html><html lang="en"><head><meta http-equiv="Content-Security-Policy" content="${POLICY}"><link rel="stylesheet" href="${new URL(styles, location.href).href}"></head><body><main>${markup}</main></body></html>`;
  document.body.append(frame);
  await loaded;
  const inside = frame.contentDocument!;
  const host = inside.querySelector('main')!;
  // Set by script through the object model, which the policy allows: so do components.
  host.style.blockSize = '520px';
  const reports: string[] = [];
  inside.addEventListener('securitypolicyviolation', (event) => reports.push(event.violatedDirective));
  return { document: inside, host, reports };
}

test('the page refuses what is written into it, so that the other tests can fail', async () => {
  const { host, reports } = await strictPage('');
  host.innerHTML = '<p style="color: red">no</p>';
  await expect.poll(() => reports).toEqual(['style-src-attr']);
});

test('a tree works under the policy: it is laid out, scrolled, opened, closed and has its panels, without a report', async () => {
  const { document: inside, host, reports } = await strictPage('');
  root = createRoot(host);
  root.render(page(<TraceTree trace={trace} locale="en" defaultShowHidden />));
  await expect.poll(() => placesInSight(inside).length).toBeGreaterThan(10);
  expect(rowAt(0, inside)!.getBoundingClientRect().height).toBe(28);
  expect(inside.defaultView!.getComputedStyle(rowAt(0, inside)!).display).toBe('flex');

  frame!.contentWindow!.focus();
  rowAt(0, inside)!.focus();
  await userEvent.keyboard('{End}');
  await expect.poll(() => focusedPlace(inside)).toBe(2_999);
  await expect.poll(() => isInSight(inside.activeElement!, inside)).toBe(true);
  await userEvent.keyboard('{Home}[[');
  await expect.poll(() => rows(inside)).toHaveLength(1);
  await userEvent.keyboard(']?');
  await expect.poll(() => inside.querySelectorAll('[data-slot="trace-tree-key"]').length).toBeGreaterThan(5);
  root.render(page(<TraceTree trace={broken} locale="en" />));
  await expect.poll(() => rows(inside)).toHaveLength(2);
  inside.querySelector<HTMLElement>('[data-slot="trace-tree-issues"] > button')!.click();
  await expect.poll(() => inside.querySelectorAll('[data-slot="trace-tree-issue"]').length).toBeGreaterThan(0);
  expect(reports).toEqual([]);
});

test('an inspector works under the policy: folds, trees, Markdown with its tables and pictures, finds', async () => {
  const { document: inside, host, reports } = await strictPage('');
  const [talk] = buildTraces([{
    id: 'call', name: 'call', kind: 'llm', startTime: 0, endTime: 9, usage: { input: 10, output: 5 }, metadata: { deep: { of: ['find me'] } },
    outputs: { messages: [{ role: 'assistant', content: '# Title\n\n| a | b |\n|:-:|--:|\n| 1 | 2 |\n\n![x](https://example.com/x.png) <b style="color: red">find me</b>' }] },
  }]);
  root = createRoot(host);
  root.render(page(<RunInspector trace={talk!} run={talk!.runs[0]!} query={parseQuery('"find me"')} renderMarkdown={renderMarkdown} defaultPayloadMode="markdown" defaultOpenSections={['messages', 'raw']} />));
  await expect.poll(() => inside.querySelectorAll('[data-slot="markdown-table"] td')).toHaveLength(2);
  expect(inside.defaultView!.getComputedStyle(inside.querySelectorAll('td')[1]!).textAlign).toBe('end');
  await expect.poll(() => inside.querySelector('[data-slot="run-inspector-matches"] [role="status"]')?.textContent).toBe('2 matches');
  const next = inside.querySelector<HTMLElement>('[data-slot="run-inspector-matches"] > button:last-child')!;
  for (const slot of ['text-block', 'json-view']) {
    next.click();
    await expect.poll(() => inside.querySelector('mark[data-current]')?.closest(`[data-slot="${slot}"]`)).not.toBeNull();
  }
  expect(inside.querySelector('img, b')).toBeNull();
  expect(reports).toEqual([]);
});

test('in a page of its own, writing into a field is writing', async () => {
  const { document: inside, host } = await strictPage('');
  root = createRoot(host);
  root.render(page(<TraceTree trace={broken} locale="en" />));
  await expect.poll(() => rows(inside)).toHaveLength(2);
  const field = inside.createElement('input');
  rowAt(0, inside)!.append(field);
  field.focus();
  await userEvent.keyboard('?e');
  expect(field.value).toBe('?e');
  expect(inside.activeElement).toBe(field);
});

test.each([['many rows', trace], ['issues and errors', broken]])('what a server wrote (%s) comes to life without a report or a warning', async (_, given) => {
  const tree = page(<TraceTree trace={given} locale="en" defaultShowHidden />);
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const onRecoverableError = vi.fn<(error: unknown) => void>();
  const { document: inside, host, reports } = await strictPage(renderToString(tree));
  const written = rowAt(1, inside)!;
  expect(written).not.toBeNull();
  // Before any script has run, rows stand one under the other.
  expect(rowAt(1, inside)!.getBoundingClientRect().top - rowAt(0, inside)!.getBoundingClientRect().top).toBe(28);

  root = hydrateRoot(host, tree, { onRecoverableError });
  await expect.poll(() => inside.querySelector('[data-laid-out]')).not.toBeNull();
  expect(rowAt(1, inside)).toBe(written);
  expect(rowAt(1, inside)!.getBoundingClientRect().top - rowAt(0, inside)!.getBoundingClientRect().top).toBe(28);
  rowAt(0, inside)!.focus();
  await userEvent.keyboard('{ArrowDown} ');
  await expect.poll(() => written.getAttribute('aria-selected')).toBe('true');
  expect(complaints.mock.calls).toEqual([]);
  expect(onRecoverableError).not.toHaveBeenCalled();
  expect(reports).toEqual([]);
  complaints.mockRestore();
});
