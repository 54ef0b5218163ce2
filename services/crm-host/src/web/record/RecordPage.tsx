import * as React from 'react';
import type { CrmTable } from '../../tables';
import { useLoad } from '../load';
import { Failure } from '../Notice';
import { problemOf } from '../load';
import { useMedia } from '../useSiteMap';
import { retrieveRecords } from '../webApi';
import { textOf } from '../../row';
import { commandsOf, type Command } from './commands';
import { CommandBar } from './CommandBar';
import { FormTabs } from './FormTabs';
import { RecordHeader } from './RecordHeader';
import { useRecord, type RecordState } from './useRecord';

interface RecordPlace {
  readonly table: CrmTable;
  readonly id: string;
  readonly tab?: string;
}

/** A record in its form: commands, header, tabs. */
export function RecordPage({ place }: { readonly place: RecordPlace }): React.ReactElement {
  const { table, id } = place;
  const record = useRecord(table, id);
  const narrow = useMedia('(max-width: 719px)');
  const [message, setMessage] = React.useState('');
  const commands = useCommands(table, id, record, setMessage);
  const { load } = record;
  if (load.state === 'failed') {
    return <Failure problem={load.problem} what={`This ${table.title.toLowerCase()}`} retry={record.reload} />;
  }
  if (!load.data) return <div className="record" aria-busy="true" />;
  const { row, form } = load.data;
  return (
    <div className="record" aria-busy={load.state === 'loading'}>
      {!narrow && <CommandBar commands={commands} />}
      <RecordHeader table={table} row={row} header={form.header} commands={narrow ? commands : []} />
      <p className="message" role="status">
        {message}
      </p>
      <FormTabs place={place} form={form} row={row} record={record} />
    </div>
  );
}

/** The commands of the form; each says in words how it went. */
function useCommands(
  table: CrmTable,
  id: string,
  record: RecordState,
  say: (text: string) => void,
): readonly Command[] {
  const [users] = useLoad('users', () => retrieveRecords('systemuser', '?$select=fullname&$orderby=fullname'));
  const run = (work: Promise<void>, done: string): void => {
    work.then(
      () => say(done),
      (error: unknown) => say(problemOf(error).message),
    );
  };
  const owners = users.state === 'ready' ? users.data.entities : [];
  return commandsOf(table, {
    canSave: Object.keys(record.changes).length > 0,
    save: () => run(record.save(), 'Saved'),
    owners: owners.map((user) => ({ id: textOf(user, 'systemuserid'), name: textOf(user, 'fullname') })),
    assign: (owner) =>
      run(record.save({ 'ownerid@odata.bind': `/systemusers(${owner.id})` }), `Assigned to ${owner.name}`),
    refresh: record.reload,
    id,
    failed: (error) => say(problemOf(error).message),
  });
}
