import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { RunInspector, type RunInspectorProps } from '../../src/components/run-inspector/index.ts';
import { buildTraces } from '../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../src/core/model/record.ts';
import { measured } from '../hooks/measured.ts';

measured({ width: 500, height: 600 });
vi.stubGlobal('ResizeObserver', class { observe() {} unobserve() {} disconnect() {} });

/** A run of a trace, with others around it. */
function sample(record: Partial<RunRecord>, ...others: readonly Partial<RunRecord>[]): Pick<RunInspectorProps, 'trace' | 'run'> {
  const whole = (given: Partial<RunRecord>, nth: number): RunRecord =>
    Object.defineProperties({ id: `run${nth}`, name: 'step', traceId: 't', startTime: 1_000, endTime: 2_000 }, Object.getOwnPropertyDescriptors(given)) as RunRecord;
  const [trace] = buildTraces([record, ...others].map(whole));
  return { trace: trace!, run: trace!.get('run0') ?? trace!.runs[0]! };
}
const sectionOf = (container: HTMLElement, name: string) => container.querySelector<HTMLElement>(`[data-section="${name}"]`)!;

describe('links', () => {
  test('lead to runs of the trace, and give the ids of others to be copied', async () => {
    const onRunChange = vi.fn<(id: string) => void>();
    const links = [{ runId: 'run1', attributes: { reason: 'retry of' } }, { traceId: 't', runId: 'gone' }, { traceId: 'other', runId: 'run1' }, { traceId: 'whole' }, {}];
    const { container } = render(<RunInspector {...sample({ links }, { name: 'first try', kind: 'tool' })} defaultOpenSections={['links']} onRunChange={onRunChange} />);
    const items = within(sectionOf(container, 'links')).getAllByRole('listitem');
    expect(items.map((item) => item.textContent?.replaceAll(' Copy', ''))).toEqual([
      'first tryGo to runMetadata', 'not in this traceRungoneTracet', 'in another traceRunrun1Traceother', 'in another traceTracewhole', 'not in this trace',
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Go to run: first try' }));
    expect(onRunChange).toHaveBeenCalledWith('run1');
    const writeText = vi.fn<(text: string) => Promise<void>>().mockResolvedValue();
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
    await act(async () => fireEvent.click(within(items[2]!).getByRole('button', { name: 'Copy: Trace' })));
    expect(writeText).toHaveBeenCalledWith('other');
    vi.unstubAllGlobals();
    vi.stubGlobal('ResizeObserver', class { observe() {} unobserve() {} disconnect() {} });
  });
});

describe('the shape of the data', () => {
  test('tells what became of each field', () => {
    const { container } = render(<RunInspector {...sample({ inputs: { q: 'why', docs: [1, 2, 3] }, outputs: { docs: [1], answer: 'x' } })} defaultOpenSections={['shape']} />);
    const rows = within(sectionOf(container, 'shape')).getAllByRole('row').map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows).toEqual([
      ['Field', 'Input', 'Output'],
      ['q removed', 'text, 3 characters', '–'],
      ['docs other size', '3 × number', '1 × number'],
      ['answer added', '–', 'text, 1 character'],
    ]);
  });

  test('is left out where one side is not known, and closed at first', () => {
    const { container, unmount } = render(<RunInspector {...sample({ inputs: { q: 1 }, outputs: { a: 1 } })} />);
    expect(sectionOf(container, 'shape').getAttribute('data-state')).toBe('closed');
    unmount();
    render(<RunInspector {...sample({ inputs: { q: 1 } })} />);
    expect(screen.queryByText('Shape of the data')).toBeNull();
  });
});

describe('the template of a prompt', () => {
  const prompt = {
    kind: 'prompt', inputs: { context: 'Sixty days.', question: 'How long?' },
    outputs: { messages: [{ role: 'system', content: 'Be kind.' }, { role: 'user', content: 'Sixty days. How long?' }] },
    source: { serialized: { lc: 1, id: ['ChatPromptTemplate'], kwargs: { messages: [
      { lc: 1, id: ['SystemMessagePromptTemplate'], kwargs: { prompt: { lc: 1, id: ['PromptTemplate'], kwargs: { template: 'Be kind.', template_format: 'f-string' } } } },
      { lc: 1, id: ['MessagesPlaceholder'], kwargs: { variable_name: 'history' } },
      { lc: 1, id: ['HumanMessagePromptTemplate'], kwargs: { prompt: { lc: 1, id: ['PromptTemplate'], kwargs: { template: '{context} {question}', template_format: 'f-string' } } } },
    ] } } },
  };

  test('stands before the prompt that was made of it, with its variables and where they are', () => {
    const { container } = render(<RunInspector {...sample(prompt)} />);
    expect(screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual(['Prompt template', 'Messages2', 'Input as recorded', 'Output as recorded', 'Shape of the data', 'Raw record']);
    const template = sectionOf(container, 'template');
    expect([...template.querySelectorAll('[data-slot="run-inspector-template-part"]')].map((part) => part.textContent)).toEqual(['SystemBe kind.', 'messages of history', 'User{context} {question}']);
    expect([...template.querySelectorAll('[data-slot="run-inspector-slot"]')].map((slot) => slot.textContent)).toEqual(['messages of history', '{context}', '{question}']);
    expect(within(template).getAllByRole('row').map((row) => row.textContent)).toEqual(['VariableValue', 'contextSixty days.User, message 2', 'questionHow long?User, message 2']);
    fireEvent.click(within(template).getAllByRole('button', { name: 'User, message 2' })[1]!);
    const mark = container.querySelector('mark[data-current]')!;
    expect([mark.textContent, mark.closest('[data-slot="run-inspector-message"]')?.getAttribute('data-role')]).toEqual(['How long?', 'user']);
  });

  test('is not there where nothing of it was recorded', () => {
    render(<RunInspector {...sample({ kind: 'llm', inputs: { messages: [{ role: 'user', content: 'Hi {x}' }] } })} />);
    expect(screen.queryByText('Prompt template')).toBeNull();
  });
});

describe('what cannot be read', () => {
  const broken = (message: string) => () => { throw new Error(message); };

  test('says so in its place, and takes nothing with it', () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const record = Object.defineProperties({ outputs: { answer: 'still here' }, source: { as: 'recorded' } }, { inputs: { get: broken('gone'), enumerable: true }, metadata: { get: broken('lost'), enumerable: true } });
    const { container } = render(<RunInspector {...sample(record)} defaultOpenSections={['input', 'output', 'metadata']} />);
    expect(screen.getAllByRole('alert').map((alert) => alert.textContent)).toEqual([
      expect.stringMatching(/^“Input” can’t be shown: reading it failed with “gone”\. .* Try again, or look at the raw record/),
      expect.stringContaining('“Metadata and tags” can’t be shown: reading it failed with “lost”.'),
    ]);
    expect(sectionOf(container, 'output').textContent).toContain('still here');
    fireEvent.click(screen.getAllByRole('button', { name: 'Open the raw record' })[0]!);
    expect(sectionOf(container, 'raw').textContent).toContain('recorded');
    vi.restoreAllMocks();
  });

  test('is read again when the person tries again, and when another run is shown', () => {
    vi.spyOn(console, 'error').mockReturnValue();
    let isBroken = true;
    const record = Object.defineProperty({}, 'inputs', { get: () => (isBroken ? broken('gone')() : { text: 'back again' }), enumerable: true });
    const given = sample(record, { inputs: { text: 'another' } });
    const { container, rerender } = render(<RunInspector {...given} />);
    expect(screen.getByRole('alert')).toBeDefined();
    rerender(<RunInspector {...given} run={given.trace.get('run1')!} />);
    expect(sectionOf(container, 'input').textContent).toContain('another');
    rerender(<RunInspector {...given} />);
    isBroken = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(sectionOf(container, 'input').textContent).toContain('back again');
    vi.restoreAllMocks();
  });

  test.each(['messages', 'documents', 'events', 'links', 'toolCalls', 'outputs'])('is %s, whatever kind of run has them', (field) => {
    vi.spyOn(console, 'error').mockReturnValue();
    for (const kind of ['llm', 'tool', 'retriever', 'chain', 'prompt']) {
      const record = Object.defineProperty({ kind, inputs: { a: 1 }, error: 'failed' }, field, { get: broken('gone'), enumerable: true });
      const { container, unmount } = render(<RunInspector {...sample(record)} />);
      expect(sectionOf(container, 'raw')).not.toBeNull();
      expect(container.textContent).toContain('failed');
      unmount();
    }
    vi.restoreAllMocks();
  });
});

describe('Markdown', () => {
  const renderMarkdown = vi.fn<(text: string) => string>((text) => `rendered ${text}`);
  const answer = { kind: 'llm', inputs: { messages: [{ role: 'user', content: '**Hi**' }] }, outputs: { messages: [{ role: 'assistant', content: '# Hello' }] } };

  test('is offered only where it can be rendered', () => {
    const { unmount } = render(<RunInspector {...sample(answer)} />);
    expect(screen.queryByRole('button', { name: 'Markdown' })).toBeNull();
    unmount();
    render(<RunInspector {...sample(answer)} defaultPayloadMode="markdown" />);
    expect(screen.getByText('# Hello')).toBeDefined();
  });

  test('is shown when asked for, and stays so from run to run; what is no text stays a tree', () => {
    const given = sample(answer, { kind: 'tool', inputs: { input: 'some *words*' }, outputs: { rows: [1] } });
    const onPayloadModeChange = vi.fn<NonNullable<RunInspectorProps['onPayloadModeChange']>>();
    const { container, rerender } = render(<RunInspector {...given} renderMarkdown={renderMarkdown} onPayloadModeChange={onPayloadModeChange} />);
    expect(renderMarkdown).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Markdown' }));
    expect(onPayloadModeChange).toHaveBeenCalledWith('markdown', undefined);
    expect(screen.getByText('rendered # Hello')).toBeDefined();
    rerender(<RunInspector {...given} run={given.trace.get('run1')!} renderMarkdown={renderMarkdown} />);
    expect(sectionOf(container, 'arguments').textContent).toContain('rendered some *words*');
    expect(within(sectionOf(container, 'result')).getByRole('tree')).toBeDefined();
    expect(within(sectionOf(container, 'result')).queryByRole('button', { name: 'Markdown' })).toBeNull();
    fireEvent.click(within(sectionOf(container, 'arguments')).getByRole('button', { name: 'Text' }));
    expect(sectionOf(container, 'arguments').textContent).not.toContain('rendered');
  });
});
