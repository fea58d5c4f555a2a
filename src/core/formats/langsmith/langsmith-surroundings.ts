import { asText, type JsonObject } from '../../model/json.ts';

/** What a document holds beside runs, and runs refer to. */
export class Surroundings {
  /** Datasets' examples by id. */
  readonly examples: Map<string, JsonObject> = new Map();
  readonly #projectNames = new Map<string, string>();

  /** Takes the item if it is an example or a project. */
  take(item: JsonObject): boolean {
    const id = asText(item['id']);
    if (id === undefined) return false;
    if (isExample(item)) this.examples.set(id, item);
    else if (isProject(item)) this.#projectNames.set(id, asText(item['name']) ?? id);
    else return false;
    return true;
  }

  nameOf(projectId: string | undefined): string | undefined {
    return projectId === undefined ? undefined : (this.#projectNames.get(projectId) ?? projectId);
  }
}

/** Whether an object is an example of a dataset, which may hold the runs of experiments on it. */
function isExample(item: JsonObject): boolean {
  return 'dataset_id' in item && ('inputs' in item || 'outputs' in item) && !('run_type' in item);
}

/** Whether an object is a project, which LangSmith's API calls a session; an experiment is one with a dataset. */
function isProject(item: JsonObject): boolean {
  return 'name' in item && ('reference_dataset_id' in item || 'default_dataset_id' in item) && !('run_type' in item);
}
