import * as React from 'react';
import { recordNamedBy, typeOf, type ListRow } from '@record-insights/domain';
import { RecordLink } from '../ui/RecordLink';

/** A web address as people say it: without protocol, `www` and closing slash. Other texts stay as they are. */
export function shortAddress(text: string): string {
  return /^https?:\/\//i.test(text) ? text.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '') : text;
}

/** Who did what: verb, thing, preposition, and a link to what it was about, as the registry has it for the type. */
export function Sentence({ row }: { readonly row: ListRow }): React.ReactElement {
  const { verb, thing, preposition, about } = typeOf(row.type).sentence;
  const what = thing === undefined ? undefined : row.fields[thing];
  const id = about === undefined ? undefined : row.fields[about];
  const record = about === undefined ? undefined : recordNamedBy(row.type, about);
  return (
    <>
      {verb}
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
