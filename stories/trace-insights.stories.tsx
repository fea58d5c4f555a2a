import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactElement } from 'react';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { say, TraceInsight, TraceInsights, TraceInsightsRoot, type TraceInsightsProps } from '../src/components/trace-insights/index.ts';
import { TraceTree } from '../src/components/trace-tree/index.ts';
import { emptyTrace, INSIGHT_RULES, type InsightRule, type Trace } from '../src/core/index.ts';
import { useTraceInsights } from '../src/hooks/index.ts';
import * as samples from './trace-insights/samples.ts';
import { generated } from './trace-tree/traces.ts';

const meta = {
  title: 'TraceInsights',
  component: TraceInsights,
  tags: ['autodocs'],
  decorators: [
    (Story, { parameters }) => (
      <div style={{ boxSizing: 'border-box', maxInlineSize: (parameters['width'] as number | undefined) ?? 'none', padding: '10px 14px' }}>
        <Story />
      </div>
    ),
  ],
  args: { trace: samples.agentLoop(), locale: 'en', onSelectedChange: fn() },
} satisfies Meta<typeof TraceInsights>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Each is one click from its run; those with several lead from run to run, and round again. */
export const AgentLoop: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const loop = await canvas.findByRole('button', { name: /^Warning: 2 steps ending in search ran 5 times with nearly the same input/ });
    await userEvent.click(loop);
    await expect(args.onSelectedChange).toHaveBeenLastCalledWith('think-0', expect.objectContaining({ reason: 'pointer' }));
    await expect(loop).toHaveAttribute('aria-current', 'true');
    await userEvent.click(canvas.getByRole('button', { name: /^Next run, 2 of 5, ChatOpenAI: 2 steps ending in search/ }));
    await expect(args.onSelectedChange).toHaveBeenLastCalledWith('think-1', expect.objectContaining({ reason: 'pointer' }));
    await userEvent.click(canvas.getByRole('button', { name: /^Previous run, 1 of 5, ChatOpenAI: 2 steps ending in search/ }));
    await userEvent.click(canvas.getByRole('button', { name: /^Previous run, 5 of 5, ChatOpenAI: 2 steps ending in search/ }));
    await expect(args.onSelectedChange).toHaveBeenLastCalledWith('think-4', expect.objectContaining({ reason: 'pointer' }));
    await expect(canvas.getByText('5 of 5')).toBeVisible();
    await expect(canvas.getByRole('button', { name: /^Warning: 3 attempts, .+, fell back to gpt-3.5-turbo$/ })).toBeVisible();
  },
};

/** The document was found, and the prompt had "[object Object]" in its place. */
export const LegacyRag: Story = {
  name: 'Legacy RAG',
  args: { trace: samples.legacyRag() },
  play: async ({ canvasElement, args }) => {
    const unused = await within(canvasElement).findByRole('button', { name: /^Warning: The only document of .+ did not reach a prompt$/ });
    unused.focus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onSelectedChange).toHaveBeenLastCalledWith(expect.any(String), expect.objectContaining({ reason: 'keyboard', run: expect.objectContaining({ kind: 'retriever' }) }));
  },
};

export const Retries: Story = {
  args: { trace: samples.retries() },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole('button', { name: 'Warning: 3 attempts at ChatOpenAI, 2 failed: 4.30 s lost' })).toBeVisible();
  },
};

/** What went wrong for good stands first. */
export const InVain: Story = {
  args: { trace: samples.inVain() },
  play: async ({ canvasElement }) => {
    const [first] = await within(canvasElement).findAllByRole('listitem');
    await expect(first).toHaveTextContent('Error: 3 attempts at charge_card, all failed: 3.00 s lost');
  },
};

export const NothingStandsOut: Story = {
  args: { trace: samples.calm() },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(within(canvasElement).getByRole('status')).toHaveTextContent('Nothing stands out'));
    await expect(within(canvasElement).queryByRole('button')).toBeNull();
  },
};

export const Empty: Story = { args: { trace: emptyTrace('a trace to come') } };

/** A rule that takes its time, here five seconds. */
const slow: InsightRule = {
  id: 'slow',
  run: () => {
    const end = performance.now() + 5_000;
    return { isDone: false, result: [], step: () => performance.now() > end };
  },
};
export const Searching: Story = {
  args: { rules: [...INSIGHT_RULES, slow] },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(within(canvasElement).getByRole('status')).toHaveTextContent('Looking for what stands out…89%'));
  },
};

/** Text is text, whatever it says. */
export const HostileNames: Story = {
  args: { trace: samples.hostile() },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole('button', { name: /^Warning: 2 attempts at <img src=x/ })).toBeVisible();
    await expect(canvasElement.querySelector('img, script, iframe, a, b')).toBeNull();
  },
};

