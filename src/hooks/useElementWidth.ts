'use client';
import { useCallback, useRef, useState, type RefCallback } from 'react';

/** The inner width of an element in px, kept up to date; 0 until it is known. Put the ref on the element. */
export function useElementWidth(): [width: number, ref: RefCallback<HTMLElement>] {
  const [width, setWidth] = useState(0);
  const observer = useRef<ResizeObserver | null>(null);
  const ref = useCallback((element: HTMLElement | null) => {
    observer.current?.disconnect();
    observer.current = null;
    if (element === null) return;
    observer.current = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.current.observe(element);
    setWidth(element.clientWidth);
  }, []);
  return [width, ref];
}
