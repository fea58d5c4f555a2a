/** Every text of a minimap. */
export interface TraceMinimapMessages {
  readonly label: (trace: string) => string;
  readonly start: string;
  readonly end: string;
}

/** English. */
export const ENGLISH: TraceMinimapMessages = {
  label: (trace) => `Overview of ${trace}`,
  start: 'Start of the window',
  end: 'End of the window',
};
