import { render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Viewer } from '../../stories/viewer/Viewer.tsx';
import '../../src/styles/index.css';
import retries from '../fixtures/langsmith/js-retry.json?raw';
import operations from '../fixtures/langsmith-ops/js-fallbacks.jsonl?raw';
import spans from '../fixtures/otlp/otlp-spec-example.json?raw';

const files = import.meta.glob<string>('../fixtures/**/*.{json,jsonl}', { query: '?raw', import: 'default' });

/** A good file whose tree is known by its name. */
const GOOD = JSON.stringify([
  { id: '11111111-1111-4111-8111-111111111111', trace_id: '11111111-1111-4111-8111-111111111111', name: 'the_good_one', run_type: 'chain', start_time: '2026-11-21T12:00:00Z', end_time: '2026-11-21T12:00:01Z', inputs: {}, outputs: {} },
]);

const tree = (name: string | RegExp) => screen.findByRole('treegrid', { name });
const alerts = () => screen.queryAllByRole('alert').map(({ textContent }) => textContent).join(' ');

beforeEach(async () => {
  await page.viewport(1200, 800);
  render(<Viewer />);
  await tree('Runs of supervisor');
});

/** The ways in which a person can open something. */
const WAYS: readonly [way: string, open: (name: string, text: string) => Promise<void>][] = [
  ['the file button', async (name, text) => userEvent.upload(document.querySelector('input[type="file"]')!, new File([text], name))],
  ['dropping a file', async (name, text) => void drop(new File([text], name))],
  ['pasting text into the page', async (_, text) => void paste((data) => data.setData('text/plain', text))],
  ['pasting a file into the page', async (name, text) => void paste((data) => void data.items.add(new File([text], name)))],
  ['the paste dialog', async (_, text) => {
    await userEvent.click(screen.getByRole('button', { name: 'Paste' }));
    const dialog = screen.getByRole('dialog', { name: 'Paste a trace' });
    await userEvent.fill(within(dialog).getByRole('textbox'), text);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Show' }));
  }],
];

function drop(file: File): boolean {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  const main = screen.getByRole('main');
  for (const type of ['dragenter', 'dragover']) main.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  return main.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
}

function paste(fill: (data: DataTransfer) => void): void {
  const clipboardData = new DataTransfer();
  fill(clipboardData);
  document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

describe.each(WAYS)('by %s', (_, open) => {
  test.each([
    ['a LangSmith export', 'js-retry.json', retries, JSON.parse(retries) as readonly { readonly name: string; readonly parent_run_id?: string | null }[]],
    ['OTLP/JSON', 'otlp-spec-example.json', spans, null],
    ['operations, one a line', 'js-fallbacks.jsonl', operations, null],
  ])('%s opens', async (__, name, text, runs) => {
    await open(name, text);
    const root = runs?.find((run) => run.parent_run_id == null)?.name;
    await waitFor(() => expect(screen.queryByRole('treegrid', { name: 'Runs of supervisor' })).toBeNull());
    const grid = await tree(root === undefined ? /^Runs of ./ : `Runs of ${root}`);
    expect(Number(grid.getAttribute('aria-rowcount'))).toBeGreaterThan(1);
    expect(within(grid).getAllByRole('row').length).toBeGreaterThan(1);
    expect(alerts()).toBe('');
  });

  test.each<[string, string, string, readonly RegExp[]]>([
    ['text that is no JSON', 'notes.txt', 'Dear diary, today I traced nothing.', [/can’t be shown/, /not JSON/, /Dear diary/]],
    ['JSON that is no trace', 'package.json', '{"hello": 1, "world": [2]}', [/can’t be shown/, /no known format/, /hello, world/, /LangSmith/, /OpenTelemetry|OTLP/]],
    ['half of a JSON file', 'half.json', retries.slice(0, retries.length / 2), [/can’t be shown/, /breaks off|damaged/]],
    ['HTML in place of JSON', 'login.html', '<!doctype html><title>Sign in</title><img src=x onerror="globalThis.harmed=true">', [/can’t be shown/, /not JSON/]],
  ])('%s says what is wrong, and a good file opens after it', async (__, name, text, says) => {
    await open(name, text);
    for (const words of says) await waitFor(() => expect(alerts()).toMatch(words));
    expect(screen.queryByRole('treegrid')).toBeNull();
    expect((globalThis as { harmed?: boolean }).harmed).toBeUndefined();
    await open('good.json', GOOD);
    await tree('Runs of the_good_one');
    expect(alerts()).toBe('');
  });

  test('half-written JSONL shows what is whole, and says what is not', async () => {
    const lines = operations.trimEnd().split('\n');
    const half = [...lines.slice(0, -1), lines.at(-1)!.slice(0, 40)].join('\n');
    await open('half.jsonl', half);
    await waitFor(() => expect(alerts()).toMatch(new RegExp(`line, ${lines.length}, breaks off`)));
    expect(alerts()).not.toMatch(/can’t be shown/);
    const grid = await tree(/^Runs of (?!supervisor)/);
    expect(Number(grid.getAttribute('aria-rowcount'))).toBeGreaterThan(1);
    await open('good.json', GOOD);
    await tree('Runs of the_good_one');
    expect(alerts()).toBe('');
  });
});

describe('a file', () => {
  test.each(WAYS.filter(([way]) => way.includes('file')))('that is empty says so, by %s', async (_, open) => {
    await open('empty.json', '');
    await waitFor(() => expect(alerts()).toMatch(/empty\.json can’t be shown.*The text is empty/));
    await open('good.json', GOOD);
    await tree('Runs of the_good_one');
  });

  test('that can’t be read says so, and leaves what was open', async () => {
    const text = vi.spyOn(File.prototype, 'text').mockRejectedValueOnce(new Error('The disk is gone.'));
    drop(new File([GOOD], 'away.json'));
    await waitFor(() => expect(alerts()).toMatch(/away\.json could not be read.*The disk is gone/));
    expect(screen.getByRole('treegrid', { name: 'Runs of supervisor' })).toBeTruthy();
    drop(new File([GOOD], 'good.json'));
    await tree('Runs of the_good_one');
    expect(alerts()).toBe('');
    text.mockRestore();
  });

  test('can be opened twice in a row', async () => {
    const input = document.querySelector<HTMLInputElement>('input[type="file"]')!;
    await userEvent.upload(input, new File([GOOD], 'good.json'));
    await tree('Runs of the_good_one');
    await userEvent.upload(input, new File([GOOD.replace('the_good_one', 'the_changed_one')], 'good.json'));
    await tree('Runs of the_changed_one');
  });

  test('is named in the picker, which goes back to the samples', async () => {
    drop(new File([GOOD], 'my own.json'));
    await tree('Runs of the_good_one');
    const picker = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Sample' });
    expect(picker.selectedOptions[0]!.textContent).toBe('my own.json');
    await userEvent.selectOptions(picker, within(picker).getByRole('option', { name: /Earnings reports/ }));
    await tree('Runs of main');
  });

  test('that was dropped does not make the browser leave the page', () => {
    // False: the default was prevented.
    expect(drop(new File([GOOD], 'good.json'))).toBe(false);
  });

  test('pasted into the field of the dialog stays there', async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Paste' }));
    const dialog = screen.getByRole('dialog', { name: 'Paste a trace' });
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', GOOD);
    within(dialog).getByRole('textbox').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Show' }).disabled).toBe(true);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByRole('treegrid', { name: 'Runs of supervisor' })).toBeTruthy();
  });
});

