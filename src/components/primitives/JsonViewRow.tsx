'use client';
import { memo, useEffect, useRef, type CSSProperties, type NamedExoticComponent } from 'react';
import { CopyButton } from './CopyButton.tsx';
import type { JsonViewMessages } from './json-messages.ts';
import type { JsonNode } from './json-nodes.ts';
import { jsonPieces } from './json-text.ts';
import { JsonViewKey, JsonViewValue } from './JsonViewValue.tsx';
import { isLongText } from './long-text.ts';
import type { CurrentMark, SearchMarks } from './search-marks.ts';

interface JsonViewRowProps {
  readonly node: JsonNode;
  /** Px from the top of the list; undefined in the natural flow. */
  readonly top: number | undefined;
  readonly isOpen: boolean;
  /** Whether its long text is on show below. */
  readonly isShown: boolean;
  readonly isActive: boolean;
  /** The find to which the person went, if it is in this row. */
  readonly current: CurrentMark | null;
  readonly marks: SearchMarks | null;
  readonly messages: JsonViewMessages;
  readonly onToggle: (node: JsonNode) => void;
  readonly onActive: (node: JsonNode) => void;
}

/** Levels that are indented; deeper ones tell their number. */
const MOST_INDENTED = 16;

/** One value of a tree of JSON. Renders a `<div>`. */
export const JsonViewRow: NamedExoticComponent<JsonViewRowProps> = memo(function JsonViewRow(props: JsonViewRowProps) {
  const { node, top, isOpen, isShown, isActive, current, marks, messages, onToggle, onActive } = props;
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
      {node.key !== null && <><span data-slot="json-view-key"><JsonViewKey name={String(node.key)} marks={marks} /></span><span data-slot="json-view-colon">: </span></>}
      <JsonViewValue node={node} isOpen={isOpen} isShown={isShown} current={current} marks={marks} messages={messages} />
      {isLong && <span data-slot="json-view-more">{isShown ? messages.hideText : messages.showText((node.value as string).length)}</span>}
      {!node.isRest && (
        // By keyboard the row itself copies, with its own key.
        <CopyButton data-slot="json-view-copy" tabIndex={-1} text={() => jsonPieces(node.value)} messages={{ ...messages, copy: messages.copyValue }} onClick={(event) => event.stopPropagation()} />
      )}
    </div>
  );
});

function setSizeOf({ parent }: JsonNode): number {
  return parent === null ? 1 : parent.size;
}
