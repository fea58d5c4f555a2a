/** Exports write JSON inside of texts, and frameworks hand them JSON that is text already. */
const MOST_LAYERS = 3;

/** What a text holds that is JSON of an object, an array or a text, through as many layers as occur; any other value as it is. */
export function decodeJson(value: unknown): unknown {
  let decoded = value;
  for (let layer = 0; layer < MOST_LAYERS && typeof decoded === 'string'; layer++) {
    const first = decoded.trimStart().charAt(0);
    if (first !== '{' && first !== '[' && first !== '"') return decoded;
    try {
      decoded = JSON.parse(decoded);
    } catch {
      return decoded;
    }
  }
  return decoded;
}
