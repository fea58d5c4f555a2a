/** A number for a person: the figure and its unit apart, so that the unit can be fainter. */
export interface Quantity {
  readonly figure: string;
  readonly unit: string;
  /** The figure in full, for a tooltip or a screen reader. */
  readonly full: string;
}

/** A figure that is not known. */
export const ABSENT = '–';

/** Formatters by what they format: making one costs more than formatting with it a thousand times. */
const formatters = new Map<string, Intl.NumberFormat>();

function format(value: number, locale: string | undefined, options: Intl.NumberFormatOptions): string {
  const key = `${locale ?? ''}|${JSON.stringify(options)}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat(locale, options);
    formatters.set(key, formatter);
  }
  return formatter.format(value);
}

const THREE_DIGITS: Intl.NumberFormatOptions = { maximumSignificantDigits: 3 };

/** A plain number, as an axis writes it. */
export function formatNumber(value: number, locale?: string): string {
  return format(value, locale, { maximumFractionDigits: 6 });
}

/** A duration given in ms, with three significant figures: `600 ms`, `1.25 s`, `2 m 5 s`, `1 h 4 m`. */
export function formatDuration(ms: number, locale?: string): Quantity {
  const full = `${format(ms, locale, { maximumFractionDigits: 6 })} ms`;
  // What would round to 1,000 ns, 1,000 µs, 1,000 ms or 60.0 s belongs to the next unit.
  if (ms < 0.0009995 && ms > 0) return { figure: format(ms * 1e6, locale, THREE_DIGITS), unit: 'ns', full };
  if (ms < 0.9995 && ms > 0) return { figure: format(ms * 1e3, locale, THREE_DIGITS), unit: 'µs', full };
  if (ms < 999.5) return { figure: format(ms, locale, THREE_DIGITS), unit: 'ms', full };
  if (ms < 59_950) return { figure: format(ms / 1e3, locale, { minimumSignificantDigits: 3, maximumSignificantDigits: 3 }), unit: 's', full };
  const seconds = Math.round(ms / 1e3);
  const whole = (value: number) => format(value, locale, { maximumFractionDigits: 0 });
  if (seconds < 3600) return { figure: `${whole(Math.floor(seconds / 60))} m ${whole(seconds % 60)}`, unit: 's', full };
  const minutes = Math.round(ms / 6e4);
  return { figure: `${whole(Math.floor(minutes / 60))} h ${whole(minutes % 60)}`, unit: 'm', full };
}

/** A share from 0 to 1, as whole percent. */
export function formatShare(share: number, locale?: string): string {
  const least = share > 0 && share < 0.01;
  return `${least ? '<' : ''}${format(least ? 0.01 : share, locale, { style: 'percent', maximumFractionDigits: 0 })}`;
}

/** A count: in full to 9,999, then shortened to three significant figures. */
export function formatCount(count: number, locale?: string): Quantity {
  const full = format(count, locale, {});
  if (Math.abs(count) < 10_000) return { figure: full, unit: '', full };
  return { figure: format(count, locale, { notation: 'compact', ...THREE_DIGITS }), unit: '', full };
}

/** Below this an amount is only told to be smaller. */
const LEAST_MONEY = 0.00001;

/** An amount of money with three significant figures, two below a thousandth: what has a column beside it must fit. */
export function formatMoney(amount: number, currency: string, locale?: string): Quantity {
  const style: Intl.NumberFormatOptions = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' };
  try {
    const full = format(amount, locale, { ...style, maximumFractionDigits: 12 });
    const size = Math.abs(amount);
    if (size === 0 || size >= 1) return { figure: format(amount, locale, style), unit: '', full };
    if (size < LEAST_MONEY) return { figure: `<${format(LEAST_MONEY, locale, { ...style, maximumSignificantDigits: 1 })}`, unit: '', full };
    // Told as decimals, since with significant digits half a dollar would be $0.5.
    const decimals = (size < 0.001 ? 1 : 2) - Math.floor(Math.log10(size));
    return { figure: format(amount, locale, { ...style, maximumFractionDigits: decimals }), unit: '', full };
  } catch {
    // The currency is data: what is no currency code is shown as it is.
    return { figure: `${format(amount, locale, THREE_DIGITS)}`, unit: currency, full: `${amount} ${currency}` };
  }
}
