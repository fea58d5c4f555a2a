import { asArray, asObject, asText, isObject, parseIfJson, type JsonObject } from '../json.ts';
import type { Run } from '../run.ts';
import { classNameOf, firstOf, firstTextOf, isEmpty } from './fields.ts';
import { keptByRun } from './kept-by-run.ts';
import { messagesOf } from './messages-of.ts';
import type { PromptTemplate } from './prompt-template.ts';
import { readLangChainTemplate } from './read-langchain-template.ts';

const kept = new WeakMap<Run, PromptTemplate | null>();

/**
 * The template that a prompt was made of, and what was filled in, where the tracer recorded it: LangChain's serialized
 * templates, LangSmith's hub, the attributes of OpenInference, Langfuse, OpenLLMetry and the GenAI conventions. Null for
 * a run of which nothing of that is known.
 */
export function promptTemplateOf(run: Run): PromptTemplate | null {
  return keptByRun(kept, run, read);
}

const TEMPLATE = ['llm.prompt_template.template', 'traceloop.prompt.template'];
const VARIABLES = ['llm.prompt_template.variables', 'traceloop.prompt.template_variables'];
const NAME = ['langfuse.observation.prompt.name', 'gen_ai.prompt.name', 'traceloop.prompt.key', 'prompt.id', 'promptName'];
const VERSION = ['llm.prompt_template.version', 'langfuse.observation.prompt.version', 'gen_ai.prompt.version', 'traceloop.prompt.version_name', 'traceloop.prompt.version', 'lc_hub_commit_hash', 'promptVersion'];
const VARIABLE = 'gen_ai.prompt.variable.';

function read(run: Run): PromptTemplate | null {
  const { metadata } = run;
  const serialized = serializedTemplate(run.source);
  const written = serialized === undefined ? undefined : readLangChainTemplate(serialized);
  const text = firstTextOf(metadata, TEMPLATE);
  const variables = asObject(parseIfJson(firstOf(metadata, VARIABLES))) ?? prefixed(metadata) ?? (written !== undefined || isFilledIn(run) ? asObject(parseIfJson(run.inputs)) : undefined);
  // What a chain was configured with is handed on to the runs inside of it: of those, only prompts and models are made of it.
  const isPrompt = run.kind === 'prompt' || run.kind === 'llm';
  const name = (isPrompt ? hubName(metadata) : null) ?? firstTextOf(metadata, NAME);
  const version = name === null && text === null && written === undefined ? null : firstTextOf(metadata, VERSION);
  const template = written?.parts ?? (text === null ? [] : [{ type: 'text', role: null, text } as const]);
  if (template.length === 0 && variables === undefined && name === null) return null;
  return { template, format: written?.format ?? null, variables: isEmpty(variables) ? null : (variables ?? null), name, version };
}

/** LangChain's record of a prompt's class; merged records are a list of sources. */
function serializedTemplate(source: unknown): JsonObject | undefined {
  for (const record of Array.isArray(source) ? asArray(source) : [source]) {
    const serialized = asObject(asObject(record)?.['serialized']);
    if (serialized !== undefined && (classNameOf(serialized) ?? '').endsWith('PromptTemplate')) return serialized;
  }
  return undefined;
}

/** A prompt run whose output is messages was given what fills them in. */
function isFilledIn(run: Run): boolean {
  return run.kind === 'prompt' && isObject(run.inputs) && messagesOf(run).some(({ side }) => side === 'output');
}

function hubName(metadata: JsonObject): string | null {
  const repo = asText(metadata['lc_hub_repo']);
  const owner = asText(metadata['lc_hub_owner']);
  return repo === undefined ? null : owner === undefined || owner === '-' ? repo : `${owner}/${repo}`;
}

function prefixed(metadata: JsonObject): JsonObject | undefined {
  const found = Object.entries(metadata).filter(([key]) => key.startsWith(VARIABLE));
  return found.length === 0 ? undefined : Object.fromEntries(found.map(([key, value]) => [key.slice(VARIABLE.length), value]));
}
