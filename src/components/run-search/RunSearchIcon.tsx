import type { ReactElement } from 'react';

const DRAWINGS = {
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.3 10.3 13.5 13.5',
  clear: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
  next: 'M4 6.5 8 10.5l4-4',
  previous: 'M4 9.5 8 5.5l4 4',
  filter: 'M2.5 4h11M4.5 8h7M6.5 12h3',
  recent: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM8 5v3.2l2.2 1.3',
  error: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM8 5.2v3.3M8 10.8v.1',
  help: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM6.4 6.4A1.6 1.6 0 1 1 8.6 8c-.4.2-.6.5-.6.9M8 10.9v.1',
} as const;

/** One of the field's line drawings, as decoration. */
export function RunSearchIcon({ name, size = 16 }: { readonly name: keyof typeof DRAWINGS; readonly size?: number }): ReactElement {
  return (
    <svg data-slot="run-search-icon" aria-hidden viewBox="0 0 16 16" width={size} height={size} fill="none" stroke="currentColor" strokeWidth={1.4} strokeLinecap="round" strokeLinejoin="round">
      <path d={DRAWINGS[name]} />
    </svg>
  );
}
