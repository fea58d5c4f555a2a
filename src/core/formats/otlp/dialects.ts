import type { Dialect } from './dialect.ts';
import { anyAgent } from './dialects/any-agent.ts';
import { genAi } from './dialects/gen-ai.ts';
import { genAiEvents } from './dialects/gen-ai-events.ts';
import { genAiLegacy } from './dialects/gen-ai-legacy.ts';
import { googleAdk } from './dialects/google-adk.ts';
import { koog } from './dialects/koog.ts';
import { langfuse } from './dialects/langfuse.ts';
import { langsmith } from './dialects/langsmith.ts';
import { mlflow } from './dialects/mlflow.ts';
import { openInference } from './dialects/open-inference.ts';
import { plain } from './dialects/plain.ts';
import { pydanticAi } from './dialects/pydantic-ai.ts';
import { traceloop } from './dialects/traceloop.ts';
import { vercelAi } from './dialects/vercel-ai.ts';

/**
 * Every dialect of attributes, and who is believed where several tell the same thing of one span: the earlier in this
 * list, for each field, for inputs, outputs, documents, and for the messages of each side. First come those that a span
 * bears only on purpose, then the shared conventions, then their older forms. Within one dialect, of two attributes for
 * one field the one that its list has later. A kind that says little (`span`, `task`, `unknown`) is believed last of all.
 */
export const DIALECTS: readonly Dialect[] = [
  openInference,
  langfuse, langsmith, mlflow, vercelAi, pydanticAi, traceloop, googleAdk, koog,
  genAi, genAiLegacy, genAiEvents, anyAgent,
  plain,
];
