import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactElement, type ReactNode } from 'react';
import { expect, fn, userEvent, within } from 'storybook/test';
import {
  TraceTree,
  TraceTreeBody,
  TraceTreeGrid,
  TraceTreeName,
  TraceTreeRoot,
  TraceTreeRow,
  type TraceTreeProps,
} from '../src/components/trace-tree/index.ts';
import type { Trace } from '../src/core/index.ts';
import { useTraceTree } from '../src/hooks/index.ts';
import { Shadow } from './trace-tree/Shadow.tsx';
import * as traces from './trace-tree/traces.ts';

const meta = {
  title: 'TraceTree',
  component: TraceTree,
  tags: ['autodocs'],
  decorators: [(Story, { parameters }) => <Frame width={parameters['width'] as number | undefined}><Story /></Frame>],
  args: { trace: traces.langSmith(), onSelectedChange: fn(), onExpandedChange: fn() },
} satisfies Meta<typeof TraceTree>;

export default meta;
type Story = StoryObj<typeof meta>;

function Frame({ width, children }: { readonly width: number | undefined; readonly children: ReactNode }): ReactElement {
  return <div style={{ blockSize: 'min(640px, 100vh)', maxInlineSize: width ?? 900, display: 'flex', flexDirection: 'column' }}>{children}</div>;
}

/** A trace that is made only when its story is looked at. */
function Generated({ make, ...args }: TraceTreeProps & { readonly make: () => Trace }): ReactElement {
  const [trace] = useState(make);
  return <TraceTree {...args} trace={trace} />;
}

/** An agent and its subagent, recorded by LangSmith's tracer in JavaScript. */
export const LangSmith: Story = {
  name: 'LangSmith',
  play: async ({ canvasElement, args }) => {
    const tree = within(canvasElement).getByRole('treegrid');
    const rows = () => within(tree).getAllByRole('row');
    await expect(tree).toHaveAttribute('aria-rowcount', '22');
    const research = within(tree).getByRole('row', { name: /research 480/ });
    await userEvent.click(research);
    await expect(args.onSelectedChange).toHaveBeenCalled();
    await expect(research).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{ArrowLeft}');
    await expect(research).toHaveAttribute('aria-expanded', 'false');
    await expect(tree).toHaveAttribute('aria-rowcount', '12');
    await userEvent.keyboard('{Home}[[');
    await expect(rows()).toHaveLength(2);
    await userEvent.keyboard(']{End}');
    await expect(tree.contains(document.activeElement)).toBe(true);
  },
};

/** The operations of a tracer, one a line, as they are sent while the application runs. */
export const LangSmithOperations: Story = {
  name: 'LangSmith operations', args: { trace: traces.langSmithOperations() } };

/** OpenTelemetry with the attributes of OpenInference. */
export const OpenTelemetry: Story = {
  name: 'OpenTelemetry', args: { trace: traces.openInference() } };

export const EveryKind: Story = { args: { trace: traces.kinds(), columns: ['status', 'model', 'duration', 'tokens', 'cost'] } };

/** Only the rows in sight are in the document. */
export const HundredThousandRuns: Story = {
  render: (args) => <Generated {...args} make={() => traces.generated(100_000)} />,
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelectorAll('*').length).toBeLessThan(2_500);
    const tree = within(canvasElement).getByRole('treegrid');
    within(tree).getAllByRole('row')[1]?.focus();
    await userEvent.keyboard('{End}');
    const last = document.activeElement;
    await expect(last).toHaveAttribute('aria-rowindex', tree.getAttribute('aria-rowcount'));
    await userEvent.keyboard('{Home}');
    await expect(document.activeElement).toHaveAttribute('aria-level', '1');
  },
};

/** A chain of 10,000 runs, each inside the one before: the levels that all rows in sight share are left out. */
export const DepthOfTenThousand: Story = {
  render: (args) => <Generated {...args} make={() => traces.chain(10_000)} />,
  play: async ({ canvasElement }) => {
    within(canvasElement).getAllByRole('row')[1]?.focus();
    await userEvent.keyboard('{End}');
    const label = document.activeElement?.querySelector('[data-slot="trace-tree-label"]');
    await expect(document.activeElement).toHaveAttribute('aria-level', '10000');
    await expect(label?.getBoundingClientRect().width).toBeGreaterThan(20);
    await expect(label?.getBoundingClientRect().right).toBeLessThan(canvasElement.getBoundingClientRect().right);
  },
};

export const OneRun: Story = { args: { trace: traces.single() } };
export const Empty: Story = { args: { trace: traces.empty() } };

/** With `now`, running runs have lasted so long. */
export const Running: Story = { args: { trace: traces.running(), now: traces.NOW } };

/** The error inside a closed run stands on its row; `e` goes to where it began. */
export const Errors: Story = {
  args: { trace: traces.withErrors(), defaultExpanded: 'none' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText(/errors? inside/)).toBeVisible();
    canvas.getAllByRole('row')[1]?.focus();
    await userEvent.keyboard('e');
    await expect(document.activeElement).toHaveTextContent('get_weather');
    await expect(document.activeElement).toHaveAttribute('data-status', 'error');
  },
};

