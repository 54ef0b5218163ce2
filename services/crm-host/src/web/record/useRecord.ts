import * as React from 'react';
import type { FormDefinition } from '../../forms/formDefinition';
import { textOf, type Row } from '../../row';
import type { CrmTable } from '../../tables';
import { getJson } from '../json';
import { useLoad, type Load } from '../load';
import { rememberRecord } from '../recent';
import { useSurroundings } from '../UserContext';
import { retrieveRecord, updateRecord } from '../webApi';

/** A record with the form that shows it. */
export interface OpenRecord {
  readonly row: Row;
  readonly form: FormDefinition;
}

/** The record of a form page, what was changed in it, and the ways to save or read again. */
export interface RecordState {
  readonly load: Load<OpenRecord>;
  readonly changes: Row;
  change(column: string, value: string): void;
  save(columns?: Row): Promise<void>;
  reload(): void;
}

export function useRecord(table: CrmTable, id: string): RecordState {
  const { me } = useSurroundings();
  const [load, reload] = useLoad(`${table.table}/${id}`, () => openRecord(table, id));
  const [changes, setChanges] = React.useState<Row>({});
  const name = load.state === 'ready' ? textOf(load.data.row, table.name) : '';
  React.useEffect(() => {
    if (name === '') return;
    document.title = `${name} · CRM`;
    rememberRecord(me.id, { table, id, name });
  }, [me.id, table, id, name]);
  return {
    load,
    changes,
    change: (column, value) => setChanges({ ...changes, [column]: value }),
    save: async (columns = changes) => {
      await updateRecord(table.table, id, columns);
      setChanges({});
      reload();
    },
    reload,
  };
}

async function openRecord(table: CrmTable, id: string): Promise<OpenRecord> {
  const [row, form] = await Promise.all([retrieveRecord(table.table, id), formOf(table)]);
  return { row, form };
}

/** The main form of a table, as the server merged it. */
export function formOf(table: CrmTable): Promise<FormDefinition> {
  return getJson<FormDefinition>(`/metadata/forms/${table.table}`);
}
