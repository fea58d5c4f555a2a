import type { ConversationItem, ToolItem } from './conversation.ts';

/** Calls of one tool, side by side or one after the other, with nothing said in between. */
export interface ToolGroup {
  readonly type: 'tools';
  /** Unique among what it stands with, and the same while the group grows at its end. */
  readonly id: string;
  readonly name: string;
  readonly tools: readonly ToolItem[];
  /** The tools, and the model calls between them that only asked for the next one. */
  readonly items: readonly ConversationItem[];
}

/** Puts calls of one tool that follow each other together, so that ten searches in a row can be one line. */
export function groupTools(items: readonly ConversationItem[]): (ConversationItem | ToolGroup)[] {
  const grouped: (ConversationItem | ToolGroup)[] = [];
  for (let at = 0; at < items.length; ) {
    const item = items[at]!;
    const end = item.type === 'tool' ? endOfGroup(items, at, item.name) : at + 1;
    if (item.type === 'tool' && end > at + 1) {
      const inside = items.slice(at, end);
      grouped.push({ type: 'tools', id: `${item.id}/group`, name: item.name, items: inside, tools: inside.filter((one) => one.type === 'tool') });
    } else grouped.push(item);
    at = end;
  }
  return grouped;
}

/** One past the last call of the tool that still belongs to those from a place on. */
function endOfGroup(items: readonly ConversationItem[], from: number, name: string): number {
  let end = from + 1;
  for (let at = end; at < items.length; at++) {
    const item = items[at]!;
    if (item.type === 'tool' && item.name === name) end = at + 1;
    else if (item.type === 'tool' || !isSilent(item)) break;
  }
  return end;
}

/** Whether an item is a model call that went well and said nothing. */
function isSilent(item: ConversationItem): boolean {
  return item.type === 'model' && item.parts.length === 0 && item.run.status === 'success';
}