/** Attempts that failed before one succeeded. */
export const Retries: Story = { args: { trace: traces.withRetries() } };

/** A graph that stopped to ask a person: amber, and no error. */
export const Interrupted: Story = { args: { trace: traces.waiting(), defaultShowHidden: true } };

/** Links that are no tree are repaired, and the issues say how. */
export const OrphansAndCycles: Story = {
  args: { trace: traces.broken() },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: /issues/ }));
    await expect(canvas.getByText('Its parent gone is not in the trace.')).toBeVisible();
    const [go] = canvas.getAllByRole('button', { name: 'orphaned_search' });
    if (go !== undefined) await userEvent.click(go);
    await expect(document.activeElement).toHaveTextContent('orphaned_search');
  },
};

/** Text is text, whatever it says. */
export const HostileText: Story = { args: { trace: traces.hostile() } };

export const Narrow: Story = { args: { trace: traces.withErrors() }, parameters: { width: 280 } };
export const Compact: Story = { args: { density: 'compact' } };

export const RightToLeft: Story = {
  render: (args) => <div dir="rtl" style={{ display: 'contents' }}><TraceTree {...args} /></div>,
};

/** Expansion and selection are held by the page. */
export const Controlled: Story = {
  render: function Controlled(args) {
    const [expanded, setExpanded] = useState<Parameters<NonNullable<typeof args.onExpandedChange>>[0]>(2);
    const [selected, setSelected] = useState<string | null>(null);
    const run = selected === null ? undefined : args.trace.get(selected);
    return (
      <>
        <p style={{ flex: 'none', margin: 0, padding: 12, color: 'var(--runlens-muted)', font: '13px var(--runlens-font)' }}>
          {run === undefined ? 'Nothing is selected.' : `${run.name} is selected.`}{' '}
          <button type="button" onClick={() => setExpanded(1)}>One level</button> <button type="button" onClick={() => setExpanded('all')}>All</button>
        </p>
        <TraceTree {...args} expanded={expanded} onExpandedChange={setExpanded} selected={selected} onSelectedChange={setSelected} />
      </>
    );
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const tree = canvas.getByRole('treegrid');
    await userEvent.click(canvas.getByRole('button', { name: 'One level' }));
    await expect(tree).toHaveAttribute('aria-rowcount', '7');
    await userEvent.click(canvas.getByRole('row', { name: /tools/ }));
    await expect(canvas.getByText('tools is selected.')).toBeVisible();
  },
};

/** The parts put together in another way: no header, no footer, and a row of one's own. */
export const OtherParts: Story = {
  render: ({ trace }) => (
    <TraceTreeRoot trace={trace} columns={[]}>
      <TraceTreeGrid>
        <TraceTreeBody>{renderOwnRow}</TraceTreeBody>
      </TraceTreeGrid>
    </TraceTreeRoot>
  ),
};

function renderOwnRow(row: { readonly run: { readonly start: number } }): ReactElement {
  return (
    <TraceTreeRow>
      <TraceTreeName />
      <span role="gridcell" style={{ color: 'var(--runlens-muted)' }}>{`at ${Math.round(row.run.start)} ms`}</span>
    </TraceTreeRow>
  );
}

/** Markup of one's own around `useTraceTree`: no parts, no style sheet, no virtual rows. */
export const ByHand: Story = {
  render: function ByHand({ trace }) {
    const tree = useTraceTree({ trace, defaultExpanded: 1 });
    return (
      <div {...tree.getGridProps()} aria-label={trace.name} style={{ padding: 12, color: 'var(--runlens-text)', font: '14px Georgia, serif', overflow: 'auto' }}>
        {Array.from({ length: tree.rowCount }, (_, index) => {
          const row = tree.getRow(index);
          return (
            <div key={row.run.id} {...tree.getRowProps(row)} style={{ paddingInlineStart: row.depth * 24, fontWeight: row.isSelected ? 700 : 400 }}>
              <span role="gridcell">
                <span {...tree.getToggleProps(row)} style={{ display: 'inline-block', inlineSize: 24 }}>{row.isExpandable ? (row.isExpanded ? '−' : '+') : ''}</span>
                {row.run.name}
              </span>
            </div>
          );
        })}
      </div>
    );
  },
};

/** Inside a shadow root, the style sheet goes in with the component. */
export const InShadowRoot: Story = {
  render: (args) => <Shadow><TraceTree {...args} /></Shadow>,
};

/** Twice on one page: nothing is shared. */
export const Twice: Story = {
  render: ({ trace }) => (
    <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 16, minBlockSize: 0, flex: 1 }}>
      <TraceTree trace={trace} data-theme="light" messages={{ label: () => 'The first tree' }} />
      <TraceTree trace={trace} data-theme="dark" messages={{ label: () => 'The second tree' }} />
    </div>
  ),
};
