import { fireEvent, render, screen } from '@testing-library/react';
import { createRef, type ComponentProps, type ReactElement, type Ref } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { KindIcon } from '../../src/components/primitives/KindIcon.tsx';
import { StatusIcon } from '../../src/components/primitives/StatusIcon.tsx';
import {
  TraceTree, TraceTreeBody, TraceTreeCell, TraceTreeFooter, TraceTreeGrid, TraceTreeHeader, TraceTreeIndent, TraceTreeIssues, TraceTreeKeys,
  TraceTreeName, TraceTreeRoot, TraceTreeRow, TraceTreeStatus, TraceTreeToggle,
} from '../../src/components/trace-tree/index.ts';
import { buildTraces } from '../../src/core/model/build-traces.ts';
import { measured } from '../hooks/measured.ts';

measured({ width: 900, height: 2_000 });

/** One closed run that has everything that a part could show, and an issue. */
const trace = buildTraces([
  { id: 'root', traceId: 't', name: 'root', startTime: 0, endTime: 9, error: 'it failed' },
  { id: 'a', traceId: 't', parentId: 'root', name: 'a', startTime: 1, endTime: 2, error: 'it failed' },
  { id: 'a', traceId: 't', parentId: 'root', name: 'a', startTime: 1, endTime: 2 },
])[0]!;

type Given = ComponentProps<'div'> & ComponentProps<'span'>;
type Part = (props: Given) => ReactElement;

const inRoot = (content: ReactElement) => <TraceTreeRoot trace={trace} defaultExpanded="none">{content}</TraceTreeRoot>;
const inRow = (renderPart: () => ReactElement) => inRoot(<TraceTreeGrid><TraceTreeBody>{renderPart}</TraceTreeBody></TraceTreeGrid>);

/** Every part, where it belongs, by its slot and the name of what it renders. */
const PARTS: readonly [slot: string, tag: string, part: Part][] = [
  ['trace-tree', 'DIV', (props) => <TraceTree trace={trace} defaultExpanded="none" {...props} />],
  ['trace-tree', 'DIV', (props) => <TraceTreeRoot trace={trace} defaultExpanded="none" {...props} />],
  ['trace-tree-grid', 'DIV', (props) => inRoot(<TraceTreeGrid {...props} />)],
  ['trace-tree-header', 'DIV', (props) => inRoot(<TraceTreeHeader {...props} />)],
  ['trace-tree-body', 'DIV', (props) => inRoot(<TraceTreeBody {...(props as object)} />)],
  ['trace-tree-row', 'DIV', (props) => inRow(() => <TraceTreeRow {...props} />)],
  ['trace-tree-name', 'SPAN', (props) => inRow(() => <TraceTreeName {...props} />)],
  ['trace-tree-cell', 'SPAN', (props) => inRow(() => <TraceTreeCell column="duration" {...props} />)],
  ['trace-tree-indent', 'SPAN', (props) => inRow(() => <TraceTreeIndent {...props} />)],
  ['trace-tree-toggle', 'SPAN', (props) => inRow(() => <TraceTreeToggle {...props} />)],
  ['trace-tree-status', 'SPAN', (props) => inRow(() => <TraceTreeStatus {...props} />)],
  ['trace-tree-footer', 'DIV', (props) => inRoot(<TraceTreeFooter {...props} />)],
  ['trace-tree-issues', 'DIV', (props) => inRoot(<TraceTreeIssues {...props} />)],
  ['trace-tree-keys', 'DIV', (props) => inRoot(<TraceTreeKeys {...props} />)],
  ['kind-icon', 'svg', (props) => <KindIcon kind="llm" {...(props as object)} />],
  ['status-icon', 'svg', (props) => <StatusIcon status="error" {...(props as object)} />],
];

