import type { Usage } from '../../model/usage.ts';
import { namedParts, splitTokens, TOKEN_PARTS, type TokenParts } from './token-parts.ts';

/** What several runs used together. A figure of which nothing is known is null; of which something is, a lower bound. */
export interface UsageSum {
  /** Runs with tokens of their own. */
  readonly metered: number;
  /** Model calls that recorded no tokens: with one of them, the figures are lower bounds. */
  readonly unmetered: number;
  /** Runs whose details are more than what they are details of; what is too much is left out of `parts`. */
  readonly contradictory: number;
  readonly input: number | null;
  readonly output: number | null;
  readonly total: number | null;
  /** Tokens by classes that share nothing. */
  readonly parts: TokenParts;
}

/** Adds up own usages. */
export class UsageAdder {
  #metered = 0;
  #unmetered = 0;
  readonly #parts = new Float64Array(TOKEN_PARTS.length).fill(Number.NaN);
  readonly #own = new Float64Array(TOKEN_PARTS.length);
  #contradictory = 0;
  #input = Number.NaN;
  #output = Number.NaN;
  #total = Number.NaN;

  /** @param usage null for a model call that recorded no tokens */
  add(usage: Usage | null): void {
    if (usage === null) {
      this.#unmetered++;
      return;
    }
    this.#metered++;
    if (splitTokens(usage, this.#own)) this.#contradictory++;
    for (let part = 0; part < this.#own.length; part++) this.#parts[part] = plus(this.#parts[part]!, this.#own[part]!);
    this.#input = plus(this.#input, usage.input ?? Number.NaN);
    this.#output = plus(this.#output, usage.output ?? Number.NaN);
    this.#total = plus(this.#total, usage.total ?? Number.NaN);
  }

  sum(): UsageSum {
    const known = (figure: number): number | null => (Number.isNaN(figure) ? null : figure);
    return {
      metered: this.#metered,
      unmetered: this.#unmetered,
      contradictory: this.#contradictory,
      input: known(this.#input),
      output: known(this.#output),
      total: known(this.#total),
      parts: namedParts(this.#parts),
    };
  }
}

/** A sum in which NaN stands for what is not known. */
function plus(sum: number, figure: number): number {
  return Number.isNaN(sum) ? figure : Number.isNaN(figure) ? sum : sum + figure;
}
