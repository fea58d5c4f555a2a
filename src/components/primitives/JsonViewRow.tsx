'use client';
import { memo, useEffect, useRef, type CSSProperties, type NamedExoticComponent, type ReactElement } from 'react';
import { CopyButton } from './CopyButton.tsx';
import type { JsonViewMessages } from './json-messages.ts';
import type { JsonNode } from './json-nodes.ts';
import { isContainer, scalarText, wholeJsonText } from './json-text.ts';

interface JsonViewRowProps {
  readonly node: JsonNode;
  /** Px from the top of the list; undefined in the natural flow. */
  readonly top: number | undefined;
  readonly isOpen: boolean;
  /** Whether its long text is on show below. */
  readonly isShown: boolean;
  readonly isActive: boolean;
  readonly messages: JsonViewMessages;
  readonly onToggle: (node: JsonNode) => void;
  readonly onActive: (node: JsonNode) => void;
}

/** Characters of a text that stand in its row. */
const LONGEST = 100;
/** Levels that are indented; deeper ones tell their number. */
const MOST_INDENTED = 16;

/** Whether a value is a text of which its row shows only the beginning. */
export function isLongText(value: unknown): value is string {
  return typeof value === 'string' && (value.length > LONGEST || value.includes('\n'));
}

/** One value of a tree of JSON. Renders a `<div>`. */
export const JsonViewRow: NamedExoticComponent<JsonViewRowProps> = memo(function JsonViewRow(props: JsonViewRowProps) {
  const { node, top, isOpen, isShown, isActive, messages, onToggle, onActive } = props;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const row = element.current;
    if (!isActive || row === null) return;
    // The focus follows the active row only if it is in this tree. In a shadow root, the document doesn't know it.
    const { activeElement } = row.getRootNode() as Document | ShadowRoot;
    const isHere = activeElement != null && row.closest('[role="tree"]')?.contains(activeElement) === true;
    if (isHere && !row.contains(activeElement)) row.focus({ preventScroll: true });
  }, [isActive]);
  const isLong = isLongText(node.value);
  const isExpandable = node.size > 0 || isLong;
  const level = Math.min(node.depth, MOST_INDENTED);
  const style = top === undefined ? undefined : ({ transform: `translateY(${top}px)`, '--runlens-depth': level } as CSSProperties);
  const row = {
    'data-slot': 'json-view-row',
    role: 'treeitem',
    tabIndex: isActive ? 0 : -1,
    'aria-level': node.depth + 1,
    'aria-setsize': setSizeOf(node),
    'aria-posinset': node.place + 1,
    'aria-expanded': isExpandable ? isOpen || isShown : undefined,
    'aria-selected': isActive,
    style,
    onFocus: () => onActive(node),
    // By keyboard, the tree opens and closes.
    onClick: () => (isExpandable || node.isRest ? onToggle(node) : onActive(node)),
  };
  return (
    <div {...row} ref={element}>
      <span data-slot="json-view-toggle" data-state={isExpandable ? (isOpen || isShown ? 'open' : 'closed') : undefined} aria-hidden>
        {isExpandable && <svg viewBox="0 0 12 12" width={12} height={12} fill="none" stroke="currentColor" strokeWidth={1.5} strokeLinecap="round" strokeLinejoin="round"><path d="M4.5 3l3 3-3 3" /></svg>}
      </span>
      {node.depth > MOST_INDENTED && <span data-slot="json-view-level" aria-hidden>{node.depth}</span>}
      {node.key !== null && <><span data-slot="json-view-key">{shortened(String(node.key))}</span><span data-slot="json-view-colon">: </span></>}
      <JsonValue node={node} isOpen={isOpen} messages={messages} />
      {isLong && <span data-slot="json-view-more">{isShown ? messages.hideText : messages.showText((node.value as string).length)}</span>}
      {!node.isRest && (
        // By keyboard the row itself copies, with its own key.
        <CopyButton data-slot="json-view-copy" tabIndex={-1} text={() => wholeJsonText(node.value)} messages={{ ...messages, copy: messages.copyValue }} onClick={(event) => event.stopPropagation()} />
      )}
    </div>
  );
});

interface JsonValueProps {
  readonly node: JsonNode;
  readonly isOpen: boolean;
  readonly messages: JsonViewMessages;
}

function JsonValue({ node, isOpen, messages }: JsonValueProps): ReactElement {
  const { value, size } = node;
  if (node.isRest) return <span data-slot="json-view-rest">{messages.moreEntries(Number(value))}</span>;
  if (isContainer(value)) {
    const isList = Array.isArray(value);
    const brackets = isList ? ['[', ']'] : ['{', '}'];
    return (
      <span data-slot="json-view-value" data-type={isList ? 'array' : 'object'}>
        {size === 0 ? brackets.join('') : isOpen ? brackets[0] : `${brackets[0]}…${brackets[1]} `}
        {size > 0 && !isOpen && <span data-slot="json-view-size">{messages.entries(size, isList ? 'array' : 'object')}</span>}
      </span>
    );
  }
  const text = isLongText(value) ? `${scalarText(value, LONGEST).slice(0, -1)}…` : scalarText(value);
  return <span data-slot="json-view-value" data-type={value === null ? 'null' : typeof value} title={text}>{text}</span>;
}

function shortened(key: string): string {
  return key.length > LONGEST ? `${key.slice(0, LONGEST)}…` : key;
}

function setSizeOf({ parent }: JsonNode): number {
  return parent === null ? 1 : parent.size;
}
