import type { Run } from '../../model/run.ts';
import type { Trace } from '../../model/trace.ts';
import type { Conversation, ConversationItem, ConversationTurn } from './conversation.ts';

/** Where a run is told. */
export interface ItemPlace {
  readonly turn: ConversationTurn;
  readonly item: ConversationItem;
  /** Whether the item is of this very run; else of the nearest run around it, or of the first one inside. */
  readonly isExact: boolean;
}

/** Finds the item that tells of a run, or the one that is nearest to it; null if nothing in the conversation is. */
export function findConversationItem(conversation: Conversation, trace: Trace, run: Pick<Run, 'id'>): ItemPlace | null {
  const { subtreeEnd } = trace.columns;
  const wanted = trace.indexOf(run);
  if (wanted === -1) return null;
  let nearest: ItemPlace | null = null;
  let exact: ItemPlace | null = null;
  let around = -1;
  let inside = Number.POSITIVE_INFINITY;
  for (const turn of conversation.turns) {
    if (turn.trace.id !== trace.id) continue;
    for (const item of turn.items) {
      const at = trace.indexOf(item.run);
      if (at === wanted) {
        // What a run was told comes before the run itself.
        if (!TOLD.has(item.type)) return { turn, item, isExact: true };
        exact ??= { turn, item, isExact: true };
      } else if (at > wanted && at < subtreeEnd[wanted]! && at < inside) {
        inside = at;
        nearest = { turn, item, isExact: false };
      } else if (inside === Number.POSITIVE_INFINITY && at < wanted && at > around && wanted < subtreeEnd[at]!) {
        around = at;
        nearest = { turn, item, isExact: false };
      }
    }
  }
  return exact ?? nearest;
}

const TOLD: ReadonlySet<ConversationItem['type']> = new Set(['message', 'payload', 'system', 'prompt']);
