import { asObject, type JsonObject } from '../../model/json.ts';
import { ContextSpan } from '../readable-span/context-span.ts';
import { flattenAttributes } from './flatten-attributes.ts';

/** A span as Phoenix' API answers with it, or a row of its data frame. The kind stands beside the attributes. */
export class PhoenixSpan extends ContextSpan {
  protected override attributesIn(span: JsonObject): unknown {
    return flattenAttributes(asObject(span['attributes']) ?? columnsOf(span));
  }

  protected override kindBeside(span: JsonObject): readonly [string, unknown] {
    return ['openinference.span.kind', span['span_kind']];
  }
}

const COLUMN = 'attributes.';

/** The attributes of a row, which has a column for each; a column that only other rows have is null. */
function columnsOf(row: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(row).flatMap(([key, value]) => (key.startsWith(COLUMN) && value !== null ? [[key.slice(COLUMN.length), value]] : [])));
}
