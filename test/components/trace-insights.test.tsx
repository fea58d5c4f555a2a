import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { createRef } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { say, TraceInsights, TraceInsightsList, TraceInsightsRoot, type TraceInsightsProps } from '../../src/components/trace-insights/index.ts';
import type { Insight, InsightRule } from '../../src/core/analysis/insights/insight.ts';
import { buildTraces } from '../../src/core/model/build-traces.ts';
import * as samples from '../../stories/trace-insights/samples.ts';

// Node lets messages that follow each other go before any timer, which no browser does; so slices are timers here.
beforeEach(() => { vi.stubGlobal('MessageChannel', undefined); });
afterEach(() => { vi.unstubAllGlobals(); });

/** Runs `r0` to `r5`, of which the trace's root is the first. */
const trace = buildTraces(Array.from({ length: 6 }, (_, nth) => ({ id: `r${nth}`, parentId: nth === 0 ? null : 'r0', name: `step ${nth}`, startTime: nth, endTime: nth + 1, ...(nth === 1 && { cost: { total: 1, currency: 'EUR' } }) })))[0]!;

const insight = (rule: string, figures: Insight['figures'], more: Partial<Insight> = {}): Insight => ({ rule, severity: 'info', weight: 0, positions: [1], figures, ...more });

async function show(props: Partial<TraceInsightsProps> & { readonly found?: readonly Insight[] } = {}) {
  const { found = [], ...rest } = props;
  const onSelectedChange = vi.fn<NonNullable<TraceInsightsProps['onSelectedChange']>>();
  const rules: readonly InsightRule[] = [{ id: 'test', run: () => found }];
  const all = { trace, rules, locale: 'en', onSelectedChange, ...rest };
  const { container, rerender } = render(<TraceInsights {...all} />);
  await waitFor(() => expect(screen.getByRole('group').getAttribute('aria-busy')).toBe('false'));
  return { container, onSelectedChange, again: (more: Partial<TraceInsightsProps>) => rerender(<TraceInsights {...all} {...more} />) };
}
const texts = () => screen.queryAllByRole('listitem').map((item) => item.querySelector('[data-slot="trace-insight-sentence"]')?.textContent);

