'use client';
import type { ReactElement } from 'react';
import { RunInspectorError } from './RunInspectorError.tsx';
import { RunInspectorFigures } from './RunInspectorFigures.tsx';
import { RunInspectorHeader } from './RunInspectorHeader.tsx';
import { RunInspectorRoot, type RunInspectorRootProps } from './RunInspectorRoot.tsx';
import { RunInspectorSections } from './RunInspectorSections.tsx';
import { part, type Part } from '../primitives/part.ts';

/** Props of `RunInspector`. */
export interface RunInspectorProps extends Omit<RunInspectorRootProps, 'children'> {}

/**
 * Everything there is to know of one run: figures, error, messages, documents, calls and what they answered, payloads.
 * It fills its container and needs `runlens/styles.css`. Payloads of any size and depth open at once.
 *
 * @example
 * <RunInspector trace={trace} run={trace.get(selected) ?? null} onRunChange={setSelected} />
 */
export const RunInspector: Part<RunInspectorProps> = /* @__PURE__ */ part(function RunInspector(props: RunInspectorProps): ReactElement {
  return (
    <RunInspectorRoot {...props}>
      <RunInspectorHeader />
      <RunInspectorFigures />
      <RunInspectorError />
      <RunInspectorSections />
    </RunInspectorRoot>
  );
});
