'use client';
import * as Collapsible from '@radix-ui/react-collapsible';
import type { ComponentPropsWithRef, ReactElement, ReactNode } from 'react';
import { part, type Part } from '../primitives/part.ts';

/** Props of `RunInspectorFold`. */
export interface RunInspectorFoldProps extends Omit<ComponentPropsWithRef<typeof Collapsible.Root>, 'title'> {
  readonly title: ReactNode;
  /** What stands beside the title, and is pressed by itself. */
  readonly actions?: ReactNode;
}

/** Something behind a button of its own. Renders a `<div>`. */
export const RunInspectorFold: Part<RunInspectorFoldProps> = /* @__PURE__ */ part(function RunInspectorFold({ title, actions, children, ...rest }: RunInspectorFoldProps): ReactElement {
  return (
    <Collapsible.Root data-slot="run-inspector-fold" {...rest}>
      <div data-slot="run-inspector-fold-head">
        <Collapsible.Trigger data-slot="run-inspector-trigger"><Chevron />{title}</Collapsible.Trigger>
        {actions}
      </div>
      <Collapsible.Content data-slot="run-inspector-fold-content">{children}</Collapsible.Content>
    </Collapsible.Root>
  );
});

/** Points to what is closed, and down at what is open. */
export function Chevron(): ReactElement {
  return (
    <svg data-slot="run-inspector-chevron" aria-hidden viewBox="0 0 12 12" width={12} height={12} fill="none" stroke="currentColor" strokeWidth={1.5} strokeLinecap="round" strokeLinejoin="round">
      <path d="M4.5 3l3 3-3 3" />
    </svg>
  );
}
