/** One piece of a prompt's template. */
export type TemplatePart =
  /** Text with places for variables. The role is null where the template is plain text. */
  | { readonly type: 'text'; readonly role: string | null; readonly text: string }
  /** A place for whole messages, filled by a variable. */
  | { readonly type: 'placeholder'; readonly variable: string }
  /** What no reader knows stays whole. */
  | { readonly type: 'other'; readonly value: unknown };

/** How a template writes its variables: `{name}`, `{{name}}`, or `{{ name }}` with filters. */
export type TemplateFormat = 'f-string' | 'mustache' | 'jinja2';

/** What a prompt was made of, as far as it was recorded. Nothing in it is guessed. */
export interface PromptTemplate {
  /** Its parts in order; empty where the template itself was not recorded. */
  readonly template: readonly TemplatePart[];
  /** Null where the tracer doesn't say. */
  readonly format: TemplateFormat | null;
  /** What was filled in, by name; null where it was not recorded. */
  readonly variables: Readonly<Record<string, unknown>> | null;
  /** The name under which the template is kept: `owner/repo` of LangSmith's hub, a key in Langfuse. */
  readonly name: string | null;
  /** The version, or the commit, of the template. */
  readonly version: string | null;
}
