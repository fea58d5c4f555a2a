import { Component, createRef, StrictMode, version, type ReactElement, type ReactNode } from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { TraceTree, TraceTreeGrid } from '../../src/components/trace-tree/index.ts';
import { buildTraces } from '../../src/core/model/build-traces.ts';
import '../../src/styles/index.css';

const trace = buildTraces([
  { id: 'root', traceId: 't', name: 'agent', startTime: 0, endTime: 9 },
  ...Array.from({ length: 1_000 }, (_, at) => ({ id: `${at}`, traceId: 't', parentId: at % 10 === 0 ? 'root' : `${at - (at % 10)}`, name: `step_${at}`, startTime: at, endTime: at + 1, ...(at === 777 ? { error: 'it failed' } : {}) })),
  { id: 'lost', traceId: 't', parentId: 'gone', name: 'lost', startTime: 1, endTime: 2 },
])[0]!;

let host: HTMLElement;
let root: Root | undefined;
const complaints = vi.spyOn(console, 'error');

beforeEach(async () => {
  await page.viewport(1000, 700);
  host = document.body.appendChild(document.createElement('div'));
  Object.assign(host.style, { inlineSize: '900px', blockSize: '560px' });
  complaints.mockClear();
});
afterEach(() => {
  root?.unmount();
  root = undefined;
  host.remove();
});

function show(tree: ReactElement): void {
  root = createRoot(host);
  root.render(<StrictMode>{tree}</StrictMode>);
}

const rows = () => Array.from(host.querySelectorAll<HTMLElement>('[data-slot="trace-tree-row"]'));
const focused = () => document.activeElement?.querySelector('[data-slot="trace-tree-label"]')?.textContent;

test('this is React 18', () => {
  expect(version).toMatch(/^18\.3\./);
});

describe('with React 18, a tree', () => {
  test('shows its rows, moves, opens, closes, selects and goes to errors', async () => {
    const onSelectedChange = vi.fn<(id: string | null) => void>();
    const onExpandedChange = vi.fn<() => void>();
    show(<TraceTree trace={trace} onSelectedChange={onSelectedChange} onExpandedChange={onExpandedChange} />);
    await expect.poll(() => rows().length).toBeGreaterThan(10);
    expect(rows().length).toBeLessThan(80);
    rows()[0]!.focus();
    await userEvent.keyboard('{End}');
    await expect.poll(focused).toBe('lost');
    await userEvent.keyboard('{Home}[[');
    await expect.poll(() => rows().length).toBe(2);
    await userEvent.keyboard('e');
    await expect.poll(focused).toBe('step_777');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.activeElement?.getAttribute('aria-selected')).toBe('true');
    await userEvent.keyboard('?');
    await expect.poll(() => host.querySelectorAll('[data-slot="trace-tree-key"]').length).toBeGreaterThan(5);
    expect(onSelectedChange.mock.calls.map(([id]) => id)).toEqual(['777']);
    expect(onExpandedChange).toHaveBeenCalledTimes(2);
    expect(complaints.mock.calls).toEqual([]);
  });

  test('comes to life from what a server wrote', async () => {
    const tree = <StrictMode><TraceTree trace={trace} locale="en" /></StrictMode>;
    // On a server, where there is no document, packages choose another effect and React has nothing to complain of.
    complaints.mockImplementation(() => undefined);
    host.innerHTML = renderToString(tree);
    complaints.mockReset();
    const first = rows()[0];
    const onRecoverableError = vi.fn<(error: unknown) => void>();
    root = hydrateRoot(host, tree, { onRecoverableError });
    await expect.poll(() => host.querySelector('[data-laid-out]')).not.toBeNull();
    expect(rows()[0]).toBe(first);
    expect(onRecoverableError).not.toHaveBeenCalled();
    expect(complaints.mock.calls).toEqual([]);
  });

  test('gives its element to a ref', async () => {
    complaints.mockImplementation(() => undefined);
    const ref = createRef<HTMLDivElement>();
    show(<TraceTree trace={trace} ref={ref} />);
    await expect.poll(() => rows().length).toBeGreaterThan(10);
    complaints.mockReset();
    expect(ref.current).not.toBeNull();
  });

  test('says what is wrong with a part outside of its root', async () => {
    class Catch extends Component<{ readonly children: ReactNode }> {
      override state: { said?: string } = {};
      static getDerivedStateFromError(error: Error) {
        return { said: error.message };
      }
      override render() {
        return this.state.said ?? this.props.children;
      }
    }
    complaints.mockImplementation(() => undefined);
    show(<Catch><TraceTreeGrid /></Catch>);
    await expect.poll(() => host.textContent).toMatch(/<TraceTreeGrid>.*<TraceTreeRoot>/);
    complaints.mockReset();
  });
});
