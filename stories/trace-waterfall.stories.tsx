import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactElement } from 'react';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { TraceWaterfall, type TraceWaterfallProps } from '../src/components/trace-waterfall/index.ts';
import type { Trace } from '../src/core/index.ts';
import * as traces from './trace-tree/traces.ts';

const meta = {
  title: 'TraceWaterfall',
  component: TraceWaterfall,
  tags: ['autodocs'],
  decorators: [
    (Story, { parameters }) => (
      <div style={{ blockSize: 'min(640px, 100vh)', maxInlineSize: (parameters['width'] as number | undefined) ?? 1200, display: 'flex', flexDirection: 'column' }}>
        <Story />
      </div>
    ),
  ],
  args: { trace: traces.langSmith(), onWindowChange: fn() },
} satisfies Meta<typeof TraceWaterfall>;

export default meta;
type Story = StoryObj<typeof meta>;

function Generated({ make, ...args }: TraceWaterfallProps & { readonly make: () => Trace }): ReactElement {
  const [trace] = useState(make);
  return <TraceWaterfall {...args} trace={trace} />;
}

/** An agent and its subagent: what works is a full bar, what holds other runs a thin one. */
export const LangSmith: Story = {
  name: 'LangSmith',
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const tree = canvas.getByRole('treegrid');
    await waitFor(() => expect(canvasElement.querySelectorAll('[data-slot="trace-waterfall-bar"]').length).toBeGreaterThan(10));
    await userEvent.click(within(tree).getByRole('row', { name: /research 480/ }));
    await userEvent.keyboard('f');
    await expect(args.onWindowChange).toHaveBeenCalled();
    await expect(canvas.getByText(/of 969 ms/)).toBeVisible();
    await userEvent.keyboard('F');
    await expect(canvas.getByText('969 ms', { selector: '[data-slot="trace-waterfall-showing"]' })).toBeVisible();
  },
};

/** Retrieval under OpenTelemetry, of which most of the time nothing was traced: idle stretches can be drawn short. */
export const OpenTelemetry: Story = {
  name: 'OpenTelemetry, idle time shortened',
  args: { trace: traces.openInference(), defaultShortenIdle: true },
};

/** Waiting for the first token is hatched. */
export const Streaming: Story = { args: { trace: traces.langSmithOperations() } };
export const Errors: Story = { args: { trace: traces.withErrors() } };
export const Running: Story = { args: { trace: traces.running(), now: traces.NOW } };
export const EveryKind: Story = { args: { trace: traces.kinds() } };
export const OneRun: Story = { args: { trace: traces.single() } };
export const Empty: Story = { args: { trace: traces.empty() } };
export const Repaired: Story = { args: { trace: traces.broken() } };
export const Compact: Story = { args: { density: 'compact', columns: ['duration'] } };
export const Narrow: Story = { args: { trace: traces.withErrors() }, parameters: { width: 390 } };

export const HundredThousandRuns: Story = {
  render: (args) => <Generated {...args} make={() => traces.generated(100_000)} />,
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelectorAll('*').length).toBeLessThan(2_500);
  },
};
