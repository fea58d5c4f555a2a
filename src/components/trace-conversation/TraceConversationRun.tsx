'use client';
import type { ComponentPropsWithRef, MouseEvent, ReactElement } from 'react';
import type { Run } from '../../core/model/run.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { StatusIcon } from '../primitives/StatusIcon.tsx';
import { runFigures } from './run-figures.ts';
import { useConversationTrace, useIsSelected, useTraceConversationContext } from './TraceConversationContext.ts';

/** Props of `TraceConversationRun`. */
export interface TraceConversationRunProps extends Omit<ComponentPropsWithRef<'button'>, 'children'> {
  readonly run: Run;
  /** What it tells: its name, where its figures are not those of what stands beside it; its figures, where its name stands there. @default 'both' */
  readonly tells?: 'name' | 'figures' | 'both' | undefined;
}

/** The run that something is told by: its model, how long it took, its tokens. It selects the run. Renders a `<button>`. */
export const TraceConversationRun: Part<TraceConversationRunProps> = /* @__PURE__ */ part(function TraceConversationRun({ run, tells = 'both', ...rest }: TraceConversationRunProps): ReactElement {
  const { store, messages, locale, now } = useTraceConversationContext('TraceConversationRun');
  const trace = useConversationTrace('TraceConversationRun');
  const isSelected = useIsSelected(trace, run);
  const isBrief = tells === 'name';
  const words = [
    ...(tells === 'figures' ? [] : [run.kind === 'llm' ? (run.model?.name ?? run.name) : run.name]),
    ...(isBrief ? [] : runFigures(trace, run, { messages, locale, now })),
  ];
  const own = {
    'data-slot': 'trace-conversation-run',
    'data-status': isBrief ? undefined : run.status,
    type: 'button' as const,
    title: run.name,
    'aria-current': isSelected ? ('true' as const) : undefined,
    // A key makes a click that nothing was pressed for.
    onClick: (event: MouseEvent) => store.get().select(trace, run, event.detail === 0 ? 'keyboard' : 'pointer'),
  };
  return (
    <button {...mergeProps(own, rest)}>
      <span data-slot="visually-hidden">{`${messages.kinds[run.kind]} ${run.name}${run.status === 'success' || isBrief ? '' : `, ${messages.statuses[run.status]}`}: `}</span>
      {run.status !== 'success' && !isBrief && <StatusIcon status={run.status} />}
      <span data-slot="trace-conversation-figures">{words.length === 0 ? messages.statuses[run.status] : words.join(' · ')}</span>
    </button>
  );
});
