'use client';
import { useEffect, useState, type ComponentPropsWithRef, type ReactElement } from 'react';
import { copy, type CopySource } from './clipboard.ts';
import type { CopyMessages } from './json-messages.ts';
import { mergeProps } from './mergeProps.ts';
import { part, type Part } from './part.ts';

/** Props of `CopyButton`. */
export interface CopyButtonProps extends ComponentPropsWithRef<'button'> {
  /** Makes the text when it is asked for: long payloads are not written out before. What may be long is given in pieces. */
  readonly text: () => CopySource;
  readonly messages: CopyMessages;
  /** What is copied, for those who don't see where the button stands. */
  readonly label?: string | undefined;
}

/** How long the button says what it did, in ms. */
const SAYS = 1_600;

/** Copies a text and says so. Renders a `<button>`. */
export const CopyButton: Part<CopyButtonProps> = /* @__PURE__ */ part(function CopyButton({ text, messages, label, ...rest }: CopyButtonProps): ReactElement {
  const [outcome, setOutcome] = useState<'copying' | 'copied' | 'failed' | null>(null);
  useEffect(() => {
    if (outcome === null || outcome === 'copying') return undefined;
    const timer = setTimeout(() => setOutcome(null), SAYS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const says = outcome === null ? messages.copy : { copying: messages.copying ?? messages.copy, copied: messages.copied, failed: messages.copyFailed }[outcome];
  const own = {
    'data-slot': 'copy-button',
    'data-outcome': outcome ?? undefined,
    type: 'button' as const,
    'aria-label': label === undefined ? undefined : `${says}: ${label}`,
    'aria-disabled': outcome === 'copying' ? true : undefined,
    onClick: () => {
      if (outcome !== 'copying') void copy(text, () => setOutcome('copying')).then(setOutcome);
    },
    children: <span aria-live="polite">{says}</span>,
  };
  return <button {...mergeProps(own, rest)} />;
});
