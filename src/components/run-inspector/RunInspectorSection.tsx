'use client';
import * as Collapsible from '@radix-ui/react-collapsible';
import { useEffect, type ComponentPropsWithRef, type ReactElement, type ReactNode } from 'react';
import { part, type Part } from '../primitives/part.ts';
import { formatCount } from '../primitives/quantity.ts';
import { CurrentMarkContext } from '../primitives/search-marks.ts';
import { MatchesInside } from './MatchesInside.tsx';
import { useRunInspectorContext, useRunInspectorTarget } from './RunInspectorContext.ts';
import { Chevron } from './RunInspectorFold.tsx';
import type { RunInspectorPlace } from './sections.ts';

/** Props of `RunInspectorSection`. */
export interface RunInspectorSectionProps extends Omit<ComponentPropsWithRef<'div'>, 'title' | 'dir'> {
  /** By this name the section stays open or closed from run to run. */
  readonly name: string;
  readonly title: ReactNode;
  /** How many things are inside. */
  readonly count?: number | undefined;
  /** What can be done with what is inside: shown while it is open. */
  readonly actions?: ReactNode;
}

/** A part of an inspector behind a heading; closed, nothing inside is rendered or read. Renders a `<div>`. */
export const RunInspectorSection: Part<RunInspectorSectionProps> = /* @__PURE__ */ part(function RunInspectorSection({ name, title, count, actions, children, ...rest }: RunInspectorSectionProps): ReactElement {
  const { state, marks, locale } = useRunInspectorContext('RunInspectorSection');
  const { setOpen } = state;
  const isOpen = state.isOpen(name);
  const target = useRunInspectorTarget(name as RunInspectorPlace);
  useEffect(() => {
    if (target !== null) setOpen(name, true);
  }, [target, name, setOpen]);
  return (
    <Collapsible.Root data-slot="run-inspector-section" data-section={name} open={isOpen} onOpenChange={(open) => setOpen(name, open)} {...rest}>
      <div data-slot="run-inspector-section-head">
        <h3 data-slot="run-inspector-heading">
          <Collapsible.Trigger data-slot="run-inspector-trigger">
            <Chevron />
            <span>{title}</span>
            {count !== undefined && <span data-slot="run-inspector-count">{formatCount(count, locale).figure}</span>}
            {!isOpen && <MatchesInside count={marks.countIn(name as RunInspectorPlace)} />}
          </Collapsible.Trigger>
        </h3>
        {isOpen && actions}
      </div>
      <Collapsible.Content data-slot="run-inspector-content"><CurrentMarkContext.Provider value={target}>{children}</CurrentMarkContext.Provider></Collapsible.Content>
    </Collapsible.Root>
  );
});
