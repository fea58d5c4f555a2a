import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { differenceOf, editInput } from '../../src/hooks/edit-input.ts';

test.each<[string, string, number, number, string]>([
  ['', '', 0, 0, ''],
  ['a', 'a', 1, 1, ''],
  ['', 'a b', 0, 0, 'a b'],
  ['a b', '', 0, 3, ''],
  ['a kind:llm b', 'a b', 2, 11, ''],
  ['nmae:x', 'name:x', 1, 3, 'am'],
  ['aaa', 'aa', 2, 3, ''],
  ['👩🏽', '👩🏿', 2, 4, '🏿'],
])('%j and %j differ at one place', (before, after, from, to, text) => {
  expect(differenceOf(before, after)).toEqual({ range: { from, to }, text });
});

test('what differs, put in, makes the other text, and parts no letter', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '👩', '🏽', '🏿', '🙂'), maxLength: 8 });
  const isWhole = (part: string): boolean => !/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(part);
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { range, text: inserted } = differenceOf(before, after);
      const kept = [before.slice(0, range.from), before.slice(range.to)];
      expect(kept[0] + inserted + kept[1]).toBe(after);
      expect([...kept, inserted, before.slice(range.from, range.to)].every(isWhole)).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});

test('an edit goes to the field, stands at its end, and is heard of', () => {
  const input = document.createElement('input');
  document.body.append(input);
  input.value = 'a kind:llm b';
  const heard = vi.fn<(value: string) => void>();
  input.addEventListener('input', () => heard(input.value));
  editInput(input, { from: 2, to: 10 }, 'x');
  expect([input.value, input.selectionStart, input.selectionEnd]).toEqual(['a x b', 3, 3]);
  expect(document.activeElement).toBe(input);
  expect(heard.mock.calls).toEqual([['a x b']]);
  editInput(input, { from: 1, to: 1 }, '');
  expect([input.value, input.selectionEnd, heard.mock.calls.length]).toEqual(['a x b', 1, 1]);
  input.readOnly = true;
  editInput(input, { from: 0, to: 1 }, 'z');
  expect(input.value).toBe('a x b');
  input.remove();
});
