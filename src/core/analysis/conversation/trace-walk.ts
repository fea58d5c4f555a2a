import { messagesOf } from '../../model/content/messages-of.ts';
import type { Run } from '../../model/run.ts';
import type { Trace } from '../../model/trace.ts';
import type { ConversationWriter } from './conversation-writer.ts';
import { callsIn, concurrentBranches, hasItemsInside, wrapsModelCall } from './nested-runs.ts';
import { payloadWords } from './payload-words.ts';

/** A run that something is to be written of once all inside of it has been read. */
interface Frame {
  readonly at: number;
  readonly end: number;
  readonly what: 'teller' | 'agent' | 'failure';
}

/**
 * Reads the runs of a trace in reading order, and has those written that tell something. Most runs only arrange others
 * and are passed over.
 *
 * A run that was handed something and that others work for, as a root is, is a teller: what it was handed opens a turn,
 * and what was told to models inside of it is what the application made of that. Where nobody around tells, model calls
 * speak for themselves: what they were told opens turns.
 */
export class TraceWalk {
  readonly #trace: Trace;
  readonly #heads: readonly number[];
  readonly #writer: ConversationWriter;
  readonly #hasCalls: boolean;
  readonly #branches = new Set<number>();
  readonly #frames: Frame[] = [];
  #teller: Frame | null = null;
  /** How many agents are around. */
  #agents = 0;
  /** The end of the last subtree that was counted to a turn. */
  #covered = 0;

  /** @param heads the positions of the topmost runs to read */
  constructor(trace: Trace, heads: readonly number[], writer: ConversationWriter) {
    this.#trace = trace;
    this.#heads = heads;
    this.#writer = writer;
    this.#hasCalls = heads.some((at) => callsIn(trace, at) > 0);
  }

  /** Reads run by run. Each value is a position that is done: a place to pause. */
  *read(): Generator<number, void, undefined> {
    const { subtreeEnd } = this.#trace.columns;
    for (const head of this.#heads) {
      const end = subtreeEnd[head]!;
      for (let at = head; at < end; ) {
        this.#leave(at);
        at = this.#readRun(at, at === head);
        yield at;
      }
      this.#leave(end);
    }
    this.#writer.out.endTrace(this.#heads);
  }

  /** Ends what does not reach to a position. */
  #leave(at: number): void {
    for (let frame = this.#frames.at(-1); frame !== undefined && frame.end <= at; frame = this.#frames.at(-1)) {
      this.#frames.pop();
      const run = this.#trace.runs[frame.at]!;
      if (frame.what === 'agent') this.#agents--;
      if (frame.what === 'failure') this.#stop(run, frame.at);
      if (frame === this.#teller) {
        this.#writer.close(run);
        this.#teller = null;
      }
    }
  }

  /** Reads the run at a position, and gives the position to go on from. */
  #readRun(at: number, isHead: boolean): number {
    const { runs, columns } = this.#trace;
    const run = runs[at]!;
    const end = columns.subtreeEnd[at]!;
    const { out } = this.#writer;
    if (this.#branches.has(at) || (run.kind === 'agent' && this.#agents > 0 && callsIn(this.#trace, at) > 0)) {
      out.put({ type: 'agent', id: out.id(run, 'agent'), run });
      return this.#cover(at, end);
    }
    switch (run.kind) {
      case 'llm':
        if (wrapsModelCall(this.#trace, at)) return this.#enter(run, at, isHead);
        this.#writer.call(run, this.#teller === null);
        this.#cover(at, end);
        return at + 1;
      case 'tool':
        out.putToolRun(run, hasItemsInside(this.#trace, at));
        return this.#cover(at, end);
      case 'retriever':
      case 'reranker':
        out.put({ type: 'retrieval', id: out.id(run, 'retrieval'), run, hasInside: hasItemsInside(this.#trace, at) });
        return this.#cover(at, end);
      case 'guardrail':
      case 'evaluator':
        out.put({ type: 'check', id: out.id(run, 'check'), run, hasInside: hasItemsInside(this.#trace, at) });
        return this.#cover(at, end);
      default:
        return this.#enter(run, at, isHead);
    }
  }

  /** Goes into a run that only arranges others. */
  #enter(run: Run, at: number, isHead: boolean): number {
    const end = this.#trace.columns.subtreeEnd[at]!;
    const isTeller = this.#teller === null && (isHead || !this.#hasCalls || callsIn(this.#trace, at) > 0) && tells(run);
    if (run.kind === 'agent' && (isTeller || this.#teller !== null)) {
      this.#agents++;
      this.#frames.push({ at, end, what: 'agent' });
    }
    // A failure is told after the last words, so its frame is left last.
    if (run.status === 'error' || run.status === 'interrupted') this.#frames.push({ at, end, what: 'failure' });
    if (isTeller) {
      this.#teller = { at, end, what: 'teller' };
      this.#frames.push(this.#teller);
      this.#writer.open(run);
      this.#cover(at, end);
    }
    if (this.#teller !== null) for (const branch of concurrentBranches(this.#trace, at)) this.#branches.add(branch);
    return at + 1;
  }

  /** A failure that only passes through a run is told where it began. */
  #stop(run: Run, at: number): void {
    const { errors } = this.#trace.columns.totals;
    const isOrigin = run.status === 'error' ? errors[at] === 1 : run.error !== null || this.#trace.columns.subtreeEnd[at] === at + 1;
    if (run.error !== null || isOrigin) this.#writer.stop(run);
  }

  #cover(at: number, end: number): number {
    if (at >= this.#covered) {
      this.#writer.out.cover(at);
      this.#covered = end;
    }
    return end;
  }
}

/** Whether a run was handed anything, or handed anything on. */
function tells(run: Run): boolean {
  return messagesOf(run).length > 0 || payloadWords(run.inputs, 'input') !== null || payloadWords(run.outputs, 'output') !== null;
}
