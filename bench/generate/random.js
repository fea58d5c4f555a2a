/**
 * Numbers that look random and are the same on every machine.
 *
 * @typedef {object} Random
 * @property {() => number} next  from 0 up to, not including, 1
 * @property {(min: number, max: number) => number} between  a whole number, both ends included
 * @property {(probability: number) => boolean} chance
 * @property {<T>(list: readonly [T, ...T[]]) => T} pick
 */

/**
 * @param {number} seed
 * @returns {Random}
 */
export function createRandom(seed) {
  let state = mix(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => list[Math.floor(next() * list.length)] ?? list[0],
  };
}

/**
 * Scatters 32 bits without collisions (murmur3's last step, a bijection), so that ids made of it are unique.
 *
 * @param {number} value
 * @returns {number}
 */
export function mix(value) {
  let x = (value ^ 0x9e3779b9) >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}
