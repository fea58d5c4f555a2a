import { posix } from 'node:path';
import { preProcessFile } from 'typescript';

/** Each layer of src, and the layers that it may import besides itself. What a file belongs to is its longest prefix. */
const LAYERS: Record<string, readonly string[]> = {
  'src/core/model/': [],
  'src/core/formats/': ['src/core/model/'],
  'src/core/analysis/': ['src/core/model/'],
  'src/core/store/': ['src/core/model/', 'src/core/formats/', 'src/core/analysis/'],
  'src/core/index.ts': ['src/core/model/', 'src/core/formats/', 'src/core/analysis/', 'src/core/store/'],
  'src/hooks/': ['src/core/model/', 'src/core/analysis/', 'src/core/store/'],
  'src/components/primitives/': ['src/hooks/', 'src/core/model/', 'src/core/analysis/', 'src/core/store/'],
  'src/components/': ['src/components/primitives/', 'src/hooks/', 'src/core/model/', 'src/core/analysis/', 'src/core/store/'],
  'src/index.ts': ['src/core/', 'src/hooks/', 'src/components/'],
};

/** Layers without packages, and layers without those that bring React. */
const NO_PACKAGES = ['src/core/model/'];
const NO_REACT = ['src/core/'];
const REACT = /^(react|react-dom|@radix-ui|@tanstack\/react-[^/]+)(\/|$)/;

const layerOf = (path: string): string | undefined =>
  Object.keys(LAYERS)
    .filter((layer) => path.startsWith(layer))
    .toSorted((a, b) => b.length - a.length)[0];

const importsOf = (text: string): string[] => preProcessFile(text, true, true).importedFiles.map((file) => file.fileName);

/** Every breach of the import law, types included: one sentence for each, naming the file and its import. */
export function breaches(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([path, text]) => {
    const layer = layerOf(path);
    if (layer === undefined) return [`${path} belongs to no layer`];
    return importsOf(text).flatMap((specifier) => {
      const reason = specifier.startsWith('.')
        ? refuseFile(layer, posix.join(posix.dirname(path), specifier), files)
        : refusePackage(layer, specifier);
      return reason === undefined ? [] : [`${path} imports ${specifier}: ${reason}`];
    });
  });
}

function refuseFile(layer: string, target: string, files: ReadonlyMap<string, string>): string | undefined {
  if (target.endsWith('.css')) return 'styles/index.css is what gathers style sheets';
  if (!files.has(target)) return `there is no ${target}`;
  const targetLayer = layerOf(target);
  if (targetLayer === layer || targetLayer === undefined) return undefined;
  return LAYERS[layer]?.some((allowed) => targetLayer.startsWith(allowed)) ? undefined : `${layer} must not know ${targetLayer}`;
}

function refusePackage(layer: string, specifier: string): string | undefined {
  if (NO_PACKAGES.includes(layer)) return `${layer} imports no package`;
  if (specifier.startsWith('node:')) return 'src runs in browsers too';
  return NO_REACT.some((prefix) => layer.startsWith(prefix)) && REACT.test(specifier) ? 'core knows no React' : undefined;
}

/** The first circle of imports, as the files on its way, or null. */
export function circle(files: ReadonlyMap<string, string>): string[] | null {
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (path: string): string[] | null => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
    if (done.has(path)) return null;
    way.push(path);
    for (const specifier of importsOf(files.get(path) ?? '')) {
      const target = posix.join(posix.dirname(path), specifier);
      const found = specifier.startsWith('.') && files.has(target) ? visit(target) : null;
      if (found) return found;
    }
    way.pop();
    done.add(path);
    return null;
  };
  for (const path of files.keys()) {
    const found = visit(path);
    if (found) return found;
  }
  return null;
}
