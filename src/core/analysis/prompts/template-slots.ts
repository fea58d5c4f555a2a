import type { TemplateFormat } from '../../model/content/prompt-template.ts';

/** A place of a template in which a variable is filled in. UTF-16 units, `from` inclusive, `to` exclusive. */
export interface TemplateSlot {
  readonly from: number;
  readonly to: number;
  readonly variable: string;
}

/** More places than any template has. */
const MOST_SLOTS = 10_000;
/** Longer than any name with its format: whatever is farther apart are braces of something else. */
const MOST_NAME = 200;

const SINGLE = new RegExp(`\\{\\{|\\}\\}|\\{([^{}]{1,${MOST_NAME}})\\}`, 'g');
const DOUBLE = new RegExp(`\\{\\{\\{?[#^/&]?([^{}]{1,${MOST_NAME}})\\}\\}\\}?`, 'g');
const EITHER = new RegExp(`\\{{1,3}[#^/&]?([^{}]{1,${MOST_NAME}})\\}{1,3}`, 'g');

/**
 * The places of a template's variables, in order. Of a template whose way of writing is not known, only places that name
 * a known variable count: braces may well be JSON.
 *
 * @param known the names of the variables
 */
export function templateSlots(text: string, format: TemplateFormat | null, known: ReadonlySet<string>): TemplateSlot[] {
  const slots: TemplateSlot[] = [];
  for (const match of text.matchAll(format === null ? EITHER : format === 'f-string' ? SINGLE : DOUBLE)) {
    if (slots.length === MOST_SLOTS) break;
    const written = match[1];
    if (written === undefined) continue;
    const variable = nameIn(written, format, known);
    if (variable === '' || (format === null && !known.has(variable))) continue;
    slots.push({ from: match.index, to: match.index + match[0].length, variable });
  }
  return slots;
}

/** The variable's name without its format (`{x:.2f}`), filter (`{{ x | upper }}`) and field (`{{ x.name }}`). */
function nameIn(written: string, format: TemplateFormat | null, known: ReadonlySet<string>): string {
  const whole = written.trim();
  if (known.has(whole)) return whole;
  const end = whole.search(format === 'f-string' ? /[:!.[]/ : /[\s|.[:!(]/);
  return end === -1 ? whole : whole.slice(0, end);
}
