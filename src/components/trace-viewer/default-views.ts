import { TraceViewerConversation } from './TraceViewerConversation.tsx';
import { TraceViewerTimeline } from './TraceViewerTimeline.tsx';
import type { TraceViewerView } from './views.ts';

/** The views of a viewer that is given none. */
export const DEFAULT_VIEWS: readonly TraceViewerView[] = [
  { id: 'timeline', label: ({ views }) => views.timeline, component: TraceViewerTimeline },
  { id: 'conversation', label: ({ views }) => views.conversation, component: TraceViewerConversation },
];
