import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactElement } from 'react';
import { expect, fn, spyOn, userEvent, waitFor, within } from 'storybook/test';
import { TraceSummary, TraceSummaryError, TraceSummaryFigures, TraceSummaryLine, TraceSummaryRoot, TraceSummaryTitle, type TraceSummaryProps } from '../src/components/trace-summary/index.ts';
import { TraceTree } from '../src/components/trace-tree/index.ts';
import type { Trace } from '../src/core/index.ts';
import * as samples from './trace-summary/samples.ts';
import * as traces from './trace-tree/traces.ts';

const meta = {
  title: 'TraceSummary',
  component: TraceSummary,
  tags: ['autodocs'],
  decorators: [
    (Story, { parameters }) => (
      <div style={{ boxSizing: 'border-box', maxInlineSize: (parameters['width'] as number | undefined) ?? 'none', padding: '10px 14px' }}>
        <Story />
      </div>
    ),
  ],
  args: { trace: samples.refundAgent(), timeZone: 'UTC', onSelectedChange: fn(), onOpenChange: fn() },
} satisfies Meta<typeof TraceSummary>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Attempts that failed and were survived: the error is told, the trace succeeded. What took longest is one click away. */
export const Succeeded: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('heading', { name: 'refund_agent' })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: /of the wait$/ }));
    await expect(args.onSelectedChange).toHaveBeenLastCalledWith('plan-call', expect.objectContaining({ reason: 'pointer' }));
    await userEvent.click(canvas.getByRole('button', { name: /^2 errors/ }));
    await expect(args.onSelectedChange).toHaveBeenLastCalledWith('try-1', expect.objectContaining({ reason: 'pointer' }));
  },
};

/** Models, the wait and the record; rows lead to runs, by key too. */
export const Details: Story = {
  args: { trace: samples.judged(), defaultOpen: true },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('table', { name: 'Models' })).toBeVisible();
    const step = within(canvas.getByRole('table', { name: 'What the wait was spent on' })).getByRole('button', { name: 'vector_store.query' });
    step.focus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onSelectedChange).toHaveBeenLastCalledWith('vectors', expect.objectContaining({ reason: 'keyboard' }));
    const toggle = canvas.getByRole('button', { name: 'Details' });
    await userEvent.click(toggle);
    await expect(toggle).toHaveAttribute('aria-expanded', 'false');
    await expect(args.onOpenChange).toHaveBeenLastCalledWith(false, {});
    await userEvent.click(toggle);
    await expect(canvas.getByRole('table', { name: 'Models' })).toBeVisible();
  },
};

/** The failure leads to the run where it began, not to those that pass it on. */
export const Failed: Story = {
  args: { trace: samples.failed() },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: /OverloadedError/ }));
    await expect(args.onSelectedChange).toHaveBeenLastCalledWith('answer', expect.objectContaining({ reason: 'pointer' }));
  },
};
export const RealFailure: Story = { args: { trace: traces.withErrors() } };
export const Feedback: Story = { args: { trace: samples.judged() } };
export const Running: Story = { args: { trace: samples.running(), now: samples.NOW } };
export const Interrupted: Story = { args: { trace: traces.waiting() } };
export const NoTokens: Story = { args: { trace: samples.unmetered() } };

/** What is known in part is told as the least that it is, and why. */
export const PartlyMetered: Story = {
  args: { trace: samples.partlyMetered(), defaultOpen: true },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByText('1 model call recorded no tokens')).toBeVisible();
    await expect(within(canvasElement).getByText('2 model calls recorded no cost')).toBeVisible();
  },
};

export const ManyModels: Story = {
  args: { trace: samples.manyModels(), defaultOpen: true },
  play: async ({ canvasElement }) => {
    const table = within(canvasElement).getByRole('table', { name: 'Models' });
    await expect(within(table).getAllByRole('row')).toHaveLength(7);
    const [more] = within(canvasElement).getAllByRole('button', { name: 'Show 6 more' });
    if (more !== undefined) await userEvent.click(more);
    await expect(within(table).getAllByRole('row')).toHaveLength(13);
  },
};

/** Text is text, whatever it says. */
export const HostileText: Story = {
  args: { trace: samples.hostile(), defaultOpen: true },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('img, script, iframe, a, b')).toBeNull();
  },
};

export const HugeNumbers: Story = { args: { trace: samples.huge(), defaultOpen: true } };
export const OpenTelemetry: Story = { name: 'OpenTelemetry', args: { trace: traces.openInference() } };
export const OneRun: Story = { args: { trace: traces.single() } };
export const Repaired: Story = { args: { trace: traces.broken(), defaultOpen: true } };
export const Empty: Story = {
  args: { trace: traces.empty() },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByText('This trace has no runs.')).toBeVisible();
    await expect(within(canvasElement).queryByRole('button')).toBeNull();
  },
};

export const Medium: Story = { args: { trace: samples.judged() }, parameters: { width: 640 } };
export const Narrow: Story = { args: { trace: samples.failed() }, parameters: { width: 360 } };
export const NarrowDetails: Story = { args: { trace: samples.judged(), defaultOpen: true }, parameters: { width: 360 } };
export const NarrowHostile: Story = { args: { trace: samples.hostile(), defaultOpen: true }, parameters: { width: 360 } };

/** Another language, and another direction. */
export const RightToLeft: Story = {
  args: { trace: samples.judged(), defaultOpen: true, locale: 'ar' },
  decorators: [(Story) => <div dir="rtl"><Story /></div>],
};

/** The id is copied, and the button says so. */
export const CopiesTheId: Story = {
  play: async ({ canvasElement }) => {
    const write = spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const button = within(canvasElement).getByRole('button', { name: 'Copy ID' });
    await userEvent.click(button);
    await expect(write).toHaveBeenCalledWith('trace');
    await waitFor(() => expect(button).toHaveTextContent('Copied'));
  },
};

/** Where the host shows no runs, nothing leads to them. */
export const WithoutRuns: Story = {
  args: { trace: samples.failed() },
  render: ({ trace, timeZone }) => <TraceSummary trace={trace} timeZone={timeZone} />,
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getAllByRole('button').map((button) => button.textContent)).toEqual(['Copy ID', 'Details']);
  },
};

/** A few parts of one's own choice. */
export const Parts: Story = {
  render: ({ trace, onSelectedChange }) => (
    <TraceSummaryRoot trace={trace} onSelectedChange={onSelectedChange}>
      <TraceSummaryTitle />
      <TraceSummaryLine>
        <TraceSummaryFigures />
        <TraceSummaryError />
      </TraceSummaryLine>
    </TraceSummaryRoot>
  ),
};

function Generated({ make, ...args }: TraceSummaryProps & { readonly make: () => Trace }): ReactElement {
  const [trace] = useState(make);
  return <TraceSummary {...args} trace={trace} />;
}
export const HundredThousandRuns: Story = { render: (args) => <Generated {...args} make={() => traces.generated(100_000)} /> };

/** One selection for both. */
export const WithTree: Story = {
  render: function WithTree({ trace, timeZone }) {
    const [selected, setSelected] = useState<string | null>(null);
    return (
      <div style={{ blockSize: 560, display: 'flex', flexDirection: 'column', gap: 8 }}>
        <TraceSummary trace={trace} timeZone={timeZone} onSelectedChange={setSelected} />
        <TraceTree trace={trace} selected={selected} onSelectedChange={setSelected} />
      </div>
    );
  },
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: /^2 errors RateLimitError/ }));
    await expect(canvasElement.querySelector('[data-slot="trace-tree-row"][aria-selected="true"]')).toHaveTextContent('RateLimitError');
  },
};
