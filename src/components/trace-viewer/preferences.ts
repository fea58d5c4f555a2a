import type { PayloadMode } from '../../hooks/useRunInspector.ts';
import { COLUMNS, type TraceTreeColumn } from '../trace-tree/columns.ts';
import { LAYOUTS, type TraceWaterfallLayout } from '../trace-waterfall/layouts.ts';

/** How a person has set up a viewer: the same for every trace, so no part of its value. */
export interface TraceViewerPreferences {
  readonly layout?: TraceWaterfallLayout | undefined;
  readonly showCriticalPath?: boolean | undefined;
  /** Px. */
  readonly nameWidth?: number | undefined;
  /** Px. */
  readonly inspectorWidth?: number | undefined;
  readonly columns?: readonly TraceTreeColumn[] | undefined;
  readonly openSections?: readonly string[] | undefined;
  readonly wrap?: boolean | undefined;
  readonly payloadMode?: PayloadMode | undefined;
}

const PAYLOAD_MODES: readonly string[] = ['auto', 'text', 'json', 'markdown'];

/** Reads preferences that were kept, and leaves out what they can't be. */
export function readPreferences(kept: unknown): TraceViewerPreferences {
  if (typeof kept !== 'object' || kept === null) return {};
  const { layout, showCriticalPath, nameWidth, inspectorWidth, columns, openSections, wrap, payloadMode } = kept as Readonly<Record<keyof TraceViewerPreferences, unknown>>;
  const found: TraceViewerPreferences = {
    layout: LAYOUTS.find((each) => each === layout),
    showCriticalPath: typeof showCriticalPath === 'boolean' ? showCriticalPath : undefined,
    nameWidth: widthOf(nameWidth),
    inspectorWidth: widthOf(inspectorWidth),
    columns: Array.isArray(columns) ? COLUMNS.filter((column) => columns.includes(column)) : undefined,
    openSections: Array.isArray(openSections) ? openSections.filter((name) => typeof name === 'string') : undefined,
    wrap: typeof wrap === 'boolean' ? wrap : undefined,
    payloadMode: typeof payloadMode === 'string' && PAYLOAD_MODES.includes(payloadMode) ? (payloadMode as PayloadMode) : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

function widthOf(value: unknown): number | undefined {
  return typeof value === 'number' && value > 0 && value < 10_000 ? value : undefined;
}
