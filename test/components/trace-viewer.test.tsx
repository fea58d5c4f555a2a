import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import type { ReactElement } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { readPreferences } from '../../src/components/trace-viewer/preferences.ts';
import { TraceViewer, useTraceViewerContext, type TraceViewerProps, type TraceViewerView } from '../../src/components/trace-viewer/index.ts';
import { emptyTrace } from '../../src/core/model/build-traces.ts';
import { measured } from '../hooks/measured.ts';
import { example, nameIn, rowElements, rowOf } from './in-tree.tsx';

measured({ width: 1200, height: 800 });
vi.stubGlobal('ResizeObserver', class { observe() {} unobserve() {} disconnect() {} });

function show(props: Partial<TraceViewerProps> = {}) {
  const onValueChange = vi.fn<NonNullable<TraceViewerProps['onValueChange']>>();
  const viewer = (more: Partial<TraceViewerProps>): ReactElement => <TraceViewer trace={example} locale="en" onValueChange={onValueChange} {...props} {...more} />;
  const { rerender } = render(viewer({}));
  return { onValueChange, set: (more: Partial<TraceViewerProps>) => rerender(viewer(more)) };
}
const pane = () => screen.queryByRole('region', { name: 'Selected run' });

describe('selection', () => {
  test('shows the run at the side, and is told as a value', () => {
    const { onValueChange } = show();
    expect(pane()).toBeNull();
    fireEvent.click(rowOf('plan'));
    expect(within(pane()!).getByRole('heading', { name: 'plan' })).toBeDefined();
    expect(onValueChange).toHaveBeenLastCalledWith({ selected: 'plan' }, { changed: ['selected'] });
    fireEvent.click(within(pane()!).getByRole('button', { name: 'Close' }));
    expect(pane()).toBeNull();
    expect(onValueChange).toHaveBeenLastCalledWith({}, { changed: ['selected'] });
    expect(nameIn(document.activeElement)).toBe('plan');
  });

  test('stays what the host says', () => {
    const { set } = show({ value: { selected: 'plan' } });
    fireEvent.click(rowOf('answer'));
    expect(within(pane()!).getByRole('heading', { name: 'plan' })).toBeDefined();
    set({ value: {} });
    expect(pane()).toBeNull();
  });
});

