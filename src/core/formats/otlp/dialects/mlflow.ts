import { decodeJson } from '../../langfuse/decode-json.ts';
import { applyRule, USAGE_RULES } from '../../usage-rules.ts';
import type { Dialect } from '../dialect.ts';
import type { SpanContent } from '../span-content.ts';
import { readTokenCosts, readTokenCounts } from '../token-counts.ts';

/**
 * MLflow, which writes every value as JSON, texts too (mlflow/tracing/constant.py and mlflow/entities/span.py of
 * mlflow/mlflow).
 */
export const mlflow: Dialect = {
  id: 'mlflow',
  fields: {
    'mlflow.spanType': 'kind',
    'mlflow.llm.model': 'model',
    'mlflow.llm.provider': 'provider',
    'mlflow.chat.tokenUsage': 'usage',
    'mlflow.llm.cost': 'cost',
    'mlflow.trace.session': 'threadId',
  },
  kinds: {
    llm: 'llm', chat_model: 'llm', chain: 'chain', agent: 'agent', tool: 'tool', function: 'tool', retriever: 'retriever', parser: 'parser',
    embedding: 'embedding', reranker: 'reranker', guardrail: 'guardrail', evaluator: 'evaluator', workflow: 'chain', task: 'chain', memory: 'other', unknown: 'other',
  },
  usage: USAGE_RULES.mlflow,
  readUsage: (value) => applyRule(readTokenCounts(value) ?? {}, USAGE_RULES.mlflow),
  readCost: readTokenCosts,
  inputs: (span: SpanContent) => span.takeJson('mlflow.spanInputs', decodeJson),
  outputs: (span: SpanContent) => span.takeJson('mlflow.spanOutputs', decodeJson),
};
