import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { TraceConversation } from '../../src/components/trace-conversation/index.ts';
import { agentInTool, support } from '../../stories/trace-conversation/samples.ts';

test('a server renders the words and folds the rest, tells the time in UTC, and writes no style', () => {
  const html = renderToString(<TraceConversation traces={support()} locale="en" />);
  expect(html).toContain('The jacket doesn’t fit.');
  expect(html.replaceAll('\u202f', ' ')).toContain('Nov 21, 2026, 12:00 PM');
  expect(html).not.toContain('policies/clothing.md');
  expect(html).not.toContain('style=');
});

test('what is open on the server is read there', () => {
  const trace = agentInTool();
  const [tool] = trace.runs.filter(({ kind }) => kind === 'tool');
  const [model] = trace.runs.filter(({ kind }) => kind === 'llm');
  const html = renderToString(<TraceConversation trace={trace} defaultOpenItems={[`${trace.id}/${model!.id}/tool`]} locale="en" />);
  expect(tool?.name).toBe('research');
  expect(html).toContain('what is dotted order - search the docs');
});
