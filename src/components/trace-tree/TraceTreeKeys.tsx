'use client';
import * as Collapsible from '@radix-ui/react-collapsible';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { useTraceTreeContext, useTraceTreeSettings } from './TraceTreeContext.ts';
import { part, type Part } from '../primitives/part.ts';

/** Props of `TraceTreeKeys`. */
export interface TraceTreeKeysProps extends ComponentPropsWithRef<'div'> {}

/** The tree's keys and what they do, behind a button and the key `?`. Renders a `<div>`. */
export const TraceTreeKeys: Part<TraceTreeKeysProps> = /* @__PURE__ */ part(function TraceTreeKeys(props: TraceTreeKeysProps): ReactElement {
  const { isHelpOpen, setHelpOpen, search } = useTraceTreeContext('TraceTreeKeys');
  const { messages } = useTraceTreeSettings('TraceTreeKeys');
  return (
    <Collapsible.Root data-slot="trace-tree-keys" open={isHelpOpen} onOpenChange={setHelpOpen} {...props}>
      <Collapsible.Trigger data-slot="trace-tree-button"><kbd aria-hidden>?</kbd> {messages.keys}</Collapsible.Trigger>
      <Collapsible.Content data-slot="trace-tree-panel">
        <dl data-slot="trace-tree-key-list">
          {(search === undefined ? messages.keyHelp : [...messages.keyHelp, ...messages.searchKeyHelp]).map(({ keys, does }) => (
            <div key={does} data-slot="trace-tree-key">
              <dt>{keys.map((key) => <kbd key={key}>{key}</kbd>)}</dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </Collapsible.Content>
    </Collapsible.Root>
  );
});
