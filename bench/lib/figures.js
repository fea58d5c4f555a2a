const COUNT = new Intl.NumberFormat('en-US');

/** @param {number} value */
export function count(value) {
  return COUNT.format(value);
}

/** @param {number | null | undefined} value */
export function ms(value) {
  if (value == null || Number.isNaN(value)) return '–';
  return `${value < 10 ? value.toFixed(1) : count(Math.round(value))} ms`;
}

/** @param {number | null | undefined} value */
export function ratio(value) {
  return value == null ? '–' : `${value.toFixed(2)} ×`;
}

/** @param {number} bytes */
export function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

/** @param {number} share */
export function percent(share) {
  return `${(share * 100).toFixed(1)} %`;
}
