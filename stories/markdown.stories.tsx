import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { Markdown } from '../src/components/markdown/index.ts';

const meta = {
  title: 'Markdown',
  component: Markdown,
  tags: ['autodocs'],
  decorators: [(Story, { parameters }) => <div style={{ maxInlineSize: (parameters['width'] as number | undefined) ?? 640, padding: 16, color: 'var(--runlens-text)', font: '13px/1.45 var(--runlens-font)' }}><Story /></div>],
} satisfies Meta<typeof Markdown>;

export default meta;
type Story = StoryObj<typeof meta>;

const EVERYTHING = `# Report

A *short* answer with **weight**, ~~an error~~, \`code\` and [a link](https://example.com "its title").

## What was found

1. first
2. second
   - nested
   - [x] done
   - [ ] open

> Said by somebody
>
> > and by somebody before

| column | right | centre |
|:--|--:|:-:|
| a | 1 | x |
| a longer cell | 1,000 | y |

\`\`\`ts
const answer: number = 42; // a line that is longer than any panel of an inspector, so that it has to be scrolled sideways
\`\`\`

---

![a chart](https://example.com/chart.png) Footnote[^1].

[^1]: That is all.
`;

export const All: Story = {
  args: { text: EVERYTHING },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByRole('heading', { name: 'Report' })).toBeVisible());
    await expect(canvas.getByRole('table')).toBeVisible();
    await expect(canvas.getByRole('link', { name: 'a link' })).toHaveAttribute('href', 'https://example.com');
    await expect(canvasElement.querySelector('img')).toBeNull();
  },
};
export const Narrow: Story = { args: { text: EVERYTHING }, parameters: { width: 328 } };
export const RightToLeft: Story = { args: { text: '# عنوان\n\nنص مع **تأكيد** و`code`.\n\n- واحد\n- اثنان\n\n> اقتباس' }, render: (args) => <div dir="rtl"><Markdown {...args} /></div> };
export const Empty: Story = { args: { text: '' } };

/** Text is text, links lead to the web alone, and nothing is loaded. */
export const Hostile: Story = {
  args: { text: ['<script>alert(1)</script>', '<img src=x onerror=alert(2)>', '[javascript](javascript:alert(3)) [entity](&#106;avascript:alert(4)) [data](data:text/html,x) [good](https://example.com)', '![pixel](https://evil.example/pixel.gif)', '<style>* { display: none }</style>', '</div></div><h1 id="x" class="y" style="color: red">out</h1>'].join('\n\n') },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Load image: pixel' })).toBeVisible());
    await expect(canvas.getAllByRole('link').map((link) => link.textContent)).toEqual(['good']);
    await expect(canvasElement.querySelector('script, img, style, h1, [id="x"]')).toBeNull();
    await expect(canvas.getByText('<script>alert(1)</script>')).toBeVisible();
  },
};

/** As long as an answer can be: the beginning first, the rest when asked for. */
export const Long: Story = {
  args: { text: EVERYTHING.repeat(100) },
  play: async ({ canvasElement }) => {
    const more = await within(canvasElement).findByRole('button', { name: /^Show more/ });
    const before = canvasElement.querySelectorAll('table').length;
    await userEvent.click(more);
    await waitFor(() => expect(canvasElement.querySelectorAll('table').length).toBeGreaterThan(before));
  },
};

export const TooLong: Story = { args: { text: 'Word after word. '.repeat(10_000) } };
export const TooTangled: Story = { args: { text: `${'>'.repeat(10_000)} far down\n\nAnd **this** is read.` } };
