/** A sum that keeps what rounding takes off each addition (Neumaier): 100,000 small amounts come out as if added exactly. */
export class Sum {
  #sum = Number.NaN;
  #lost = 0;

  /** Adds a figure; one that is not known changes nothing. */
  add(figure: number | null | undefined): void {
    if (figure === null || figure === undefined || Number.isNaN(figure)) return;
    if (Number.isNaN(this.#sum)) {
      this.#sum = figure;
      return;
    }
    const sum = this.#sum + figure;
    this.#lost += Math.abs(this.#sum) >= Math.abs(figure) ? this.#sum - sum + figure : figure - sum + this.#sum;
    this.#sum = sum;
  }

  /** Null if nothing was added. */
  get value(): number | null {
    return Number.isNaN(this.#sum) ? null : this.#sum + this.#lost;
  }
}