describe('sentences', () => {
  const attempts = { kind: 'retry', name: 'search', model: null, outcome: 'success', failed: 2, timeLost: 4_100, tokensLost: 1_204, costLost: null };
  const repeated = { kind: 'tool', name: 'search', model: null, calls: 3, savedCalls: 2, time: 200, tokens: null, cost: 0.5, currency: 'USD' };
  const round = { name: 'search', count: 5, stepsPerRound: 1, time: 8_200, tokens: null, cost: 0.03, likeness: 0.9 };

  test.each<[string, Insight['figures'], string]>([
    ['slowest-path', { name: 'vector_search', duration: 785, share: 0.62, runs: 1 }, '62% of the wait is vector_search (785 ms)'],
    ['slowest-path', { name: '', duration: 61_000, share: 0.004, runs: 1_200 }, '<1% of the wait is unnamed (1 m 1 s in 1,200 runs)'],
    ['dearest-call', { name: 'ChatOpenAI', model: 'gpt-4o', cost: 0.12, currency: 'USD', share: 0.74 }, '74% of the cost is one call of ChatOpenAI with gpt-4o ($0.12)'],
    ['dearest-call', { name: 'answer', model: null, cost: 3, currency: 'EUR', share: 1 }, '100% of the cost is one call of answer (€3.00)'],
    ['untraced-time', { duration: 600, share: 0.6, runs: 1 }, '60% of the wait was not traced: 600 ms in step 1'],
    ['untraced-time', { duration: 600, share: 0.6, runs: 3 }, '60% of the wait was not traced: 600 ms in 3 runs, longest in step 1'],
    ['growing-prompt', { calls: 4, from: 500, to: 2_000, inputTokens: 5_000, cachedShare: null }, 'The prompt grew from 500 to 2,000 tokens in 4 calls: 5,000 input tokens in all'],
    ['growing-prompt', { calls: 4, from: 500, to: 2_000, inputTokens: 50_000, cachedShare: 0.5 }, 'The prompt grew from 500 to 2,000 tokens in 4 calls: 50K input tokens in all, 50% cached'],
    ['loop', round, 'search ran 5 times with nearly the same input: 8.20 s and €0.03'],
    ['loop', { ...round, stepsPerRound: 3, time: null, cost: null, likeness: 1 }, '3 steps ending in search ran 5 times with the same input'],
    ['redundant-work', repeated, 'search was called 3 times with the same input: a cache would save 2 calls, 200 ms and $0.50'],
    ['redundant-work', { ...repeated, calls: 2, savedCalls: 1, time: 0, cost: null, tokens: 1 }, 'search was called 2 times with the same input: a cache would save 1 call, 1 token'],
    ['failed-attempts', attempts, '3 attempts at search, 2 failed: 4.10 s and 1,204 tokens lost'],
    ['failed-attempts', { ...attempts, failed: 3, timeLost: null, tokensLost: null }, '3 attempts at search, all failed'],
    ['failed-attempts', { ...attempts, costLost: 0.02, kind: 'fallback', name: 'ChatOpenAI', model: 'gpt-3.5-turbo' }, '3 attempts, 2 failed: 4.10 s, 1,204 tokens and €0.02 lost, fell back to gpt-3.5-turbo'],
    ['failed-attempts', { ...attempts, kind: 'fallback', failed: 3, outcome: 'error' }, '3 attempts, all failed: 4.10 s and 1,204 tokens lost, fell back to search in vain'],
    ['unused-documents', { name: 'shop', documents: 1, unused: 1 }, 'The only document of shop did not reach a prompt'],
    ['unused-documents', { name: 'shop', documents: 4, unused: 4 }, 'None of the 4 documents of shop reached a prompt'],
    ['unused-documents', { name: 'shop', documents: 4, unused: 3 }, '3 of 4 documents of shop did not reach a prompt'],
    ['mine', { word: 'refund', count: 3, share: 0.25, owner: null, '__proto__x': '' }, 'mine: word refund, count 3, share 0.25, owner –, __proto__x unnamed'],
    ['constructor', {}, 'constructor'],
  ])('%s %j', async (rule, figures, sentence) => {
    await show({ found: [insight(rule, figures, { positions: rule === 'failed-attempts' ? [1, 2, 3] : [1] })] });
    expect(texts()).toEqual([sentence]);
  });

  test('in another language, of a rule of one’s own, with parts that are set apart', async () => {
    const { container } = await show({
      locale: 'de',
      found: [insight('mine', { time: 1_250, who: 'x'.repeat(200) })],
      messages: { sentences: { mine: ({ time, who }, words) => say`${words.name(who)} brauchte ${words.duration(time)}.` } },
    });
    expect(texts()).toEqual([`${'x'.repeat(79)}… brauchte 1,25 s.`]);
    expect(container.querySelector('[data-slot="trace-insight-figure"]')?.textContent).toBe('1,25 s');
    expect(container.querySelector('[data-slot="trace-insight-name"]')?.getAttribute('title')).toBe('x'.repeat(200));
  });

  test('what the host renders stands for the sentence; where it gives nothing, the sentence stands', async () => {
    await show({
      found: [insight('mine', {}, { weight: 1 }), insight('unused-documents', { name: 'shop', documents: 1, unused: 1 })],
      renderInsight: ({ rule, positions }, { runs }) => (rule === 'mine' ? <i>Look at {runs[positions[0]!]!.name}</i> : null),
    });
    expect(texts()).toEqual(['Look at step 1', 'The only document of shop did not reach a prompt']);
  });
});

describe('what is told', () => {
  test('how bad it is, to who does not see it; what matters most first', async () => {
    await show({ found: [insight('a', {}), insight('b', {}, { severity: 'warning' }), insight('c', {}, { severity: 'error' })] });
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Error: c', 'Warning: b', 'a']);
    expect(screen.getByRole('status').textContent).toBe('3 things stand out');
    expect(screen.getByRole('group', { name: 'What stands out in step 0' })).toBeDefined();
  });

  test('nothing, in words', async () => {
    const { container } = await show();
    expect(screen.getByRole('status').textContent).toBe('Nothing stands out');
    expect(container.querySelector('ul')).toBeNull();
  });

  test('that it is looked for', () => {
    render(<TraceInsights trace={trace} />);
    expect(screen.getByRole('status').textContent).toBe('Looking for what stands out…');
    expect(screen.getByRole('group').getAttribute('aria-busy')).toBe('true');
  });

  test('a rule that failed, and why, if that can be told', async () => {
    const throws = (id: string, error: unknown): InsightRule => ({ id, run: () => { throw error; } });
    await show({ rules: [throws('a', new Error('no budget')), throws('b', 'a text'), throws('c', Object.create(null)), { id: 'd', run: () => [insight('d', {})] }] });
    expect(texts()).toEqual(['d', 'The rule a could not be carried out: no budget', 'The rule b could not be carried out: a text', 'The rule c could not be carried out']);
  });

  test('the first of many, then more, with the focus on the first new one', async () => {
    await show({ found: Array.from({ length: 45 }, (_, nth) => insight(`rule ${nth}`, {})) });
    expect(texts().slice(-2)).toEqual(['rule 19', undefined]);
    fireEvent.click(screen.getByRole('button', { name: 'Show 20 more' }));
    expect(document.activeElement?.textContent).toBe('rule 20');
    fireEvent.click(screen.getByRole('button', { name: 'Show 5 more' }));
    expect(texts()).toHaveLength(45);
    expect(document.activeElement?.textContent).toBe('rule 40');
  });

  test('hostile names are text', async () => {
    const { container } = await show({ trace: samples.hostile(), rules: undefined });
    expect(container.querySelector('img, script')).toBeNull();
    expect(texts()).toContain('Warning: 2 attempts at __proto__, 1 failed: 100 ms lost');
  });
});

