import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactElement } from 'react';
import { expect, fn, spyOn, userEvent, waitFor, within } from 'storybook/test';
import { RunInspector, type RunInspectorProps } from '../src/components/run-inspector/index.ts';
import { JsonView } from '../src/components/primitives/JsonView.tsx';
import { renderMarkdown } from '../src/components/markdown/index.ts';
import { parseQuery } from '../src/core/index.ts';
import * as long from './run-inspector/long-samples.ts';
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

/** A search marks what it found, counts it where it is folded away, and goes from find to find. */
export const Search: Story = {
  args: { query: parseQuery('order') },
  ...goes(samples.loop),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const status = canvas.getAllByRole('status')[0];
    await waitFor(() => expect(status).toHaveTextContent(/^\d+ matches$/));
    const total = Number(/\d+/.exec(status?.textContent ?? '')?.[0]);
    await expect(canvas.getByRole('button', { name: /^3 messages as in the previous call \d+ match(es)? inside$/ })).toBeVisible();
    const current = () => canvasElement.querySelector<HTMLElement>('mark[data-current]');
    for (let match = 1; match <= total; match++) {
      await userEvent.click(canvas.getByRole('button', { name: 'Next match' }));
      await waitFor(() => expect(status).toHaveTextContent(new RegExp(`^${match} of ${total} `)));
      await waitFor(() => expect(current()).toHaveTextContent(/^order$/i));
      await expect(current()).toBeVisible();
    }
    await userEvent.keyboard('n');
    await waitFor(() => expect(status).toHaveTextContent(new RegExp(`^1 of ${total} `)));
    await userEvent.keyboard('{Shift>}N{/Shift}');
    await waitFor(() => expect(status).toHaveTextContent(new RegExp(`^${total} of ${total} `)));
  },
};

export const SearchNarrow: Story = { args: { query: parseQuery('order') }, ...goes(samples.loop), parameters: { width: 360 } };
export const SearchFindsNothing: Story = { args: { ...samples.loop(), query: parseQuery('elephant') } };

/** A find among 2,000 messages of 2 kB: what is around it is shown in place of the end. */
export const SearchFarAway: Story = {
  args: { query: parseQuery('needle') },
  ...goes(long.manyMessages),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const next = await canvas.findByRole('button', { name: 'Next match' });
    await userEvent.click(next);
    await waitFor(() => expect(canvasElement.querySelector('mark[data-current]')).toBeVisible());
    await expect(canvas.getAllByRole('status')[0]).toHaveTextContent('1 of 3 Messages');
    await expect(canvas.getByText(/^Message 41\./)).toBeVisible();
    await expect(canvasElement.querySelectorAll('[data-slot="run-inspector-message"]').length).toBeLessThan(60);
    await userEvent.click(next);
    await waitFor(() => expect(canvas.getByText(/^Message 741\./)).toBeVisible());
  },
};

/** Shown as it was written, until the person asks for Markdown. */
export const Markdown: Story = {
  args: { renderMarkdown },
  ...goes(long.markdown),
  play: async ({ canvasElement }) => {
    const messages = within(section(canvasElement, 'messages'));
    await expect(canvasElement.querySelector('table, [data-slot="markdown"]')).toBeNull();
    await userEvent.click(messages.getAllByRole('button', { name: 'Markdown' })[0] ?? canvasElement);
    await waitFor(() => expect(messages.getByRole('table')).toBeVisible());
    await expect(messages.getByRole('link', { name: 'the page' })).toHaveAttribute('rel', 'noopener noreferrer');
    await expect(messages.getAllByRole('link')).toHaveLength(1);
    await expect(canvasElement.querySelector('img, script, iframe')).toBeNull();
    await expect(messages.getByText('Shown as text: there is too much markup in it.')).toBeVisible();
  },
};

export const MarkdownNarrow: Story = { args: { renderMarkdown, defaultPayloadMode: 'markdown', query: parseQuery('plans') }, ...goes(long.markdown), parameters: { width: 360 } };

/** What became of the input: each field before and after. */
export const ShapeOfData: Story = {
  args: { defaultOpenSections: ['shape'] },
  ...goes(long.reshaped),
  play: async ({ canvasElement }) => {
    const table = within(canvasElement).getByRole('table');
    const row = (name: string) => within(table).getByRole('row', { name: new RegExp(`^${name} `) });
    await expect(row('documents')).toHaveTextContent('other size5 × {');
    await expect(row('messages')).toHaveTextContent('4 ×');
    await expect(row('locale')).toHaveTextContent('removed');
    await expect(row('answer')).toHaveTextContent('added');
    await expect(row('limit')).toHaveTextContent('other typenumbertext, 1 character');
    await expect(row('question')).not.toHaveTextContent('kept');
  },
};
export const ShapeOfDataNarrow: Story = { args: { defaultOpenSections: ['shape'] }, ...goes(long.reshaped), parameters: { width: 360 } };
export const ShapeOfDataWide: Story = { args: { defaultOpenSections: ['shape'] }, ...goes(long.reshaped), parameters: { width: 800 } };

