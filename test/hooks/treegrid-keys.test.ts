import { describe, expect, test } from 'vitest';
import { treeCommand } from '../../src/hooks/treegrid-keys.ts';

const plain = { altKey: false, ctrlKey: false, metaKey: false };

/** DESIGN §5, key by key. */
const KEYS: readonly [key: string, command: string][] = [
  ['ArrowDown', 'next'],
  ['ArrowUp', 'previous'],
  ['ArrowRight', 'open'],
  ['ArrowLeft', 'close'],
  ['Home', 'first'],
  ['End', 'last'],
  ['PageDown', 'page-down'],
  ['PageUp', 'page-up'],
  ['Enter', 'select'],
  [' ', 'select'],
  ['*', 'expand-siblings'],
  [']', 'expand-all'],
  ['[', 'collapse-all'],
  ['e', 'next-error'],
  ['E', 'previous-error'],
  ['n', 'next-match'],
  ['N', 'previous-match'],
];

describe('treeCommand', () => {
  test.each(KEYS)('%s: %s', (key, command) => {
    expect(treeCommand({ ...plain, key }, false)).toBe(command);
  });

  test.each(KEYS)('%s with Alt, Control or Meta is the browser’s', (key) => {
    for (const modifier of ['altKey', 'ctrlKey', 'metaKey']) {
      expect(treeCommand({ ...plain, [modifier]: true, key }, false)).toBeUndefined();
      expect(treeCommand({ ...plain, [modifier]: true, key }, true)).toBeUndefined();
    }
  });

  test.each(['Tab', 'Escape', 'F1', 'Shift', 'Unidentified', 'Process', 'Dead', 'a', 'z', '?', '/', 'm', '0', 'Delete', ''])('%j is nobody’s', (key) => {
    expect(treeCommand({ ...plain, key }, false)).toBeUndefined();
  });

  test('from right to left, the arrows to the sides change places and no other key does', () => {
    const swapped = new Map([['ArrowRight', 'close'], ['ArrowLeft', 'open']]);
    for (const [key, command] of KEYS) expect(treeCommand({ ...plain, key }, true)).toBe(swapped.get(key) ?? command);
  });
});
