import type { RunInspectorMessages } from '../run-inspector/messages.ts';
import type { RunSearchMessages } from '../run-search/messages.ts';
import type { TraceConversationMessages } from '../trace-conversation/messages.ts';
import type { TraceMinimapMessages } from '../trace-minimap/messages.ts';
import type { TraceSummaryMessages } from '../trace-summary/messages.ts';
import type { KeyHelp, TraceTreeMessages } from '../trace-tree/messages.ts';
import type { TraceWaterfallMessages } from '../trace-waterfall/messages.ts';

/** Every text of a viewer beside those of its parts. */
export interface TraceViewerMessages {
  /** The accessible name of the viewer. */
  readonly label: (trace: string) => string;
  /** What the choice between the views is called. */
  readonly view: string;
  readonly views: { readonly timeline: string; readonly conversation: string };
  /** The accessible name of the pane at the side. */
  readonly inspector: string;
  readonly closeInspector: string;
  /** Where there is room for one thing only: back to the runs. */
  readonly back: string;
  readonly resizeInspector: string;
  readonly help: string;
  readonly closeHelp: string;
  /** The headings of the keys. */
  readonly keyGroups: { readonly viewer: string; readonly runs: string; readonly time: string };
  /** The keys that work anywhere in the viewer. */
  readonly keyHelp: readonly KeyHelp[];
  /** What stands where a view or the selected run could not be shown. */
  readonly failed: (reason: string) => string;
  readonly tryAgain: string;
  /** The texts of the parts. */
  readonly parts: TraceViewerPartMessages;
}

/** Texts of a viewer's parts in place of the English ones. */
export interface TraceViewerPartMessages {
  readonly tree?: Partial<TraceTreeMessages> | undefined;
  readonly timeline?: Partial<TraceWaterfallMessages> | undefined;
  readonly minimap?: Partial<TraceMinimapMessages> | undefined;
  readonly inspector?: Partial<RunInspectorMessages> | undefined;
  readonly search?: Partial<RunSearchMessages> | undefined;
  readonly summary?: Partial<TraceSummaryMessages> | undefined;
  readonly conversation?: Partial<TraceConversationMessages> | undefined;
}

/** English. */
export const ENGLISH: TraceViewerMessages = {
  label: (trace) => `Trace ${trace}`,
  view: 'View',
  views: { timeline: 'Timeline', conversation: 'Conversation' },
  inspector: 'Selected run',
  closeInspector: 'Close',
  back: 'Runs',
  resizeInspector: 'Width of the selected run',
  help: 'Keys',
  closeHelp: 'Close',
  keyGroups: { viewer: 'Everywhere', runs: 'Among the runs', time: 'In time' },
  keyHelp: [
    { keys: ['/'], does: 'Search' },
    { keys: ['n', 'N'], does: 'Next and previous match' },
    { keys: ['e', 'E'], does: 'Next and previous error' },
    { keys: ['Esc'], does: 'Close the selected run' },
    { keys: ['?'], does: 'These keys' },
  ],
  failed: (reason) => `This part of the trace could not be shown: ${reason || 'the reason is not known'}. The rest still works; choose another run or view, or try again.`,
  tryAgain: 'Try again',
  parts: {},
};
