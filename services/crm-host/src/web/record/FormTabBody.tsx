import * as React from 'react';
import type { FormCell, FormSection, FormTab } from '../../forms/formDefinition';
import { textOf, type Row } from '../../row';
import type { CrmTable } from '../../tables';
import { HostedControl } from '../control/HostedControl';
import { Field } from './Field';
import type { RecordState } from './useRecord';

interface FormTabBodyProps {
  readonly table: CrmTable;
  readonly id: string;
  readonly tab: FormTab;
  readonly row: Row;
  readonly record: RecordState;
  readonly visible: boolean;
}

/** Columns, sections and cells of a tab. A control that has the tab to itself fills it. */
export function FormTabBody(props: FormTabBodyProps): React.ReactElement {
  const { tab } = props;
  const cells = tab.columns.flatMap((column) => column.sections.flatMap((section) => section.cells));
  const [only] = cells;
  if (only?.control && cells.length === 1) return <ControlCell {...props} cell={only} fills />;
  const widths = tab.columns.map(({ width }) => `minmax(0, ${Number.parseFloat(width) || 100}fr)`);
  return (
    <div className="form-columns" style={{ '--columns': widths.join(' ') } as React.CSSProperties}>
      {tab.columns.map((column, index) => (
        <div key={index} className="form-column">
          {column.sections.map((section) => (
            <Section key={section.name} {...props} section={section} />
          ))}
        </div>
      ))}
    </div>
  );
}

function Section({ section, ...props }: FormTabBodyProps & { readonly section: FormSection }): React.ReactElement {
  return (
    <section className="card form-section">
      {section.label !== undefined && <h2>{section.label}</h2>}
      {section.cells.map((cell) =>
        cell.control ? (
          <ControlCell key={cell.id} {...props} cell={cell} />
        ) : (
          <Field
            key={cell.id}
            cell={cell}
            row={props.row}
            changes={props.record.changes}
            change={props.record.change}
          />
        ),
      )}
    </section>
  );
}

interface ControlCellProps extends FormTabBodyProps {
  readonly cell: FormCell;
  readonly fills?: boolean;
}

function ControlCell({
  table,
  id,
  row,
  record,
  cell,
  visible,
  fills = false,
}: ControlCellProps): React.ReactElement | null {
  if (!cell.control) return null;
  return (
    <HostedControl
      placed={cell.control}
      row={row}
      record={{ table, id, name: textOf(row, table.name) }}
      label={cell.label}
      disabled={cell.disabled}
      visible={visible}
      fills={fills}
      change={record.change}
    />
  );
}
