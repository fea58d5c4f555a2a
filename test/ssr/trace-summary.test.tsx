import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { TraceSummary } from '../../src/components/trace-summary/index.ts';
import { refundAgent } from '../../stories/trace-summary/samples.ts';

test('a server knows nobody’s time zone: it tells the time in UTC, and writes no style', () => {
  const html = renderToString(<TraceSummary trace={refundAgent()} locale="en" />);
  expect(html.replaceAll('\u202f', ' ')).toContain('Nov 21, 2026, 12:04 PM');
  expect(html).toContain('ChatOpenAI');
  expect(html).not.toContain('style=');
});
