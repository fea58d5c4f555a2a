'use client';
import type { ReactElement } from 'react';
import { part, type Part } from '../primitives/part.ts';
import { TraceConversationRoot, type TraceConversationRootProps } from './TraceConversationRoot.tsx';
import { TraceConversationTurns } from './TraceConversationTurns.tsx';

/** Props of `TraceConversation`. */
export interface TraceConversationProps extends Omit<TraceConversationRootProps, 'children'> {}

/**
 * A trace, or the traces of a thread, read as chat: who said what, turn by turn, with what happened in between folded to
 * one line each. Every message leads to its run. It fills its container and needs `runlens/styles.css`.
 *
 * @example
 * <TraceConversation traces={thread} onSelectedChange={(id, { trace }) => open(trace, id)} />
 */
export const TraceConversation: Part<TraceConversationProps> = /* @__PURE__ */ part(function TraceConversation(props: TraceConversationProps): ReactElement {
  return (
    <TraceConversationRoot {...props}>
      <TraceConversationTurns />
    </TraceConversationRoot>
  );
});
