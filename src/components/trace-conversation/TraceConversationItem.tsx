'use client';
import { memo, type NamedExoticComponent, type ReactElement } from 'react';
import type { ConversationItem } from '../../core/analysis/conversation/conversation.ts';
import type { ToolGroup } from '../../core/analysis/conversation/group-items.ts';
import { KindIcon } from '../primitives/KindIcon.tsx';
import { TraceConversationAgent } from './TraceConversationAgent.tsx';
import { TraceConversationCheck } from './TraceConversationCheck.tsx';
import { ConversationFold } from './ConversationFold.tsx';
import { TraceConversationMessage } from './TraceConversationMessage.tsx';
import { TraceConversationModel } from './TraceConversationModel.tsx';
import { TraceConversationPayload } from './TraceConversationPayload.tsx';
import { TraceConversationPrompt } from './TraceConversationPrompt.tsx';
import { TraceConversationRetrieval } from './TraceConversationRetrieval.tsx';
import { TraceConversationStop } from './TraceConversationStop.tsx';
import { TraceConversationTool } from './TraceConversationTool.tsx';
import { useConversationTrace, useHasSelected, useIsCurrent, useIsSelected, useTraceConversationContext } from './TraceConversationContext.ts';

/** Props of `TraceConversationItem`. */
export interface TraceConversationItemProps {
  readonly item: ConversationItem | ToolGroup;
}

/** One thing that was said or done. Renders an `<li>`. */
export const TraceConversationItem: NamedExoticComponent<TraceConversationItemProps> = memo(function TraceConversationItem({ item }: TraceConversationItemProps): ReactElement {
  return item.type === 'tools' ? <Group group={item} /> : <Single item={item} />;
});

function Single({ item }: { readonly item: ConversationItem }): ReactElement {
  const isCurrent = useIsCurrent(item.id);
  const isRunSelected = useIsSelected(useConversationTrace('TraceConversationItem'), item.run);
  // What a model call was told is not the call.
  const isSelected = isRunSelected && !(item.run.kind === 'llm' && (item.type === 'system' || item.type === 'prompt' || (item.type === 'message' && item.side === 'input')));
  return (
    <li data-slot="trace-conversation-item" data-type={item.type} data-item={item.id} data-status={item.run.status} data-current={isCurrent && !isSelected ? '' : undefined} data-selected={isSelected ? '' : undefined}>
      <Content item={item} />
    </li>
  );
}

function Content({ item }: { readonly item: ConversationItem }): ReactElement {
  switch (item.type) {
    case 'message': return <TraceConversationMessage item={item} />;
    case 'payload': return <TraceConversationPayload item={item} />;
    case 'system':
    case 'prompt': return <TraceConversationPrompt item={item} />;
    case 'model': return <TraceConversationModel item={item} />;
    case 'tool': return <TraceConversationTool item={item} />;
    case 'retrieval': return <TraceConversationRetrieval item={item} />;
    case 'agent': return <TraceConversationAgent item={item} />;
    case 'check': return <TraceConversationCheck item={item} />;
    case 'stop': return <TraceConversationStop item={item} />;
    default: return item satisfies never;
  }
}

/** Calls of one tool in a line. */
function Group({ group }: { readonly group: ToolGroup }): ReactElement {
  const { messages } = useTraceConversationContext('TraceConversationItem');
  const { tools, items } = group;
  const isSelected = useHasSelected(useConversationTrace('TraceConversationItem'), items);
  const failed = tools.filter(({ run }) => run.status === 'error').length;
  return (
    <li data-slot="trace-conversation-item" data-type="tools" data-item={group.id} data-selected={isSelected ? '' : undefined}>
      <ConversationFold
        id={group.id}
        title={
          <>
            <KindIcon kind="tool" />
            <span data-slot="trace-conversation-title">{messages.times(group.name === '' ? messages.noName : group.name, tools.length)}</span>
            {items.length > tools.length && <span data-slot="trace-conversation-note">{messages.calls(items.length - tools.length, 0)}</span>}
            {failed > 0 && <span data-slot="trace-conversation-note" data-status="error">{messages.errors(failed)}</span>}
          </>
        }
      >
        <ol data-slot="trace-conversation-items">{items.map((item) => <Single key={item.id} item={item} />)}</ol>
      </ConversationFold>
    </li>
  );
}
