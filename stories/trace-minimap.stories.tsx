import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactElement } from 'react';
import { expect, fn, userEvent, within } from 'storybook/test';
import { TraceMinimap, type TraceMinimapProps } from '../src/components/trace-minimap/index.ts';
import { TraceWaterfall } from '../src/components/trace-waterfall/index.ts';
import type { TimeWindow, Trace } from '../src/core/index.ts';
import * as traces from './trace-tree/traces.ts';

const meta = {
  title: 'TraceMinimap',
  component: TraceMinimap,
  tags: ['autodocs'],
  decorators: [(Story) => <div style={{ maxInlineSize: 900 }}><Story /></div>],
  args: { trace: traces.langSmith(), onWindowChange: fn() },
} satisfies Meta<typeof TraceMinimap>;

export default meta;
type Story = StoryObj<typeof meta>;

function Generated({ make, ...args }: TraceMinimapProps & { readonly make: () => Trace }): ReactElement {
  const [trace] = useState(make);
  return <TraceMinimap {...args} trace={trace} />;
}

/** The handles are sliders: arrows move them. */
export const LangSmith: Story = {
  name: 'LangSmith',
  play: async ({ canvasElement, args }) => {
    const start = await within(canvasElement).findByRole('slider', { name: 'Start of the window' });
    start.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect(args.onWindowChange).toHaveBeenCalledTimes(2);
    await expect(Number(start.getAttribute('aria-valuenow'))).toBeGreaterThan(30);
    await userEvent.keyboard('{Home}');
    await expect(start).toHaveAttribute('aria-valuenow', '0');
  },
};

/** Errors are seen at any size. */
export const Errors: Story = { args: { trace: traces.withErrors() } };
export const Windowed: Story = { args: { defaultWindow: { start: 200, end: 640 } } };
export const HundredThousandRuns: Story = { render: (args) => <Generated {...args} make={() => traces.generated(100_000)} /> };
export const Chain: Story = { render: (args) => <Generated {...args} make={() => traces.chain(10_000)} /> };
export const Running: Story = { args: { trace: traces.running(), now: traces.NOW } };
export const OneRun: Story = { args: { trace: traces.single() } };
export const Empty: Story = { args: { trace: traces.empty() } };

/** One window for both. */
export const WithWaterfall: Story = {
  render: function WithWaterfall({ trace }) {
    const [window, setWindow] = useState<TimeWindow | null>(null);
    return (
      <div style={{ blockSize: 560, display: 'flex', flexDirection: 'column' }}>
        <TraceMinimap trace={trace} window={window} onWindowChange={setWindow} />
        <TraceWaterfall trace={trace} window={window} onWindowChange={setWindow} />
      </div>
    );
  },
};
