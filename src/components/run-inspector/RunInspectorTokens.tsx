'use client';
import type { ReactElement } from 'react';
import { formatCount } from '../primitives/quantity.ts';
import { useRunInspectorContext } from './RunInspectorContext.ts';
import type { RunInspectorMessages } from './messages.ts';
import type { RunTokenPart } from './token-parts.ts';

/** What a token count is made of, in words and as a bar. Renders a `<div>`. */
export function RunInspectorTokens({ parts }: { readonly parts: readonly RunTokenPart[] }): ReactElement {
  const { messages, locale } = useRunInspectorContext('RunInspectorTokens');
  const segments = parts.filter(({ segment }) => segment !== null);
  // Half of a bar would be no bar.
  const isWhole = (['input', 'output'] as const).every((side) => segments.some((part) => part.side === side));
  return (
    <div data-slot="run-inspector-tokens">
      {isWhole && <Bar segments={segments} />}
      <ul data-slot="run-inspector-token-parts">
        {parts.map((part) => {
          const { figure, full } = formatCount(part.count, locale);
          return (
            <li key={`${part.side} ${part.name}`} data-slot="run-inspector-token-part" data-segment={isWhole ? (part.segment ?? undefined) : undefined} title={full}>
              <strong>{figure}</strong> {nameOf(part, messages)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Bar({ segments }: { readonly segments: readonly RunTokenPart[] }): ReactElement | null {
  const total = sumOf(segments);
  if (total === 0) return null;
  return (
    <svg data-slot="run-inspector-token-bar" aria-hidden viewBox={`0 0 ${total} 1`} preserveAspectRatio="none">
      {segments.map(({ side, name, segment, count }, nth) => (
        <rect key={`${side} ${name}`} data-segment={segment} x={sumOf(segments.slice(0, nth))} y={0} width={count} height={1} />
      ))}
    </svg>
  );
}

function sumOf(parts: readonly RunTokenPart[]): number {
  return parts.reduce((sum, { count }) => sum + count, 0);
}

function nameOf({ side, name }: RunTokenPart, { tokenParts, tokenDetail }: RunInspectorMessages): string {
  const known: Readonly<Record<string, string>> = tokenParts;
  const key = name === 'audio' ? `${side}Audio` : name;
  return Object.hasOwn(known, key) ? (known[key] ?? name) : tokenDetail(side, name.slice(0, 60));
}
