/** A tool that a model asked for, or the call that a tool run carried out. */
export interface ToolCall {
  readonly id: string | null;
  readonly name: string;
  /** Parsed where it is JSON; the text as it was where it is not. */
  readonly arguments: unknown;
  /** What the tool answered, where the run knows it; undefined otherwise. */
  readonly result: unknown;
}

/** Where words of an answer are taken from, as the model's provider tells it. */
export interface Citation {
  readonly title: string | null;
  readonly url: string | null;
  /** The words of the source. */
  readonly text: string | null;
  /** The citation as it was recorded. */
  readonly value: unknown;
}

/** That a provider was asked to keep everything up to here for the next call. */
export interface CacheMark {
  /** The provider's word: `ephemeral`, `default`; null if it says none. */
  readonly type: string | null;
  /** How long, in the provider's words: `5m`, `1h`; null if it says nothing. */
  readonly lifetime: string | null;
}

/** One piece of a message. What no reader knows stays whole as `other`. */
export type MessagePart = (
  | {
      readonly type: 'text';
      readonly text: string;
      /** Whether the model said by these words that it would not answer. */
      readonly isRefusal?: true;
      readonly citations?: readonly Citation[];
    }
  | {
      readonly type: 'reasoning';
      /** Empty if it is sealed. */
      readonly text: string;
      /** Why there are no words to read: the provider took them out, or hands them over encrypted. */
      readonly sealed?: 'redacted' | 'encrypted';
    }
  | {
      readonly type: 'media';
      readonly modality: 'image' | 'audio' | 'video' | 'document';
      readonly mimeType: string | null;
      readonly url: string | null;
      readonly data: string | null;
      /** What the provider keeps the file under, where it has neither a place nor data. */
      readonly fileId?: string;
    }
  | { readonly type: 'tool-call'; readonly call: ToolCall }
  | { readonly type: 'tool-result'; readonly callId: string | null; readonly name: string | null; readonly result: unknown }
  | { readonly type: 'other'; readonly value: unknown }
) & { readonly cache?: CacheMark };

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
