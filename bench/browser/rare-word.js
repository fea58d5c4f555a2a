/** Its first letters are those of frequent words, so that what is found grows less with each. */
export const RARE_WORD = 'retrograde';
