'use client';
import { useCallback, useContext, useEffect, useMemo, useReducer, useState, type ComponentPropsWithRef, type CSSProperties, type KeyboardEvent, type ReactElement } from 'react';
import { treeCommand, isTaken } from '../../hooks/treegrid-keys.ts';
import { useVirtualRows } from '../../hooks/useVirtualRows.ts';
import { copy } from './clipboard.ts';
import { ENGLISH_JSON, type JsonViewMessages } from './json-messages.ts';
import { createJsonTree, jsonRows, listRest, open, openInside, openPath, type JsonNode } from './json-nodes.ts';
import { jsonPieces } from './json-text.ts';
import { JsonViewRow } from './JsonViewRow.tsx';
import { isBehindRow, isLongText } from './long-text.ts';
import { mergeProps } from './mergeProps.ts';
import { part, type Part } from './part.ts';
import { CurrentMarkContext, type CurrentMark, type SearchMarks } from './search-marks.ts';
import { TextBlock } from './TextBlock.tsx';

/** Props of `JsonView`. */
export interface JsonViewProps extends Omit<ComponentPropsWithRef<'div'>, 'children'> {
  /** Anything: parsed JSON, or live objects that hold themselves. */
  readonly value: unknown;
  /** The accessible name of the tree. */
  readonly label: string;
  /** What to mark in it: in what is in sight, and in names of fields too. */
  readonly marks?: SearchMarks | null | undefined;
  readonly messages?: JsonViewMessages | undefined;
}

/** The height of a row in px; inspect.css has the same. */
const ROW_HEIGHT = 22;

/**
 * A value as a tree, of any size and depth: only what is open is read, and only what is in sight is rendered. Keys as in
 * the ARIA practices guide's tree; `*` opens everything inside, `c` copies. Renders a `<div>`.
 */
export const JsonView: Part<JsonViewProps> = /* @__PURE__ */ part(function JsonView({ value, label, marks = null, messages = ENGLISH_JSON, ...rest }: JsonViewProps): ReactElement {
  const root = useMemo(() => createJsonTree(value), [value]);
  const [version, change] = useReducer((count: number) => count + 1, 0);
  const rows = useMemo(() => (version < 0 ? [] : jsonRows(root)), [root, version]);
  const [given, setActive] = useState(root);
  const [long, setLong] = useState<JsonNode | null>(null);
  const place = rows.indexOf(given);
  const at = Math.max(0, place);
  const active = rows[at] ?? root;
  const { rows: inSight, height, scrollRef, pageSize } = useVirtualRows({ count: rows.length, rowHeight: ROW_HEIGHT, getKey: (index) => String(rows[index]?.id), active: at });
  const [copied, setCopied] = useState('');
  const shownLong = long !== null && rootOf(long) === root ? long : null;

  const toggle = useCallback((node: JsonNode) => {
    setActive(node);
    if (node.isRest) {
      // The row goes away, and the focus with it to the first of those that come in its place.
      listRest(node);
      setActive(node.parent?.children?.[node.place] ?? node);
    } else if (isLongText(node.value)) setLong((shown) => (shown === node ? null : node));
    else if (node.isOpen) node.isOpen = false;
    else open(node);
    change();
  }, [setActive]);

  const current = useContext(CurrentMarkContext);
  const [found, setFound] = useState<{ readonly mark: CurrentMark; readonly node: JsonNode } | null>(null);
  useEffect(() => {
    if (current === null || current.root !== value || current.path === undefined) return;
    const node = openPath(root, current.path);
    setFound({ mark: current, node });
    setActive(node);
    // What its row has no room for is shown below.
    setLong(isLongText(node.value) && isBehindRow(current) ? node : null);
    change();
  }, [current, value, root]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isTaken(event)) return;
    if (event.key === 'c' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.stopPropagation();
      void copy(() => jsonPieces(active.value)).then((outcome) => setCopied(outcome === 'copied' ? messages.copied : messages.copyFailed));
      return;
    }
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
    const command = treeCommand(event, isRightToLeft);
    const to = (index: number): void => setActive(rows[Math.min(rows.length - 1, Math.max(0, index))] ?? root);
    switch (command) {
      case 'next': to(at + 1); break;
      case 'previous': to(at - 1); break;
      case 'first': to(0); break;
      case 'last': to(rows.length - 1); break;
      case 'page-down': to(at + pageSize()); break;
      case 'page-up': to(at - pageSize()); break;
      case 'open': if (active.isOpen) to(at + 1); else if (active.size > 0) toggle(active); break;
      case 'close': if (active.isOpen) toggle(active); else if (active.parent !== null) setActive(active.parent); break;
      case 'select': if (active.size > 0 || active.isRest || isLongText(active.value)) toggle(active); break;
      case 'expand-siblings': openInside(active); change(); break;
      default: return;
    }
    event.preventDefault();
    // The keys of a tree around must not move it too.
    event.stopPropagation();
  };

  // The same words may stand in many rows.
  const foundNode = found !== null && found.mark === current ? found.node : null;
  const isLaidOut = height !== undefined;
  const style: CSSProperties = { blockSize: height };
  const tree = { 'data-slot': 'json-view-tree', role: 'tree', 'aria-label': label, onKeyDown };
  return (
    <div {...mergeProps({ 'data-slot': 'json-view' }, rest)}>
      <div {...tree} ref={scrollRef}>
        <div role="presentation" data-slot="json-view-rows" data-laid-out={isLaidOut ? '' : undefined} style={isLaidOut ? style : undefined}>
          {inSight.map(({ index, key, top }) => {
            const node = rows[index];
            return node === undefined ? null : (
              <JsonViewRow key={key} node={node} top={isLaidOut ? top : undefined} isOpen={node.isOpen} isShown={node === shownLong} isActive={node === active} current={node === foundNode ? current : null} marks={marks} messages={messages} onToggle={toggle} onActive={setActive} />
            );
          })}
        </div>
      </div>
      {shownLong !== null && (
        <CurrentMarkContext.Provider value={shownLong === foundNode ? current : null}>
          <TextBlock data-slot="json-view-text" tabIndex={0} text={String(shownLong.value)} marks={marks} messages={messages} />
        </CurrentMarkContext.Provider>
      )}
      <span data-slot="visually-hidden" role="status">{copied}</span>
    </div>
  );
});

function rootOf(node: JsonNode): JsonNode {
  let top = node;
  while (top.parent !== null) top = top.parent;
  return top;
}
