'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import type { ModelUsage } from '../../core/analysis/model-usage.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { ABSENT, formatCount, formatMoney, type Quantity } from '../primitives/quantity.ts';
import type { ModelColumn, TraceSummaryMessages } from './messages.ts';
import { TraceSummaryMore } from './TraceSummaryMore.tsx';
import { useTraceSummaryContext } from './TraceSummaryContext.ts';
import { useMore } from './useMore.ts';

/** Props of `TraceSummaryModels`. */
export interface TraceSummaryModelsProps extends Omit<ComponentPropsWithRef<'section'>, 'children'> {}

const STEP = 6;
const NONE: Quantity = { figure: ABSENT, unit: '', full: ABSENT };

/** Which models were called, how often, and what they used. Renders a `<section>`; nothing for a trace without model calls. */
export const TraceSummaryModels: Part<TraceSummaryModelsProps> = /* @__PURE__ */ part(function TraceSummaryModels(props: TraceSummaryModelsProps): ReactElement | null {
  const { summary, messages } = useTraceSummaryContext('TraceSummaryModels');
  const shown = useMore(summary.models, STEP);
  if (summary.models.length === 0) return null;
  const columns = columnsOf(summary.models);
  return (
    <section {...mergeProps({ 'data-slot': 'trace-summary-section', 'data-section': 'models' }, props)}>
      <table data-slot="trace-summary-table">
        <caption data-slot="trace-summary-heading">{messages.models}</caption>
        <thead>
          <tr>{columns.map((column) => <th key={column} scope="col" data-column={column}>{messages.columns[column]}</th>)}</tr>
        </thead>
        <tbody>{shown.items.map((model, nth) => <ModelRow key={nth} model={model} columns={columns} />)}</tbody>
      </table>
      <TraceSummaryMore of={shown} />
    </section>
  );
});

interface ModelRowProps {
  readonly model: ModelUsage;
  readonly columns: readonly ModelColumn[];
}

function ModelRow({ model, columns }: ModelRowProps): ReactElement {
  const { summary, messages, locale } = useTraceSummaryContext('TraceSummaryModels');
  return (
    <tr>
      <th scope="row" data-column="model" title={[model.name, model.provider].filter((word) => word !== null).join('\n')}>
        <span data-slot="trace-summary-model">{model.name ?? messages.unknownModel}</span>{' '}
        {model.provider !== null && <span data-slot="trace-summary-provider">{model.provider}</span>}
      </th>
      {columns.slice(1).map((column) => {
        const { figure, full } = figureOf(model, column, summary.cost?.currency ?? 'USD', messages, locale);
        return (
          <td key={column} data-column={column} title={full}>
            {column === 'calls' && model.errors > 0 && <span data-slot="trace-summary-failed">{messages.failed(model.errors)}</span>}{' '}
            {figure}
          </td>
        );
      })}
    </tr>
  );
}

/** The columns of which at least one model knows something. */
function columnsOf(models: readonly ModelUsage[]): readonly ModelColumn[] {
  const columns: ModelColumn[] = ['model', 'calls', 'input', 'output', 'cost'];
  if (models.some(({ cachedTokens }) => cachedTokens !== null && cachedTokens > 0)) columns.splice(3, 0, 'cached');
  if (models.some(({ reasoningTokens }) => reasoningTokens !== null && reasoningTokens > 0)) columns.splice(-1, 0, 'reasoning');
  return columns;
}

function figureOf(model: ModelUsage, column: ModelColumn, currency: string, messages: TraceSummaryMessages, locale: string | undefined): Quantity {
  switch (column) {
    case 'calls': return formatCount(model.calls, locale);
    case 'input': return atLeast(tokens(model.inputTokens, locale), model.unmeteredCalls > 0 ? messages.unmetered(model.unmeteredCalls) : null, messages);
    case 'cached': return tokens(model.cachedTokens, locale);
    case 'output': return atLeast(tokens(model.outputTokens, locale), model.unmeteredCalls > 0 ? messages.unmetered(model.unmeteredCalls) : null, messages);
    case 'reasoning': return tokens(model.reasoningTokens, locale);
    case 'cost': return atLeast(model.cost === null ? NONE : formatMoney(model.cost, currency, locale), model.unpricedCalls > 0 ? messages.unpriced(model.unpricedCalls) : null, messages);
    case 'model': return NONE;
    default: return column satisfies never;
  }
}

function tokens(count: number | null, locale: string | undefined): Quantity {
  return count === null ? NONE : formatCount(count, locale);
}

function atLeast(quantity: Quantity, missing: string | null, messages: TraceSummaryMessages): Quantity {
  return missing === null || quantity === NONE ? quantity : { ...quantity, figure: messages.atLeast(quantity.figure), full: `${quantity.full}\n${missing}` };
}