describe('keys', () => {
  test('work wherever the focus is, but not in a field', () => {
    show();
    fireEvent.click(rowOf('plan'));
    const close = within(pane()!).getByRole('button', { name: 'Close' });
    fireEvent.keyDown(close, { key: 'e' });
    expect(within(pane()!).getByRole('heading', { name: 'search' })).toBeDefined();
    fireEvent.keyDown(close, { key: '/' });
    expect(document.activeElement).toBe(screen.getByRole('combobox'));
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'e' });
    fireEvent.keyDown(screen.getByRole('combobox'), { key: '?' });
    expect(screen.queryByRole('dialog')).toBeNull();
    fireEvent.keyDown(close, { key: 'Escape' });
    expect(pane()).toBeNull();
  });

  test('that are the browser’s or the host’s are left alone', () => {
    const onKeyDown = vi.fn<() => void>();
    show({ onKeyDown });
    expect(fireEvent.keyDown(rowElements()[0]!, { key: 'e', ctrlKey: true })).toBe(true);
    expect(fireEvent.keyDown(rowElements()[0]!, { key: 'n' })).toBe(true);
    expect(fireEvent.keyDown(rowElements()[0]!, { key: 'Escape' })).toBe(true);
    expect(onKeyDown).toHaveBeenCalledTimes(3);
  });

  test('all have a line in the help, each once', () => {
    show();
    fireEvent.keyDown(rowElements()[0]!, { key: '?' });
    const dialog = screen.getByRole('dialog', { name: 'Keys' });
    const keys = Array.from(dialog.querySelectorAll('kbd'), ({ textContent }) => textContent);
    expect(new Set(keys)).toHaveProperty('size', keys.length);
    for (const key of ['/', 'n', 'N', 'e', 'E', '?', 'Esc', '*', '[', ']', 'Home', 'w', 's', 'a', 'd', 'f', 'F']) expect(keys).toContain(key);
    fireEvent.keyDown(dialog, { key: 'Escape' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

function Plain(): ReactElement {
  const { trace, viewer } = useTraceViewerContext('Plain');
  return <button type="button" onClick={() => viewer.select('parse')}>{`${trace.runs.length} runs, ${viewer.run?.name ?? 'none'}`}</button>;
}

describe('parts of one’s own', () => {
  test('take the place of the viewer’s and share its state; null leaves one out', () => {
    show({ slots: { views: Plain, summary: null, search: null } });
    fireEvent.click(screen.getByRole('button', { name: '8 runs, none' }));
    expect(screen.getByRole('button', { name: '8 runs, parse' })).toBeDefined();
    expect(within(pane()!).getByRole('heading', { name: 'parse' })).toBeDefined();
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  test('can be views; one alone needs no tabs', () => {
    const views: TraceViewerView[] = [{ id: 'mine', label: 'Mine', component: Plain }];
    show({ views });
    expect(screen.queryByRole('tablist')).toBeNull();
    expect(screen.getByRole('button', { name: '8 runs, none' })).toBeDefined();
  });

  test('say what is wrong where there is no viewer', () => {
    vi.spyOn(console, 'error').mockReturnValue();
    expect(() => render(<Plain />)).toThrow('<Plain> has nothing to show: it is used outside of <TraceViewerRoot>.');
  });
});

describe('what can’t be shown', () => {
  test('is told in its place; the rest goes on, and another trace is tried anew', () => {
    vi.spyOn(console, 'error').mockReturnValue();
    let broken = true;
    function Fragile(): ReactElement {
      if (broken) throw new Error('The picture is upside down');
      return <p>whole again</p>;
    }
    const views: TraceViewerView[] = [{ id: 'fragile', label: 'Fragile', component: Fragile }];
    show({ views });
    expect(screen.getByRole('alert').textContent).toContain('The picture is upside down. The rest still works');
    expect(screen.getByRole('combobox')).toBeDefined();
    broken = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByText('whole again')).toBeDefined();
  });
});

describe('views', () => {
  test('are chosen by tabs, and a view that is not there is the first', () => {
    const { onValueChange } = show({ defaultValue: { view: 'gone' } });
    expect(screen.getByRole('treegrid')).toBeDefined();
    act(() => screen.getByRole('tab', { name: 'Conversation' }).focus());
    expect(onValueChange).toHaveBeenLastCalledWith({ view: 'conversation' }, { changed: ['view'] });
    expect(screen.queryByRole('treegrid')).toBeNull();
  });
});

test('an empty trace has a viewer too, and a server renders one', () => {
  show({ trace: emptyTrace('nothing yet') });
  expect(within(screen.getByRole('treegrid')).getByText('This trace has no runs.')).toBeDefined();
  expect(renderToString(<TraceViewer trace={example} locale="en" />)).toContain('agent');
});

test('what was kept of how it is set up is read with care', () => {
  expect(readPreferences({ layout: 'tree', nameWidth: 200, columns: ['cost', 'x', 'model'], openSections: ['input', 7], wrap: false, payloadMode: 'json', showCriticalPath: false, more: 1 })).toEqual({
    layout: 'tree', nameWidth: 200, columns: ['model', 'cost'], openSections: ['input'], wrap: false, payloadMode: 'json', showCriticalPath: false,
  });
  for (const kept of [null, 3, 'x', [], { layout: 'wide', nameWidth: '9', inspectorWidth: -4, columns: 'cost', openSections: null, wrap: 1, payloadMode: 'html', showCriticalPath: 'no' }]) expect(readPreferences(kept)).toEqual({});
});
