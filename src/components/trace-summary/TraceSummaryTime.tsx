'use client';
import type { ReactElement } from 'react';
import { formatMoment } from '../primitives/moment.ts';
import { ABSENT } from '../primitives/quantity.ts';
import { useTraceSummaryContext } from './TraceSummaryContext.ts';

/** A moment as date and time, which no later look at it changes. Renders a `<time>`. */
export function TraceSummaryTime({ time }: { /** Epoch ms. */ readonly time: number }): ReactElement {
  const { locale, timeZone } = useTraceSummaryContext('TraceSummaryTime');
  const moment = formatMoment(time, locale, timeZone);
  return moment === null ? <span>{ABSENT}</span> : <time dateTime={moment.iso} title={moment.full}>{moment.text}</time>;
}