describe('what leads to runs', () => {
  const several = insight('several', {}, { positions: [3, 1, 5] });

  test('an insight to its first run, by pointer and by key, again and again', async () => {
    const { onSelectedChange } = await show({ found: [several] });
    const button = screen.getByRole('button', { name: 'several' });
    expect(button.getAttribute('title')).toBe('Go to step 3');
    fireEvent.click(button, { detail: 1 });
    expect(onSelectedChange).toHaveBeenLastCalledWith('r3', { reason: 'pointer', run: trace.get('r3') });
    fireEvent.click(button, { detail: 0 });
    expect(onSelectedChange).toHaveBeenLastCalledWith('r3', { reason: 'keyboard', run: trace.get('r3') });
    expect(onSelectedChange).toHaveBeenCalledTimes(2);
    expect(button.getAttribute('aria-current')).toBe('true');
  });

  test('from run to run, and round again', async () => {
    const { onSelectedChange } = await show({ found: [several] });
    expect(screen.getByText('3 runs')).toBeDefined();
    const press = (name: RegExp) => { fireEvent.click(screen.getByRole('button', { name })); };
    press(/^Next run, 1 of 3, step 3: several$/);
    press(/^Next run, 2 of 3, step 1: several$/);
    press(/^Next run, 3 of 3, step 5: several$/);
    expect(screen.getByText('3 of 3')).toBeDefined();
    press(/^Next run, 1 of 3/);
    press(/^Previous run, 3 of 3/);
    press(/^Previous run, 2 of 3/);
    expect(onSelectedChange.mock.calls.map(([id]) => id)).toEqual(['r3', 'r1', 'r5', 'r3', 'r5', 'r1']);
  });

  test('the selection may be held by the host', async () => {
    const { again } = await show({ found: [several], selected: 'r1' });
    expect(screen.getByText('2 of 3')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: /^Next run, 3 of 3/ }));
    expect(screen.getByText('2 of 3')).toBeDefined();
    again({ selected: 'r5' });
    expect(screen.getByText('3 of 3')).toBeDefined();
    for (const selected of [null, 'r2', 'unheard of']) {
      again({ selected });
      expect(screen.getByText('3 runs')).toBeDefined();
      expect(screen.getByRole('button', { name: 'several' }).hasAttribute('aria-current')).toBe(false);
    }
  });

  test('the handler of the last render is called', async () => {
    const later = vi.fn<NonNullable<TraceInsightsProps['onSelectedChange']>>();
    const { onSelectedChange, again } = await show({ found: [several] });
    again({ onSelectedChange: later });
    fireEvent.click(screen.getByRole('button', { name: 'several' }));
    expect(onSelectedChange).not.toHaveBeenCalled();
    expect(later).toHaveBeenCalledOnce();
  });

  test('nothing, where the host shows no runs; no pager for a single run', async () => {
    const { again, onSelectedChange } = await show({ found: [insight('single', {})], onSelectedChange: undefined });
    expect(screen.queryByRole('button')).toBeNull();
    again({ onSelectedChange });
    expect(within(screen.getByRole('listitem')).getAllByRole('button')).toHaveLength(1);
  });
});

test('parts take attributes and refs, and tell when they are out of place', async () => {
  const rootRef = createRef<HTMLDivElement>();
  const listRef = createRef<HTMLUListElement>();
  render(
    <TraceInsightsRoot trace={trace} ref={rootRef} className="mine">
      <TraceInsightsList ref={listRef} id="list"><li>own</li></TraceInsightsList>
    </TraceInsightsRoot>,
  );
  expect(rootRef.current?.className).toBe('mine');
  expect(listRef.current?.outerHTML).toContain('id="list"');
  expect(screen.getByText('own')).toBeDefined();
  const silent = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(() => render(<TraceInsightsList />)).toThrow('TraceInsightsRoot');
  silent.mockRestore();
});
