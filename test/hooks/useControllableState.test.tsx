import { act, fireEvent, render, renderHook, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { useControllableState, type ControllableStateOptions } from '../../src/hooks/useControllableState.ts';

type Options = ControllableStateOptions<string, { readonly why: string }>;
const WHY = { why: 'test' };

function setUp(options: Partial<Options>) {
  const initialProps: Options = { value: undefined, defaultValue: 'first', onChange: undefined, ...options };
  return renderHook((props: Options) => useControllableState(props), { initialProps });
}

describe('useControllableState', () => {
  test('holds the state itself, and tells of each change once', () => {
    const onChange = vi.fn<(value: string, details: object) => void>();
    const { result } = setUp({ onChange });
    expect(result.current[0]).toBe('first');
    act(() => result.current[1]('second', WHY));
    expect(result.current[0]).toBe('second');
    expect(onChange.mock.calls).toEqual([['second', { why: 'test' }]]);
  });

  test('a default that changes later changes nothing', () => {
    const { result, rerender } = setUp({});
    rerender({ value: undefined, defaultValue: 'other', onChange: undefined });
    expect(result.current[0]).toBe('first');
  });

  test('a value that is held outside changes when its owner lets it', () => {
    const onChange = vi.fn<(value: string, details: object) => void>();
    const { result, rerender } = setUp({ value: 'held', onChange });
    expect(result.current[0]).toBe('held');
    act(() => result.current[1]('asked', WHY));
    expect(result.current[0]).toBe('held');
    rerender({ value: 'asked', defaultValue: 'first', onChange });
    expect(result.current[0]).toBe('asked');
    expect(onChange.mock.calls).toEqual([['asked', { why: 'test' }]]);
  });

  test('an owner who refuses is asked again each time', () => {
    const onChange = vi.fn<(value: string, details: object) => void>();
    const { result } = setUp({ value: 'held', onChange });
    for (let time = 0; time < 3; time++) act(() => result.current[1]('asked', WHY));
    expect(result.current[0]).toBe('held');
    expect(onChange.mock.calls).toEqual([['asked', WHY], ['asked', WHY], ['asked', WHY]]);
  });

  test('the same value again is no change', () => {
    const onChange = vi.fn<(value: string, details: object) => void>();
    const own = setUp({ onChange });
    act(() => own.result.current[1]('first', WHY));
    const held = setUp({ value: 'held', onChange });
    act(() => held.result.current[1]('held', WHY));
    expect(onChange).not.toHaveBeenCalled();
  });

  test('null is a value, undefined is none', () => {
    const { result, rerender } = renderHook((value: string | null | undefined) => useControllableState<string | null, object>({ value, defaultValue: 'first', onChange: undefined }), {
      initialProps: null as string | null | undefined,
    });
    expect(result.current[0]).toBeNull();
    rerender(undefined);
    expect(result.current[0]).toBe('first');
  });

  test('a function is a value like any other', () => {
    const first = vi.fn<() => void>();
    const second = vi.fn<() => void>();
    const { result } = renderHook(() => useControllableState<() => void, object>({ value: undefined, defaultValue: first, onChange: undefined }));
    act(() => result.current[1](second, {}));
    expect(result.current[0]).toBe(second);
    expect(second).not.toHaveBeenCalled();
  });

  test('the setter stays the same and calls the handler of the last render', () => {
    const before = vi.fn<(value: string, details: object) => void>();
    const after = vi.fn<(value: string, details: object) => void>();
    const { result, rerender } = setUp({ onChange: before });
    const [, change] = result.current;
    rerender({ value: undefined, defaultValue: 'first', onChange: after });
    expect(result.current[1]).toBe(change);
    act(() => change('second', WHY));
    expect(before).not.toHaveBeenCalled();
    expect(after).toHaveBeenCalledTimes(1);
  });

  test('there and back in one handler: the last change holds', () => {
    const onChange = vi.fn<(value: string, details: object) => void>();
    const { result } = setUp({ onChange });
    act(() => {
      result.current[1]('second', WHY);
      result.current[1]('first', WHY);
    });
    expect(result.current[0]).toBe('first');
    expect(onChange.mock.calls.map(([value]) => value)).toEqual(['second', 'first']);
  });

  test('there and back in one handler, held outside', () => {
    function Owner() {
      const [value, setValue] = useState('first');
      const [, change] = useControllableState<string, object>({ value, defaultValue: '', onChange: setValue });
      return (
        <button
          type="button"
          onClick={() => {
            change('second', {});
            change('first', {});
          }}
        >
          {value}
        </button>
      );
    }
    render(<Owner />);
    fireEvent.click(screen.getByRole('button'));
    expect(screen.getByRole('button').textContent).toBe('first');
  });
});
