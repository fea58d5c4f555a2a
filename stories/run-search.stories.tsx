import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactElement, type ReactNode } from 'react';
import { expect, fireEvent, fn, userEvent, waitFor, within } from 'storybook/test';
import type { Trace } from '../src/core/index.ts';
import { Found, type FoundProps } from './run-search/Found.tsx';
import { Shadow } from './trace-tree/Shadow.tsx';
import * as traces from './trace-tree/traces.ts';

const meta = {
  title: 'RunSearch',
  component: Found,
  tags: ['autodocs'],
  decorators: [(Story, { parameters }) => <Frame width={parameters['width'] as number | undefined}><Story /></Frame>],
  args: { trace: traces.langSmith(), onQueryChange: fn(), onCurrentChange: fn() },
} satisfies Meta<typeof Found>;

export default meta;
type Story = StoryObj<typeof meta>;

function Frame({ width, children }: { readonly width: number | undefined; readonly children: ReactNode }): ReactElement {
  return <div style={{ boxSizing: 'border-box', maxInlineSize: width ?? 900, padding: width === undefined ? 16 : 8 }}>{children}</div>;
}

/** A trace that is made only when its story is looked at. */
function Generated({ make, ...args }: FoundProps & { readonly make: () => Trace }): ReactElement {
  const [trace] = useState(make);
  return <Found {...args} trace={trace} />;
}

const fieldIn = (canvas: HTMLElement): HTMLInputElement => within(canvas).getByRole('combobox', { name: 'Search runs' });
const optionsIn = (canvas: HTMLElement): (string | null)[] => within(canvas).queryAllByRole('option').map(({ textContent }) => textContent);
const activeIn = (field: HTMLElement): string | null | undefined => (field.getRootNode() as Document | ShadowRoot).getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent;
const foundIn = (canvas: HTMLElement): number => within(within(canvas).getByRole('list', { name: 'Found' })).queryAllByRole('listitem').length;

/** Nothing is asked yet: the field, and what can be asked behind the question mark. */
export const Empty: Story = {
  play: async ({ canvasElement }) => {
    const field = fieldIn(canvasElement);
    await expect(field).toHaveAttribute('aria-keyshortcuts', '/');
    await userEvent.click(field);
    await expect(field).toHaveAttribute('aria-expanded', 'false');
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await expect(optionsIn(canvasElement)).toHaveLength(20);
    await expect(field).not.toHaveAttribute('aria-activedescendant');
    await userEvent.keyboard('{ArrowUp}');
    const last = optionsIn(canvasElement).at(-1);
    await expect(activeIn(field)).toBe(last);
    await userEvent.keyboard('{Escape}');
    await expect(field).toHaveAttribute('aria-expanded', 'false');
  },
};

/** By keyboard alone: a field, one of its values, from match to match, and back to nothing. */
export const Typing: Story = {
  play: async ({ canvasElement, args }) => {
    const field = fieldIn(canvasElement);
    await userEvent.click(field);
    await userEvent.keyboard('kin');
    await expect(field).toHaveAttribute('aria-expanded', 'true');
    await expect(optionsIn(canvasElement)[0]).toContain('kind:');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect(field).toHaveValue('kind:');
    // What the browser writes by itself, simulated keys don't see: from here on only keys that write nothing.
    const values = optionsIn(canvasElement);
    await userEvent.keyboard('{ArrowDown>' + (values.findIndex((text) => text?.startsWith('llm')) + 1) + '/}');
    await expect(activeIn(field)).toMatch(/^llm\d+$/);
    await userEvent.keyboard('{Tab}');
    await expect(field).toHaveValue('kind:llm ');
    await expect(field).toHaveFocus();
    await expect(field).toHaveAttribute('aria-expanded', 'false');

    const count = foundIn(canvasElement);
    await expect(count).toBeGreaterThan(1);
    await expect(within(canvasElement).getByText(`${count} matches`, { selector: '[aria-hidden]' })).toBeVisible();
    await userEvent.keyboard('{Enter}{Enter}');
    await expect(args.onCurrentChange).toHaveBeenCalledTimes(2);
    await expect(within(canvasElement).getByText(`2 of ${count}`)).toBeVisible();
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
    await expect(within(canvasElement).getByText(`1 of ${count}`)).toBeVisible();

    // Escape closes what is open, then clears, then is for others.
    await userEvent.keyboard('{ArrowDown}');
    await expect(field).toHaveAttribute('aria-expanded', 'true');
    await userEvent.keyboard('{Escape}');
    await expect(field).toHaveAttribute('aria-expanded', 'false');
    await expect(field).toHaveValue('kind:llm ');
    await userEvent.keyboard('{Escape}');
    await expect(field).toHaveValue('');
  },
};

