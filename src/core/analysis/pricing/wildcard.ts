/** A name in which `*` stands for any letters; case doesn't matter. */
export class Wildcard {
  /** How many letters it fixes: the more, the less it is meant for. Infinity without a `*`. */
  readonly letters: number;
  readonly #pieces: readonly string[];

  constructor(pattern: string) {
    this.#pieces = pattern.toLowerCase().split('*');
    let letters = 0;
    for (const piece of this.#pieces) letters += piece.length;
    this.letters = this.#pieces.length === 1 ? Number.POSITIVE_INFINITY : letters;
  }

  /** @param name in lower case */
  fits(name: string): boolean {
    const last = this.#pieces.length - 1;
    const first = this.#pieces[0]!;
    if (last === 0) return name === first;
    if (!name.startsWith(first)) return false;
    // Each piece as far in front as it can be: if any place leads to a fit, the first one does.
    let at = first.length;
    for (let nth = 1; nth < last; nth++) {
      const found = name.indexOf(this.#pieces[nth]!, at);
      if (found === -1) return false;
      at = found + this.#pieces[nth]!.length;
    }
    const end = this.#pieces[last]!;
    return name.length - end.length >= at && name.endsWith(end);
  }
}
