import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactElement } from 'react';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { TraceViewer, useTraceViewerContext, type TraceViewerProps } from '../src/components/trace-viewer/index.ts';
import type { Trace } from '../src/core/index.ts';
import { readViewerValue } from '../src/index.ts';
import * as traces from './trace-tree/traces.ts';

const meta = {
  title: 'TraceViewer',
  component: TraceViewer,
  tags: ['autodocs'],
  parameters: { docs: { story: { inline: false, iframeHeight: 720 } } },
  decorators: [
    (Story, { parameters }) => (
      <div style={{ blockSize: 'min(860px, 100vh)', maxInlineSize: parameters['width'] as number | undefined, display: 'flex', flexDirection: 'column' }}>
        <Story />
      </div>
    ),
  ],
  args: { trace: traces.langSmith(), onValueChange: fn() },
} satisfies Meta<typeof TraceViewer>;

export default meta;
type Story = StoryObj<typeof meta>;

/** A trace that is made only when its story is looked at. */
function Generated({ make, ...args }: Partial<TraceViewerProps> & { readonly make: () => Trace }): ReactElement {
  const [trace] = useState(make);
  return <TraceViewer {...args} trace={trace} />;
}

const rows = (canvasElement: HTMLElement): HTMLElement[] => within(within(canvasElement).getByRole('treegrid')).getAllByRole('row');

/** An agent and its subagent. Everything is within reach of the keyboard: `/` searches, `n` goes on, `e` goes to errors, `?` tells the keys. */
export const LangSmith: Story = {
  name: 'LangSmith',
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(rows(canvasElement).length).toBeGreaterThan(10));
    await userEvent.click(rows(canvasElement)[1]!);
    await expect(canvas.getByRole('region', { name: 'Selected run' })).toBeVisible();

    await userEvent.keyboard('/');
    const field = canvas.getByRole('combobox');
    await expect(field).toHaveFocus();
    await userEvent.type(field, 'research');
    await waitFor(() => expect(canvasElement.querySelectorAll('[data-slot="trace-tree-row"][data-match="found"], [data-slot="trace-tree-row"][data-match="current"]').length).toBeGreaterThan(0));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(canvasElement.querySelector('[data-slot="trace-tree-row"][data-match="current"]')).toHaveAttribute('aria-selected', 'true'));
    await waitFor(() => expect(args.onValueChange).toHaveBeenLastCalledWith(expect.objectContaining({ query: 'research' }), expect.anything()));
    await userEvent.clear(field);

    rows(canvasElement)[1]!.focus();
    await userEvent.keyboard('?');
    await expect(canvas.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull());
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(canvas.queryByRole('region', { name: 'Selected run' })).toBeNull());
    await expect(document.activeElement).toHaveAttribute('role', 'row');
  },
};

/** `e` shows where it failed, at once. */
export const Failed: Story = {
  args: { trace: traces.withErrors() },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(rows(canvasElement).length).toBeGreaterThan(3));
    rows(canvasElement)[1]!.focus();
    await userEvent.keyboard('e');
    const pane = await canvas.findByRole('region', { name: 'Selected run' });
    await expect(pane.querySelector('[data-slot="run-inspector"]')).toHaveAttribute('data-status', 'error');
    await expect(document.activeElement).toHaveAttribute('data-status', 'error');
  },
};

export const OpenTelemetry: Story = { name: 'OpenTelemetry', args: { trace: traces.openInference() } };

/** The same trace read as chat; each message leads to its run. */
export const Conversation: Story = {
  args: { defaultValue: { view: 'conversation' } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('tab', { name: 'Timeline' }));
    await canvas.findByRole('treegrid');
    await userEvent.click(canvas.getByRole('tab', { name: 'Conversation' }));
    await expect(await canvas.findByRole('region', { name: 'Conversation of supervisor' })).toBeVisible();
  },
};

/** What a link says is on show at first. */
export const FromALink: Story = {
  args: {
    trace: traces.withErrors(),
    defaultValue: readViewerValue({ query: 'status:error', mode: 'filter', hostile: '<script>', window: { start: 'x' } }),
  },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(within(canvasElement).getByRole('combobox')).toHaveValue('status:error'));
    await waitFor(() => expect(canvasElement.querySelector('[data-slot="trace-tree-row"][data-match="found"]')).not.toBeNull());
  },
};

function Footprint(): ReactElement {
  const { trace, viewer } = useTraceViewerContext('Footprint');
  return <strong>{`${trace.name}: ${trace.runs.length} runs${viewer.run === null ? '' : `, ${viewer.run.name} is selected`}`}</strong>;
}

/** Parts of one's own take the place of the viewer's, and know all that it knows. */
export const Slots: Story = {
  args: { slots: { summary: Footprint, tabs: null } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(rows(canvasElement).length).toBeGreaterThan(3));
    await userEvent.click(rows(canvasElement)[1]!);
    await expect(canvas.getByText(/is selected$/)).toBeVisible();
    await expect(canvas.queryByRole('tablist')).toBeNull();
  },
};

/** Where there is room for one thing only, the selected run takes the place of the runs. */
export const Narrow: Story = {
  parameters: { width: 360 },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(rows(canvasElement).length).toBeGreaterThan(3));
    await userEvent.click(rows(canvasElement)[2]!);
    const back = await canvas.findByRole('button', { name: 'Runs' });
    await waitFor(() => expect(back).toHaveFocus());
    await expect(canvas.queryByRole('treegrid')).toBeNull();
    await userEvent.keyboard('{Enter}');
    await expect(await canvas.findByRole('treegrid')).toBeVisible();
    await waitFor(() => expect(document.activeElement).toHaveAttribute('role', 'row'));
  },
};

export const Medium: Story = { parameters: { width: 800 }, args: { defaultValue: { selected: null } } };
export const Compact: Story = { args: { density: 'compact' } };
export const Running: Story = { args: { trace: traces.running(), now: traces.NOW } };
export const Waiting: Story = { args: { trace: traces.waiting() } };
export const Repaired: Story = { args: { trace: traces.broken() } };
export const Empty: Story = { args: { trace: traces.empty() } };
export const OneRun: Story = { args: { trace: traces.single() } };
export const RightToLeft: Story = {
  decorators: [(Story) => <div dir="rtl" style={{ display: 'contents' }}><Story /></div>],
};

/** 100,000 runs. */
export const Large: Story = {
  render: (args) => <Generated {...args} make={() => traces.generated(100_000)} />,
};
