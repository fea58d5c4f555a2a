import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactElement } from 'react';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { TraceConversation, type TraceConversationProps } from '../src/components/trace-conversation/index.ts';
import { parseQuery, type Trace } from '../src/index.ts';
import * as samples from './trace-conversation/samples.ts';

const meta = {
  title: 'TraceConversation',
  component: TraceConversation,
  tags: ['autodocs'],
  decorators: [
    (Story, { parameters }) => (
      <div style={{ blockSize: 'min(900px, 100vh)', maxInlineSize: (parameters['width'] as number | undefined) ?? 1_000, display: 'flex', flexDirection: 'column' }}>
        <Story />
      </div>
    ),
  ],
  args: { onSelectedChange: fn(), locale: 'en', timeZone: 'UTC' },
} satisfies Meta<typeof TraceConversation>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Traces that are made only when their story is looked at. */
function Generated({ make, ...args }: TraceConversationProps & { readonly make: () => readonly Trace[] }): ReactElement {
  const [traces] = useState(make);
  return <TraceConversation {...args} traces={traces} />;
}

/** A system prompt, a question, reasoning and an answer; the call is one press away. */
export const OneCall: Story = {
  args: { trace: samples.oneCall() },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('heading', { name: 'Turn 1' })).toBeVisible();
    await expect(canvas.getByText(/^Reykjavík\. It lies/)).toBeVisible();
    const reasoning = canvas.getByRole('button', { name: /^Reasoning/ });
    await userEvent.click(reasoning);
    await expect(reasoning).toHaveAttribute('aria-expanded', 'true');
    const [run] = canvas.getAllByRole('button', { name: /^Model call ChatOpenAI: gpt-5 · 1\.24 s · 508 tokens/ });
    run?.focus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onSelectedChange).toHaveBeenCalledWith('1', expect.objectContaining({ reason: 'keyboard', trace: args.trace }));
    await expect(run).toHaveAttribute('aria-current', 'true');
  },
};

/** Tools side by side are one line, and a failure is told; an hour lies between the two traces. */
export const AgentWithTools: Story = {
  args: { traces: samples.support(), defaultSelected: null },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getAllByText(/The jacket doesn’t fit/)).toHaveLength(1);
    await expect(canvas.getAllByText(/^Yes\. Clothing can be returned/)).toHaveLength(1);
    await expect(canvas.getByText('1 h 2 m later')).toBeInTheDocument();
    const group = canvas.getByRole('button', { name: /^lookup_order ×2/ });
    await userEvent.click(group);
    const [one] = canvas.getAllByRole('button', { name: /^lookup_order order_id=A-1093/ });
    if (one === undefined) throw new Error('The call is not shown.');
    await userEvent.click(one);
    await expect(canvas.getByRole('tree', { name: 'Arguments: lookup_order' })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: /^Tool issue_refund, Failed/ }));
    await expect(args.onSelectedChange).toHaveBeenCalledWith('run c3', expect.objectContaining({ reason: 'pointer' }));
  },
};

/** Three traces of LangGraph, each of which repeats those before it. */
export const Thread: Story = {
  args: { traces: samples.thread() },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getAllByRole('heading', { level: 3 })).toHaveLength(3);
    await expect(canvas.getAllByText('Compare the weather in Paris and Tokyo')).toHaveLength(1);
    await expect(canvas.getAllByText(/System prompt/)).toHaveLength(1);
  },
};

/** A tool that is an agent: its conversation is behind its line. */
export const SubAgent: Story = {
  args: { trace: samples.agentInTool() },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: /^research topic=dotted order/ }));
    await expect(canvas.getByText('what is dotted order - search the docs')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: /^search_docs query=/ }));
    await userEvent.click(canvas.getByRole('button', { name: /^DocsRetriever/ }));
    await expect(canvas.getByText('docs/tracing.md')).toBeVisible();
  },
};

/** Three agents side by side, one after the other to read. */
export const ParallelAgents: Story = {
  args: { trace: samples.researchers() },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const agents = canvas.getAllByRole('button', { name: /^research_.* 6 model calls, 5 tool calls/ });
    await expect(agents).toHaveLength(3);
    if (agents[0] !== undefined) await userEvent.click(agents[0]);
    await expect(canvas.getByRole('button', { name: /^web_search ×5/ })).toBeVisible();
  },
};

export const Retrieval: Story = { args: { trace: samples.retrieval() } };
export const Pipeline: Story = { args: { trace: samples.pipelineWithTools() } };
export const ModelCallsAlone: Story = { args: { trace: samples.modelCallsAlone() } };

/** Failed attempts, by the first line of their errors. */
export const FailedAndRetried: Story = {
  args: { trace: samples.withFallbacks() },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const failed = canvas.getAllByRole('button', { name: /^Failed attempt/ });
    await expect(failed).toHaveLength(2);
    if (failed[0] !== undefined) await userEvent.click(failed[0]);
    await expect(canvas.getAllByText(/maximum context length is 8192/).length).toBeGreaterThan(1);
  },
};

