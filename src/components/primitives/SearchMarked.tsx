'use client';
import { Fragment, useContext, useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import type { TextRange } from '../../core/analysis/search/query.ts';
import { CurrentMarkContext, type CurrentMark } from './search-marks.ts';

interface SearchMarkedProps {
  /** The whole text. */
  readonly text: string;
  /** Where it was found, in order and without overlaps. */
  readonly ranges: readonly TextRange[];
  /** The part of the text to show. @default all of it */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** The find at which the person is, if it is in the text. @default that of the context */
  readonly current?: CurrentMark | null | undefined;
  /** How a piece is written, where it is not shown as it is: quoted, for instance. */
  readonly write?: ((piece: string) => string) | undefined;
}

/** A part of a text with its finds marked; the one at which the person is comes into sight. */
export function SearchMarked({ text, ranges, from = 0, to = text.length, current: given, write = asItIs }: SearchMarkedProps): ReactElement {
  const around = useContext(CurrentMarkContext);
  const current = given === undefined ? around : given;
  const pieces: ReactNode[] = [];
  let at = from;
  for (const range of current !== null && current.text === text ? withCurrent(ranges, current) : ranges) {
    const start = Math.max(range.from, at);
    const end = Math.min(range.to, to);
    if (end <= start) continue;
    pieces.push(<Fragment key={start}>{write(text.slice(at, start))}<Mark current={current?.text === text && range.from === current.from ? current : null}>{write(text.slice(start, end))}</Mark></Fragment>);
    at = end;
  }
  return <>{pieces}{write(text.slice(at, to))}</>;
}

const asItIs = (piece: string): string => piece;

/** A place that is shown without a search is marked alone; a find of several terms is one mark. */
function withCurrent(ranges: readonly TextRange[], { from, to }: TextRange): readonly TextRange[] {
  return ranges.some((range) => range.from === from) ? ranges : [...ranges.filter((range) => range.to <= from), { from, to }, ...ranges.filter((range) => range.from >= to)];
}

/** @param current a new object each time the person goes to this mark */
function Mark({ current, children }: { readonly current: object | null; readonly children: string }): ReactElement {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (current !== null) element.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  return <mark ref={element} data-slot="search-mark" data-current={current === null ? undefined : ''}>{children}</mark>;
}
