'use client';
import * as Collapsible from '@radix-ui/react-collapsible';
import { useRef, type ComponentPropsWithRef, type FocusEvent, type KeyboardEvent, type ReactElement } from 'react';
import { useControllableState } from '../../hooks/useControllableState.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { useRunSearchContext } from './RunSearchContext.ts';
import { RunSearchIcon } from './RunSearchIcon.tsx';

/** Props of `RunSearchHelp`. */
export interface RunSearchHelpProps extends Omit<ComponentPropsWithRef<'div'>, 'children' | 'dir'> {
  readonly open?: boolean | undefined;
  /** @default false */
  readonly defaultOpen?: boolean | undefined;
  readonly onOpenChange?: ((open: boolean, details: object) => void) | undefined;
}

/** What can be searched for, by examples that a press puts into the field, and the field's keys: behind a button. Renders a `<div>`. */
export const RunSearchHelp: Part<RunSearchHelpProps> = /* @__PURE__ */ part(function RunSearchHelp(props: RunSearchHelpProps): ReactElement {
  const { open, defaultOpen = false, onOpenChange, ...rest } = props;
  const { field, messages } = useRunSearchContext('RunSearchHelp');
  const [isOpen, changeOpen] = useControllableState<boolean, object>({ value: open, defaultValue: defaultOpen, onChange: onOpenChange });
  const trigger = useRef<HTMLButtonElement>(null);
  const setOpen = (next: boolean): void => changeOpen(next, {});
  const own = {
    'data-slot': 'run-search-help',
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !isOpen) return;
      event.preventDefault();
      setOpen(false);
      trigger.current?.focus();
    },
    onBlur: (event: FocusEvent<HTMLElement>) => {
      if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
    },
  };
  return (
    <Collapsible.Root open={isOpen} onOpenChange={setOpen} {...mergeProps(own, rest)}>
      <Collapsible.Trigger ref={trigger} data-slot="run-search-button" aria-label={messages.help} title={messages.help}>
        <RunSearchIcon name="help" />
      </Collapsible.Trigger>
      <Collapsible.Content data-slot="run-search-panel" tabIndex={-1}>
        <ul data-slot="run-search-examples">
          {messages.examples.map(({ query, finds }) => (
            <li key={query} data-slot="run-search-example">
              <button
                type="button"
                data-slot="run-search-example-query"
                aria-label={messages.useExample(query)}
                onClick={() => {
                  setOpen(false);
                  field.write(query);
                }}
              >
                {query}
              </button>
              <span data-slot="run-search-note">{finds}</span>
            </li>
          ))}
        </ul>
        <dl data-slot="run-search-keys">
          {messages.keys.map(({ keys, does }) => (
            <div key={does} data-slot="run-search-key">
              <dt>{keys.map((key) => <kbd key={key}>{key}</kbd>)}</dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </Collapsible.Content>
    </Collapsible.Root>
  );
});
