/**
 * @typedef {{ stringValue: string } | { intValue: string } | { doubleValue: number } | { boolValue: boolean } | { arrayValue: { values: AnyValue[] } }} AnyValue
 * @typedef {{ key: string, value: AnyValue }} KeyValue
 */

/**
 * @param {string} key
 * @param {string} value
 * @returns {KeyValue}
 */
export function text(key, value) {
  return { key, value: { stringValue: value } };
}

/**
 * @param {string} key
 * @param {number} value
 * @returns {KeyValue}
 */
export function int(key, value) {
  return { key, value: { intValue: String(value) } };
}

/**
 * @param {string} key
 * @param {number} value
 * @returns {KeyValue}
 */
export function double(key, value) {
  return { key, value: { doubleValue: value } };
}

/**
 * @param {string} key
 * @param {readonly string[]} values
 * @returns {KeyValue}
 */
export function texts(key, values) {
  return { key, value: { arrayValue: { values: values.map((value) => ({ stringValue: value })) } } };
}
