// @ts-nocheck -- its packages are installed only when the bench runs
import { AuiConfig, AuiProvider } from '@assistant-ui/store';
import { SpanPrimitive, SpanResource } from '@assistant-ui/react-o11y';
import { createRoot } from 'react-dom/client';
import { setStage } from '../browser/stage.ts';
import { generateTrace } from '../generate/index.js';
import { EPOCH_MS, MS } from '../generate/step.js';

const STATUSES = { success: 'completed', error: 'failed', interrupted: 'skipped', running: 'running' };

/** Its parts put together as a tree without a timeline, since TraceTree has none. */
function Tree({ spans }) {
  const config = AuiConfig({ span: SpanResource({ spans }) });
  return (
    <AuiProvider extends={null} config={config}>
      <div style={{ height: '100%', overflow: 'auto' }}>
        <SpanPrimitive.Children>{renderRow}</SpanPrimitive.Children>
      </div>
    </AuiProvider>
  );
}

const renderRow = () => (
  <SpanPrimitive.Root className="bench-row" style={{ height: 28 }}>
    <SpanPrimitive.Indent style={{ display: 'flex', gap: 8 }}>
      <SpanPrimitive.CollapseToggle className="bench-toggle">▸</SpanPrimitive.CollapseToggle>
      <SpanPrimitive.StatusIndicator />
      <SpanPrimitive.Name />
      <SpanPrimitive.TypeBadge />
    </SpanPrimitive.Indent>
  </SpanPrimitive.Root>
);

let root;

setStage({
  prepare: (runs, seed) =>
    generateTrace({ shape: 'agent', runs, seed, payload: 'none' }).steps.map(({ parent, name, kind, status, start, end }, place) => ({
      id: `${seed}-${place}`,
      parentSpanId: parent < 0 ? null : `${seed}-${parent}`,
      name,
      type: kind,
      status: STATUSES[status],
      startedAt: EPOCH_MS + start / MS,
      endedAt: end === null ? null : EPOCH_MS + end / MS,
      latencyMs: end === null ? null : (end - start) / MS,
    })),
  render(spans, container) {
    root ??= createRoot(container);
    root.render(<Tree key={spans[0].id} spans={spans} />);
  },
});
