import { render, screen } from '@testing-library/react';
import { createRef } from 'react';
import { describe, expect, test } from 'vitest';
import { renderToString } from 'react-dom/server';
import { TokenMeter, TokenMeterBar, TokenMeterRoot, type TokenMeterProps } from '../../src/components/token-meter/index.ts';
import type { Cost } from '../../src/core/model/usage.ts';
import * as usages from '../../stories/token-meter/usages.ts';

const show = (props: Partial<TokenMeterProps> = {}) => render(<TokenMeter usage={usages.cached} locale="en" {...props} />).container;
const texts = (container: HTMLElement, slot: string) => Array.from(container.querySelectorAll(`[data-slot="token-meter-${slot}"]`), (element) => element.textContent);
const drawn = (container: HTMLElement) =>
  Array.from(container.querySelectorAll('[data-slot="token-meter-segment"]'), (segment) => [segment.getAttribute('data-part'), segment.getAttribute('x'), segment.getAttribute('width')]);

describe('the bar', () => {
  test('stacks the parts, each as wide as its share, and says so in a sentence', () => {
    const container = show({ usage: usages.usage({ input: 80, output: 20, total: 100, inputDetails: { cacheRead: 30, cacheWrite: 10, audio: 5 }, outputDetails: { reasoning: 15 } }) });
    expect(drawn(container)).toEqual([
      ['cacheRead', '0%', '30%'], ['cacheWrite', '30%', '10%'], ['input', '40%', '35%'], ['inputAudio', '75%', '5%'], ['reasoning', '80%', '15%'], ['output', '95%', '5%'],
    ]);
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe('100 tokens: 30 cached input, 10 written to cache, 35 new input, 5 audio input, 15 reasoning, 5 output.');
  });

  test('what is little is drawn, at the cost of what is most', () => {
    expect(drawn(show({ usage: usages.usage({ input: 999_999, output: 1, total: 1_000_000 }) }))).toEqual([['input', '0%', '99%'], ['output', '99%', '1%']]);
  });

  test('without a total there is none: half of a bar would be no bar', () => {
    const container = show({ usage: usages.promptOnly, contextWindow: 128_000 });
    expect(container.querySelector('svg')).toBeNull();
    expect(texts(container, 'total')).toEqual(['≥ 1,840 tokens']);
    expect(texts(container, 'part')).toEqual(['1,840 input', '– output']);
    expect(screen.getByTitle('≥ 1,840 tokens: 1,840 input, output not recorded.')).toBeDefined();
  });

  test('measures the context window that it is given, and no other', () => {
    show();
    expect(screen.queryByRole('meter')).toBeNull();
    const container = show({ contextWindow: 94_800 });
    const meter = screen.getByRole('meter', { name: 'Context window' });
    expect(['aria-valuemin', 'aria-valuenow', 'aria-valuemax'].map((name) => meter.getAttribute(name))).toEqual(['0', '9480', '94800']);
    expect(meter.getAttribute('aria-valuetext')).toBe('9,480 tokens: 5,504 cached input, 3,508 new input, 468 output; 9,480 of the context window’s 94,800 tokens (10%).');
    expect(container.querySelector('[data-slot="token-meter-window"] > rect')?.getAttribute('width')).toBe('10%');
    expect(texts(container, 'context')).toEqual(['10% of 94.8K']);
  });

  test('what does not fit in the window is told, and the value stays within its bounds', () => {
    const container = show({ usage: usages.long, contextWindow: 100_000 });
    expect(screen.getByRole('meter').getAttribute('aria-valuenow')).toBe('100000');
    expect(screen.getByRole('meter').getAttribute('aria-valuetext')).toContain('150,000 of the context window’s 100,000 tokens (150%), 50,000 more than it holds.');
    expect(texts(container, 'context')).toEqual(['150% of 100K, 50K over']);
    expect(container.querySelector('[data-slot="token-meter-window"] > rect')?.getAttribute('width')).toBe('100%');
  });
});

describe('the legend', () => {
  test('has the parts in the order of the bar, with all figures in titles', () => {
    const container = show({ usage: usages.everything });
    // 21,800 − 12,288 − 4,096 − 860; 4,316 − 2,048 − 512; 26,900 − 21,800 − 4,316.
    expect(texts(container, 'part')).toEqual(['12.3K cached input', '4,096 written to cache', '4,556 new input', '860 audio input', '2,048 reasoning', '1,756 output', '512 audio output', '784 other']);
    expect(screen.getByTitle('12,288 cached input')).toBeDefined();
  });

  test('input is new only where it is known what was cached of it', () => {
    const { usage } = usages;
    expect(texts(show({ usage: usage({ input: 10, output: 5, total: 15 }) }), 'part')).toEqual(['10 input', '5 output']);
    expect(texts(show({ usage: usage({ input: 10, output: 5, total: 15, inputDetails: { audio: 4 } }) }), 'part')).toEqual(['6 other input', '4 audio input', '5 output']);
    // Of several calls, some may not have told what they cached.
    expect(texts(show({ usage: null, total: usage({ input: 10, output: 5, total: 15, inputDetails: { cacheRead: 4 } }) }), 'part')).toEqual(['4 cached input', '6 other input', '5 output']);
  });

  test('0 is 0, in the title even that of a detail', () => {
    expect(texts(show({ usage: usages.nothing }), 'part')).toEqual(['0 input', '0 output']);
    const container = show({ usage: usages.usage({ input: 10, output: 0, total: 10, inputDetails: { cacheRead: 0 } }) });
    expect(texts(container, 'part')).toEqual(['10 input', '0 output']);
    expect(screen.getByRole('img', { name: '10 tokens: 0 cached input, 10 input, 0 output.' })).toBeDefined();
  });

  test('what can’t be true is told', () => {
    expect(texts(show({ usage: usages.contradictory }), 'conflict')).toEqual(['The recorded details come to more than what they are part of. What goes beyond is left out.']);
    expect(texts(show({ usage: usages.beyondTotal }), 'conflict')).toEqual(['The recorded parts come to more than the recorded total.']);
    expect(texts(show(), 'conflict')).toEqual([]);
  });
});

