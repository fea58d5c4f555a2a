import type { ParameterField } from './dialect.ts';

/** Attributes that hold a parameter of a model call each, under a common prefix. */
export function parameterFields(prefix: string, names: readonly string[]): Record<string, ParameterField> {
  return Object.fromEntries(names.map((name): [string, ParameterField] => [prefix + name, `parameter.${name}`]));
}
