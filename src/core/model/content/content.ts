/** A tool that a model asked for, or the call that a tool run carried out. */
export interface ToolCall {
  readonly id: string | null;
  readonly name: string;
  /** Parsed where it is JSON; the text as it was where it is not. */
  readonly arguments: unknown;
  /** What the tool answered, where the run knows it; undefined otherwise. */
  readonly result: unknown;
}

/** One piece of a message. What no reader knows stays whole as `other`. */
export type MessagePart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'reasoning'; readonly text: string }
  | { readonly type: 'media'; readonly modality: 'image' | 'audio' | 'video' | 'document'; readonly mimeType: string | null; readonly url: string | null; readonly data: string | null }
  | { readonly type: 'tool-call'; readonly call: ToolCall }
  | { readonly type: 'tool-result'; readonly callId: string | null; readonly name: string | null; readonly result: unknown }
  | { readonly type: 'other'; readonly value: unknown };

/** A message to or from a model. */
export interface Message {
  /** Whether the run was given the message or produced it. */
  readonly side: 'input' | 'output';
  /** `system`, `user`, `assistant`, `tool`, or the tracer's word if it is none of these. */
  readonly role: string;
  readonly name: string | null;
  readonly id: string | null;
  readonly parts: readonly MessagePart[];
}

/** A document that a retriever found or a reranker sorted. */
export interface Document {
  readonly id: string | null;
  readonly content: string;
  readonly score: number | null;
  readonly metadata: Readonly<Record<string, unknown>>;
}
