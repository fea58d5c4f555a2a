import type { RunEventRecord } from '../../model/record.ts';
import { orUndefined } from '../known-moment.ts';
import type { RolloutLine } from './rollout-line.ts';

/** A line that is part of no call, as an event of what it stands in. */
export function eventOf(line: RolloutLine): RunEventRecord {
  const { type: _type, ...attributes } = line.payload;
  const time = orUndefined(line.time);
  return { name: line.type === '' ? 'line' : line.type, ...(time === undefined ? {} : { time }), attributes };
}
