import { createRef, type Ref } from 'react';
import { render } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { mergeProps } from '../../src/components/primitives/mergeProps.ts';

type Handler = (event: { readonly defaultPrevented: boolean }) => void;

describe('mergeProps', () => {
  test('the caller’s come over the part’s own, undefined over nothing', () => {
    expect(mergeProps({ role: 'row', title: 'own', id: 'a' }, { title: 'given', id: undefined, lang: 'de' })).toEqual({ role: 'row', title: 'given', id: 'a', lang: 'de' });
  });

  test('changes neither', () => {
    const own = Object.freeze({ className: 'a', style: Object.freeze({ color: 'red' }) });
    const given = Object.freeze({ className: 'b', style: Object.freeze({ top: 1 }) });
    expect(mergeProps(own, given)).toEqual({ className: 'a b', style: { color: 'red', top: 1 } });
    expect([own, given]).toEqual([{ className: 'a', style: { color: 'red' } }, { className: 'b', style: { top: 1 } }]);
  });

  test('class names and styles add up, the caller’s winning', () => {
    expect(mergeProps({ style: { color: 'red', top: 1 } }, { style: { color: 'blue' } })).toEqual({ style: { color: 'blue', top: 1 } });
    expect(mergeProps({}, { className: 'given', style: { top: 1 } })).toEqual({ className: 'given', style: { top: 1 } });
    expect(mergeProps({ className: 'own' }, { className: undefined })).toEqual({ className: 'own' });
  });

  test('handlers are called one after the other, the caller’s first', () => {
    const order: string[] = [];
    const merged = mergeProps<{ onClick: Handler }, { onClick: Handler }>({ onClick: () => void order.push('own') }, { onClick: () => void order.push('given') });
    merged.onClick({ defaultPrevented: false });
    expect(order).toEqual(['given', 'own']);
  });

  test('a caller who prevents the default keeps the part’s from running', () => {
    const own = vi.fn<Handler>();
    const given = vi.fn<Handler>((event) => {
      (event as { defaultPrevented: boolean }).defaultPrevented = true;
    });
    mergeProps({ onKeyDown: own }, { onKeyDown: given }).onKeyDown({ defaultPrevented: false });
    expect(given).toHaveBeenCalledTimes(1);
    expect(own).not.toHaveBeenCalled();
  });

  test('what only looks like a handler is a prop like any other', () => {
    const own = vi.fn<() => void>();
    const given = vi.fn<() => void>();
    expect(mergeProps({ once: own }, { once: given }).once).toBe(given);
    expect(mergeProps<{ onClick?: () => void }, { onClick?: (() => void) | undefined }>({ onClick: own }, { onClick: undefined }).onClick).toBe(own);
  });

  test('refs are all set and all cleared', () => {
    const object = createRef<HTMLElement>();
    const calls: (HTMLElement | null)[] = [];
    const both = mergeProps({ ref: (element: HTMLElement | null) => void calls.push(element) }, { ref: object });
    const { container, unmount } = render(<p {...both} />);
    const element = container.querySelector('p');
    expect(object.current).toBe(element);
    expect(calls.at(-1)).toBe(element);
    unmount();
    expect([object.current, calls.at(-1)]).toEqual([null, null]);
  });

  test('a ref that gives back how to detach it is detached so, and the other with null', () => {
    const detached = vi.fn<() => void>();
    const attached = vi.fn<(element: HTMLElement | null) => () => void>(() => detached);
    const own = vi.fn<(element: HTMLElement | null) => void>();
    const { container, unmount } = render(<p {...mergeProps({ ref: own }, { ref: attached })} />);
    const element = container.querySelector('p');
    unmount();
    expect(attached.mock.calls.every(([given]) => given !== null)).toBe(true);
    expect(detached).toHaveBeenCalledTimes(attached.mock.calls.length);
    expect(own.mock.calls.at(-2)).toEqual([element]);
    expect(own.mock.calls.at(-1)).toEqual([null]);
  });

  test('null is no ref', () => {
    const own = vi.fn<(element: HTMLElement | null) => void>();
    const { container } = render(<p {...mergeProps({ ref: own as Ref<HTMLParagraphElement> }, { ref: null } as object)} />);
    expect(own.mock.lastCall).toEqual([container.querySelector('p')]);
  });
});
