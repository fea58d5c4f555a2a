import { describe, expect, test } from 'vitest';
import { fieldCommand, isComposing, optionAfter } from '../../src/hooks/run-search-keys.ts';

const CLOSED = { isOpen: false, isActive: false, isEmpty: false };
const EMPTY = { ...CLOSED, isEmpty: true };
const OPEN = { ...CLOSED, isOpen: true };
const ACTIVE = { ...OPEN, isActive: true };

/** `Shift+Enter` as a key stroke. */
function stroke(keys: string) {
  const names = keys.split('+');
  return { key: names.at(-1)!, shiftKey: names.includes('Shift'), altKey: names.includes('Alt'), ctrlKey: names.includes('Control'), metaKey: names.includes('Meta') };
}

describe('keys of a search field', () => {
  test.each([
    ['Enter', CLOSED, 'next-match'],
    ['Enter', OPEN, 'next-match'],
    ['Enter', ACTIVE, 'choose'],
    ['Shift+Enter', CLOSED, 'previous-match'],
    ['Shift+Enter', ACTIVE, 'previous-match'],
    ['Tab', ACTIVE, 'choose'],
    ['Tab', OPEN, undefined],
    ['Tab', CLOSED, undefined],
    ['Shift+Tab', ACTIVE, undefined],
    ['Escape', ACTIVE, 'close'],
    ['Escape', OPEN, 'close'],
    ['Escape', CLOSED, 'clear'],
    ['Escape', EMPTY, undefined],
    ['ArrowDown', CLOSED, 'next-option'],
    ['ArrowDown', ACTIVE, 'next-option'],
    ['ArrowUp', CLOSED, undefined],
    ['ArrowUp', OPEN, 'previous-option'],
    ['Shift+ArrowDown', OPEN, undefined],
    ['Shift+ArrowUp', OPEN, undefined],
    ['Alt+ArrowDown', CLOSED, 'open'],
    ['Alt+ArrowDown', OPEN, undefined],
    ['Alt+ArrowUp', OPEN, 'close'],
    ['Alt+ArrowUp', CLOSED, undefined],
    ['Control+Enter', CLOSED, undefined],
    ['Meta+ArrowDown', OPEN, undefined],
    ['Home', OPEN, undefined],
    ['ArrowLeft', OPEN, undefined],
    ['a', CLOSED, undefined],
  ] as const)('%s, %o → %s', (keys, circumstances, command) => {
    expect(fieldCommand(stroke(keys), circumstances)).toBe(command);
  });

  test.each([
    [{ isComposing: true, keyCode: 13 }, true],
    [{ isComposing: false, keyCode: 229 }, true],
    [{ isComposing: false, keyCode: 13 }, false],
  ])('%o belongs to an input method: %s', (event, expected) => {
    expect(isComposing(event)).toBe(expected);
  });

  test('options go around by way of none', () => {
    const way = (direction: 1 | -1): number[] => {
      const places = [-1];
      for (let step = 0; step < 4; step++) places.push(optionAfter(places.at(-1)!, 3, direction));
      return places;
    };
    expect(way(1)).toEqual([-1, 0, 1, 2, -1]);
    expect(way(-1)).toEqual([-1, 2, 1, 0, -1]);
  });
});
