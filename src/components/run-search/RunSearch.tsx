'use client';
import type { ReactElement, Ref } from 'react';
import { part, type Part } from '../primitives/part.ts';
import { RunSearchBox } from './RunSearchBox.tsx';
import { RunSearchChips } from './RunSearchChips.tsx';
import { RunSearchClear } from './RunSearchClear.tsx';
import { RunSearchCount } from './RunSearchCount.tsx';
import { RunSearchError } from './RunSearchError.tsx';
import { RunSearchField } from './RunSearchField.tsx';
import { RunSearchHelp } from './RunSearchHelp.tsx';
import { RunSearchHint } from './RunSearchHint.tsx';
import { RunSearchModeToggle } from './RunSearchModeToggle.tsx';
import { RunSearchProgress } from './RunSearchProgress.tsx';
import { RunSearchRoot, type RunSearchRootProps } from './RunSearchRoot.tsx';
import { RunSearchSteps } from './RunSearchSteps.tsx';
import { RunSearchSuggestions } from './RunSearchSuggestions.tsx';

/** Props of `RunSearch`. */
export interface RunSearchProps extends Omit<RunSearchRootProps, 'children'> {
  /** The `<input>`: for whoever brings a person there, as by the key `/`. */
  readonly fieldRef?: Ref<HTMLInputElement> | undefined;
}

/**
 * A field to search the runs of a trace: suggestions from the trace, terms as chips, errors where they are, the way from
 * match to match. It needs `runlens/styles.css`; what it finds is shown by whoever shares the search.
 *
 * @example
 * const search = useRunSearch({ trace });
 * <RunSearch search={search} />
 * <TraceTree trace={trace} search={search} />
 */
export const RunSearch: Part<RunSearchProps> = /* @__PURE__ */ part(function RunSearch({ fieldRef, ...rest }: RunSearchProps): ReactElement {
  return (
    <RunSearchRoot {...rest}>
      <RunSearchBox>
        <RunSearchField ref={fieldRef} />
        <RunSearchClear />
        <RunSearchProgress />
        <RunSearchSuggestions />
      </RunSearchBox>
      <RunSearchCount />
      <RunSearchSteps />
      <RunSearchModeToggle />
      <RunSearchHelp />
      <RunSearchError />
      <RunSearchChips />
      <RunSearchHint />
    </RunSearchRoot>
  );
});
