'use client';
import { useMemo, type ReactElement, type ReactNode } from 'react';
import type { TextRange } from '../../core/analysis/search/query.ts';
import type { JsonViewMessages } from './json-messages.ts';
import type { JsonNode } from './json-nodes.ts';
import { isContainer, scalarText } from './json-text.ts';
import { isBehindRow, isLongText, LONGEST } from './long-text.ts';
import type { CurrentMark, SearchMarks } from './search-marks.ts';
import { SearchMarked } from './SearchMarked.tsx';

interface JsonViewValueProps {
  readonly node: JsonNode;
  readonly isOpen: boolean;
  /** Whether its long text is on show below. */
  readonly isShown: boolean;
  /** The find to which the person went, if it is this value. */
  readonly current: CurrentMark | null;
  readonly marks: SearchMarks | null;
  readonly messages: JsonViewMessages;
}

/** Longer texts are looked through only so far, as long as they are not shown. */
const MOST_SEARCHED = 200_000;

/** What a row says of its value. */
export function JsonViewValue({ node, isOpen, isShown, current, marks, messages }: JsonViewValueProps): ReactElement {
  const { value, size } = node;
  if (node.isRest) return <span data-slot="json-view-rest">{messages.moreEntries(Number(value))}</span>;
  if (!isContainer(value)) return marks === null ? <Scalar value={value} /> : <MarkedScalar node={node} isShown={isShown} current={current} marks={marks} messages={messages} />;
  const isList = Array.isArray(value);
  const brackets = isList ? ['[', ']'] : ['{', '}'];
  return (
    <>
      <span data-slot="json-view-value" data-type={isList ? 'array' : 'object'}>
        {size === 0 ? brackets.join('') : isOpen ? brackets[0] : `${brackets[0]}…${brackets[1]} `}
        {size > 0 && !isOpen && <span data-slot="json-view-size">{messages.entries(size, isList ? 'array' : 'object')}</span>}
      </span>
      {!isOpen && <MatchesInside count={marks?.countInside?.(value) ?? 0} messages={messages} />}
    </>
  );
}

/** A field's name, shortened, with its finds marked. */
export function JsonViewKey({ name, marks }: { readonly name: string; readonly marks: SearchMarks | null }): ReactNode {
  const short = name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name;
  const ranges = useMemo(() => marks?.rangesIn(short) ?? NONE, [marks, short]);
  return ranges.length === 0 ? short : <SearchMarked text={short} ranges={ranges} current={null} />;
}

/** A value that holds no others. */
function Scalar({ value, children }: { readonly value: unknown; readonly children?: ReactElement | null }): ReactElement {
  const text = isLongText(value) ? `${scalarText(value, LONGEST).slice(0, -1)}…` : scalarText(value);
  return <span data-slot="json-view-value" data-type={value === null ? 'null' : typeof value} title={text}>{children ?? text}</span>;
}

interface MarkedScalarProps extends Omit<JsonViewValueProps, 'isOpen' | 'marks'> {
  readonly marks: SearchMarks;
}

/** The same with its finds marked, as far as the row shows it. */
function MarkedScalar({ node, isShown, current, marks, messages }: MarkedScalarProps): ReactElement {
  const { value, key, parent } = node;
  const raw = typeof value === 'string' ? value : scalarText(value);
  const ranges = useMemo(() => {
    const known = parent !== null && key !== null ? marks.rangesAt?.(parent.value as object, key) : undefined;
    return known ?? marks.rangesIn(raw.length > MOST_SEARCHED ? raw.slice(0, MOST_SEARCHED) : raw);
  }, [marks, raw, key, parent]);
  const isLong = isLongText(value);
  // Below, the whole text is marked.
  if (ranges.length === 0 || isShown) return <Scalar value={value} />;
  return (
    <>
      <Scalar value={value}>
        {typeof value === 'string'
          ? <>"<SearchMarked text={raw} ranges={ranges} to={Math.min(LONGEST, raw.length)} current={current} write={quoted} />{isLong ? '…' : '"'}</>
          : <SearchMarked text={raw} ranges={ranges} current={current} />}
      </Scalar>
      {isLong && <MatchesInside count={ranges.filter(isBehindRow).length} messages={messages} />}
    </>
  );
}

function MatchesInside({ count, messages }: { readonly count: number; readonly messages: JsonViewMessages }): ReactElement | null {
  return count === 0 ? null : <span data-slot="matches-inside">{messages.matchesInside?.(count) ?? count}</span>;
}

const NONE: readonly TextRange[] = [];

/** A piece of a text as it stands between quotes. */
function quoted(piece: string): string {
  return JSON.stringify(piece).slice(1, -1);
}
