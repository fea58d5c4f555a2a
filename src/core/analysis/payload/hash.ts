/** Two hashes of 32 bits side by side: together rarely alike by chance, and cheap to mix. They are no guard against malice. */
export class Hash {
  a: number = 0x9e3779b9 | 0;
  b: number = 0x85ebca6b | 0;

  reset(): void {
    this.a = 0x9e3779b9 | 0;
    this.b = 0x85ebca6b | 0;
  }

  /** Takes in a whole number. */
  number(value: number): void {
    this.a = Math.imul(this.a ^ value, 0x01000193);
    this.b = Math.imul((this.b << 5) ^ (this.b >>> 27) ^ value, 0x27d4eb2d);
  }

  /** Takes in a piece of text as it is. */
  text(text: string): void {
    for (let at = 0; at < text.length; at++) this.number(text.charCodeAt(at));
  }

  /** One number for both: whole, up to 2^53. */
  get value(): number {
    return (scrambled(this.a) >>> 0) * 0x200000 + (scrambled(this.b) >>> 11);
  }
}

/** The last step of MurmurHash3: each bit of what comes in changes about half of what goes out. */
export function scrambled(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
