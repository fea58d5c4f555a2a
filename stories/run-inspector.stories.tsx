import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactElement } from 'react';
import { expect, fn, spyOn, userEvent, waitFor, within } from 'storybook/test';
import { RunInspector, type RunInspectorProps } from '../src/components/run-inspector/index.ts';
import { JsonView } from '../src/index.ts';
import * as samples from './run-inspector/samples.ts';

const meta = {
  title: 'RunInspector',
  component: RunInspector,
  tags: ['autodocs'],
  decorators: [
    (Story, { parameters }) => (
      <div style={{ blockSize: 'min(900px, 100vh)', maxInlineSize: (parameters['width'] as number | undefined) ?? 480, display: 'flex', flexDirection: 'column' }}>
        <Story />
      </div>
    ),
  ],
  args: { ...samples.loop(), onRunChange: fn() },
} satisfies Meta<typeof RunInspector>;

export default meta;
type Story = StoryObj<typeof meta>;

/** A sample that is made only when its story is looked at, and whose runs can be gone through. */
function Generated({ make, ...args }: Partial<RunInspectorProps> & { readonly make: () => samples.Sample }): ReactElement {
  const [sample] = useState(make);
  const [run, setRun] = useState(sample.run);
  return <RunInspector {...args} trace={sample.trace} run={run} onRunChange={(id) => setRun(sample.trace.get(id) ?? run)} />;
}

/** A sample, and going from run to run. */
const goes = (make: () => samples.Sample): Pick<Story, 'render'> => ({ render: (args) => <Generated {...args} make={make} /> });
const section = (canvasElement: HTMLElement, name: string): HTMLElement => canvasElement.querySelector<HTMLElement>(`[data-section="${name}"]`) ?? canvasElement;

/** What the call before was told is one line; a call leads to the run that carried it out; sections stay as they are. */
export const ModelCall: Story = {
  ...goes(samples.loop),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('heading', { name: 'ChatOpenAI' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: '3 messages as in the previous call' })).toHaveAttribute('aria-expanded', 'false');
    const parameters = canvas.getByRole('button', { name: 'Parameters' });
    await userEvent.click(parameters);
    await expect(parameters).toHaveAttribute('aria-expanded', 'true');
    await userEvent.click(canvas.getByRole('button', { name: 'Previous call' }));
    await expect(canvas.getByText('Let me look.')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Go to run: lookup_order' }));
    await expect(canvas.getByRole('heading', { name: 'lookup_order' })).toBeVisible();
    await expect(section(canvasElement, 'result')).toHaveTextContent('delivered');
  },
};

export const ModelCallWide: Story = { ...goes(samples.loop), parameters: { width: 800 } };
export const Narrow: Story = { ...goes(samples.loop), parameters: { width: 360 } };

/** Everything open. */
export const EverySection: Story = {
  args: { defaultOpenSections: ['messages', 'tools', 'parameters', 'request', 'response', 'metadata', 'events', 'raw'], defaultPayloadMode: 'json' },
};

export const LangSmithAgent: Story = { name: 'LangSmith agent', ...goes(samples.agent) };
export const LangSmithModelCall: Story = { name: 'LangSmith model call', ...goes(samples.secondCall) };
export const OpenTelemetry: Story = { name: 'OpenTelemetry', ...goes(samples.openInference) };
export const Streaming: Story = goes(samples.streaming);
export const Tool: Story = goes(samples.tool);
export const Prompt: Story = goes(samples.prompt);
export const Parser: Story = goes(samples.parser);
export const Feedback: Story = goes(samples.judged);
export const Attempt: Story = goes(samples.attempt);
export const Interrupted: Story = goes(samples.waiting);
export const Running: Story = { args: { ...samples.running(), now: samples.NOW } };
export const NothingRecorded: Story = { args: samples.bare() };
export const Empty: Story = { args: { run: null } };

/** Which documents were found, and which of them a model was told of. */
export const Retriever: Story = {
  args: { ...samples.loop(), run: samples.loop().trace.get('policy') ?? null },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'in prompt' }));
    await expect(args.onRunChange).toHaveBeenCalledWith('answer');
    await expect(canvas.getByText('not in a prompt')).toBeVisible();
  },
};
export const RealRetriever: Story = goes(samples.retriever);

/** The error comes first; its stack is folded. */
export const Failure: Story = {
  ...goes(samples.error),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const write = spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await userEvent.click(canvas.getByRole('button', { name: 'Copy: Failed' }));
    await expect(write).toHaveBeenCalledOnce();
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Copied: Failed' })).toBeVisible());
    const stack = canvas.getByRole('button', { name: /^Stack/ });
    await userEvent.click(stack);
    await expect(stack).toHaveAttribute('aria-expanded', 'true');
  },
};