describe.each(PARTS)('%s', (slot, tag, part) => {
  const element = () => screen.getByTestId('part');
  const show = (props: Given) => render(part({ 'data-testid': 'part', ...props } as Given));

  test(`renders one ${tag} that bears its slot`, () => {
    show({});
    expect(element().tagName).toBe(tag);
    expect(element().dataset['slot']).toBe(slot);
  });

  test('passes attributes on', () => {
    show({ id: 'mine', lang: 'de', title: 'given', 'aria-describedby': 'other', 'data-mine': 'yes' } as Given);
    expect(['id', 'lang', 'title', 'aria-describedby', 'data-mine'].map((name) => element().getAttribute(name))).toEqual(['mine', 'de', 'given', 'other', 'yes']);
  });

  test('adds class names and styles to its own', () => {
    const { unmount } = show({});
    const own = element().style.cssText;
    unmount();
    show({ className: 'mine', style: { opacity: 0.5 } });
    expect(element().classList.contains('mine')).toBe(true);
    expect(element().style.opacity).toBe('0.5');
    for (const declaration of own.split(';').filter(Boolean)) expect(element().style.cssText).toContain(declaration.trim());
  });

  test('gives its element to a ref, and takes it back', () => {
    const object = createRef<HTMLElement>();
    const { unmount } = show({ ref: object as Ref<HTMLDivElement & HTMLSpanElement> });
    expect(object.current).toBe(element());
    unmount();
    expect(object.current).toBeNull();
  });

  test('calls handlers of events that it has none for', () => {
    const onPointerEnter = vi.fn<() => void>();
    const onClick = vi.fn<() => void>();
    show({ onPointerEnter, onClick });
    fireEvent.pointerEnter(element());
    fireEvent.click(element());
    expect([onPointerEnter.mock.calls.length, onClick.mock.calls.length]).toEqual([1, 1]);
  });
});

describe('children', () => {
  test.each(PARTS.filter(([slot]) => !/icon|issues|keys|indent|header|toggle|status|body/.test(slot) && slot !== 'trace-tree'))('of %s take the place of its own', (_, __, part) => {
    render(part({ 'data-testid': 'part', children: <em>mine</em> } as Given));
    expect(screen.getByTestId('part').innerHTML).toBe('<em>mine</em>');
  });
});

describe('handlers that a part has too', () => {
  const row = (props: Partial<Given>, options: object = {}) =>
    render(<TraceTreeRoot trace={trace} defaultExpanded="none" {...options}><TraceTreeGrid><TraceTreeBody>{() => <TraceTreeRow data-testid="part" {...(props as object)} />}</TraceTreeBody></TraceTreeGrid></TraceTreeRoot>);

  test('a row’s are called before it is selected', () => {
    const order: string[] = [];
    row({ onClick: () => void order.push('given') }, { onSelectedChange: () => void order.push('selected') });
    fireEvent.click(screen.getByTestId('part'));
    expect(order).toEqual(['given', 'selected']);
  });

  test('a row whose click is prevented is not selected, whose double click is prevented not opened', () => {
    const onSelectedChange = vi.fn<() => void>();
    const onExpandedChange = vi.fn<() => void>();
    const prevent = (event: { preventDefault: () => void }) => event.preventDefault();
    row({ onClick: prevent, onDoubleClick: prevent }, { onSelectedChange, onExpandedChange });
    fireEvent.click(screen.getByTestId('part'));
    fireEvent.doubleClick(screen.getByTestId('part'));
    expect(onSelectedChange).not.toHaveBeenCalled();
    expect(onExpandedChange).not.toHaveBeenCalled();
  });

  test('a toggle’s are called first, and can keep it from toggling', () => {
    const onExpandedChange = vi.fn<() => void>();
    const given = vi.fn<(event: { preventDefault: () => void }) => void>();
    render(<TraceTreeRoot trace={trace} defaultExpanded="none" onExpandedChange={onExpandedChange}><TraceTreeGrid><TraceTreeBody>{() => <TraceTreeToggle data-testid="part" onClick={given} />}</TraceTreeBody></TraceTreeGrid></TraceTreeRoot>);
    given.mockImplementationOnce((event) => event.preventDefault());
    fireEvent.click(screen.getByTestId('part'));
    expect([given.mock.calls.length, onExpandedChange.mock.calls.length]).toEqual([1, 0]);
    fireEvent.click(screen.getByTestId('part'));
    expect([given.mock.calls.length > 1, onExpandedChange.mock.calls.length]).toEqual([true, 1]);
  });

  test('the grid’s keys can be prevented, and the root’s', () => {
    const onExpandedChange = vi.fn<() => void>();
    const given = vi.fn<(event: { preventDefault: () => void }) => void>((event) => event.preventDefault());
    render(
      <TraceTreeRoot trace={trace} onExpandedChange={onExpandedChange} onKeyDown={given}>
        <TraceTreeGrid onKeyDown={given} data-testid="part" />
        <TraceTreeKeys />
      </TraceTreeRoot>,
    );
    fireEvent.keyDown(screen.getByTestId('part'), { key: '[' });
    expect(onExpandedChange).not.toHaveBeenCalled();
    fireEvent.keyDown(screen.getByTestId('part'), { key: '?' });
    expect(screen.getByRole('button', { name: /Keys/ }).getAttribute('aria-expanded')).toBe('false');
    expect(given).toHaveBeenCalledTimes(4);
  });
});

