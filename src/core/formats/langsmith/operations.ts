import { asText, isObject, type JsonObject } from '../../model/json.ts';
import { readDottedOrder } from './dotted-order.ts';

/**
 * Runs as a tracer sends them: a post when a run begins, patches as it goes on. They may arrive in any order; what a
 * patch says is laid over what the post says.
 */
export class Operations {
  readonly #posts = new Map<string, Record<string, unknown>>();
  readonly #patches = new Map<string, Record<string, unknown>>();
  readonly #order = new Set<string>();
  #nameless = 0;

  /** The run that starts. */
  post(run: JsonObject, id: string | undefined): void {
    layOver(fieldsOf(this.#posts, this.#know(run, id)), run);
  }

  /** What became of the run since. */
  patch(run: JsonObject, id: string | undefined): void {
    layOver(fieldsOf(this.#patches, this.#know(run, id)), run);
  }

  /** A file that belongs to a run; kept among the run's attachments. */
  attach(id: string, name: string, file: JsonObject): void {
    this.#order.add(id);
    const run = this.#patches.get(id) ?? {};
    run['attachments'] = { ...(isObject(run['attachments']) ? run['attachments'] : {}), [name]: file };
    this.#patches.set(id, run);
  }

  /** Every run as it stands after all operations, in the order in which they were first heard of. */
  runs(): JsonObject[] {
    return Array.from(this.#order, (id) => {
      const run = { ...this.#posts.get(id) };
      layOver(run, this.#patches.get(id) ?? {});
      run['id'] = id;
      return run;
    });
  }

  #know(run: JsonObject, id: string | undefined): string {
    const known = id ?? idOf(run) ?? `operation-${++this.#nameless}`;
    this.#order.add(known);
    return known;
  }
}

/** The id that an operation names, if by its dotted order alone. */
export function idOf(run: JsonObject): string | undefined {
  return asText(run['id']) ?? asText(run['run_id']) ?? readDottedOrder(run['dotted_order'])?.id;
}

/** What is known of a run so far. */
function fieldsOf(runs: Map<string, Record<string, unknown>>, id: string): Record<string, unknown> {
  let fields = runs.get(id);
  if (fields === undefined) {
    fields = {};
    runs.set(id, fields);
  }
  return fields;
}

/** A tracer leaves out, or sends as null, what has not changed. */
function layOver(fields: Record<string, unknown>, run: JsonObject): void {
  for (const key in run) {
    const value = run[key];
    if (key !== '__proto__' && (!(key in fields) || (value !== null && value !== undefined))) fields[key] = value;
  }
}
