'use client';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Run } from '../core/model/run.ts';
import { Trace } from '../core/model/trace.ts';
import { ConversationTask, type ConversationReading, type ConversationSource } from './conversation-task.ts';

/**
 * Reads traces as a conversation: at once as far as that is done in a moment, the rest in slices beside what else the page
 * does. A newer snapshot of a live trace takes the place of the last one when all of it is read.
 *
 * @param traces one trace, or the traces of a thread; the list may be a new one each time
 * @param inside a run of the trace, of which only what is inside is read
 */
export function useConversationReading(traces: Trace | readonly Trace[], inside: Run | null = null): ConversationReading {
  const source = useSource(traces, inside);
  const [task] = useState(() => new ConversationTask(source));
  const reading = useSyncExternalStore(task.subscribe, task.getReading, task.getReading);
  useEffect(() => task.read(source), [task, source]);
  useEffect(() => () => task.stop(), [task]);
  return reading;
}

/** The same object as long as it has the same traces. */
function useSource(traces: Trace | readonly Trace[], inside: Run | null): ConversationSource {
  const list = traces instanceof Trace ? [traces] : traces;
  const [last, setLast] = useState(list);
  const isSame = last.length === list.length && list.every((trace, nth) => trace === last[nth]);
  if (!isSame) setLast(list);
  const kept = isSame ? last : list;
  return useMemo(() => ({ traces: kept, inside }), [kept, inside]);
}
