/** What a key asks of a tree: the ARIA practices guide's treegrid, and letters as commands in place of typeahead. */
export type TreeCommand =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'page-down'
  | 'page-up'
  | 'open'
  | 'close'
  | 'select'
  | 'expand-siblings'
  | 'expand-all'
  | 'collapse-all'
  | 'next-error'
  | 'previous-error'
  | 'next-match'
  | 'previous-match';

const COMMANDS: Readonly<Record<string, TreeCommand>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  PageDown: 'page-down',
  PageUp: 'page-up',
  ArrowRight: 'open',
  ArrowLeft: 'close',
  Enter: 'select',
  ' ': 'select',
  '*': 'expand-siblings',
  ']': 'expand-all',
  '[': 'collapse-all',
  e: 'next-error',
  E: 'previous-error',
  n: 'next-match',
  N: 'previous-match',
};

/** The parts of a keyboard event that matter. */
export interface KeyStroke {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** The command that a key stroke gives; undefined if the key is the browser's or someone else's. */
export function treeCommand(stroke: KeyStroke, rightToLeft: boolean): TreeCommand | undefined {
  if (stroke.altKey || stroke.ctrlKey || stroke.metaKey) return undefined;
  const command = COMMANDS[stroke.key];
  if (!rightToLeft) return command;
  return command === 'open' ? 'close' : command === 'close' ? 'open' : command;
}

const FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';
const CONTROLS = 'button, a[href], summary, [role="button"], [role="link"], [role="checkbox"], [role="switch"], [role="menuitem"]';

/** Whether a key stroke belongs to what it was made in: a field in which the person writes, or a control that it presses. */
export function isTaken({ key, target }: { readonly key: string; readonly target: EventTarget }): boolean {
  // Not by instanceof: in a frame or a window of its own, elements are of another kind.
  const { closest } = target as Partial<Element>;
  return closest !== undefined && closest.call(target, key === 'Enter' || key === ' ' ? `${FIELDS}, ${CONTROLS}` : FIELDS) !== null;
}
