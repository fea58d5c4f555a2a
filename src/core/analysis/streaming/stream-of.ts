import type { Run, RunEvent } from '../../model/run.ts';
import { quantile } from '../quantile.ts';
import type { TimeWindow } from '../timeline/time-window.ts';

/** How the answer of a run came in. Moments are ms after the trace's start. */
export interface RunStream {
  readonly start: number;
  /** When the first piece arrived. */
  readonly firstToken: number;
  /** Null while the run runs. */
  readonly end: number | null;
  /** When each piece arrived, in order of time; a piece may hold several tokens, or none. Empty where only the first was recorded. */
  readonly pieces: Float64Array;
  /** Output tokens a second from the first piece to the end; null if the tokens or the end are not known, or nothing lies between. */
  readonly tokensPerSecond: number | null;
  /** The usual wait between two pieces, in ms: the median. Null with fewer than two pieces. */
  readonly medianGap: number | null;
  /** Where it stopped for long: from one piece to the next. */
  readonly stalls: readonly TimeWindow[];
}

/** A wait is a stall from here on, in ms: shorter ones go unnoticed … */
const LEAST = 500;
/** … and only if it is so many times the usual one: a slow stream does not stall all the time. */
const TIMES = 5;

/**
 * Events that bear a piece of the answer: LangChain's `new_token`, OpenLLMetry's `llm.content.completion.chunk`, MLflow's
 * `mlflow.chunk.item.3`, and others of such names.
 */
const PIECE = /(?:^|[._ -])(?:new_token|token|chunk)(?:[._]item)?(?:[._]\d+)?$/i;

/**
 * How a run's answer came in: null if it did not come in pieces, as far as was recorded. Python's LangChain records the
 * first piece alone: then there are no pieces, and whether it stalled is not known.
 *
 * A stall is a wait of more than half a second and more than five times the median.
 */
export function streamOf(run: Run): RunStream | null {
  const times = pieceTimes(run.events);
  const firstToken = run.firstToken ?? times[0] ?? null;
  if (firstToken === null) return null;
  const { start, end, usage } = run;
  const pieces = times.length > 1 ? times : NONE;
  const gaps = gapsOf(pieces);
  const medianGap = gaps.length === 0 ? null : quantile(gaps.toSorted(), 0.5);
  const output = usage?.output ?? null;
  const seconds = end === null ? 0 : (end - firstToken) / 1000;
  return {
    start,
    firstToken,
    end,
    pieces,
    tokensPerSecond: output === null || !(seconds > 0) ? null : output / seconds,
    medianGap,
    stalls: medianGap === null ? [] : stallsIn(pieces, Math.max(LEAST, TIMES * medianGap)),
  };
}

const NONE = new Float64Array(0);

function pieceTimes(events: readonly RunEvent[]): Float64Array {
  const times: number[] = [];
  for (const { name, time } of events) if (time !== null && PIECE.test(name)) times.push(time);
  return Float64Array.from(times).toSorted();
}

function gapsOf(pieces: Float64Array): Float64Array {
  const gaps = new Float64Array(Math.max(0, pieces.length - 1));
  for (let at = 0; at < gaps.length; at++) gaps[at] = pieces[at + 1]! - pieces[at]!;
  return gaps;
}

function stallsIn(pieces: Float64Array, least: number): readonly TimeWindow[] {
  const stalls: TimeWindow[] = [];
  for (let at = 1; at < pieces.length; at++) {
    if (pieces[at]! - pieces[at - 1]! > least) stalls.push({ start: pieces[at - 1]!, end: pieces[at]! });
  }
  return stalls;
}
