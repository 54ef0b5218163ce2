import * as React from 'react';
import type { Row } from '../../row';
import type { CrmTable } from '../../tables';
import { Icon } from '../icons';
import { problemOf } from '../json';
import { useLoad } from '../load';
import { go } from '../navigation';
import { Failure } from '../Notice';
import { recordPlace } from '../place';
import { createRecord } from '../webApi';
import { Field } from './Field';
import { formOf } from './useRecord';

/** An empty form: the first tab's columns that can be written, and Save. */
export function NewRecordPage({ table }: { readonly table: CrmTable }): React.ReactElement {
  const [load, retry] = useLoad(table.table, () => formOf(table));
  const [columns, setColumns] = React.useState<Row>({});
  const [message, setMessage] = React.useState('');
  if (load.state === 'failed') return <Failure problem={load.problem} what="This form" retry={retry} />;
  const sections = load.data?.tabs[0]?.columns.flatMap((column) => column.sections) ?? [];
  const cells = sections
    .flatMap((section) => section.cells)
    .filter(({ kind, disabled, control }) => kind === 'text' && !disabled && !control);
  const save = (): void => {
    createRecord(table.table, columns).then(
      (id) => go(recordPlace(table, id), 'replace'),
      (error: unknown) => setMessage(problemOf(error).message),
    );
  };
  return (
    <div className="record">
      <div className="commands">
        <button className="command" type="button" disabled={Object.keys(columns).length === 0} onClick={save}>
          <Icon name="Save" />
          Save
        </button>
      </div>
      <div className="page">
        <h1>New {table.title.toLowerCase()}</h1>
        <p className="message" role="status">
          {message}
        </p>
        <section className="card form-section">
          {cells.map((cell) => (
            <Field
              key={cell.id}
              cell={cell}
              row={{}}
              changes={columns}
              change={(column, value) => setColumns({ ...columns, [column]: value })}
            />
          ))}
        </section>
      </div>
    </div>
  );
}
