import { asArray, asObject, asText } from '../../core/model/json.ts';

/** A tool that a model could have called. */
export interface OfferedTool {
  readonly name: string;
  readonly description: string | null;
  /** What was said of it, as it was recorded. */
  readonly definition: unknown;
}

const PLACES = ['tools', 'functions'];
/** More tools than any model takes. */
const MOST = 1_000;

/** The tools that a model was told of, in the words of any provider. */
export function offeredTools(parameters: Readonly<Record<string, unknown>> | undefined, inputs: unknown): readonly OfferedTool[] {
  const given = asObject(inputs);
  for (const holder of [parameters, given, asObject(given?.['kwargs'])]) {
    for (const place of PLACES) {
      const listed = asArray(holder?.[place]);
      if (listed.length > 0) return listed.slice(0, MOST).flatMap((definition) => readAll(definition));
    }
  }
  return [];
}

function readAll(definition: unknown): readonly OfferedTool[] {
  const outer = asObject(definition);
  // Gemini lists its tools inside of one.
  const inner = asArray(outer?.['functionDeclarations'] ?? outer?.['function_declarations']);
  return inner.length > 0 ? inner.slice(0, MOST).map((tool) => readOne(tool)) : [readOne(definition)];
}

function readOne(definition: unknown): OfferedTool {
  const outer = asObject(definition) ?? {};
  const fields = asObject(outer['function']) ?? asObject(outer['toolSpec']) ?? outer;
  const name = asText(fields['name']) ?? asText(outer['type']) ?? asText(definition) ?? '?';
  return { name, description: asText(fields['description']) ?? null, definition };
}
