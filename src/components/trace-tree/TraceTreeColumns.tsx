'use client';
import * as Collapsible from '@radix-ui/react-collapsible';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { part, type Part } from '../primitives/part.ts';
import { COLUMNS, withColumn } from './columns.ts';
import { useTraceTreeContext, useTraceTreeSettings } from './TraceTreeContext.ts';

/** Props of `TraceTreeColumns`. */
export interface TraceTreeColumnsProps extends ComponentPropsWithRef<'div'> {}

/** Which columns are on show, behind a button. Renders a `<div>`. */
export const TraceTreeColumns: Part<TraceTreeColumnsProps> = /* @__PURE__ */ part(function TraceTreeColumns(props: TraceTreeColumnsProps): ReactElement {
  const { setColumns } = useTraceTreeContext('TraceTreeColumns');
  const { columns, messages } = useTraceTreeSettings('TraceTreeColumns');
  return (
    <Collapsible.Root data-slot="trace-tree-columns" {...props}>
      <Collapsible.Trigger data-slot="trace-tree-button">{messages.chooseColumns}</Collapsible.Trigger>
      <Collapsible.Content data-slot="trace-tree-panel">
        <fieldset data-slot="trace-tree-column-list">
          <legend data-slot="visually-hidden">{messages.chooseColumns}</legend>
          {COLUMNS.map((column) => (
            <label key={column} data-slot="trace-tree-column">
              <input
                type="checkbox"
                checked={columns.includes(column)}
                onChange={({ target }) => setColumns(withColumn(columns, column, target.checked), { column, isShown: target.checked })}
              />
              {messages.columns[column]}
            </label>
          ))}
        </fieldset>
      </Collapsible.Content>
    </Collapsible.Root>
  );
});