/** Words are looked for everywhere. */
export const Text: Story = { args: { defaultQuery: 'research' } };

/** Terms as chips: each can be removed, the rest stays as it was written. */
export const Fields: Story = {
  args: { defaultQuery: '(kind:llm OR kind:tool)  latency:>500ms -tag:beta NOT "rate limit"' },
  play: async ({ canvasElement }) => {
    const field = fieldIn(canvasElement);
    const chips = within(canvasElement).getByRole('toolbar', { name: 'Terms of the search' });
    await expect(within(chips).getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual([
      'Remove kind: llm', 'Remove kind: tool', 'Remove latency > 500 ms', 'Remove not tag: beta', 'Remove not “rate limit”',
    ]);
    within(chips).getByRole('button', { name: 'Remove kind: llm' }).focus();
    await userEvent.keyboard('{ArrowRight}{Delete}');
    await expect(field).toHaveValue('(kind:llm)  latency:>500ms -tag:beta NOT "rate limit"');
    await expect(within(chips).getByRole('button', { name: 'Remove latency > 500 ms' })).toHaveFocus();
    await userEvent.click(within(chips).getByRole('button', { name: 'Remove not “rate limit”' }));
    await expect(field).toHaveValue('(kind:llm)  latency:>500ms -tag:beta');
  },
};

/** What is not understood is underlined where it is, and said in words. */
export const Errors: Story = {
  args: { defaultQuery: 'nmae:research status:sucess latency:>soon kind:llm' },
  play: async ({ canvasElement }) => {
    const field = fieldIn(canvasElement);
    await expect(field).toBeInvalid();
    await expect(canvasElement.querySelectorAll('[data-wrong][data-part]')).toHaveLength(3);
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Write name' }));
    await expect(field).toHaveValue('name:research status:sucess latency:>soon kind:llm');
    await expect(field).toHaveFocus();
  },
};

/** Nobody is told of mistakes while they still type: only when they go on, pause, or press Enter. */
export const HalfTyped: Story = {
  play: async ({ canvasElement }) => {
    const field = fieldIn(canvasElement);
    await userEvent.click(field);
    await userEvent.keyboard('(nmae:x');
    await expect(field).toBeValid();
    await userEvent.keyboard(' OR ');
    await expect(field).toBeInvalid();
    await expect(within(canvasElement).queryByText(/parenthesis/)).toBeNull();
    await userEvent.keyboard('{Enter}');
    await expect(within(canvasElement).getByText(/parenthesis has no end/)).toBeVisible();
  },
};

/** What would match if less was asked for, and the way back to all runs. */
export const NoMatches: Story = {
  args: { defaultQuery: 'name:research kind:retriever', defaultMode: 'filter' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText('No matches', { selector: '[aria-hidden]' })).toBeVisible();
    const without = await canvas.findByRole('button', { name: /^without kind: retriever \d+$/ });
    await userEvent.click(canvas.getByRole('button', { name: 'Show all runs' }));
    await expect(canvas.getByRole('button', { name: 'Only matches' })).toHaveAttribute('aria-pressed', 'false');
    await userEvent.click(without);
    await expect(fieldIn(canvasElement)).toHaveValue('name:research');
    await expect(foundIn(canvasElement)).toBeGreaterThan(0);
  },
};

/** Two lines of chips, then they scroll. */
export const ManyTerms: Story = {
  args: { defaultQuery: Array.from({ length: 60 }, (_, nth) => `${nth % 3 === 0 ? '-' : ''}metadata.key_${nth}:${'value'.repeat((nth % 4) + 1)}`).join(' ') },
};