/** Nothing is loaded before it is asked for. */
export const Multimodal: Story = {
  ...goes(samples.images),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvasElement.querySelector('img')).toBeNull();
    const [load] = canvas.getAllByRole('button', { name: 'Load image' });
    if (load !== undefined) await userEvent.click(load);
    await waitFor(() => expect(canvasElement.querySelector('img') ?? canvas.queryByRole('status')).not.toBeNull());
  },
};

/** Text is text, whatever it says. */
export const HostileText: Story = {
  args: { ...samples.hostile(), defaultOpenSections: ['messages', 'metadata', 'request', 'stack', 'raw'] },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('img, script, iframe, a, b')).toBeNull();
  },
};

/** 10 MB, of which only what is in sight is in the document. */
export const TenMegabytes: Story = {
  ...goes(samples.large),
  play: async ({ canvasElement }) => {
    const tree = within(section(canvasElement, 'result')).getByRole('tree');
    within(tree).getAllByRole('treeitem')[1]?.focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect(document.activeElement).toHaveAttribute('aria-expanded', 'true');
    await userEvent.keyboard('{End}');
    await expect(document.activeElement).toHaveTextContent('report');
    await userEvent.keyboard('{ArrowUp}');
    await expect(document.activeElement).toHaveAttribute('aria-setsize', '100000');
    await expect(document.activeElement).toHaveTextContent('99999');
    await expect(canvasElement.querySelectorAll('*').length).toBeLessThan(1_500);
  },
};

/** By keyboard: open, close, to the parent, everything inside, copy. */
export const DeepJson: Story = {
  name: 'Deep JSON',
  ...goes(() => samples.deep(400)),
  play: async ({ canvasElement }) => {
    const tree = within(canvasElement).getByRole('tree', { name: 'Input' });
    within(tree).getAllByRole('treeitem')[0]?.focus();
    await userEvent.keyboard('*{End}');
    await expect(document.activeElement).toHaveTextContent('the bottom');
    await expect(document.activeElement).toHaveAttribute('aria-level', '401');
    const write = spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await userEvent.keyboard('c');
    await expect(write).toHaveBeenCalledWith('the bottom');
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    await expect(document.activeElement).toHaveAttribute('aria-expanded', 'false');
    await userEvent.keyboard('{Home}{ArrowLeft}');
    await expect(within(tree).getAllByRole('treeitem')).toHaveLength(1);
  },
};

/** Nobody runs out of stack. */
export const HundredThousandLevels: Story = {
  ...goes(() => samples.deep(100_000)),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(within(section(canvasElement, 'input')).getByRole('button', { name: 'Text' }));
    await expect(section(canvasElement, 'input')).toHaveTextContent('"level": 40');
    await userEvent.click(canvas.getByRole('button', { name: /^Show more/ }));
    await userEvent.click(within(section(canvasElement, 'input')).getByRole('button', { name: 'JSON' }));
    within(canvas.getByRole('tree')).getAllByRole('treeitem')[0]?.focus();
    await userEvent.keyboard('*{End}');
    await expect(Number(document.activeElement?.getAttribute('aria-level'))).toBeGreaterThan(40_000);
  },
};

export const TwoThousandMessages: Story = {
  ...goes(samples.longConversation),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText('That is all.')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: /^Show 25 of 1,975 earlier/ }));
    await expect(canvasElement.querySelectorAll('[data-slot="run-inspector-message"]')).toHaveLength(50);
  },
};

export const RightToLeft: Story = { render: (args) => <div dir="rtl" style={{ display: 'contents' }}><RunInspector {...args} /></div> };

/** The tree of JSON alone, with a text that is longer than a row. */
export const Json: Story = {
  name: 'JsonView',
  render: () => (
    <div style={{ padding: 12, color: 'var(--runlens-text)', font: '13px var(--runlens-font)' }}>
      <JsonView label="A payload" value={{ id: 7, ok: true, none: null, list: [1, 2, [3]], prompt: 'First line.\nSecond line. '.repeat(40), empty: {} }} />
    </div>
  ),
  play: async ({ canvasElement }) => {
    const tree = within(canvasElement).getByRole('tree');
    await userEvent.click(within(tree).getByText(/^Show all/));
    await expect(canvasElement.querySelector('[data-slot="json-view-text"]')).toHaveTextContent('Second line.');
    await userEvent.click(within(tree).getByText('Hide the text'));
    await expect(canvasElement.querySelector('[data-slot="json-view-text"]')).toBeNull();
  },
};
