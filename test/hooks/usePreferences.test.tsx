import { act, renderHook } from '@testing-library/react';
import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { usePreferences, type PreferenceStorage } from '../../src/hooks/usePreferences.ts';

interface Wishes {
  readonly width?: number;
  readonly wrap?: boolean;
}
const read = (kept: unknown): Wishes => {
  const { width } = (typeof kept === 'object' && kept !== null ? kept : {}) as { readonly width?: unknown };
  return typeof width === 'number' ? { width } : {};
};
function storageOf(text: string | null = null) {
  const kept = new Map(text === null ? [] : [['k', text]]);
  const storage = { getItem: vi.fn<PreferenceStorage['getItem']>((key) => kept.get(key) ?? null), setItem: vi.fn<PreferenceStorage['setItem']>((key, value) => void kept.set(key, value)) };
  return { storage, kept };
}
const kept = (storage?: PreferenceStorage) => renderHook(() => usePreferences({ storage, storageKey: 'k', read }), { wrapper: StrictMode }).result;

test('last as long as the component without a storage', () => {
  const result = kept();
  act(() => result.current[1]({ width: 3 }));
  act(() => result.current[1]({ wrap: true }));
  expect(result.current[0]).toEqual({ width: 3, wrap: true });
  expect(kept().current[0]).toEqual({});
});

test('are kept in a storage that is given, and come back from it', () => {
  const { storage, kept: values } = storageOf();
  const result = kept(storage);
  expect(storage.setItem).not.toHaveBeenCalled();
  act(() => result.current[1]({ width: 3 }));
  expect(values.get('k')).toBe('{"width":3}');
  expect(kept(storage).current[0]).toEqual({ width: 3 });
});

test('two changes in one go both count', () => {
  const result = kept();
  act(() => {
    result.current[1]({ width: 3 });
    result.current[1]({ wrap: false });
  });
  expect(result.current[0]).toEqual({ width: 3, wrap: false });
});

test.each(['', '{', 'null', '[]', '"x"', '{"width":"wide"}', '{"width":null,"wrap":true}'])('%j in the storage is nothing', (text) => {
  expect(kept(storageOf(text).storage).current[0]).toEqual({});
});

test('a storage that refuses does no harm', () => {
  const refuse = (): never => {
    throw new DOMException('denied', 'SecurityError');
  };
  const result = kept({ getItem: refuse, setItem: refuse });
  act(() => result.current[1]({ width: 9 }));
  expect(result.current[0]).toEqual({ width: 9 });
});

test('a server reads nothing', () => {
  const { storage } = storageOf('{"width":3}');
  function Width() {
    return <p>{usePreferences({ storage, storageKey: 'k', read })[0].width ?? 'none'}</p>;
  }
  expect(renderToString(<Width />)).toBe('<p>none</p>');
});
