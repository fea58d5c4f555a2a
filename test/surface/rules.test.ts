import { describe, expect, it } from 'vitest';
import { sources } from './files.ts';
import { offences } from './rules.ts';

it('every module of src keeps the rules of conduct', () => {
  expect([...sources()].flatMap(([path, text]) => offences(path, text))).toEqual([]);
});

describe('the checker', () => {
  it.each([
    ['src/core/a.ts', "'use client';"],
    ['src/core/a.ts', 'const x = eval("1");'],
    ['src/core/a.ts', '\n'.repeat(400)],
    ['src/hooks/a.ts', "import { useState } from 'react';"],
    ['src/hooks/a.ts', "import { type ReactNode, useRef as ref } from 'react';"],
    ['src/components/tree/a.tsx', "import { useTree } from '../../hooks/useTree.ts';"],
    ['src/components/tree/a.tsx', "import { createContext } from 'react';"],
    ['src/components/tree/a.tsx', "'use client';\n<p dangerouslySetInnerHTML={{ __html }} />"],
    ['src/components/tree/a.tsx', "window.addEventListener('keydown', f);"],
    ['src/components/tree/a.tsx', "document.addEventListener('keydown', f);"],
    ['src/components/tree/a.tsx', 'const x = window.localStorage;'],
  ])('%s: refuses %j', (path, text) => {
    expect(offences(path, text)).toHaveLength(1);
  });

  it.each([
    ['src/core/a.ts', '// no localStorage here\nretrieval(x);'],
    ['src/hooks/index.ts', "export { useTree } from './useTree.ts';"],
    ['src/hooks/a.ts', "// why\n'use client';\nimport { useState } from 'react';"],
    ['src/hooks/a.ts', "import { useMemo } from 'react';"],
    ['src/hooks/a.ts', "import type { useState } from 'react';"],
    ['src/components/tree/a.tsx', "root.addEventListener('wheel', f, { passive: true });"],
  ])('%s: allows %j', (path, text) => {
    expect(offences(path, text)).toEqual([]);
  });
});
