import { act, fireEvent, render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { copy } from '../../src/components/primitives/clipboard.ts';
import { CopyButton } from '../../src/components/primitives/CopyButton.tsx';
import { ENGLISH_JSON } from '../../src/components/primitives/json-messages.ts';
import { jsonPieces } from '../../src/components/primitives/json-text.ts';

const written = (value: unknown) => [...jsonPieces(value)].join('');

/** A clipboard with what was written to it last. */
function clipboard(write?: (items: readonly ClipboardItem[]) => Promise<void>): { text: string | null } {
  const holds: { text: string | null } = { text: null };
  vi.stubGlobal('navigator', { ...navigator, clipboard: { ...(write && { write }), writeText: async (text: string) => { holds.text = text; } } });
  return holds;
}
/** Pieces that take longer to write than one slice lasts. */
function* slowly(pieces: readonly string[]): Generator<string> {
  for (const piece of pieces) {
    for (const end = performance.now() + 5; performance.now() < end; );
    yield piece;
  }
}
afterEach(() => vi.unstubAllGlobals());

describe('JSON in pieces', () => {
  test('is what JSON.stringify writes', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      expect(written(value)).toBe(typeof value === 'string' ? value : JSON.stringify(value, null, 2));
    }));
  });

  test('leaves out what JSON does not know, as JSON.stringify does', () => {
    const value = { a: undefined, b: Math.max, c: [undefined, Symbol('s'), new Date(0), Number.NaN], d: { e: undefined }, f: 1 };
    expect(written(value)).toBe(JSON.stringify(value, null, 2));
    expect(written(undefined)).toBe('');
    expect(written({ n: 12345678901234567890n })).toBe('{\n  "n": 12345678901234567890\n}');
  });

  test('of any size and depth is never one piece', () => {
    const rows = Array.from({ length: 20_000 }, (_, id) => ({ id, note: 'A row.' }));
    const pieces = [...jsonPieces({ rows })];
    expect(pieces.length).toBeGreaterThan(20);
    expect(pieces.join('')).toBe(JSON.stringify({ rows }, null, 2));
    let deep: unknown = 'bottom';
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect(written(deep).match(/\[/g)).toHaveLength(100_000);
  });
});

describe('copying', () => {
  test('of what is short happens at once', async () => {
    const holds = clipboard();
    const onLong = vi.fn<() => void>();
    expect(await copy(() => ['a', 'b'], onLong)).toBe('copied');
    expect([holds.text, onLong.mock.calls.length]).toEqual(['ab', 0]);
  });

  test.each([['with a promise', true], ['without', false]])('of what is long goes slice by slice, %s', async (_, isPromised) => {
    const items: ClipboardItem[] = [];
    if (isPromised) vi.stubGlobal('ClipboardItem', class { constructor(readonly data: Record<string, Promise<Blob>>) {} });
    const holds = clipboard(isPromised ? async ([item]) => { items.push(item!); await (item as unknown as { data: Record<string, Promise<Blob>> }).data['text/plain']; } : undefined);
    const onLong = vi.fn<() => void>();
    const pieces = Array.from({ length: 12 }, (_unused, nth) => `${nth},`);
    const outcome = copy(() => slowly(pieces), onLong);
    expect(onLong).toHaveBeenCalledTimes(1);
    // The promise is given while the press is still being handled.
    expect(items).toHaveLength(isPromised ? 1 : 0);
    expect(await outcome).toBe('copied');
    const text = isPromised ? await (await (items[0] as unknown as { data: Record<string, Promise<Blob>> }).data['text/plain']!).text() : holds.text;
    expect(text).toBe(pieces.join(''));
  });

  test('that fails says so, wherever it fails', async () => {
    vi.stubGlobal('navigator', { ...navigator, clipboard: undefined });
    expect(await copy(() => 'x')).toBe('failed');
    clipboard();
    expect(await copy(() => { throw new Error('gone'); })).toBe('failed');
    expect(await copy(function* () { yield* slowly(['a', 'b', 'c']); throw new Error('gone'); })).toBe('failed');
  });

  test('is told on the button, which is not pressed twice', async () => {
    const holds = clipboard();
    const text = vi.fn<() => Iterable<string>>(() => slowly(Array.from({ length: 8 }, () => 'x')));
    render(<CopyButton text={text} messages={ENGLISH_JSON} label="Result" />);
    fireEvent.click(screen.getByRole('button', { name: 'Copy: Result' }));
    const button = screen.getByRole('button', { name: 'Copying…: Result' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(button);
    await act(() => vi.waitFor(() => expect(holds.text).toBe('x'.repeat(8))));
    expect(screen.getByRole('button', { name: 'Copied: Result' })).toBeDefined();
    expect(text).toHaveBeenCalledTimes(1);
  });
});
