import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConversationItem } from '../../../../src/core/analysis/conversation/conversation.ts';
import { conversationOf, createConversationReader } from '../../../../src/core/analysis/conversation/read-conversation.ts';
import { buildTraces } from '../../../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../../../src/core/model/record.ts';
import type { Run, RunKind } from '../../../../src/core/model/run.ts';
import type { Trace } from '../../../../src/core/model/trace.ts';
import { forests } from '../../model/forests.ts';
import { dialogues } from './dialogues.ts';
import { itemsOf } from './written.ts';

const textOf = (item: ConversationItem): string => ('parts' in item ? item.parts.map((part) => (part.type === 'text' ? part.text : '')).join('') : '');
const isAsked = (item: ConversationItem): boolean => (item.type === 'message' && item.role === 'user') || (item.type === 'payload' && item.side === 'input');

describe('a dialogue, whoever traced it', () => {
  test('is told once, in its order, whatever prompts repeat', () => {
    fc.assert(fc.property(dialogues, ({ records, asked, calls, tools, said }) => {
      const { turns } = conversationOf(buildTraces(records));
      const items = itemsOf({ turns });
      expect(items.filter(isAsked).map((item) => (item.type === 'payload' ? item.text : textOf(item)))).toEqual(asked);
      expect(turns).toHaveLength(asked.length);
      const models = items.filter((item) => item.type === 'model');
      expect(models.map(({ run }) => run.id)).toEqual(calls);
      expect(models.map(textOf)).toEqual(said);
      expect(items.flatMap((item) => (item.type === 'tool' ? [item.toolRun?.id] : []))).toEqual(tools);
      // Each turn begins with what was asked and ends with the answer.
      for (const { items: told } of turns) {
        expect(isAsked(told.find(({ type }) => type !== 'system')!)).toBe(true);
        expect(told.at(-1)?.type).toBe('model');
      }
      expect(items.filter(({ type }) => !['message', 'payload', 'model', 'tool', 'system'].includes(type)).map(({ type }) => type)).toEqual([]);
    }), { numRuns: 200 });
  }, 60_000);

  test('whose calls are known by id have their results with them', () => {
    fc.assert(fc.property(dialogues, ({ records }) => {
      for (const item of itemsOf(conversationOf(buildTraces(records)))) {
        if (item.type !== 'tool' || item.call === null) continue;
        const { q } = item.call.arguments as { q: string };
        expect(item.toolRun?.outputs).toEqual({ output: `found ${q}` });
        expect(item.result).toBe(`found ${q}`);
      }
    }), { numRuns: 100 });
  }, 60_000);

  test('can be read in steps of any length', () => {
    fc.assert(fc.property(dialogues, fc.integer({ min: 1, max: 9 }), ({ records }, budget) => {
      const traces = buildTraces(records);
      const reader = createConversationReader(traces);
      let time = 0;
      let before = reader.conversation().turns;
      while (!reader.step(budget, () => time++)) {
        expect(reader.isDone).toBe(false);
        const { turns } = reader.conversation();
        for (const turn of before) expect(turns.some(({ id }) => id === turn.id)).toBe(true);
        before = turns;
      }
      expect(reader.progress).toBe(1);
      expect(reader.conversation()).toEqual(conversationOf(traces));
    }), { numRuns: 60 });
  }, 60_000);
});

/** All runs that a conversation and those inside of it tell. */
function toldRuns(trace: Trace, inside: Run | null = null): string[] {
  return itemsOf(conversationOf(trace, inside)).flatMap((item) => {
    const own = item.type === 'tool' ? (item.toolRun === null ? [] : [item.toolRun.id]) : ['model', 'retrieval', 'check', 'agent'].includes(item.type) ? [item.run.id] : [];
    const opens = item.type === 'agent' || ('hasInside' in item && item.hasInside);
    return opens ? [...own, ...toldRuns(trace, item.run)] : own;
  });
}

