import { render, screen, waitFor, within } from '@testing-library/react';
import { StrictMode, useState, type ReactElement } from 'react';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readTraces, type Trace } from '../../src/core/index.ts';
import { readViewerValue, TraceViewer, type TraceViewerProps, type TraceViewerValue } from '../../src/index.ts';
import '../../src/styles/index.css';
import agent from '../fixtures/langsmith/js-create-agent-subagent.json?raw';
import failing from '../fixtures/langsmith/py-langgraph-agent.json?raw';
import earnings from '../fixtures/otlp/rag_earnings_agent.json?raw';

const supervisor = readTraces(agent).traces[0]!;
const failed = readTraces(failing).traces.find(({ status }) => status === 'error')!;
const retrieval = readTraces(earnings).traces[0]!;

/** Keeps all that a person chose as text, the way a link would. */
let link = '{}';

function Linked(props: Partial<TraceViewerProps> & { readonly trace: Trace }): ReactElement {
  const [value, setValue] = useState<TraceViewerValue>(() => readViewerValue(JSON.parse(link)));
  return (
    <div style={{ blockSize: 780 }}>
      <TraceViewer
        {...props}
        value={value}
        onValueChange={(next) => {
          link = JSON.stringify(next);
          setValue(readViewerValue(JSON.parse(link)));
        }}
      />
    </div>
  );
}

function open(trace: Trace, props: Partial<TraceViewerProps> = {}): void {
  render(<StrictMode><Linked trace={trace} {...props} /></StrictMode>);
}

beforeEach(async () => {
  link = '{}';
  await page.viewport(1440, 800);
});

const grid = () => screen.getByRole('treegrid');
const rows = () => within(grid()).getAllByRole('row').filter((row) => row.hasAttribute('data-kind'));
const names = () => rows().toSorted((a, b) => Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex'))).map((row) => row.querySelector('[data-slot="trace-tree-label"]')?.textContent);
const row = (name: string) => rows().find((each) => each.querySelector('[data-slot="trace-tree-label"]')?.textContent === name)!;
const pane = () => screen.queryByRole('region', { name: 'Selected run' });
const focusedName = () => document.activeElement?.querySelector('[data-slot="trace-tree-label"]')?.textContent;

describe('with the keyboard alone', () => {
  test('the error, its words, and back', async () => {
    open(failed);
    await waitFor(() => expect(rows().length).toBe(failed.runs.length));
    rows()[0]!.focus();
    await userEvent.keyboard('e');
    await waitFor(() => expect(pane()?.textContent).toContain('No weather station found for Atlantis'));
    await waitFor(() => expect(focusedName()).toBe('get_weather'));
    expect(document.activeElement?.getAttribute('aria-selected')).toBe('true');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(pane()).toBeNull());
    expect(focusedName()).toBe('get_weather');
  });

  test('search from anywhere, match to match, only the matches, and all again', async () => {
    open(supervisor);
    await waitFor(() => expect(rows().length).toBeGreaterThan(10));
    const all = names();
    rows()[0]!.focus();
    await userEvent.keyboard('/');
    const field = screen.getByRole<HTMLInputElement>('combobox');
    expect(document.activeElement).toBe(field);
    await userEvent.keyboard('kind:retriever');
    await waitFor(() => expect(row('DocsRetriever').dataset['match']).toBe('found'));
    expect(row('supervisor').dataset['match']).toBe('dimmed');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(row('DocsRetriever').dataset['match']).toBe('current'));
    expect(document.activeElement).toBe(field);
    await waitFor(() => expect(within(pane()!).getByRole('heading', { name: 'DocsRetriever' })).toBeTruthy());
    await userEvent.click(screen.getByRole('button', { name: /only matches/i }));
    await waitFor(() => expect(names()).toEqual(['supervisor', 'tools', 'research', 'researcher', 'tools', 'search_docs', 'DocsRetriever']));
    await userEvent.clear(field);
    await waitFor(() => expect(names()).toEqual(all));
  });

  test('time is zoomed and moved, and shown whole again', async () => {
    open(retrieval);
    await waitFor(() => expect(rows().length).toBeGreaterThan(5));
    row('ChatOpenAI').focus();
    await userEvent.keyboard('f');
    await waitFor(() => expect(readViewerValue(JSON.parse(link)).window).toBeDefined());
    const { start, end } = readViewerValue(JSON.parse(link)).window!;
    const run = retrieval.runs.find(({ name }) => name === 'ChatOpenAI')!;
    expect(start).toBeLessThanOrEqual(run.start);
    expect(end).toBeGreaterThanOrEqual(run.end!);
    expect(end - start).toBeLessThan(3 * (run.end! - run.start));
    await userEvent.keyboard('F');
    await waitFor(() => expect(JSON.parse(link)).not.toHaveProperty('window'));
  });

  test('the help lists the keys and gives the focus back', async () => {
    open(supervisor);
    await waitFor(() => expect(rows().length).toBeGreaterThan(10));
    rows()[1]!.focus();
    await userEvent.keyboard('?');
    const dialog = await screen.findByRole('dialog', { name: 'Keys' });
    expect(dialog.textContent).toMatch(/Search.*Next and previous match.*Next and previous error.*Open and close.*Zoom in and out/s);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(rows()[1]);
  });

  test('letters in the search field are letters', async () => {
    open(failed);
    await waitFor(() => expect(rows().length).toBeGreaterThan(2));
    screen.getByRole('combobox').focus();
    await userEvent.keyboard('en?/');
    expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe('en?/');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(pane()).toBeNull();
  });
});

