import { asText } from '../../model/json.ts';
import type { ToolUse } from './chat-session.ts';

/** How a tool's call stands, in our words; whatever is neither done nor given up still runs. */
export function toolStatus({ call }: ToolUse): 'success' | 'error' | 'interrupted' | 'running' {
  const word = asText(call['status']);
  if (word === 'error') return 'error';
  if (word === 'cancelled') return 'interrupted';
  return word === 'success' || word === undefined || call['result'] != null ? 'success' : 'running';
}
