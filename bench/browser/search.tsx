import type { ReactElement } from 'react';
import type { Trace } from '../../src/core/index.ts';
import { useRunSearch } from '../../src/hooks/index.ts';
import { RunSearch, TraceTree } from '../../src/index.ts';
import { withTexts } from './texts.ts';
import { setTraceStage } from './trace-stage.tsx';

setTraceStage((trace) => <SearchedTree trace={trace} />, withTexts);

function SearchedTree({ trace }: { readonly trace: Trace }): ReactElement {
  const search = useRunSearch({ trace });
  return (
    <div style={{ display: 'flex', flexDirection: 'column', height: '100%' }}>
      <RunSearch search={search} />
      <div style={{ flex: '1 1 0', minHeight: 0 }}>
        <TraceTree trace={trace} search={search} />
      </div>
    </div>
  );
}