test('a file of several traces has a picker of them', async () => {
  const run = (digit: string, name: string) => ({ id: `${digit.repeat(8)}-1111-4111-8111-111111111111`, name, run_type: 'chain', start_time: '2026-11-21T12:00:00Z', end_time: '2026-11-21T12:00:01Z' });
  const traces = ['1', '2', '3'].map((digit) => run(digit, `trace_${digit}`)).map((root) => ({ ...root, trace_id: root.id }));
  expect(screen.queryByRole('combobox', { name: 'Trace' })).toBeNull();
  drop(new File([JSON.stringify(traces)], 'three.json'));
  await tree('Runs of trace_1');
  const picker = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Trace' });
  expect(Array.from(picker.options, ({ textContent }) => textContent)).toEqual(['1 of 3 · trace_1', '2 of 3 · trace_2', '3 of 3 · trace_3']);
  await userEvent.selectOptions(picker, '3 of 3 · trace_3');
  await tree('Runs of trace_3');
  await userEvent.selectOptions(picker, '2 of 3 · trace_2');
  await tree('Runs of trace_2');
  drop(new File([GOOD], 'one.json'));
  await tree('Runs of the_good_one');
  expect(screen.queryByRole('combobox', { name: 'Trace' })).toBeNull();
});

test('every recorded file of the fixtures opens, or says why not', async () => {
  // Feedback without its runs, and the attributes of single spans without their spans.
  const isRunless = (path: string): boolean => path === '../fixtures/langsmith/feedback-requests.json' || path.startsWith('../fixtures/openinference-js/');
  expect(Object.keys(files).length).toBeGreaterThan(40);
  for (const [path, load] of Object.entries(files)) {
    drop(new File([await load()], path));
    const picker = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Sample' });
    await waitFor(() => expect(picker.selectedOptions[0]!.textContent).toBe(path));
    if (isRunless(path)) {
      await waitFor(() => expect(alerts()).toMatch(/can’t be shown/));
    } else {
      await waitFor(() => expect(Number(screen.getByRole('treegrid').getAttribute('aria-rowcount'))).toBeGreaterThan(1));
      expect(alerts()).not.toMatch(/can’t be shown/);
    }
  }
});

describe('the network', () => {
  const spies = [
    () => vi.spyOn(window, 'fetch'),
    () => vi.spyOn(XMLHttpRequest.prototype, 'open'),
    () => vi.spyOn(XMLHttpRequest.prototype, 'send'),
    () => vi.spyOn(navigator, 'sendBeacon'),
    () => vi.spyOn(window, 'WebSocket'),
    () => vi.spyOn(window, 'EventSource'),
    () => vi.spyOn(HTMLFormElement.prototype, 'submit'),
  ];
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test.each(WAYS)('hears nothing of a file opened by %s', async (_, open) => {
    const secret = 'a_secret_name';
    const calls = spies.map((spy) => spy());
    await open('secret.json', GOOD.replace('the_good_one', secret));
    await tree(`Runs of ${secret}`);
    expect(calls.flatMap((call) => call.mock.calls as unknown[])).toEqual([]);
    const asked = performance.getEntriesByType('resource').map(({ name }) => decodeURIComponent(name)).filter((name) => name.includes(secret));
    expect(asked).toEqual([]);
  });
});