/** What was searched before, if the page knows: in the empty field. */
export const Recent: Story = {
  args: { recent: ['status:error', 'kind:llm latency:>2s', 'a very long query that somebody wrote with many words in it and that goes on and on until it does not fit any more'] },
  play: async ({ canvasElement }) => {
    const field = fieldIn(canvasElement);
    await userEvent.click(field);
    await expect(within(canvasElement).getByRole('listbox', { name: 'Searched before' })).toBeVisible();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await expect(field).toHaveValue('kind:llm latency:>2s');
    await expect(field).toHaveAttribute('aria-expanded', 'false');
  },
};

/** The grammar by examples: a press puts one into the field. */
export const Help: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const help = canvas.getByRole('button', { name: 'How to search' });
    await userEvent.click(help);
    await expect(help).toHaveAttribute('aria-expanded', 'true');
    await userEvent.keyboard('{Escape}');
    await expect(help).toHaveAttribute('aria-expanded', 'false');
    await expect(help).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await userEvent.click(canvas.getByRole('button', { name: 'Search for kind:llm' }));
    await expect(fieldIn(canvasElement)).toHaveValue('kind:llm');
    await expect(fieldIn(canvasElement)).toHaveFocus();
    await expect(help).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(help);
  },
};

export const Narrow360: Story = { args: Fields.args ?? {}, parameters: { width: 360 } };
export const Narrow220: Story = { args: { defaultQuery: 'kind:llm latncy:>2s' }, parameters: { width: 220 } };

/** Names that were written to harm whoever looks, among what is suggested and in the field. */
export const Hostile: Story = {
  args: { trace: traces.hostile(), defaultQuery: '<img src=x onerror="alert(1)"> ‮txt.exe‬ name:"שלום עולם" שלום 👩🏽‍🚀 z̸a̷l̶g̸o̵ constructor:__proto__' },
  play: async ({ canvasElement }) => {
    const field = fieldIn(canvasElement);
    await userEvent.clear(field);
    await userEvent.keyboard('name:');
    await expect(optionsIn(canvasElement).some((text) => text?.includes('<img src=x'))).toBe(true);
    await expect(canvasElement.querySelector('img')).toBeNull();
  },
};

export const NoRuns: Story = { args: { trace: traces.empty(), defaultQuery: 'kind:llm' } };

/** Searched in slices; the field never waits. */
export const HundredThousandRuns: Story = {
  render: (args) => <Generated {...args} make={() => traces.generated(100_000)} />,
  play: async ({ canvasElement }) => {
    const field = fieldIn(canvasElement);
    await userEvent.click(field);
    await userEvent.keyboard('kind:llm ');
    await waitFor(() => expect(within(canvasElement).getByText(/^[\d.,]+K? matches$/, { selector: '[aria-hidden]' })).toBeVisible(), { timeout: 10_000 });
    await expect(foundIn(canvasElement)).toBe(12);
  },
};

/** In a shadow root, where nothing of the page is seen. */
export const InShadowRoot: Story = {
  render: (args) => <Shadow><Found {...args} /></Shadow>,
  play: async ({ canvasElement }) => {
    const host = await waitFor(() => {
      const root = Array.from(canvasElement.querySelectorAll('*')).find((element) => element.shadowRoot !== null)?.shadowRoot;
      if (root?.querySelector('input') == null) throw new Error('not there yet');
      return root;
    });
    const field = host.querySelector('input');
    if (field === null) throw new Error('There is no field in the shadow root.');
    field.focus();
    await fireEvent.keyDown(field, { key: 'ArrowDown' });
    await waitFor(() => expect(activeIn(field)).toContain('name:'));
    await fireEvent.keyDown(field, { key: 'Enter' });
    await expect(field).toHaveValue('name:');
    await expect(host.querySelectorAll('[role="option"]').length).toBeGreaterThan(1);
  },
};

export const RightToLeft: Story = { args: { defaultQuery: 'kind:llm -name:"שלום עולם" latency:>2s' }, decorators: [(Story) => <div dir="rtl"><Story /></div>] };
