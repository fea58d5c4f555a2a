import { isObject } from '../../model/json.ts';

const HEX = '0123456789abcdef';
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * A trace or span id as lower-case hex. OTLP/JSON demands hex, but exporters that go through protobuf's own JSON write
 * base64: the length tells which (16 bytes are 32 digits or 24 letters, 8 bytes 16 or 12). What is neither stays as it
 * is; nothing, and the id of zeros that stands for nothing, is undefined.
 */
export function readId(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value !== 'string') return isObject(value) || Array.isArray(value) ? readBytes(value) : undefined;
  if (value === '' || /^0+$/.test(value)) return undefined;
  const { length } = value;
  if ((length === 24 || length === 12) && value.endsWith('=')) return fromBase64(value);
  if (value.startsWith('0x') && (length === 34 || length === 18)) return value.slice(2).toLowerCase();
  return length === 32 || length === 16 ? value.toLowerCase() : value;
}

function fromBase64(text: string): string | undefined {
  let hex = '';
  let bits = 0;
  let held = 0;
  for (let at = 0; at < text.length && text[at] !== '='; at++) {
    const letter = text[at] === '-' ? 62 : text[at] === '_' ? 63 : BASE64.indexOf(text[at]!);
    if (letter === -1) return text;
    bits = (bits << 6) | letter;
    for (held += 6; held >= 4; held -= 4) hex += HEX[(bits >> (held - 4)) & 15]!;
  }
  const id = hex.slice(0, hex.length & ~1);
  return /^0*$/.test(id) ? undefined : id;
}

/** Bytes as Node's Buffer writes them to JSON, or as a plain list. */
function readBytes(value: unknown): string | undefined {
  const bytes: unknown = isObject(value) ? value['data'] : value;
  if (!Array.isArray(bytes) || bytes.length === 0 || bytes.length > 16) return undefined;
  let hex = '';
  for (const byte of bytes) {
    if (typeof byte !== 'number') return undefined;
    hex += HEX[(byte >> 4) & 15]! + HEX[byte & 15]!;
  }
  return /^0*$/.test(hex) ? undefined : hex;
}
