/** What a person or an evaluator said about a run. */
export interface Feedback {
  readonly id: string;
  readonly traceId: string | null;
  /** Null if it is about the whole trace. */
  readonly runId: string | null;
  /** What was judged: `user_score`, `correctness`, … */
  readonly key: string;
  readonly score: number | null;
  readonly value: unknown;
  readonly comment: string | null;
  /** What the output should have been. */
  readonly correction: unknown;
  /** Who judged: `api`, `app`, `model`, `human`, …, in the tracer's own word. */
  readonly source: string | null;
  /** Epoch milliseconds. */
  readonly createdAt: number | null;
}
