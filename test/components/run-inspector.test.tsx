import { act, fireEvent, render, screen, within } from '@testing-library/react';
import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { RunInspector, RunInspectorHeader, type RunInspectorProps } from '../../src/components/run-inspector/index.ts';
import { parseQuery } from '../../src/core/analysis/search/parse-query.ts';
import { buildTraces } from '../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../src/core/model/record.ts';
import { loop } from '../../stories/run-inspector/samples.ts';
import { measured } from '../hooks/measured.ts';

measured({ width: 500, height: 600 });
vi.stubGlobal('ResizeObserver', class { observe() {} unobserve() {} disconnect() {} });

const { trace } = loop();
const onRunChange = vi.fn<(id: string) => void>();
beforeEach(() => onRunChange.mockClear());

function show(id: string, props: Partial<RunInspectorProps> = {}): { container: HTMLElement; go: (to: string) => void } {
  const inspector = (run: string) => <RunInspector trace={trace} run={trace.get(run) ?? null} locale="en" onRunChange={onRunChange} {...props} />;
  const { container, rerender } = render(inspector(id));
  return { container, go: (to) => rerender(inspector(to)) };
}
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const figure = (container: HTMLElement, name: string) => container.querySelector(`[data-figure="${name}"] dd`)?.textContent;
const headings = () => screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent?.replace(/\d+$/, ''));

/** A run of a trace of its own. */
function alone(record: Partial<RunRecord>): Pick<RunInspectorProps, 'trace' | 'run'> {
  const whole: RunRecord = { id: 'run', name: 'step', startTime: 1_000, endTime: 2_000 };
  const [own] = buildTraces([Object.defineProperties(whole, Object.getOwnPropertyDescriptors(record))]);
  return { trace: own!, run: own!.runs[0]! };
}

describe('the header', () => {
  test('tells what the run is, and its figures', () => {
    const { container } = show('answer');
    expect(container.querySelector('[data-slot="run-inspector-header"]')?.textContent).toBe('ChatOpenAISucceededattempt 3gpt-4o-miniopenai');
    expect(figure(container, 'duration')).toBe('600 msstarts at 1.00 s');
    expect(figure(container, 'firstToken')).toBe('180 ms');
    expect(figure(container, 'speed')).toBe('1,114 tok/s');
    expect(figure(container, 'tokens')).toBe('9,4805,504 cached input3,508 new input64 reasoning404 output');
    expect(figure(container, 'cost')).toBe('$0.051');
    // As long as they are many, in their order.
    expect([...container.querySelectorAll('rect')].map((rect) => [rect.getAttribute('x'), rect.getAttribute('width')])).toEqual([['0', '5504'], ['5504', '3508'], ['9012', '64'], ['9076', '404']]);
    expect(container.querySelector('[data-figure] [style]')).toBeNull();
  });

  test('tells own from total', () => {
    const { container } = show('agent');
    expect(figure(container, 'tokens')).toBe('10.7Kown –5,504 cached input4,712 other input64 reasoning435 output');
    expect(figure(container, 'cost')).toMatch(/^\$0\.184own \$/);
    expect(figure(container, 'duration')).toMatch(/^4\.82 sown /);
  });

  test('invents no figure', () => {
    const { container } = render(<RunInspector {...alone({ kind: 'llm', endTime: null })} locale="en" />);
    expect(figure(container, 'duration')).toBe('–');
    expect(figure(container, 'tokens')).toBe('–');
    expect(figure(container, 'cost')).toBe('–');
    expect(container.querySelector('[data-figure="speed"]')).toBeNull();
  });

  test('doesn’t tell own from total where they are the same', () => {
    const { container } = render(<RunInspector {...alone({ kind: 'llm', usage: { input: 3, output: 4 }, cost: { total: 1 } })} locale="en" />);
    expect(container.textContent).not.toContain('own');
    expect(figure(container, 'tokens')).toBe('73 input4 output');
  });

  test('adds no detail to a count, and works nothing out of what cannot be', () => {
    const tokens = (usage: RunRecord['usage']) => {
      const { container, unmount } = render(<RunInspector {...alone({ kind: 'llm', usage })} locale="en" />);
      const told = [figure(container, 'tokens'), container.querySelectorAll('rect').length];
      unmount();
      return told;
    };
    expect(tokens({ input: 10, output: 5, inputDetails: { audio: 4, cacheRead: 0 }, outputDetails: { text: 5 } })).toEqual(['156 new input4 audio input5 output5 text (output)', 3]);
    // Cached tokens that are not inside of input, as some tracers write them.
    expect(tokens({ input: 10, output: 5, inputDetails: { cacheRead: 90 } })).toEqual(['1510 input5 output90 cached input', 0]);
    expect(tokens({ total: 15 })).toEqual(['15', 0]);
    expect(tokens({ input: 10 })).toEqual(['–10 input', 0]);
    expect(tokens({ input: 0, output: 0 })).toEqual(['0', 0]);
  });
});

