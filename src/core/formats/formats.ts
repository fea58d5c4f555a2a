import { aiSdkDevtools } from './ai-sdk-devtools/ai-sdk-devtools.ts';
import { claudeCode } from './claude-code/claude-code.ts';
import { codex } from './codex/codex.ts';
import type { Format } from './format.ts';
import { geminiCli } from './gemini-cli/gemini-cli.ts';
import { langfuse } from './langfuse/langfuse.ts';
import { langSmith } from './langsmith/langsmith.ts';
import { openAiAgents } from './openai-agents/openai-agents.ts';
import { openAiBodies } from './openai-bodies/openai-bodies.ts';
import { otlp } from './otlp/otlp.ts';
import { phoenix } from './phoenix/phoenix.ts';
import { readableSpan } from './readable-span/readable-span.ts';

/** Every format that `readTraces` knows; where two recognize a document equally well, the earlier reads it. */
export const FORMATS: readonly Format[] = [langSmith, otlp, langfuse, claudeCode, openAiAgents, openAiBodies, aiSdkDevtools, codex, geminiCli, readableSpan, phoenix];
