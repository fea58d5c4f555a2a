'use client';
import * as Collapsible from '@radix-ui/react-collapsible';
import type { ComponentPropsWithRef, ReactElement, ReactNode } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { useOpen } from './TraceConversationContext.ts';

interface ConversationFoldProps extends Omit<ComponentPropsWithRef<'div'>, 'title'> {
  /** Under which it is known whether it is open. */
  readonly id: string;
  /** What the line says: its button opens and closes what is inside. */
  readonly title: ReactNode;
  /** What stands at the end of the line, and is pressed by itself. */
  readonly end?: ReactNode;
}

/** One line, behind which there is more. What is closed is not rendered. Renders a `<div>`. */
export const ConversationFold: Part<ConversationFoldProps> = /* @__PURE__ */ part(function ConversationFold({ id, title, end, children, ...rest }: ConversationFoldProps): ReactElement {
  const [isOpen, setOpen] = useOpen(id);
  return (
    <Collapsible.Root {...mergeProps({ 'data-slot': 'trace-conversation-fold' }, rest)} open={isOpen} onOpenChange={setOpen}>
      <div data-slot="trace-conversation-line">
        <Collapsible.Trigger data-slot="trace-conversation-trigger">
          <svg data-slot="trace-conversation-chevron" aria-hidden viewBox="0 0 12 12" width={12} height={12} fill="none" stroke="currentColor" strokeWidth={1.5} strokeLinecap="round" strokeLinejoin="round">
            <path d="M4.5 3l3 3-3 3" />
          </svg>
          {title}
        </Collapsible.Trigger>
        {end}
      </div>
      <Collapsible.Content data-slot="trace-conversation-content">{children}</Collapsible.Content>
    </Collapsible.Root>
  );
});
