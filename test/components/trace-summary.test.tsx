import { fireEvent, render, screen, within } from '@testing-library/react';
import { createRef } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { TraceSummary, TraceSummaryError, TraceSummaryFigures, TraceSummaryRoot, type TraceSummaryProps } from '../../src/components/trace-summary/index.ts';
import { formatMoment } from '../../src/components/primitives/moment.ts';
import { buildTraces, emptyTrace } from '../../src/core/model/build-traces.ts';
import * as samples from '../../stories/trace-summary/samples.ts';

function show(props: Partial<TraceSummaryProps> = {}) {
  const onSelectedChange = vi.fn<NonNullable<TraceSummaryProps['onSelectedChange']>>();
  const { container, rerender } = render(<TraceSummary trace={samples.refundAgent()} locale="en" timeZone="UTC" onSelectedChange={onSelectedChange} {...props} />);
  return { container, onSelectedChange, rerender };
}
const figure = (container: HTMLElement, name: string) => container.querySelector(`[data-figure="${name}"] dd`)?.textContent;
const fact = (container: HTMLElement, name: string) => container.querySelector(`[data-fact="${name}"] dd`)?.textContent;
const rows = (name: string) => within(screen.getByRole('table', { name })).getAllByRole('row').map((row) => Array.from(row.children, (cell) => cell.textContent?.trim()));

describe('figures', () => {
  test('of a trace that was recorded in full', () => {
    const { container } = show();
    expect(screen.getByRole('group', { name: 'Summary of refund_agent' })).toBeDefined();
    expect(container.querySelector('[data-slot="trace-summary-title"]')?.textContent).toBe('refund_agentSucceeded');
    expect(['duration', 'llmCalls', 'tokens', 'cost', 'toolCalls', 'runs'].map((name) => figure(container, name))).toEqual(['4.82 s', '5', '31.2K', '$0.184', '3', '17']);
    expect(container.querySelector('[data-figure="tokens"]')?.getAttribute('title')).toBe('31,194 tokens\n29,972 in (5,504 cached) · 1,222 out (64 reasoning)');
  });

  test('absent is absent, and told', () => {
    const { container } = show({ trace: samples.unmetered() });
    expect([figure(container, 'tokens'), figure(container, 'cost')]).toEqual(['–', '–']);
    expect(container.querySelector('[data-figure="cost"]')?.getAttribute('title')).toBe('No cost recorded');
    expect(container.querySelector('[data-figure="toolCalls"]')).toBeNull();
  });

  test('what is known in part is the least that it is', () => {
    const { container } = show({ trace: samples.partlyMetered() });
    expect([figure(container, 'tokens'), figure(container, 'cost')]).toEqual(['≥ 9,015', '≥ $0.0107']);
    expect(container.querySelector('[data-figure="tokens"]')?.getAttribute('title')).toContain('1 model call recorded no tokens');
    expect(container.querySelector('[data-figure="cost"]')?.getAttribute('title')).toContain('2 model calls recorded no cost');
  });

  test('a running trace has lasted up to the present', () => {
    const trace = samples.running();
    const { container, rerender } = show({ trace, now: trace.startTime + 6_400 });
    expect(figure(container, 'duration')).toBe('6.40 s');
    rerender(<TraceSummary trace={trace} locale="en" now={trace.startTime + 61_000} />);
    expect(figure(container, 'duration')).toBe('1 m 1 s');
    rerender(<TraceSummary trace={trace} locale="en" />);
    expect(figure(container, 'duration')).toBe('–');
  });
});

describe('what leads to runs', () => {
  test('the failure to the run where it began, by pointer and by key', () => {
    const { onSelectedChange } = show({ trace: samples.failed() });
    const button = screen.getByRole('button', { name: /^5 errors OverloadedError/ });
    fireEvent.click(button, { detail: 1 });
    expect(onSelectedChange).toHaveBeenLastCalledWith('answer', { reason: 'pointer', run: expect.objectContaining({ id: 'answer' }) });
    fireEvent.click(button, { detail: 0 });
    expect(onSelectedChange).toHaveBeenLastCalledWith('answer', { reason: 'keyboard', run: expect.objectContaining({ id: 'answer' }) });
  });

  test('what took longest', () => {
    const { onSelectedChange } = show();
    fireEvent.click(screen.getByRole('button', { name: 'ChatOpenAI 51% of the wait' }));
    expect(onSelectedChange).toHaveBeenLastCalledWith('plan-call', expect.anything());
  });

  test('the handler of the last render is called', () => {
    const trace = samples.failed();
    const later = vi.fn<NonNullable<TraceSummaryProps['onSelectedChange']>>();
    const { onSelectedChange, rerender } = show({ trace });
    rerender(<TraceSummary trace={trace} locale="en" onSelectedChange={later} />);
    fireEvent.click(screen.getByRole('button', { name: /OverloadedError/ }));
    expect(onSelectedChange).not.toHaveBeenCalled();
    expect(later).toHaveBeenCalledOnce();
  });

  test('nothing, where the host shows no runs', () => {
    show({ trace: samples.failed(), onSelectedChange: undefined });
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Copy ID', 'Details']);
    expect(screen.getByText('OverloadedError')).toBeDefined();
  });
});

