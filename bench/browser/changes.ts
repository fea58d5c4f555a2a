/** What a person sees change; a signature that differs from the one before tells that it has. */
export type Change = 'rows' | 'selection' | 'focus' | 'time' | 'count' | 'inspector' | 'payload' | 'copied';

const SIGNATURES: Record<Change, (stage: HTMLElement) => string> = {
  rows: (stage) => stage.querySelector('[aria-rowcount]')?.getAttribute('aria-rowcount') ?? String(stage.getElementsByClassName('bench-row').length),
  selection: (stage) => nameOf(stage.querySelector('[role="row"][aria-selected="true"]')),
  focus: (stage) => {
    const active = document.activeElement;
    const described = active?.getAttribute('aria-activedescendant');
    return `${nameOf(active)} ${described ?? ''} ${nameOf(stage.querySelector('[role="row"][tabindex="0"]'))}`;
  },
  /** Where times are on an axis, and the time under the pointer. */
  time: (stage) => stage.querySelector('[data-slot="trace-waterfall-axis"]')?.innerHTML ?? '',
  /** How many matches there are, and which of them is the current one. */
  count: (stage) => stage.querySelector('[data-slot="run-search-figure"]')?.textContent ?? '',
  /** Which run an inspector shows. */
  inspector: (stage) => stage.querySelector('[data-slot="run-inspector-figures"]')?.textContent ?? '',
  /** How much of a payload is on show, and in which way. */
  payload: (stage) => {
    const pressed = stage.querySelector('[data-section="output"] [data-slot="run-inspector-modes"] [aria-pressed="true"]')?.textContent ?? '';
    const heights = Array.from(stage.querySelectorAll<HTMLElement>('[data-slot="json-view-rows"]'), ({ style }) => style.blockSize);
    const counted = ['text-block-piece', 'json-view-text', 'run-inspector-message', 'run-inspector-parts', 'run-inspector-content'];
    return [pressed, ...heights, ...counted.map((slot) => stage.querySelectorAll(`[data-slot="${slot}"]:not([hidden])`).length)].join(' ');
  },
  copied: (stage) => String(stage.querySelector('[data-outcome="copied"]') !== null),
};

export function signatureOf(change: Change, stage: HTMLElement): string {
  return SIGNATURES[change](stage);
}

function nameOf(element: Element | null): string {
  return element === null ? '' : `${element.id} ${element.getAttribute('aria-rowindex') ?? element.textContent}`;
}