describe('a part outside of where it belongs says what to do', () => {
  const outside = (content: ReactElement) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    return () => render(content);
  };

  test.each<[string, ReactElement]>([
    ['TraceTreeGrid', <TraceTreeGrid key="" />],
    ['TraceTreeHeader', <TraceTreeHeader key="" />],
    ['TraceTreeBody', <TraceTreeBody key="" />],
    ['TraceTreeFooter', <TraceTreeFooter key="" />],
    ['TraceTreeIssues', <TraceTreeIssues key="" />],
    ['TraceTreeKeys', <TraceTreeKeys key="" />],
  ])('%s outside of a root', (name, content) => {
    expect(outside(content)).toThrow(new RegExp(`<${name}>.*<TraceTreeRoot>`));
  });

  test.each<[string, ReactElement]>([
    ['TraceTreeRow', <TraceTreeRow key="" />],
    ['TraceTreeName', <TraceTreeName key="" />],
    ['TraceTreeCell', <TraceTreeCell key="" column="cost" />],
    ['TraceTreeIndent', <TraceTreeIndent key="" />],
    ['TraceTreeToggle', <TraceTreeToggle key="" />],
    ['TraceTreeStatus', <TraceTreeStatus key="" />],
  ])('%s outside of a body, even inside of a root', (name, content) => {
    expect(outside(content)).toThrow(new RegExp(`<${name}>.*<TraceTreeBody>`));
    expect(outside(inRoot(content))).toThrow(new RegExp(`<${name}>.*<TraceTreeBody>`));
  });
});

describe('icons', () => {
  test('are decoration without a label, and pictures with one', () => {
    render(<><KindIcon kind="tool" data-testid="mute" /><KindIcon kind="tool" label="Tool" /><StatusIcon status="running" label="Running" /></>);
    expect(screen.getByTestId('mute').getAttribute('aria-hidden')).toBe('true');
    expect(screen.getByTestId('mute').hasAttribute('role')).toBe(false);
    expect(screen.getAllByRole('img').map((icon) => icon.getAttribute('aria-label'))).toEqual(['Tool', 'Running']);
  });

  test('differ by shape, not by colour alone', () => {
    const kinds = ['agent', 'chain', 'llm', 'tool', 'retriever', 'embedding', 'reranker', 'prompt', 'parser', 'guardrail', 'evaluator', 'other'] as const;
    const statuses = ['success', 'error', 'running', 'interrupted'] as const;
    const { container } = render(<>{kinds.map((kind) => <KindIcon key={kind} kind={kind} />)}{statuses.map((status) => <StatusIcon key={status} status={status} />)}</>);
    const drawings = Array.from(container.querySelectorAll('path'), (path) => path.getAttribute('d'));
    expect(new Set(drawings).size).toBe(kinds.length + statuses.length);
  });
});