test('no run says so', () => {
  show('nobody');
  expect(screen.getByText('Select a run')).toBeDefined();
});

test('a part outside of an inspector says what is missing', () => {
  vi.spyOn(console, 'error').mockReturnValue();
  expect(() => render(<RunInspectorHeader />)).toThrow(/<RunInspectorHeader> has nothing to show/);
});

test('what a kind needs comes first, and what is empty is left out', () => {
  const { go } = show('answer');
  expect(headings()).toEqual(['Messages', 'Tools', 'Parameters', 'Input as recorded', 'Output as recorded', 'Shape of the data', 'Metadata and tags', 'Events', 'Raw record']);
  go('policy');
  expect(headings()).toEqual(['Query', 'Documents', 'Output as recorded', 'Shape of the data', 'Raw record']);
  go('lookup');
  expect(headings()).toEqual(['Arguments', 'Result', 'Shape of the data', 'Raw record']);
  go('agent');
  expect(headings()).toEqual(['Issues', 'Raw record']);
});

describe('what is open', () => {
  test('stays so from run to run', () => {
    const { go } = show('answer');
    expect(button(/^Raw record/).getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(button(/^Raw record/));
    go('lookup');
    expect(button(/^Raw record/).getAttribute('aria-expanded')).toBe('true');
    fireEvent.click(button('Arguments'));
    go('answer');
    go('refund');
    expect(button('Arguments').getAttribute('aria-expanded')).toBe('false');
  });

  test('can be held by its owner, who may refuse', () => {
    const onOpenSectionsChange = vi.fn<NonNullable<RunInspectorProps['onOpenSectionsChange']>>();
    show('lookup', { openSections: ['raw'], onOpenSectionsChange });
    expect(button('Arguments').getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(button('Arguments'));
    expect(onOpenSectionsChange).toHaveBeenCalledWith(['raw', 'arguments'], { section: 'arguments', isOpen: true });
    expect(button('Arguments').getAttribute('aria-expanded')).toBe('false');
  });

  test('payloads keep their mode and wrapping', () => {
    const { container, go } = show('policy', { defaultOpenSections: ['query', 'arguments'] });
    expect(container.querySelector('[data-section="query"] [data-slot="text-block"]')?.textContent).toBe('Can I send a jacket back?');
    fireEvent.click(button('JSON'));
    expect(screen.getByRole('tree', { name: 'Query' })).toBeDefined();
    fireEvent.click(button('Text'));
    go('lookup');
    expect(container.querySelector('[data-section="arguments"] [data-slot="text-block"]')?.textContent).toBe('{\n  "order_id": "A-1093"\n}');
    fireEvent.click(button('Wrap'));
    expect(container.querySelector('[data-slot="text-block"]')?.hasAttribute('data-wrap')).toBe(false);
  });
});

describe('messages', () => {
  test('of the call before are one line', () => {
    const { container } = show('answer');
    const fold = button('3 messages as in the previous call');
    expect(container.querySelectorAll('[data-slot="run-inspector-message"]')).toHaveLength(3);
    fireEvent.click(fold);
    expect(container.querySelectorAll('[data-slot="run-inspector-message"]')).toHaveLength(6);
    fireEvent.click(button('Previous call'));
    expect(onRunChange).toHaveBeenCalledWith('plan');
  });

  test('that are long are folded with their size, the last ones open', () => {
    const { container } = show('plan');
    const [system, user, answer] = container.querySelectorAll('[data-slot="run-inspector-message"]');
    expect(within(system as HTMLElement).getByRole('button').textContent).toMatch(/^SystemYou help with refunds\..*9,200 characters$/);
    expect(system?.getAttribute('data-state')).toBe('closed');
    expect(user?.getAttribute('data-state')).toBe('open');
    expect(answer?.getAttribute('data-state')).toBe('open');
  });

  test('have their calls paired with results and with the runs that carried them out', () => {
    const { container } = show('answer');
    const call = container.querySelector<HTMLElement>('[data-slot="run-inspector-call"][data-call-id="call_2"]')!;
    expect(within(call).getByRole('tree', { name: 'Arguments: issue_refund' })).toBeDefined();
    fireEvent.click(within(call).getByRole('button', { name: 'Result' }));
    expect(call.textContent).toContain('refunded');
    fireEvent.click(within(call).getByRole('button', { name: 'Go to run: issue_refund' }));
    expect(onRunChange).toHaveBeenLastCalledWith('refund');
    const result = container.querySelector<HTMLElement>('[data-slot="run-inspector-result"][data-call-id="call_1"]')!;
    expect(within(result).getByRole('tree', { name: 'Result: lookup_order' })).toBeDefined();
    fireEvent.click(within(result).getByRole('button', { name: 'Go to run: lookup_order' }));
    expect(onRunChange).toHaveBeenLastCalledWith('lookup');
  });

  test('have their reasoning folded', () => {
    show('answer');
    expect(screen.queryByText('Clothing, 12 days: within 60.')).toBeNull();
    fireEvent.click(button(/^Reasoning/));
    expect(screen.getByText('Clothing, 12 days: within 60.')).toBeDefined();
  });

  test('load no image before they are asked to, and never from odd places', () => {
    const url = 'https://example.com/a.png';
    const content = [url, 'javascript:alert(1)', 'file:///etc/passwd', 'data:image/png;base64,AAAA', 'data:image/svg+xml;base64,AAAA', 'data:text/html;base64,AAAA'].map((place) => ({ type: 'image_url', image_url: { url: place } }));
    const { container } = render(<RunInspector {...alone({ kind: 'llm', inputs: { messages: [{ role: 'user', content }] } })} />);
    expect(container.querySelector('img')).toBeNull();
    const loads = screen.getAllByRole('button', { name: 'Load image' });
    expect(loads).toHaveLength(2);
    for (const load of loads) fireEvent.click(load);
    expect(Array.from(container.querySelectorAll('img'), (image) => image.getAttribute('src'))).toEqual([url, 'data:image/png;base64,AAAA']);
  });
});

test('what a graph hands on is not told twice', () => {
  const given = [{ role: 'user', content: 'Hello' }];
  const { container } = render(<RunInspector {...alone({ kind: 'chain', inputs: { messages: given }, outputs: { messages: [...given, { role: 'assistant', content: 'Hi' }] } })} />);
  expect(container.querySelectorAll('[data-slot="run-inspector-message"]')).toHaveLength(2);
});

test('an error comes before all else, with its stack folded', () => {
  const { container } = render(<RunInspector {...alone({ error: { type: 'RateLimitError', message: 'Too many requests', stack: 'at a\nat b' } })} />);
  const error = container.querySelector('[data-slot="run-inspector-error"]')!;
  expect(error.textContent).toContain('RateLimitError');
  expect(error.compareDocumentPosition(screen.getAllByRole('heading', { level: 3 })[0]!) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  expect(error.textContent).not.toContain('at a');
  fireEvent.click(button('Stack, 2 lines'));
  expect(error.textContent).toContain('at a\nat b');
});

test('copies, and says when it may not', async () => {
  const writeText = vi.fn<(text: string) => Promise<void>>().mockResolvedValueOnce().mockRejectedValueOnce(new Error('denied'));
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
  show('lookup');
  await act(async () => fireEvent.click(button('Copy: Arguments')));
  expect(writeText).toHaveBeenCalledWith('{\n  "order_id": "A-1093"\n}');
  await act(async () => fireEvent.click(button('Copied: Arguments')));
  expect(button('Copying is not allowed here: Arguments')).toBeDefined();
  vi.unstubAllGlobals();
  vi.stubGlobal('ResizeObserver', class { observe() {} unobserve() {} disconnect() {} });
});

test('documents tell whether they reached a prompt', () => {
  const { container } = show('policy');
  const [clothing, cards] = container.querySelectorAll<HTMLElement>('[data-slot="run-inspector-document"]');
  expect(clothing?.textContent).toMatch(/^Score 0\.79policies\/clothing\.mdin prompt/);
  expect(cards?.textContent).toContain('not in a prompt');
  fireEvent.click(within(clothing!).getByRole('button', { name: 'in prompt' }));
  expect(onRunChange).toHaveBeenCalledWith('answer');
});

test('tools that were called come before those that were only offered', () => {
  const { container } = show('answer', { defaultOpenSections: ['tools'] });
  const [first, second] = within(container.querySelector<HTMLElement>('[data-section="tools"]')!).getAllByRole('listitem');
  expect(first?.textContent).toMatch(/^issue_refundcalled/);
  expect(second?.textContent).toMatch(/^lookup_orderTo lookup orders/);
});

test('long lists are shown in steps', () => {
  const events = Array.from({ length: 5_000 }, (_, nth) => ({ name: `token ${nth}`, time: 1_000 + nth }));
  const { container } = render(<RunInspector {...alone({ events })} defaultOpenSections={['events']} />);
  expect(container.querySelectorAll('[data-slot="run-inspector-event"]')).toHaveLength(50);
  fireEvent.click(button('Show 50 of 4,950 more'));
  expect(container.querySelectorAll('[data-slot="run-inspector-event"]')).toHaveLength(100);
});

test('payloads are read once, however often the inspector is rendered', () => {
  const read = vi.fn<() => unknown>(() => ({ text: 'hello' }));
  const sample = alone({ get inputs() { return read(); } });
  const { rerender } = render(<RunInspector {...sample} />, { reactStrictMode: false });
  const times = read.mock.calls.length;
  rerender(<RunInspector {...sample} className="other" />);
  expect(read).toHaveBeenCalledTimes(times);
});

const QUERY = parseQuery('a OR 1 OR "" OR input.messages:* OR metadata:x');
const EVERYTHING = ['messages', 'query', 'documents', 'arguments', 'result', 'input', 'output', 'template', 'tools', 'parameters', 'request', 'response', 'shape', 'metadata', 'links', 'events', 'feedback', 'issues', 'raw', 'stack'];

describe('whatever a payload holds, it is shown', () => {
  const shapes = fc.oneof(
    fc.jsonValue(),
    fc.record({ messages: fc.array(fc.oneof(fc.jsonValue(), fc.record({ role: fc.string(), content: fc.jsonValue(), tool_calls: fc.jsonValue() }))) }),
    fc.record({ documents: fc.array(fc.record({ page_content: fc.oneof(fc.string(), fc.jsonValue()), metadata: fc.jsonValue() })) }),
    fc.record({ tools: fc.jsonValue(), kwargs: fc.jsonValue() }),
  );
  test.each(['llm', 'tool', 'retriever', 'chain', 'prompt'])('by a run of kind %s', (kind) => {
    fc.assert(fc.property(shapes, shapes, fc.jsonValue(), fc.jsonValue(), fc.constantFrom('auto', 'text', 'json', 'markdown'), (inputs, outputs, metadata, events, mode) => {
      const record = { kind, inputs, outputs, metadata, events, links: events, tags: events, model: { parameters: metadata }, error: metadata } as unknown as Partial<RunRecord>;
      const { container, unmount } = render(<RunInspector {...alone(record)} defaultOpenSections={EVERYTHING} defaultPayloadMode={mode as 'auto'} query={QUERY} renderMarkdown={(text) => text.slice(0, 100)} />);
      expect(container.querySelector('[data-section="raw"]')).not.toBeNull();
      expect(container.querySelector('img, script, iframe, a')).toBeNull();
      unmount();
    }), { numRuns: 10 });
  }, 60_000);

  test('100,000 levels deep', () => {
    let deep: unknown = { messages: [] };
    for (let level = 0; level < 100_000; level++) deep = { inner: deep };
    for (const kind of ['llm', 'tool', 'retriever', 'chain']) {
      const { container, unmount } = render(<RunInspector {...alone({ kind, inputs: deep, outputs: deep, metadata: { deep } })} defaultOpenSections={EVERYTHING} />);
      expect(container.querySelectorAll('*').length).toBeLessThan(2_500);
      unmount();
    }
  });
});
