import { createSourceFile, isImportDeclaration, isNamedImports, ScriptTarget, type ImportDeclaration } from 'typescript';

const MAX_LINES = 400;
const FORBIDDEN = ['dangerouslySetInnerHTML', 'eval(', 'localStorage', 'document.addEventListener', 'window.addEventListener'];

/** React's server build has these: whatever else is called `use…` makes a module one for the client. */
const SERVER_HOOKS = new Set(['use', 'useCallback', 'useDebugValue', 'useId', 'useMemo']);
const CLIENT_NAME = /^(use[A-Z]|createContext$)/;

/** What one module of src does against the rules of conduct. */
export function offences(path: string, text: string): string[] {
  const lines = text.split('\n');
  // A comment may name what the code must not do.
  const code = lines.filter((line) => !/^\s*(\/\/|\/?\*)/.test(line)).join('\n');
  const isClient = /^(\s*(\/\/.*|\/\*[\s\S]*?\*\/))*\s*['"]use client['"]/.test(text);
  const found = FORBIDDEN.filter((word) => new RegExp(`(?<![\\w])${word.replace(/[.(]/g, '\\$&')}`).test(code)).map((word) => `has ${word}`);

  if (lines.length > MAX_LINES) found.push(`has ${lines.length} lines, more than ${MAX_LINES}`);
  if (path.startsWith('src/core/') && isClient) found.push("says 'use client' in core");
  if (/^src\/(hooks|components)\//.test(path) && !isClient && usesClientReact(text)) found.push("needs 'use client'");
  return found.map((what) => `${path} ${what}`);
}

const usesClientReact = (text: string): boolean =>
  createSourceFile('module.tsx', text, ScriptTarget.Latest)
    .statements.filter(isImportDeclaration)
    .flatMap(importedValues)
    .some((name) => CLIENT_NAME.test(name) && !SERVER_HOOKS.has(name));

function importedValues({ importClause }: ImportDeclaration): string[] {
  const bindings = importClause?.namedBindings;
  if (importClause?.phaseModifier !== undefined || bindings === undefined || !isNamedImports(bindings)) return [];
  return bindings.elements.filter((element) => !element.isTypeOnly).map((element) => (element.propertyName ?? element.name).text);
}