describe('facts', () => {
  test('models, when it started, the first token, where it belongs', () => {
    const { container } = show({ trace: samples.judged() });
    expect(fact(container, 'models')).toBe('claude-sonnet-4-5 · gpt-4o-mini · gpt-4o +1');
    expect(fact(container, 'started')?.replaceAll('\u202f', ' ')).toBe('Nov 21, 2026, 12:04 PM');
    expect(container.querySelector('time')?.getAttribute('datetime')).toBe('2026-11-21T12:04:31.000Z');
    expect(fact(container, 'firstToken')).toBe('4.24 s');
    expect([fact(container, 'project'), fact(container, 'thread'), fact(container, 'tags')]).toEqual(['support-prod', '6f0c2a9e-thread-1093', 'betaeu-west']);
    expect(fact(container, 'feedback')).toBe('user_score correctness 0.625× 2+2');
    expect(screen.getAllByRole('img', { name: 'negative' })).toHaveLength(1);
  });

  test('another time zone', () => {
    const { container } = show({ timeZone: 'Asia/Tokyo' });
    expect(fact(container, 'started')?.replaceAll('\u202f', ' ')).toBe('Nov 21, 2026, 9:04 PM');
  });

  test('no date where no time was recorded, and for what no calendar has', () => {
    const [trace] = buildTraces([{ id: '1', name: 'lost', startTime: 'yesterday' }]);
    const { container } = show({ trace: trace! });
    expect(container.querySelector('[data-fact="started"]')).toBeNull();
    expect(formatMoment(8.64e15 + 1, 'en', 'UTC')).toBeNull();
    expect(formatMoment(8.64e15, 'en', 'UTC')?.iso).toBe('+275760-09-13T00:00:00.000Z');
  });
});

describe('details', () => {
  test('are rendered when they are open, and open when they are asked for', () => {
    const onOpenChange = vi.fn<NonNullable<TraceSummaryProps['onOpenChange']>>();
    show({ onOpenChange });
    expect(screen.queryByRole('table')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Details' }));
    expect(onOpenChange).toHaveBeenLastCalledWith(true, {});
    expect(rows('Models')).toEqual([
      ['Model', 'Calls', 'Input', 'Cached', 'Output', 'Reasoning', 'Cost'],
      ['claude-sonnet-4-5 anthropic', '1', '18.8K', '–', '642', '–', '$0.121'],
      ['gpt-4o-mini openai', '1', '9,012', '5,504', '468', '64', '$0.051'],
      ['gpt-4o openai', '2 failed 3', '2,102', '–', '112', '–', '$0.012'],
      ['text-embedding-3-small openai', '1', '18', '–', '0', '–', '<$0.00001'],
    ]);
    expect(rows('What the wait was spent on').slice(0, 5)).toEqual([
      ['Step', 'Runs', 'Time', 'Share'],
      ['ChatOpenAI', '4', '2.45 s', '51%'],
      ['ChatAnthropic', '1', '806 ms', '17%'],
      ['vector_store.query', '1', '785 ms', '16%'],
      ['refund_agent itself', '1', '220 ms', '5%'],
    ]);
  });

  test('can be held by the host', () => {
    const trace = samples.refundAgent();
    const { rerender } = show({ trace, open: false });
    fireEvent.click(screen.getByRole('button', { name: 'Details' }));
    expect(screen.queryByRole('table')).toBeNull();
    rerender(<TraceSummary trace={trace} open />);
    expect(screen.getAllByRole('table')).toHaveLength(2);
  });

  test('of long lists show a few', () => {
    show({ trace: samples.manyModels(), defaultOpen: true });
    expect(rows('Models')).toHaveLength(7);
    for (const button of screen.getAllByRole('button', { name: 'Show 6 more' })) fireEvent.click(button);
    expect(rows('Models')).toHaveLength(13);
    expect(rows('What the wait was spent on')).toHaveLength(13);
  });
});

test('text is text', () => {
  const { container } = show({ trace: samples.hostile(), defaultOpen: true });
  expect(container.querySelector('img, script, iframe, a, b')).toBeNull();
  expect(fact(container, 'feedback')).toBe('__proto__ <a href="javascript:alert(6)">here</a>');
});

test('a trace without runs says so', () => {
  const { container } = show({ trace: emptyTrace('to come') });
  expect(container.textContent).toBe('to comeThis trace has no runs.');
});

test('where a trace was interrupted', () => {
  const [trace] = buildTraces([
    { id: '1', name: 'graph', startTime: 0, endTime: 9, status: 'success' },
    { id: '2', parentId: '1', name: 'approve', startTime: 1, endTime: 8, status: 'interrupted', error: { message: 'Send this email?' } },
  ]);
  const { onSelectedChange } = show({ trace: trace! });
  fireEvent.click(screen.getByRole('button', { name: 'approve Send this email?' }));
  expect(onSelectedChange).toHaveBeenLastCalledWith('2', expect.anything());
});

test('parts take attributes and refs, and need a root', () => {
  const ref = createRef<HTMLDListElement>();
  const root = createRef<HTMLDivElement>();
  const { container } = render(
    <TraceSummaryRoot trace={samples.failed()} ref={root} className="mine" data-slot="other">
      <TraceSummaryFigures ref={ref} id="figures" />
      <TraceSummaryError data-x="1" />
    </TraceSummaryRoot>,
  );
  expect(ref.current?.id).toBe('figures');
  expect([root.current?.className, root.current?.dataset['slot']]).toEqual(['mine', 'other']);
  expect(container.querySelector('[data-x="1"]')?.textContent).toContain('OverloadedError');
  vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(() => render(<TraceSummaryFigures />)).toThrow('<TraceSummaryFigures> has nothing to show');
});

test('words can be replaced', () => {
  show({ messages: { statuses: { success: 'Gelungen', error: 'Gescheitert', running: 'Läuft', interrupted: 'Unterbrochen' }, details: 'Mehr' } });
  expect(screen.getByText('Gelungen')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Mehr' })).toBeDefined();
});
