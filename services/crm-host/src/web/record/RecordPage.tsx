import * as React from 'react';
import type { CrmTable } from '../../tables';
import { useLoad } from '../load';
import { Failure } from '../Notice';
import { problemOf } from '../json';
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
  const [message, say] = useMessage();
  const commands = useCommands(table, id, record, say);
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

type Say = (text: string, passes?: 'passes') => void;

const passingMs = 4000;

/** One line on how the last command went; a good one passes, a bad one stays until the next. */
function useMessage(): readonly [string, Say] {
  const [message, setMessage] = React.useState<{ readonly text: string; readonly passes: boolean }>();
  React.useEffect(() => {
    if (!message?.passes) return undefined;
    const timer = window.setTimeout(() => setMessage(undefined), passingMs);
    return () => window.clearTimeout(timer);
  }, [message]);
  return [message?.text ?? '', (text, passes) => setMessage({ text, passes: passes !== undefined })];
}

/** The commands of the form; each says in words how it went. */
function useCommands(table: CrmTable, id: string, record: RecordState, say: Say): readonly Command[] {
  const [users] = useLoad('users', () => retrieveRecords('systemuser', '?$select=fullname&$orderby=fullname'));
  const run = (work: Promise<void>, done: string): void => {
    work.then(
      () => say(done, 'passes'),
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
