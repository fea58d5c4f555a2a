import { asArray, asText, isObject, type JsonObject } from '../../model/json.ts';

/** An attribute's value as OTLP/JSON writes it: `{ stringValue }`, `{ intValue }`, …; snake case and bare values occur too. */
export type AnyValue = unknown;

/**
 * The plain value that an AnyValue stands for. Integers come as text or numbers; those beyond 2^53 stay text. Lists in
 * lists are opened without recursion.
 */
export function decodeValue(value: AnyValue): unknown {
  const scalar = decodeScalar(value);
  if (scalar !== NOT_SCALAR) return scalar;
  const holder: unknown[] = [undefined];
  const open: { readonly value: JsonObject; readonly into: unknown[] | Record<string, unknown>; readonly key: number | string }[] = [
    { value: value as JsonObject, into: holder, key: 0 },
  ];
  for (let task = open.pop(); task !== undefined; task = open.pop()) {
    const list = listOf(task.value);
    if (list !== undefined) {
      const into: unknown[] = Array.from(list, () => null);
      put(task.into, task.key, into);
      for (const [at, item] of list.entries()) decodeInto(into, at, item, open);
    } else {
      const into: Record<string, unknown> = {};
      put(task.into, task.key, into);
      for (const pair of asArray(mapOf(task.value))) {
        if (isObject(pair)) decodeInto(into, asText(pair['key']) ?? '', pair['value'], open);
      }
    }
  }
  return holder[0];
}

/** All attributes by key, decoded. Takes the list of pairs that OTLP has, and the plain object that some exporters write. */
export function decodeAttributes(attributes: unknown): Record<string, unknown> {
  const decoded: Record<string, unknown> = {};
  eachAttribute(attributes, (key, value) => put(decoded, key, decodeValue(value)));
  return decoded;
}

/** Visits every attribute that has a key. */
function eachAttribute(attributes: unknown, visit: (key: string, value: AnyValue) => void): void {
  if (Array.isArray(attributes)) {
    for (const pair of attributes) {
      if (isObject(pair) && typeof pair['key'] === 'string') visit(pair['key'], pair['value']);
    }
  } else if (isObject(attributes)) {
    for (const key in attributes) visit(key, attributes[key]);
  }
}

type Container = unknown[] | Record<string, unknown>;

function decodeInto(into: Container, key: number | string, value: AnyValue, open: { value: JsonObject; into: Container; key: number | string }[]): void {
  const scalar = decodeScalar(value);
  put(into, key, scalar === NOT_SCALAR ? null : scalar); // a field's place is that of its first mention
  if (scalar === NOT_SCALAR) open.push({ value: value as JsonObject, into, key });
}

/** Sets a field, even one named `__proto__`, which would otherwise become the object's prototype. */
export function put(into: Container, key: number | string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(into, key, { value, enumerable: true, configurable: true, writable: true });
  else (into as Record<number | string, unknown>)[key] = value;
}

const NOT_SCALAR = Symbol('not a scalar');

function decodeScalar(value: AnyValue): unknown {
  if (!isObject(value)) return value === undefined ? null : value;
  for (const key in value) {
    const inner = value[key];
    switch (key) {
      case 'stringValue':
      case 'string_value':
      case 'boolValue':
      case 'bool_value':
      case 'bytesValue':
      case 'bytes_value':
        return inner;
      case 'intValue':
      case 'int_value':
        return decodeInteger(inner);
      case 'doubleValue':
      case 'double_value':
        return typeof inner === 'string' ? Number(inner) : inner;
      case 'arrayValue':
      case 'array_value':
      case 'kvlistValue':
      case 'kvlist_value':
        return NOT_SCALAR;
      default:
    }
  }
  // An empty AnyValue is null; an object of any other shape was written bare.
  return Object.keys(value).length === 0 ? null : value;
}

function decodeInteger(value: unknown): unknown {
  if (typeof value !== 'string') return isObject(value) ? decodeLong(value) : value;
  const number = Number(value);
  return Number.isSafeInteger(number) && value.trim() !== '' ? number : value;
}

/** A 64-bit integer as protobuf.js writes it: two signed halves. */
export function decodeLong(value: JsonObject): unknown {
  const { low, high } = value;
  if (typeof low !== 'number' || typeof high !== 'number') return value;
  const whole = (BigInt(high | 0) << 32n) | BigInt(low >>> 0);
  return Number.isSafeInteger(Number(whole)) ? Number(whole) : String(whole);
}

function listOf(value: JsonObject): readonly unknown[] | undefined {
  const list = value['arrayValue'] ?? value['array_value'];
  return list === undefined ? undefined : asArray(isObject(list) ? list['values'] : list);
}

function mapOf(value: JsonObject): unknown {
  const map = value['kvlistValue'] ?? value['kvlist_value'];
  return isObject(map) ? map['values'] : map;
}
