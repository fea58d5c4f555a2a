import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { TokenMeter, TokenMeterBar, TokenMeterCost, TokenMeterLegend, TokenMeterRoot, TokenMeterTotal } from '../src/components/token-meter/index.ts';
import * as usages from './token-meter/usages.ts';

const meta = {
  title: 'TokenMeter',
  component: TokenMeter,
  tags: ['autodocs'],
  decorators: [
    (Story, { parameters }) => (
      <div style={{ boxSizing: 'border-box', maxInlineSize: (parameters['width'] as number | undefined) ?? 480, padding: 16 }}>
        <Story />
      </div>
    ),
  ],
  args: { usage: usages.cached, locale: 'en' },
} satisfies Meta<typeof TokenMeter>;

export default meta;
type Story = StoryObj<typeof meta>;

/** What came from the cache is hatched. */
export const Cached: Story = {
  args: { cost: usages.recorded },
  play: async ({ canvasElement }) => {
    const bar = within(canvasElement).getByRole('img', { name: '9,480 tokens: 5,504 cached input, 3,508 new input, 468 output.' });
    await expect(bar).toBeVisible();
    const widths = Array.from(bar.querySelectorAll('[data-slot="token-meter-segment"] > rect'), (area) => area.getBoundingClientRect().width);
    const whole = bar.getBoundingClientRect().width;
    // 5,504, 3,508 and 468 of 9,480.
    [0.5806, 0.37, 0.0494].forEach((share, nth) => expect(Math.abs((widths[nth] ?? 0) / whole - share)).toBeLessThan(0.002));
  },
};
/** What was thought is dotted. */
export const Reasoning: Story = { args: { usage: usages.reasoning } };
/** Sound has a line through it. */
export const Audio: Story = { args: { usage: usages.audio } };
/** Every part there is. What the total has beyond all parts is told as other. */
export const AllParts: Story = { args: { usage: usages.everything, cost: usages.recorded, contextWindow: 200_000 } };

/** The thin line under the bar is the context window: it is measured, and its share is told, only if the host knows how large it is. */
export const ContextWindow: Story = {
  args: { cost: usages.computed, contextWindow: 128_000 },
  play: async ({ canvasElement }) => {
    const meter = within(canvasElement).getByRole('meter', { name: 'Context window' });
    await expect(meter).toHaveAttribute('aria-valuenow', '9480');
    await expect(meter).toHaveAttribute('aria-valuemax', '128000');
    await expect(within(canvasElement).getByText('7% of 128K')).toBeVisible();
    const line = meter.querySelector('[data-slot="token-meter-window"] > rect');
    await expect(Math.abs((line?.getBoundingClientRect().width ?? 0) / meter.getBoundingClientRect().width - 0.074)).toBeLessThan(0.002);
  },
};
export const OverTheWindow: Story = {
  args: { usage: usages.long, contextWindow: 128_000 },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByText('117% of 128K, 22K over')).toBeVisible();
    await expect(within(canvasElement).getByRole('meter')).toHaveAttribute('aria-valuenow', '128000');
  },
};

/** A run that called others: what it used itself, and what all used together. */
export const OwnAndTotal: Story = {
  args: { total: usages.subtree, cost: usages.recorded, totalCost: usages.subtreeCost, contextWindow: 128_000 },
  play: async ({ canvasElement }) => {
    const totals = Array.from(canvasElement.querySelectorAll('[data-slot="token-meter-total"]'), (total) => total.textContent);
    await expect(totals).toEqual(['Total 31.2K tokens', 'Own 9,480 tokens']);
    await expect(within(canvasElement).getAllByRole('meter')).toHaveLength(1);
  },
};
/** A chain uses no tokens of its own. */
export const TotalOnly: Story = { args: { usage: null, total: usages.subtree, totalCost: usages.subtreeCost } };

