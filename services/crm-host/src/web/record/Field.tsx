import * as React from 'react';
import type { FormCell } from '../../forms/formDefinition';
import { textOf, type Row } from '../../row';
import { target } from '../display';
import { Link } from '../Link';
import { recordPlace } from '../place';
import { propertyOf, shownCell } from './cellValue';

interface FieldProps {
  readonly cell: FormCell;
  readonly row: Row;
  readonly changes: Row;
  readonly change: (column: string, value: string) => void;
}

/** A labelled column: text can be changed, lookups lead to their record, the rest is read. */
export function Field({ cell, row, changes, change }: FieldProps): React.ReactElement {
  const id = `field-${cell.id}`;
  const editable = (cell.kind === 'text' || cell.kind === 'longText') && !cell.disabled;
  const value = textOf({ ...row, ...changes }, cell.column);
  const shared = {
    id,
    value,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      change(cell.column, event.target.value),
  };
  return (
    <div className={cell.kind === 'longText' ? 'field tall' : 'field'}>
      {cell.showLabel && <label htmlFor={editable ? id : undefined}>{cell.label}</label>}
      {!editable && <ReadOnly cell={cell} row={row} />}
      {editable && cell.kind === 'text' && <input {...shared} placeholder="---" autoComplete="off" />}
      {editable && cell.kind === 'longText' && <textarea {...shared} rows={4} />}
    </div>
  );
}

function ReadOnly({ cell, row }: Pick<FieldProps, 'cell' | 'row'>): React.ReactElement {
  const text = shownCell(row, cell);
  const lookup = target(row, propertyOf(cell));
  return (
    <span className="read-only">
      {lookup && text ? <Link to={recordPlace(lookup.table, lookup.id)}>{text}</Link> : text || '---'}
    </span>
  );
}
