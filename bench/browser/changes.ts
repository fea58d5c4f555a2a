/** What a person sees change; a signature that differs from the one before tells that it has. */
export type Change = 'rows' | 'selection' | 'focus';

const SIGNATURES: Record<Change, (stage: HTMLElement) => string> = {
  rows: (stage) => stage.querySelector('[aria-rowcount]')?.getAttribute('aria-rowcount') ?? String(stage.getElementsByClassName('bench-row').length),
  selection: (stage) => nameOf(stage.querySelector('[role="row"][aria-selected="true"]')),
  focus: (stage) => {
    const active = document.activeElement;
    const described = active?.getAttribute('aria-activedescendant');
    return `${nameOf(active)} ${described ?? ''} ${nameOf(stage.querySelector('[role="row"][tabindex="0"]'))}`;
  },
};

export function signatureOf(change: Change, stage: HTMLElement): string {
  return SIGNATURES[change](stage);
}

function nameOf(element: Element | null): string {
  return element === null ? '' : `${element.id} ${element.getAttribute('aria-rowindex') ?? element.textContent}`;
}
