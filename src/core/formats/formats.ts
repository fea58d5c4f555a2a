import { aiSdkDevtools } from './ai-sdk-devtools/ai-sdk-devtools.ts';
import { claudeCode } from './claude-code/claude-code.ts';
import { codex } from './codex/codex.ts';
import type { Format } from './format.ts';
import { langfuse } from './langfuse/langfuse.ts';
import { langSmith } from './langsmith/langsmith.ts';
import { openAiAgents } from './openai-agents/openai-agents.ts';
import { otlp } from './otlp/otlp.ts';

/** Every format that `readTraces` knows; where two recognize a document equally well, the earlier reads it. */
export const FORMATS: readonly Format[] = [langSmith, otlp, langfuse, claudeCode, openAiAgents, aiSdkDevtools, codex];
