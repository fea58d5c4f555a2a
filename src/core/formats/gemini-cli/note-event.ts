import type { RunEventRecord } from '../../model/record.ts';
import { orUndefined } from '../known-moment.ts';
import type { ChatMessage } from './chat-message.ts';

/** What the CLI told a person, as an event of the turn. */
export function noteEvent({ source, type, time }: ChatMessage): RunEventRecord {
  const { id: _id, timestamp: _timestamp, type: _type, ...attributes } = source;
  const moment = orUndefined(time);
  return { name: type === '' ? 'message' : type, ...(moment === undefined ? {} : { time: moment }), attributes };
}
