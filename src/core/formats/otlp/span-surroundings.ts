import { asObject, asText } from '../../model/json.ts';
import { decodeAttributes } from './any-value.ts';

/** What a span shares with others of its export. */
export interface SpanSurroundings {
  readonly resource: unknown;
  readonly scope: unknown;
  /** The name of the library that wrote the spans; empty if it is not told. */
  readonly scopeName: string;
  /** Where the spans are collected, for those that don't say it themselves. */
  readonly project: string | undefined;
}

/** The surroundings of spans that come alone. */
export const BARE: SpanSurroundings = { resource: undefined, scope: undefined, scopeName: '', project: undefined };

/** What spans of one resource and one library share. */
export function surroundingsOf(resource: unknown, scope: unknown): SpanSurroundings {
  const attributes = decodeAttributes(asObject(resource)?.['attributes']);
  return {
    resource,
    scope,
    scopeName: asText(asObject(scope)?.['name']) ?? '',
    project: asText(attributes['openinference.project.name']) ?? asText(attributes['service.name']),
  };
}
