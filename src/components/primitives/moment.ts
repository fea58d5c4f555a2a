/** A moment for a person, in a time zone. */
export interface Moment {
  /** Date and minute. */
  readonly text: string;
  /** Date, second and zone, for a tooltip. */
  readonly full: string;
  /** For machines: the `dateTime` of a `<time>`. */
  readonly iso: string;
}

/** Formatters by what they format: making one is slow. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function format(date: Date, locale: string | undefined, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale ?? ''}|${JSON.stringify(options)}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat(locale, options);
    formatters.set(key, formatter);
  }
  return formatter.format(date);
}

/**
 * Epoch ms as a date and a time; null for what no calendar has.
 *
 * @param timeZone an IANA name; that of the machine without one
 */
export function formatMoment(time: number, locale?: string, timeZone?: string): Moment | null {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return null;
  const zone: Intl.DateTimeFormatOptions = timeZone === undefined ? {} : { timeZone };
  return {
    text: format(date, locale, { ...zone, dateStyle: 'medium', timeStyle: 'short' }),
    full: format(date, locale, { ...zone, dateStyle: 'full', timeStyle: 'long' }),
    iso: date.toISOString(),
  };
}
