import type { KeyHelp } from '../trace-tree/messages.ts';
import type { TraceWaterfallLayout } from './layouts.ts';

/** Every text of a waterfall beside those of its tree. */
export interface TraceWaterfallMessages {
  /** The heading of the column of bars. */
  readonly timeline: string;
  /** What the choice between the layouts is called. */
  readonly layout: string;
  readonly layouts: Readonly<Record<TraceWaterfallLayout, string>>;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fitSelection: string;
  readonly fitAll: string;
  readonly shortenIdle: string;
  readonly criticalPath: string;
  /** What is said of a run on the critical path; `share` is its part of the path. */
  readonly onCriticalPath: (share: string) => string;
  /** How much of the whole is in sight. */
  readonly showing: (part: string, whole: string) => string;
  /** What a bar says to those who don't see it. */
  readonly bar: (start: string, duration: string) => string;
  readonly runningBar: (start: string) => string;
  readonly firstToken: (time: string) => string;
  /** What a stretch says that is drawn short. */
  readonly idleBreak: (duration: string) => string;
  readonly resizeNames: string;
  /** The keys of time, after those of the tree. */
  readonly keyHelp: readonly KeyHelp[];
}

/** English. */
export const ENGLISH: TraceWaterfallMessages = {
  timeline: 'Timeline',
  layout: 'Layout',
  layouts: { tree: 'Tree', split: 'Tree and time', time: 'Time' },
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fitSelection: 'Fit the selected run',
  fitAll: 'Show all',
  shortenIdle: 'Shorten idle time',
  criticalPath: 'Critical path',
  onCriticalPath: (share) => `${share} of the critical path`,
  showing: (part, whole) => `${part} of ${whole}`,
  bar: (start, duration) => `Starts at ${start}, takes ${duration}`,
  runningBar: (start) => `Starts at ${start}, still running`,
  firstToken: (time) => `first token ${time}`,
  idleBreak: (duration) => `${duration} idle, drawn short`,
  resizeNames: 'Width of the names',
  keyHelp: [
    { keys: ['w', 's'], does: 'Zoom in and out' },
    { keys: ['a', 'd'], does: 'Earlier and later' },
    { keys: ['f'], does: 'Fit the active run' },
    { keys: ['F'], does: 'Show all' },
  ],
};