test('a link brings back what was on show', async () => {
  open(supervisor);
  await waitFor(() => expect(rows().length).toBeGreaterThan(10));
  await userEvent.click(row('search_docs'));
  row('researcher').focus();
  await userEvent.keyboard('{ArrowLeft}');
  await waitFor(() => expect(row('search_docs')).toBeUndefined());
  const kept = link;
  const { selected, expanded } = readViewerValue(JSON.parse(kept));
  expect(supervisor.get(selected!)?.name).toBe('search_docs');
  expect(expanded).toEqual({ closed: [supervisor.runs.find(({ name }) => name === 'researcher')!.id] });
  document.body.replaceChildren();
  link = kept;
  open(supervisor);
  await waitFor(() => expect(within(pane()!).getByRole('heading', { name: 'search_docs' })).toBeTruthy());
  expect(row('search_docs')).toBeUndefined();
});

describe('the pane at the side', () => {
  test('leads to other runs, which come on show', async () => {
    open(supervisor);
    await waitFor(() => expect(rows().length).toBeGreaterThan(10));
    row('supervisor').focus();
    await userEvent.keyboard('[[');
    await waitFor(() => expect(names()).toEqual(['supervisor']));
    await userEvent.click(screen.getByRole('button', { name: /slowest|ChatAnthropic/ }));
    await waitFor(() => expect(within(pane()!).getByRole('heading', { name: 'ChatAnthropic' })).toBeTruthy());
    await waitFor(() => expect(rows().find((each) => each.getAttribute('aria-selected') === 'true')?.textContent).toContain('ChatAnthropic'));
  });

  test('is as wide as a person makes it, by keys too, and leaves room for the runs', async () => {
    open(supervisor);
    await waitFor(() => expect(rows().length).toBeGreaterThan(10));
    await userEvent.click(rows()[2]!);
    const before = pane()!.offsetWidth;
    const splitter = within(pane()!).getByRole('separator');
    splitter.focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    await waitFor(() => expect(pane()!.offsetWidth).toBe(before + 32));
    await userEvent.keyboard('{End}');
    await waitFor(() => expect(grid().offsetWidth).toBeGreaterThanOrEqual(318));
    await userEvent.keyboard('{Home}');
    await waitFor(() => expect(pane()!.offsetWidth).toBe(280));
  });
});

describe('how it is set up', () => {
  test('is remembered only in a storage that is given', async () => {
    const kept = new Map<string, string>();
    const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
    open(supervisor, { storage, storageKey: 'mine' });
    await waitFor(() => expect(rows().length).toBeGreaterThan(10));
    expect(kept.size).toBe(0);
    await userEvent.click(screen.getByRole('button', { name: 'Tree' }));
    await waitFor(() => expect(JSON.parse(kept.get('mine')!)).toEqual({ layout: 'tree' }));
    document.body.replaceChildren();
    open(supervisor, { storage, storageKey: 'mine' });
    await waitFor(() => expect(screen.getByRole('button', { name: 'Tree' }).getAttribute('aria-pressed')).toBe('true'));
    expect(localStorage).toHaveLength(0);
  });
});

describe.each([360, 800, 1440])('at %i px', (width) => {
  test('nothing stands out of its place, and a run can be read and left', async () => {
    await page.viewport(width, 800);
    open(retrieval);
    await waitFor(() => expect(rows().length).toBeGreaterThan(5));
    const viewer = screen.getByRole('region', { name: 'Trace main' });
    expect(viewer.scrollWidth).toBeLessThanOrEqual(viewer.clientWidth);
    await userEvent.click(row('ChatOpenAI'));
    await waitFor(() => expect(within(pane()!).getByRole('heading', { name: 'ChatOpenAI' })).toBeTruthy());
    expect(viewer.scrollWidth).toBeLessThanOrEqual(viewer.clientWidth);
    await userEvent.click(within(pane()!).getByRole('button', { name: width < 720 ? 'Runs' : 'Close' }));
    await waitFor(() => expect(pane()).toBeNull());
    await waitFor(() => expect(focusedName()).toBe('ChatOpenAI'));
  });
});

test('two of them on one page don’t know each other', async () => {
  render(
    <>
      <div style={{ blockSize: 380 }}><TraceViewer trace={supervisor} /></div>
      <div style={{ blockSize: 380 }}><TraceViewer trace={supervisor} /></div>
    </>,
  );
  const [first, second] = await screen.findAllByRole('region', { name: 'Trace supervisor' });
  await waitFor(() => expect(within(first!).getAllByRole('row').length).toBeGreaterThan(3));
  await userEvent.click(within(first!).getAllByRole('row')[2]!);
  await waitFor(() => expect(within(first!).getByRole('region', { name: 'Selected run' })).toBeTruthy());
  expect(within(second!).queryByRole('region', { name: 'Selected run' })).toBeNull();
  within(second!).getAllByRole('row')[1]!.focus();
  await userEvent.keyboard('/');
  expect(document.activeElement).toBe(within(second!).getByRole('combobox'));
});