const KINDS: readonly RunKind[] = ['agent', 'chain', 'llm', 'tool', 'retriever', 'reranker', 'guardrail', 'evaluator', 'embedding', 'prompt', 'parser', 'other'];
const words = fc.constantFrom('yes', 'no', 'why?');
const message = fc.record({ role: fc.constantFrom('user', 'assistant', 'system', 'tool', 'human'), content: words, tool_call_id: fc.constantFrom('1', '2') });
const payload = fc.oneof(fc.constant(undefined), fc.constant({}), fc.record({ messages: fc.array(message, { maxLength: 4 }) }), fc.record({ question: words }), fc.jsonValue({ maxDepth: 3 }));

const anyTraces = forests(24).chain(({ parentOf, starts }) =>
  fc.array(fc.record({ kind: fc.constantFrom(...KINDS, 'llm', 'tool'), status: fc.constantFrom('success', 'success', 'error', 'running', 'interrupted'), inputs: payload, outputs: payload, lasted: fc.integer({ min: 0, max: 9 }) }), { minLength: parentOf.length, maxLength: parentOf.length })
    .map((steps) => buildTraces(parentOf.map((parent, at): RunRecord => {
      const { kind, status, inputs, outputs, lasted } = steps[at]!;
      return { id: `r${at}`, name: `step ${at % 3}`, traceId: 't', parentId: parent === -1 ? null : `r${parent}`, startTime: starts[at]!, endTime: status === 'running' ? null : starts[at]! + lasted, kind, status, inputs, outputs, error: status === 'error' ? `failure ${at % 4}` : null };
    }))));

describe('traces of any shape', () => {
  test('no step is dropped, and none is told twice', () => {
    fc.assert(fc.property(anyTraces, ([trace]) => {
      const told = toldRuns(trace!).toSorted();
      expect(new Set(told).size).toBe(told.length);
      const wrapsCall = (run: Run): boolean => trace!.childrenOf(run).some(({ kind }) => kind === 'llm');
      const steps = trace!.runs.filter((run) => ['tool', 'retriever', 'reranker', 'guardrail', 'evaluator'].includes(run.kind) || (run.kind === 'llm' && !wrapsCall(run)));
      for (const { id } of steps) expect(told).toContain(id);
    }), { numRuns: 200 });
  }, 60_000);

  test('ids are unique, and every turn of a recorded run has figures', () => {
    fc.assert(fc.property(anyTraces, (traces) => {
      const { turns } = conversationOf(traces);
      const ids = [...turns.map(({ id }) => id), ...itemsOf({ turns }).map(({ id }) => id)];
      expect(new Set(ids).size).toBe(ids.length);
      const covered = turns.reduce((sum, { figures }) => sum + (figures?.runs ?? 0), 0);
      expect(covered).toBeLessThanOrEqual(traces[0]!.runs.length);
      const { totals } = traces[0]!.columns;
      const calls = traces[0]!.roots.reduce((sum, root) => sum + totals.llmCalls[traces[0]!.indexOf(root)]!, 0);
      expect(turns.reduce((sum, { figures }) => sum + (figures?.llmCalls ?? 0), 0)).toBe(calls);
    }), { numRuns: 200 });
  }, 60_000);

  test('every failure is told, in words of its own', () => {
    fc.assert(fc.property(anyTraces, ([trace]) => {
      const told = new Set<string>();
      const look = (inside: Run | null): void => {
        for (const item of itemsOf(conversationOf(trace!, inside))) {
          if (item.run.error !== null && !['message', 'payload', 'system', 'prompt'].includes(item.type)) told.add(item.run.error.message);
          if (item.type === 'agent' || ('hasInside' in item && item.hasInside)) look(item.run);
        }
      };
      look(null);
      for (const { error } of trace!.runs) if (error !== null) expect(told).toContain(error.message);
    }), { numRuns: 200 });
  }, 60_000);
});
