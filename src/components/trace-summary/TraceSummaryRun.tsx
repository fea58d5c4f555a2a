'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import type { Run } from '../../core/model/run.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { useTraceSummaryContext } from './TraceSummaryContext.ts';

interface TraceSummaryRunProps extends ComponentPropsWithRef<'button'> {
  readonly run: Run;
}

/** What leads to a run where the host shows runs: a `<button>`, else a `<span>`. */
export function TraceSummaryRun({ run, children, ...rest }: TraceSummaryRunProps): ReactElement {
  const { select, messages } = useTraceSummaryContext('TraceSummaryRun');
  if (select === null) return <span {...(rest as ComponentPropsWithRef<'span'>)}>{children}</span>;
  const own = {
    type: 'button' as const,
    title: messages.goTo(run.name),
    // A press of a key is a click without a pointer.
    onClick: (event: { readonly detail: number }) => select(run, event.detail === 0 ? 'keyboard' : 'pointer'),
  };
  return <button {...mergeProps(own, rest)}>{children}</button>;
}