/** OpenTelemetry's links: the way to a run of the trace, the ids of any other. */
export const Links: Story = {
  args: { defaultOpenSections: ['links'] },
  ...goes(long.linked),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const [here, elsewhere, gone] = within(section(canvasElement, 'links')).getAllByRole('listitem');
    await expect(elsewhere).toHaveTextContent('in another trace');
    await expect(elsewhere).toHaveTextContent('b7ad6b7169203331');
    await expect(gone).toHaveTextContent('not in this trace');
    if (here !== undefined) await userEvent.click(within(here).getByRole('button', { name: 'Go to run: first try' }));
    await expect(canvas.getByRole('heading', { name: 'first try' })).toBeVisible();
  },
};

/** A template from a hub, its variables, and where their values stand in the prompt. */
export const PromptTemplate: Story = {
  ...goes(long.hubPrompt),
  play: async ({ canvasElement }) => {
    const template = section(canvasElement, 'template');
    await expect(template).toHaveTextContent('rlm/rag-promptversion 50442af133e6');
    await expect([...template.querySelectorAll('[data-slot="run-inspector-slot"]')].map((slot) => slot.textContent)).toEqual(['{context}', '{question}']);
    await expect(within(template).getByText('not found in the prompt as it is')).toBeVisible();
    await userEvent.click(within(template).getAllByRole('button', { name: 'User, message 1' })[1] ?? template);
    await waitFor(() => expect(canvasElement.querySelector('mark[data-current]')).toHaveTextContent('Can I send a jacket back?'));
  },
};
export const PromptTemplateNarrow: Story = { ...goes(long.hubPrompt), parameters: { width: 360 } };

/** One payload that cannot be read takes nothing else with it. */
export const Unreadable: Story = {
  ...goes(long.unreadable),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('alert')).toHaveTextContent('“Input” can’t be shown: reading it failed with “the store is closed”.');
    await expect(section(canvasElement, 'output')).toHaveTextContent('Still here.');
    await userEvent.click(canvas.getByRole('button', { name: 'Open the raw record' }));
    await waitFor(() => expect(section(canvasElement, 'raw')).toHaveTextContent('s3://bucket/inputs.json'));
  },
};

/** Cached, written to the cache, thought and spoken: in words, and what adds up as a bar. */
export const Tokens: Story = {
  ...goes(long.allTokens),
  play: async ({ canvasElement }) => {
    const tokens = canvasElement.querySelector<HTMLElement>('[data-figure="tokens"]');
    await expect(tokens).toHaveTextContent('16.1K9,000 cached input2,000 written to cache2,400 new input800 audio input700 reasoning100 output1,100 audio output');
    await expect(tokens?.querySelectorAll('rect')).toHaveLength(7);
  },
};
export const TokensOfAll: Story = { args: { ...long.allTokens(), run: long.allTokens().trace.roots[0] ?? null } };

/** What takes long to write out is copied in slices, and the button says so. */
export const CopyTenMegabytes: Story = {
  args: { defaultOpenSections: ['result'] },
  ...goes(samples.large),
  play: async ({ canvasElement }) => {
    const button = within(section(canvasElement, 'result')).getByRole('button', { name: 'Copy: Result' });
    let length = 0;
    spyOn(navigator.clipboard, 'write').mockImplementation(async ([item]) => {
      length = (await item?.getType('text/plain'))?.size ?? 0;
    });
    await userEvent.click(button);
    await waitFor(() => expect(button).toHaveAccessibleName('Copying…: Result'));
    await waitFor(() => expect(button).toHaveAccessibleName('Copied: Result'), { timeout: 10_000 });
    await expect(length).toBeGreaterThan(10_000_000);
  },
};

/** Long lists are shown in steps; what is out of sight is not laid out. */
export const ManyMessages: Story = { ...goes(long.manyMessages) };
export const ManyEventsAndDocuments: Story = {
  args: { defaultOpenSections: ['documents', 'events'] },
  ...goes(long.manyThings),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getAllByText('in prompt')).toHaveLength(25);
    await userEvent.click(canvas.getByRole('button', { name: 'Show 25 of 4,975 more' }));
    await expect(canvas.getAllByText('in prompt')).toHaveLength(40);
    await userEvent.click(canvas.getByRole('button', { name: 'Show 50 of 9,950 more' }));
    await expect(canvasElement.querySelectorAll('[data-slot="run-inspector-event"]')).toHaveLength(100);
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