test('nothing recorded: a dash, and nothing drawn', () => {
  const container = show({ usage: null, cost: null, contextWindow: 128_000 });
  expect(container.textContent).toBe('– tokens– cost');
  expect([container.querySelector('svg'), container.querySelector('ul'), screen.queryByRole('img'), screen.queryByRole('meter')]).toEqual([null, null, null, null]);
  expect([screen.getByTitle('No tokens recorded.'), screen.getByTitle('No cost recorded')]).toHaveLength(2);
});

test('own and total are told apart, each with its cost', () => {
  const container = show({ total: usages.subtree, cost: usages.recorded, totalCost: usages.subtreeCost });
  expect(texts(container, 'total')).toEqual(['Total 31.2K tokens', 'Own 9,480 tokens']);
  expect(texts(container, 'cost')).toEqual(['$0.184 cost $0.164 input $0.0196 output', '$0.0509 cost recorded $0.0438 input $0.00702 output']);
  expect(screen.getAllByRole('img').map((bar) => bar.getAttribute('aria-label')?.split(':')[0])).toEqual(['Total', 'Own']);
});

describe('the cost', () => {
  test('is told to be recorded or computed, with what was paid for what', () => {
    expect(texts(show({ cost: usages.recorded }), 'origin')).toEqual([' recorded']);
    const container = show({ cost: usages.computed });
    // 3,508 × 2.5 + 5,504 × 1.25 and 468 × 10 dollars for a million.
    expect(texts(container, 'cost')).toEqual(['$0.0203 cost computed $0.0157 input $0.00468 output']);
    const title = container.querySelector('[data-slot="token-meter-cost"]')?.getAttribute('title')?.split('\n');
    expect(title).toEqual(['$0.02033', '$0.01565 input', '$0.00468 output', 'Computed from tokens and prices', 'cached input: $0.00688', 'new input: $0.00877', 'output: $0.00468']);
  });

  test('in part is told in part', () => {
    expect(texts(show({ cost: usages.inputCost }), 'cost')).toEqual(['– cost recorded $0.00877 input – output']);
  });

  test('names and currencies are data', () => {
    const cost: Cost = { input: null, output: null, total: 3, currency: '<b>', computed: Object.fromEntries([['constructor', 1], ['__proto__', 2], ['request', 3]]) };
    const container = show({ cost });
    expect(texts(container, 'cost')).toEqual(['3 <b> cost computed']);
    expect(container.querySelector('[data-slot="token-meter-cost"]')?.getAttribute('title')?.split('\n').slice(2)).toEqual(['fee a request: 3 <b>', 'constructor: 1 <b>', '__proto__: 2 <b>']);
  });

  test('is left out where it is not given', () => {
    expect(texts(show(), 'cost')).toEqual([]);
  });
});

describe('inline', () => {
  test('is a bar and the count; the rest is in the title', () => {
    const container = show({ variant: 'inline', cost: usages.recorded });
    expect(container.textContent).toBe('9,480 tokens');
    expect(texts(container, 'legend')).toEqual([]);
    expect(container.querySelector('[data-slot="token-meter-total"]')?.getAttribute('title')?.split('\n').slice(0, 2)).toEqual(['9,480 tokens: 5,504 cached input, 3,508 new input, 468 output.', '$0.05086']);
  });

  test('marks what can’t be true', () => {
    show({ variant: 'inline', usage: usages.contradictory });
    expect(screen.getByRole('img', { name: /^The recorded details come to more/ })).toBeDefined();
  });
});

test('words and numbers are the host’s', () => {
  const container = show({ locale: 'de', messages: { tokens: () => 'Tokens', label: 'Verbrauch' } });
  expect(screen.getByRole('group', { name: 'Verbrauch' })).toBeDefined();
  expect(texts(container, 'total')).toEqual(['9.480 Tokens']);
});

test('parts take any attribute and a ref, and know where they belong', () => {
  const ref = createRef<HTMLDivElement>();
  render(<TokenMeterRoot usage={usages.cached} className="mine"><TokenMeterBar ref={ref} id="bar" /></TokenMeterRoot>);
  expect([ref.current?.id, ref.current?.parentElement?.className]).toEqual(['bar', 'mine']);
  expect(() => render(<TokenMeterBar />)).toThrow('outside of <TokenMeterRoot>');
});

test('a server writes no style', () => {
  expect(renderToString(<TokenMeter usage={usages.everything} contextWindow={128_000} locale="en" />)).not.toContain('style=');
});
