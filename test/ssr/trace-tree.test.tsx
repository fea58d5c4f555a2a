import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { generateTrace, toRecords } from '../../bench/generate/index.js';
import { TraceTree, TraceTreeBody, TraceTreeGrid, TraceTreeName, TraceTreeRoot, TraceTreeRow } from '../../src/components/trace-tree/index.ts';
import { buildTraces } from '../../src/core/model/build-traces.ts';
import type { Trace } from '../../src/core/model/trace.ts';
import { useTraceTree } from '../../src/hooks/useTraceTree.ts';
import { outline } from '../core/analysis/plants.ts';

// What React complains of is a failure here.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => {
    throw new Error(words.join(' '));
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

const generated = (shape: 'agent' | 'chain', runs: number): Trace => buildTraces(toRecords(generateTrace({ shape, runs, payload: 'none' })))[0]!;

/** The names in the order in which they are written. */
const namesIn = (html: string) => Array.from(html.matchAll(/data-slot="trace-tree-label" title="([^"]*)"/g), ([, name]) => name);

test('there is no window and no document here', () => {
  expect([typeof window, typeof document]).toEqual(['undefined', 'undefined']);
});

describe('a tree on a server', () => {
  test('is the first rows, in order, with the counts of all', () => {
    const trace = generated('agent', 100_000);
    const html = renderToString(<TraceTree trace={trace} defaultShowHidden />);
    const names = namesIn(html);
    expect(names.length).toBeGreaterThan(15);
    expect(names.length).toBeLessThan(60);
    expect(names).toEqual(trace.runs.slice(0, names.length).map(({ name }) => name));
    expect(html).toContain('role="treegrid"');
    expect(html).toContain('aria-rowcount="100001"');
    expect(Array.from(html.matchAll(/tabindex="0"/g))).toHaveLength(1);
  });

  test.each<[string, () => Trace]>([
    ['a small trace', () => outline('agent\n  !tool\n  ~plumbing')],
    ['many runs', () => generated('agent', 2_000)],
    ['a deep chain', () => generated('chain', 10_000)],
    ['issues', () => buildTraces([{ id: '1', traceId: 't', name: 'lost', parentId: 'gone', startTime: 1, endTime: 0 }])[0]!],
    ['nothing to show', () => outline('~plumbing')],
  ])('has no style attribute, which a policy would refuse: %s', (_, make) => {
    const trace = make();
    for (const props of [{}, { defaultExpanded: 'none' as const, defaultSelected: trace.runs.at(-1)!.id }, { density: 'compact' as const, defaultShowHidden: true }]) {
      const html = renderToString(<TraceTree trace={trace} columns={['status', 'model', 'duration', 'tokens', 'cost']} {...props} />);
      expect(html).toMatch(/^<div/);
      expect(html).not.toMatch(/\sstyle=/);
      expect(html).not.toMatch(/\son[a-z]+=/);
      expect(html).not.toContain('<script');
      expect(html).not.toContain('<style');
    }
  });

  test('is the same each time', () => {
    const trace = generated('agent', 500);
    const write = () => renderToString(<TraceTree trace={trace} locale="en" />);
    expect(write()).toBe(write());
  });

  test('writes hostile text as text', () => {
    const name = '"><img src=x onerror=alert(1)><script>alert(2)</script>';
    const html = renderToString(<TraceTree trace={outline(name)} />);
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  test('begins at the level and the selection that are asked for', () => {
    const trace = outline(`
      agent
        tool
          fetch
        answer
    `);
    const html = renderToString(<TraceTree trace={trace} defaultExpanded={1} defaultSelected="answer" />);
    expect(namesIn(html)).toEqual(['agent', 'tool', 'answer']);
    expect(html).toMatch(/aria-selected="true"[^>]*>(?:(?!role="row").)*answer/);
  });

  test('can be put together from parts', () => {
    const html = renderToString(
      <TraceTreeRoot trace={outline('agent\n  tool')}>
        <TraceTreeGrid>
          <TraceTreeBody>{() => <TraceTreeRow><TraceTreeName>mine</TraceTreeName></TraceTreeRow>}</TraceTreeBody>
        </TraceTreeGrid>
      </TraceTreeRoot>,
    );
    expect(Array.from(html.matchAll(/>mine</g))).toHaveLength(2);
  });
});

test('the hook alone writes every row', () => {
  function Plain({ trace }: { readonly trace: Trace }) {
    const tree = useTraceTree({ trace });
    return (
      <ul {...tree.getGridProps()}>
        {Array.from({ length: tree.rowCount }, (_, index) => {
          const row = tree.getRow(index);
          return <li key={row.run.id} {...tree.getRowProps(row)}>{row.run.name}</li>;
        })}
      </ul>
    );
  }
  const html = renderToStaticMarkup(<Plain trace={outline('agent\n  tool')} />);
  expect(html).toMatch(/^<ul role="treegrid" aria-rowcount="3" aria-multiselectable="false"><li role="row" aria-level="1".*>agent<\/li><li role="row" aria-level="2".*>tool<\/li><\/ul>$/);
});
