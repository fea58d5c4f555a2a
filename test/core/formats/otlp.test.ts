import { describe } from 'vitest';
import { readOtlp } from '../../../src/core/index.ts';
import { describeFormat, type RawRun, type Survivors } from './contract.ts';
import { fixtures } from './fixtures.ts';

type Json = Record<string, unknown>;

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const object = (value: unknown): Json => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {});

/** The spans of a document, wherever it is damaged. */
function spansOf(document: unknown): Json[] {
  const requests = Array.isArray(document) ? document.flat(Infinity) : [document];
  return requests.flatMap((request) => list(object(request)['resourceSpans'])).flatMap((group) => list(object(group)['scopeSpans'])).flatMap((scope) => list(object(scope)['spans']))
    .filter((span): span is Json => typeof span === 'object' && span !== null && !Array.isArray(span));
}

/** An id as lower-case hex, by Node's own decoder. */
function hex(id: string): string {
  return id.endsWith('=') ? Buffer.from(id, 'base64').toString('hex') : id.toLowerCase();
}

function recordsOf(document: unknown): RawRun[] {
  const records = spansOf(document).map((span): RawRun => ({
    id: hex(String(span['spanId'])),
    traceId: hex(String(span['traceId'])),
    parentId: span['parentSpanId'] ? hex(String(span['parentSpanId'])) : null,
    start: BigInt(String(span['startTimeUnixNano'])),
    end: BigInt(String(span['endTimeUnixNano'])),
  }));
  return [...new Map(records.map((record) => [`${record.traceId} ${record.id}`, record])).values()];
}

function survivorsOf(document: unknown): Survivors {
  const ids = new Set<string>();
  let nameless = 0;
  for (const { spanId } of spansOf(document)) {
    if (typeof spanId === 'string' && /^[0-9a-f]{16}$/i.test(spanId)) ids.add(hex(spanId));
    else if (typeof spanId === 'string' && /^[\w+/]{11}=$/.test(spanId)) ids.add(hex(spanId));
    else if (typeof spanId !== 'string' && typeof spanId !== 'number' && typeof spanId !== 'object') nameless++;
  }
  return { ids, nameless };
}

describe('the contract of formats', () => {
  describeFormat({
    id: 'otlp',
    read: readOtlp,
    files: fixtures('otlp'),
    countRecords: (text) => new Set(Array.from(text.matchAll(/"spanId":\s*"([^"]+)"/g), ([, id]) => id)).size,
    recordsOf,
    lists: ['resourceSpans', 'scopeSpans', 'spans'],
    survivorsOf,
  });
});
