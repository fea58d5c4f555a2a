import { createRoot, type Root } from 'react-dom/client';
import { setStage } from './stage.ts';

interface Rows {
  count: number;
  seed: number;
}

let root: Root | undefined;

/** What React and the browser alone need for about as many elements as TraceTree has: no tree can be faster. */
setStage<Rows>({
  prepare: (count, seed) => ({ count, seed }),
  render(rows, container) {
    root ??= createRoot(container);
    root.render(<Plain key={rows.seed} {...rows} />);
  },
});

function Plain({ count, seed }: Rows) {
  const rows = Array.from({ length: count }, (_, row) => (
    <div key={row} className="bench-row" style={{ height: 28 }}>
      <span>{`${seed} row ${row}`}</span>
    </div>
  ));
  return <div style={{ height: '100%', overflow: 'auto' }}>{rows}</div>;
}
