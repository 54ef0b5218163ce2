import * as React from 'react';
import { recordNamedBy, typeOf, type ListRow } from '@record-insights/domain';
import { useHost } from '../app/host';
import { RecordLink, useRecordName } from '../ui/RecordLink';

/** A web address as people say it: without protocol, `www` and closing slash. Other texts stay as they are. */
export function shortAddress(text: string): string {
  return /^https?:\/\//i.test(text) ? text.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '') : text;
}

export interface SentenceProps {
  readonly row: ListRow;
  /** Says who it was, where the row is one of several people's. */
  readonly who?: boolean;
}

/** Whether the row is one of several people's. */
const isOfOne = ({ contact, hidden }: ListRow): boolean => contact !== undefined || hidden === true;

/** Who did what: verb, thing, preposition, and a link to what it was about, as the registry has it for the type. */
export function Sentence({ row, who }: SentenceProps): React.ReactElement {
  const { verb, thing, preposition, about } = typeOf(row.type).sentence;
  const what = thing === undefined ? undefined : row.fields[thing];
  const id = about === undefined ? undefined : row.fields[about];
  const record = about === undefined ? undefined : recordNamedBy(row.type, about);
  return (
    <>
      {who === true && isOfOne(row) ? (
        <>
          <Who row={row} /> {verb.charAt(0).toLowerCase() + verb.slice(1)}
        </>
      ) : (
        verb
      )}
      {what !== undefined && (
        <>
          {' '}
          <b title={what}>{shortAddress(what)}</b>
        </>
      )}
      {id !== undefined && record && (
        <>
          {preposition === undefined ? ' ' : ` ${preposition} `}
          <RecordLink type={record} id={id} amongWords />
        </>
      )}
    </>
  );
}

function Who({ row: { contact } }: { readonly row: ListRow }): React.ReactElement {
  const { texts } = useHost();
  return contact === undefined ? <>{texts.say('cannotOpen_contact')}</> : <PersonName id={contact} />;
}

function PersonName({ id }: { readonly id: string }): React.ReactElement {
  const { texts } = useHost();
  const name = useRecordName('contact', id);
  if (name.state === 'asking') return <>…</>;
  return name.state === 'named' ? <b>{name.name}</b> : <>{texts.say('cannotOpen_contact')}</>;
}