export const CostRecorded: Story = {
  args: { cost: usages.recorded },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('[data-slot="token-meter-cost"]')).toHaveTextContent('$0.0509 cost recorded $0.0438 input $0.00702 output');
  },
};
export const CostComputed: Story = {
  args: { cost: usages.computed },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('[data-slot="token-meter-cost"]')).toHaveTextContent('$0.0203 cost computed');
  },
};
export const CostAbsent: Story = { args: { cost: null } };
export const CostInPart: Story = { args: { cost: usages.inputCost } };

/** Nothing is drawn of what nobody knows. */
export const NothingRecorded: Story = {
  args: { usage: null, cost: null, contextWindow: 128_000 },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('svg')).toBeNull();
    await expect(within(canvasElement).getByTitle('No tokens recorded.')).toHaveTextContent('– tokens');
  },
};
export const NoTokens: Story = { args: { usage: usages.nothing } };
/** A call that failed before it answered: at least that much. */
export const PromptOnly: Story = { args: { usage: usages.promptOnly, contextWindow: 128_000 } };
export const OnlyTotal: Story = { args: { usage: usages.onlyTotal } };

/** Two figures of which one must be wrong. */
export const Contradictory: Story = {
  args: { usage: usages.contradictory },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByText(/^The recorded details come to more/)).toBeVisible();
  },
};
export const PartsBeyondTotal: Story = { args: { usage: usages.beyondTotal } };
export const Huge: Story = { args: { usage: usages.huge, contextWindow: 1_000_000, cost: usages.recorded } };
/** A currency and the names of fees are data. */
export const HostileText: Story = {
  args: { cost: usages.hostileCost },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('img, script')).toBeNull();
  },
};

/** In a sentence or a row; the rest is in the title. */
export const Inline: Story = {
  render: (args) => (
    <div style={{ display: 'grid', gap: 8, justifyItems: 'start' }}>
      <TokenMeter {...args} variant="inline" cost={usages.recorded} />
      <TokenMeter {...args} variant="inline" usage={usages.reasoning} contextWindow={8_000} />
      <TokenMeter {...args} variant="inline" total={usages.subtree} />
      <TokenMeter {...args} variant="inline" usage={usages.contradictory} />
      <TokenMeter {...args} variant="inline" usage={null} />
    </div>
  ),
  play: async ({ canvasElement }) => {
    const widths = Array.from(canvasElement.querySelectorAll('[data-slot="token-meter-bar"]'), (bar) => bar.getBoundingClientRect().width);
    await expect(widths).toEqual([40, 40, 40, 40]);
  },
};

export const Narrow: Story = {
  args: { usage: usages.everything, total: usages.subtree, cost: usages.recorded, totalCost: usages.subtreeCost, contextWindow: 200_000 },
  parameters: { width: 220 },
  play: async ({ canvasElement }) => {
    const meter = canvasElement.querySelector('[data-slot="token-meter"]');
    await expect(meter?.scrollWidth).toBeLessThanOrEqual(meter?.clientWidth ?? 0);
  },
};

/** The bar begins where reading begins. */
export const RightToLeft: Story = {
  args: { usage: usages.everything, cost: usages.recorded, contextWindow: 200_000, locale: 'ar' },
  decorators: [(Story) => <div dir="rtl"><Story /></div>],
  play: async ({ canvasElement }) => {
    const [first, second] = Array.from(canvasElement.querySelectorAll('[data-slot="token-meter-segment"] > rect'), (area) => area.getBoundingClientRect().left);
    await expect(first).toBeGreaterThan(second ?? Infinity);
  },
};

/** A few parts, in an order of one's own. */
export const Parts: Story = {
  args: { cost: usages.recorded },
  render: (args) => (
    <TokenMeterRoot {...args}>
      <TokenMeterLegend />
      <TokenMeterBar />
      <div><TokenMeterTotal /> <TokenMeterCost /></div>
    </TokenMeterRoot>
  ),
};
