import type { Cost } from '../../model/usage.ts';
import { Sum } from '../sum.ts';

/** What several runs cost together, in one currency. A figure of which nothing is known is null. */
export interface CostSum {
  /** Runs with a cost of their own. */
  readonly paid: number;
  readonly total: number | null;
  /** The part of the total that a tracer recorded. */
  readonly recorded: number | null;
  /** The part of the total that was computed from tokens and prices. */
  readonly computed: number | null;
  readonly input: number | null;
  readonly output: number | null;
  /**
   * What was computed, by class of tokens as in `TokenParts`, and `request` for fees a request. Only those that occur; a
   * recorded cost doesn't tell its classes.
   */
  readonly parts: Readonly<Record<string, number>>;
}

/** Adds up own costs of one currency. */
export class CostAdder {
  #paid = 0;
  readonly #total = new Sum();
  readonly #recorded = new Sum();
  readonly #computed = new Sum();
  readonly #input = new Sum();
  readonly #output = new Sum();
  readonly #parts = new Map<string, Sum>();

  add(cost: Cost): void {
    this.#paid++;
    this.#total.add(cost.total);
    (cost.computed === undefined ? this.#recorded : this.#computed).add(cost.total);
    this.#input.add(cost.input);
    this.#output.add(cost.output);
    for (const name in cost.computed) {
      const part = this.#parts.get(name) ?? new Sum();
      this.#parts.set(name, part);
      part.add(cost.computed[name]);
    }
  }

  sum(): CostSum {
    return {
      paid: this.#paid,
      total: this.#total.value,
      recorded: this.#recorded.value,
      computed: this.#computed.value,
      input: this.#input.value,
      output: this.#output.value,
      parts: Object.fromEntries(Array.from(this.#parts, ([name, part]) => [name, part.value ?? 0])),
    };
  }
}
