import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ConversationItem } from '../../../../src/core/analysis/conversation/conversation.ts';
import { groupTools } from '../../../../src/core/analysis/conversation/group-items.ts';
import { runWith } from '../../model/content/run-with.ts';

const run = runWith({});
const failed = runWith({ error: 'overloaded' });

/** `s` and `l` are calls of two tools, `m` a model call that said nothing, `M` one that spoke, `F` one that failed, `u` a message. */
function item(letter: string, nth: number): ConversationItem {
  const id = `${letter}${nth}`;
  if (letter === 's' || letter === 'l') return { type: 'tool', id, run, name: letter, call: null, toolRun: run, result: undefined, hasInside: false };
  if (letter === 'u') return { type: 'message', id, run, side: 'input', role: 'user', name: null, parts: [] };
  return { type: 'model', id, run: letter === 'F' ? failed : run, name: null, parts: letter === 'M' ? [{ type: 'text', text: 'Hm.' }] : [], attempt: null };
}
const items = (letters: string): ConversationItem[] => [...letters].map(item);
const grouped = (letters: string): string => groupTools(items(letters)).map((one) => (one.type === 'tools' ? `(${one.items.map(({ id }) => id[0]).join('')})` : one.id[0])).join(' ');

test.each([
  ['umssM', 'u m (ss) M'],
  ['umsmsmsM', 'u m (smsms) M'],
  ['umslM', 'u m s l M'],
  ['umsMsM', 'u m s M s M'],
  ['umsFsM', 'u m s F s M'],
  ['sslls', '(ss) (ll) s'],
  ['smls', 's m l s'],
  ['', ''],
])('%s is grouped as %s', (letters, expected) => expect(grouped(letters)).toBe(expected));

test('a group has its tools, and an id that stays while it grows', () => {
  const [group] = groupTools(items('sms'));
  const [grown] = groupTools(items('smsms'));
  expect(group).toMatchObject({ type: 'tools', name: 's', tools: [{ id: 's0' }, { id: 's2' }] });
  expect(grown?.id).toBe(group?.id);
});

test('nothing is lost, and the order stays', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('s', 'l', 'm', 'M', 'F', 'u'), maxLength: 30 }), (letters) => {
    const flat = groupTools(items(letters)).flatMap((one) => (one.type === 'tools' ? one.items : [one]));
    expect(flat.map(({ id }) => id)).toEqual(items(letters).map(({ id }) => id));
  }));
});