/** A graph that stopped to ask, and the trace in which it went on. */
export const Interrupted: Story = {
  args: { traces: samples.waiting() },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('button', { name: /^Interrupted/ })).toBeVisible();
  },
};

export const Running: Story = {
  args: { trace: samples.running(), now: samples.NOW },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText('Still running')).toBeVisible();
    await expect(canvas.getByRole('button', { name: /^Tool lookup_order, Still running: 5\.14 s/ })).toBeVisible();
  },
};

/** Only what the root was handed and handed on is known: it is called input and output. */
export const RootOnly: Story = {
  args: { traces: samples.rootOnly() },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getAllByText('Input')).toHaveLength(2);
    await expect(canvas.getByText('Two: Phobos and Deimos.')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Input as recorded' }));
    await expect(canvas.getByText('top_k')).toBeVisible();
  },
};

/** Text is text, and nothing is loaded unasked. */
export const HostileText: Story = {
  args: { trace: samples.hostile() },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    for (const fold of canvas.getAllByRole('button', { expanded: false })) await userEvent.click(fold);
    await expect(canvasElement.querySelector('img, script, iframe, a, b')).toBeNull();
  },
};

/** What a search found is marked. */
export const Found: Story = {
  args: { traces: samples.support(), query: parseQuery('refund') },
  play: async ({ canvasElement }) => {
    const marks = canvasElement.querySelectorAll('mark');
    await expect(marks.length).toBeGreaterThan(2);
    for (const mark of marks) await expect(mark.textContent?.toLowerCase()).toBe('refund');
  },
};

/** A run that is selected elsewhere comes into sight. */
export const SelectedElsewhere: Story = {
  render: function SelectedElsewhere(args) {
    const [selected, setSelected] = useState<string | null>(null);
    const [traces] = useState(() => samples.longThread(300));
    return (
      <>
        <p style={{ margin: 0, padding: 8 }}><button type="button" onClick={() => setSelected('20')}>Select a run</button></p>
        <TraceConversation {...args} traces={traces} selected={selected} onSelectedChange={setSelected} />
      </>
    );
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByRole('heading', { name: 'Turn 300' })).toBeInTheDocument());
    await userEvent.click(canvas.getByRole('button', { name: 'Select a run' }));
    await waitFor(() => expect(canvasElement.querySelector('[data-selected]')).toHaveTextContent('Answer 21.'));
    const item = canvasElement.querySelector('[data-selected]');
    const view = canvas.getByRole('region').getBoundingClientRect();
    await waitFor(() => expect(item?.getBoundingClientRect().bottom ?? 0).toBeLessThanOrEqual(view.bottom + 1));
    await expect(item?.getBoundingClientRect().top).toBeGreaterThanOrEqual(view.top);
  },
};

/** Begins at the last turn; the others are a press away, and the focus goes along. */
export const TwoThousandTurns: Story = {
  render: (args) => <Generated {...args} make={() => samples.longThread(2_000)} />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByRole('heading', { name: 'Turn 2,000' })).toBeVisible(), { timeout: 10_000 });
    await waitFor(() => expect(canvas.queryByRole('progressbar')).toBeNull(), { timeout: 10_000 });
    await userEvent.click(canvas.getByRole('button', { name: 'Show 25 of 1,975 earlier turns' }));
    await expect(canvas.getAllByRole('article')).toHaveLength(50);
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName('Turn 1,975'));
    await userEvent.click(canvas.getByRole('button', { name: 'First turn' }));
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName('Turn 1'));
    await expect(canvas.getAllByRole('article')).toHaveLength(25);
    await expect(canvasElement.querySelectorAll('*').length).toBeLessThan(2_500);
  },
};

/** Of very many steps, the first and the last. */
export const TwoThousandSteps: Story = {
  render: (args) => <Generated {...args} make={() => [samples.manySteps(2_000)]} />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByText('All pages were read.')).toBeInTheDocument(), { timeout: 10_000 });
    await userEvent.click(canvas.getByRole('button', { name: /^Show 24 of .* more steps/ }));
    await expect(canvasElement.querySelectorAll('[data-slot="trace-conversation-item"]')).toHaveLength(51);
  },
};

export const Images: Story = { args: { trace: samples.images() } };
export const Narrow: Story = { args: { traces: samples.support() }, parameters: { width: 360 } };
export const NarrowAgents: Story = { args: { trace: samples.researchers() }, parameters: { width: 360 } };
export const Wide: Story = { args: { traces: samples.support() }, parameters: { width: 1_440 } };
export const RightToLeft: Story = { render: (args) => <div dir="rtl" style={{ display: 'contents' }}><TraceConversation {...args} traces={samples.support()} /></div> };
export const Empty: Story = { args: { trace: samples.empty() } };