/** A rule of the host's own, first as it is, then in a sentence; one that does not work stops none of the others. */
export const OwnRules: Story = {
  args: { rules: [samples.brokenRule, ...INSIGHT_RULES, samples.namedRule('search')] },
  render: (args) => (
    <div style={{ display: 'grid', gap: 24 }}>
      <TraceInsights {...args} />
      <TraceInsights {...args} messages={{ sentences: { named: ({ word, count }, words) => say`${words.count(count)} runs have ${words.name(word)} in their name` } }} />
      <TraceInsights {...args} renderInsight={({ rule, figures }) => (rule === 'named' ? <i>Look at {figures['word']}!</i> : undefined)} />
    </div>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('button', { name: 'named: word search, count 5, owner –' })).toBeVisible();
    await expect(await canvas.findByRole('button', { name: '5 runs have search in their name' })).toBeVisible();
    await expect(await canvas.findByRole('button', { name: 'Look at search!' })).toBeVisible();
    await expect(canvas.getAllByText('The rule my-budget could not be carried out: No budget is set for this project.')).toHaveLength(3);
    await expect(canvas.getAllByRole('button', { name: /^Warning: 2 steps/ })).toHaveLength(3);
  },
};

/** Where the host shows no runs, nothing leads to them. */
export const WithoutRuns: Story = {
  render: ({ trace }) => <TraceInsights trace={trace} locale="en" />,
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(/fell back to/)).toBeVisible();
    await expect(within(canvasElement).queryByRole('button')).toBeNull();
  },
};

export const Medium: Story = { parameters: { width: 640 } };
export const Narrow: Story = { parameters: { width: 360 } };
export const Narrowest: Story = {
  parameters: { width: 280 },
  play: async ({ canvasElement }) => {
    for (const button of await within(canvasElement).findAllByRole('button')) {
      const { width, height, right } = button.getBoundingClientRect();
      await expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
      await expect(right).toBeLessThanOrEqual(280);
    }
  },
};
export const NarrowHostile: Story = { args: { trace: samples.hostile() }, parameters: { width: 280 } };

/** Another direction, and other digits. */
export const RightToLeft: Story = { args: { locale: 'ar-EG' }, decorators: [(Story) => <div dir="rtl"><Story /></div>] };

function Generated({ make, ...args }: TraceInsightsProps & { readonly make: () => Trace }): ReactElement {
  const [trace] = useState(make);
  return <TraceInsights {...args} trace={trace} />;
}

/** Hundreds of insights, of which the first ones are listed. */
export const HundredThousandRuns: Story = {
  render: (args) => <Generated {...args} make={() => generated(100_000)} />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const more = await canvas.findByRole('button', { name: 'Show 20 more' }, { timeout: 30_000 });
    await expect(canvas.getAllByRole('listitem')).toHaveLength(21);
    await userEvent.click(more);
    await expect(canvas.getAllByRole('listitem')).toHaveLength(41);
    await waitFor(() => expect(canvas.getAllByRole('listitem')[20]!.querySelector('button')).toHaveFocus());
  },
};

/** Only the first, beside a heading of one's own. */
export const Parts: Story = {
  render: function Parts({ trace, onSelectedChange }) {
    const { insights } = useTraceInsights({ trace });
    return (
      <TraceInsightsRoot trace={trace} onSelectedChange={onSelectedChange} locale="en">
        <ul>{insights.slice(0, 1).map((insight) => <TraceInsight key={insight.rule} insight={insight} />)}</ul>
      </TraceInsightsRoot>
    );
  },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(within(canvasElement).getAllByRole('listitem')).toHaveLength(1));
  },
};

/** One selection for both: a run that is chosen in the tree is told in the list, too. */
export const WithTree: Story = {
  render: function WithTree({ trace }) {
    const [selected, setSelected] = useState<string | null>(null);
    return (
      <div style={{ blockSize: 640, display: 'flex', flexDirection: 'column', gap: 8 }}>
        <TraceInsights trace={trace} locale="en" selected={selected} onSelectedChange={setSelected} />
        <TraceTree trace={trace} selected={selected} onSelectedChange={setSelected} />
      </div>
    );
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: /^Warning: 2 steps/ }));
    await expect(canvasElement.querySelector('[data-slot="trace-tree-row"][aria-selected="true"]')).toHaveTextContent('ChatOpenAI');
    await userEvent.click(canvasElement.querySelectorAll('[data-slot="trace-tree-row"]')[3]!);
    await expect(canvas.getByText('2 of 5')).toBeVisible();
  },
};
