import { describe, expect, it } from 'vitest';
import { sources } from './files.ts';
import { breaches, circle } from './layers.ts';

describe('the import law', () => {
  it('is kept by every file of src', () => {
    expect(sources().size).toBeGreaterThan(0);
    expect(breaches(sources())).toEqual([]);
  });

  it('leaves no circle', () => {
    expect(circle(sources())).toBeNull();
  });
});

/** `path: imported paths`, as files that import them. */
const made = (files: Record<string, string[]>) =>
  new Map(Object.entries(files).map(([path, imports]) => [path, imports.map((name) => `import { x } from '${name}';`).join('\n')]));

describe('the checker', () => {
  const targets = {
    'src/index.ts': [],
    'src/core/index.ts': [],
    'src/core/model/trace.ts': [],
    'src/core/formats/otlp/read.ts': [],
    'src/core/analysis/gaps.ts': [],
    'src/core/store/store.ts': [],
    'src/hooks/useTree.ts': [],
    'src/components/primitives/row/Row.tsx': [],
    'src/components/trace-tree/Tree.tsx': [],
  };

  it.each([
    ['src/core/model/a.ts', '../formats/otlp/read.ts'],
    ['src/core/model/a.ts', 'diff'],
    ['src/core/model/a.ts', '../index.ts'],
    ['src/core/model/content/a.ts', '../../analysis/gaps.ts'],
    ['src/core/formats/a.ts', '../analysis/gaps.ts'],
    ['src/core/formats/a.ts', '../store/store.ts'],
    ['src/core/analysis/a.ts', '../formats/otlp/read.ts'],
    ['src/core/analysis/a.ts', 'react'],
    ['src/core/analysis/a.ts', 'node:fs'],
    ['src/core/store/a.ts', '../../hooks/useTree.ts'],
    ['src/core/store/a.ts', 'react-dom/client'],
    ['src/core/a.ts', './model/trace.ts'],
    ['src/hooks/a.ts', '../core/formats/otlp/read.ts'],
    ['src/hooks/a.ts', '../core/index.ts'],
    ['src/hooks/a.ts', '../components/trace-tree/Tree.tsx'],
    ['src/components/trace-tree/a.tsx', '../../core/formats/otlp/read.ts'],
    ['src/components/trace-tree/a.tsx', '../../index.ts'],
    ['src/components/trace-tree/a.tsx', './tree.css'],
    ['src/components/trace-tree/a.tsx', './missing.ts'],
    ['src/components/primitives/a.tsx', '../trace-tree/Tree.tsx'],
  ])('refuses %s → %s', (path, name) => {
    expect(breaches(made({ ...targets, [path]: [name] }))).toHaveLength(1);
    expect(breaches(made({ ...targets, [path]: [name] }))[0]).toContain(path);
  });

  it.each([
    ['src/core/model/content/a.ts', '../trace.ts'],
    ['src/core/formats/a.ts', './otlp/read.ts'],
    ['src/core/analysis/a.ts', '../model/trace.ts'],
    ['src/core/analysis/a.ts', 'diff'],
    ['src/core/store/a.ts', '../analysis/gaps.ts'],
    ['src/hooks/a.ts', '../core/store/store.ts'],
    ['src/hooks/a.ts', 'react'],
    ['src/components/trace-viewer/a.tsx', '../trace-tree/Tree.tsx'],
    ['src/components/trace-tree/a.tsx', '../primitives/row/Row.tsx'],
    ['src/components/trace-tree/a.tsx', '../../hooks/useTree.ts'],
    ['src/index.ts', './components/trace-tree/Tree.tsx'],
  ])('allows %s → %s', (path, name) => {
    expect(breaches(made({ ...targets, [path]: [name] }))).toEqual([]);
  });

  it.each([
    "import type { Run } from '../formats/run.ts';",
    "export * from '../formats/run.ts';",
    "export { type Run } from '../formats/run.ts';",
    "const read = () => import('../formats/run.ts');",
    "type Run = import('../formats/run.ts').Run;",
  ])('sees %s', (text) => {
    expect(breaches(new Map([['src/core/formats/run.ts', ''], ['src/core/model/a.ts', text]]))).toHaveLength(1);
  });

  it('finds a circle, however long', () => {
    const files = made({ 'src/a.ts': ['./b.ts'], 'src/b.ts': ['./c.ts'], 'src/c.ts': ['./d.ts', './b.ts'], 'src/d.ts': [] });
    expect(circle(files)).toEqual(['src/b.ts', 'src/c.ts', 'src/b.ts']);
    expect(circle(made({ 'src/a.ts': ['./b.ts', './c.ts'], 'src/b.ts': ['./c.ts'], 'src/c.ts': [] }))).toBeNull();
  });
});
