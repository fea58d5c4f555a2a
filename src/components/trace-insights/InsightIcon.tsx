import type { ReactElement } from 'react';

/** One line drawing a rule, on a field of 16 by 16. */
const DRAWINGS: Readonly<Record<string, string>> = {
  // An arrow that comes back.
  'failed-attempts': 'M12.5 8a4.5 4.5 0 1 1-1.6-3.4M11.2 2.2v2.6H8.6',
  // A clock.
  'slowest-path': 'M8 13a5 5 0 1 0 0-10 5 5 0 0 0 0 10ZM8 5.4V8l1.8 1.4',
  // A coin.
  'dearest-call': 'M8 13.2A5.2 5.2 0 1 0 8 2.8a5.2 5.2 0 0 0 0 10.4ZM9.8 6.3c-.3-.6-1-.9-1.8-.9-1 0-1.8.5-1.8 1.3S7 7.9 8 8s1.8.5 1.8 1.3-.8 1.3-1.8 1.3c-.8 0-1.5-.3-1.8-.9M8 4.4v1M8 10.6v1',
  // A bar with a gap.
  'untraced-time': 'M2 5.5h3v5H2v-5ZM11 5.5h3v5h-3v-5ZM6.8 8h.3M8.9 8h.3',
  // Bars that rise.
  'growing-prompt': 'M3.5 13v-2.5M6.5 13V8.5M9.5 13V6M12.5 13V3',
  // Two arrows in a ring.
  loop: 'M3 7.5A3 3 0 0 1 6 4.5h6.5M10.5 2.5l2 2-2 2M13 8.5a3 3 0 0 1-3 3H3.5M5.5 13.5l-2-2 2-2',
  // Two sheets.
  'redundant-work': 'M6 6h7v7H6V6ZM4 10H3V3h7v1',
  // A sheet that is struck out.
  'unused-documents': 'M9 2.5H4.5v11h7V5L9 2.5ZM9 2.5V5h2.5M2.5 12.5l11-8.5',
  // A triangle.
  failure: 'M8 3 2.5 12.5h11L8 3ZM8 6.8v2.6M8 11h.01',
};

/** A light: for rules of a host's own. */
const OTHER = 'M6.3 11.2h3.4M6.8 13.2h2.4M6.3 11.2c0-1.4-1.8-1.9-1.8-4.3a3.5 3.5 0 0 1 7 0c0 2.4-1.8 2.9-1.8 4.3';

/** The icon of a rule: decoration, since the sentence beside it says what it is. Renders a `<span>` around an `<svg>`. */
export function InsightIcon({ rule }: { readonly rule: string }): ReactElement {
  return (
    <span data-slot="trace-insight-icon" aria-hidden>
      <svg viewBox="0 0 16 16" width={16} height={16} fill="none" stroke="currentColor" strokeWidth={1.3} strokeLinecap="round" strokeLinejoin="round">
        <path d={Object.hasOwn(DRAWINGS, rule) ? DRAWINGS[rule] : OTHER} />
      </svg>
    </span>
  );
}
