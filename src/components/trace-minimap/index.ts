export { TraceMinimap, type TraceMinimapProps } from './TraceMinimap.tsx';
export { ENGLISH, type TraceMinimapMessages } from './messages.ts';
