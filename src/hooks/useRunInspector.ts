'use client';
import { useCallback, useMemo } from 'react';
import { useControllableState } from './useControllableState.ts';
import { useLatest } from './useLatest.ts';

/**
 * How words and payloads are shown: `auto` shows words as text and anything else as a tree of JSON; `markdown` is for
 * words alone, where there is something to render it.
 */
export type PayloadMode = 'auto' | 'text' | 'json' | 'markdown';

/** Which section was opened or closed. */
export interface OpenSectionsChangeDetails {
  readonly section: string;
  readonly isOpen: boolean;
}

/** What `useRunInspector` takes. */
export interface UseRunInspectorOptions {
  /** The names of the sections that are open, for every run alike. */
  readonly openSections?: readonly string[] | undefined;
  readonly defaultOpenSections?: readonly string[] | undefined;
  readonly onOpenSectionsChange?: ((sections: readonly string[], details: OpenSectionsChangeDetails) => void) | undefined;
  /** Whether long lines are broken. */
  readonly wrap?: boolean | undefined;
  /** @default true */
  readonly defaultWrap?: boolean | undefined;
  readonly onWrapChange?: ((wrap: boolean) => void) | undefined;
  readonly payloadMode?: PayloadMode | undefined;
  /** @default 'auto' */
  readonly defaultPayloadMode?: PayloadMode | undefined;
  readonly onPayloadModeChange?: ((mode: PayloadMode) => void) | undefined;
}

/** How a person has set up an inspector: it stays so from run to run. */
export interface RunInspectorState {
  readonly isOpen: (section: string) => boolean;
  readonly setOpen: (section: string, isOpen: boolean) => void;
  readonly wrap: boolean;
  readonly setWrap: (wrap: boolean) => void;
  readonly payloadMode: PayloadMode;
  readonly setPayloadMode: (mode: PayloadMode) => void;
}

/** The sections that an inspector opens by itself: what a run was about. */
export const DEFAULT_OPEN_SECTIONS: readonly string[] = ['messages', 'query', 'documents', 'arguments', 'result', 'input', 'output', 'template', 'feedback', 'issues'];

/** The state of a run inspector, without markup. */
export function useRunInspector(options: UseRunInspectorOptions = {}): RunInspectorState {
  const [openSections, changeOpen] = useControllableState({
    value: options.openSections,
    defaultValue: options.defaultOpenSections ?? DEFAULT_OPEN_SECTIONS,
    onChange: options.onOpenSectionsChange,
  });
  const [wrap, changeWrap] = useControllableState<boolean, undefined>({ value: options.wrap, defaultValue: options.defaultWrap ?? true, onChange: options.onWrapChange });
  const [payloadMode, changeMode] = useControllableState<PayloadMode, undefined>({
    value: options.payloadMode,
    defaultValue: options.defaultPayloadMode ?? 'auto',
    onChange: options.onPayloadModeChange,
  });
  const latest = useLatest(openSections);
  const setOpen = useCallback(
    (section: string, isOpen: boolean) => {
      const others = latest.current.filter((name) => name !== section);
      changeOpen(isOpen ? [...others, section] : others, { section, isOpen });
    },
    [latest, changeOpen],
  );
  return useMemo(
    () => ({
      isOpen: (section) => openSections.includes(section),
      setOpen,
      wrap,
      setWrap: (next) => changeWrap(next, undefined),
      payloadMode,
      setPayloadMode: (next) => changeMode(next, undefined),
    }),
    [openSections, setOpen, wrap, changeWrap, payloadMode, changeMode],
  );
}
