import { afterEach, beforeEach, vi } from 'vitest';

/** Gives elements the inner size that happy-dom, which lays nothing out, can't know. For every test of the file that calls it. */
export function measured(size: { readonly width: number; readonly height: number }): void {
  beforeEach(() => {
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(size.width);
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(size.height);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
}
