'use client';
import { useEffect, useState, type ComponentPropsWithRef, type ReactElement } from 'react';
import type { CopyMessages } from './json-messages.ts';
import { mergeProps } from './mergeProps.ts';
import { part, type Part } from './part.ts';

/** Props of `CopyButton`. */
export interface CopyButtonProps extends ComponentPropsWithRef<'button'> {
  /** Makes the text when it is asked for: long payloads are not written out before. */
  readonly text: () => string;
  readonly messages: CopyMessages;
  /** What is copied, for those who don't see where the button stands. */
  readonly label?: string | undefined;
}

/** How long the button says what it did, in ms. */
const SAYS = 1_600;

/** Copies a text and says so. Renders a `<button>`. */
export const CopyButton: Part<CopyButtonProps> = /* @__PURE__ */ part(function CopyButton({ text, messages, label, ...rest }: CopyButtonProps): ReactElement {
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  useEffect(() => {
    if (outcome === null) return undefined;
    const timer = setTimeout(() => setOutcome(null), SAYS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const says = outcome === 'copied' ? messages.copied : outcome === 'failed' ? messages.copyFailed : messages.copy;
  const own = {
    'data-slot': 'copy-button',
    'data-outcome': outcome ?? undefined,
    type: 'button' as const,
    'aria-label': label === undefined ? undefined : `${says}: ${label}`,
    onClick: () => void copy(text).then(setOutcome),
    children: <span aria-live="polite">{says}</span>,
  };
  return <button {...mergeProps(own, rest)} />;
});

/** Writes to the clipboard, which browsers keep from pages without TLS and from frames without leave. */
export async function copy(text: () => string): Promise<'copied' | 'failed'> {
  try {
    await navigator.clipboard.writeText(text());
    return 'copied';
  } catch {
    return 'failed';
  }
}
