import type { Dialect } from './dialect.ts';
import { genAi } from './dialects/gen-ai.ts';
import { langfuse } from './dialects/langfuse.ts';
import { openInference } from './dialects/open-inference.ts';

/** Every dialect of attributes; where two tell the same thing of a span, the earlier is believed. */
export const DIALECTS: readonly Dialect[] = [openInference, langfuse, genAi];
