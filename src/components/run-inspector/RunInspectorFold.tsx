'use client';
import * as Collapsible from '@radix-ui/react-collapsible';
import { useContext, useEffect, useState, type ComponentPropsWithRef, type ReactElement, type ReactNode } from 'react';
import { useLatest } from '../../hooks/useLatest.ts';
import { part, type Part } from '../primitives/part.ts';
import { CurrentMarkContext, type CurrentMark } from '../primitives/search-marks.ts';
import { MatchesInside } from './MatchesInside.tsx';

/** Props of `RunInspectorFold`. */
export interface RunInspectorFoldProps extends Omit<ComponentPropsWithRef<typeof Collapsible.Root>, 'title'> {
  readonly title: ReactNode;
  /** What stands beside the title, and is pressed by itself. */
  readonly actions?: ReactNode;
  /** How many finds of a search are inside. */
  readonly matches?: number | undefined;
  /** Whether the find to which a person goes is inside. */
  readonly holds?: ((mark: CurrentMark) => boolean) | undefined;
}

/** Something behind a button of its own. Renders a `<div>`. */
export const RunInspectorFold: Part<RunInspectorFoldProps> = /* @__PURE__ */ part(function RunInspectorFold({ title, actions, matches = 0, holds, open, defaultOpen = false, onOpenChange, children, ...rest }: RunInspectorFoldProps): ReactElement {
  const [own, setOwn] = useState(defaultOpen);
  const isOpen = open ?? own;
  const setOpen = (next: boolean): void => {
    setOwn(next);
    onOpenChange?.(next);
  };
  const current = useContext(CurrentMarkContext);
  const latest = useLatest({ holds, setOpen });
  useEffect(() => {
    if (current !== null && latest.current.holds?.(current) === true) latest.current.setOpen(true);
  }, [current, latest]);
  return (
    <Collapsible.Root data-slot="run-inspector-fold" open={isOpen} onOpenChange={setOpen} {...rest}>
      <div data-slot="run-inspector-fold-head">
        <Collapsible.Trigger data-slot="run-inspector-trigger"><Chevron />{title}{!isOpen && <MatchesInside count={matches} />}</Collapsible.Trigger>
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
