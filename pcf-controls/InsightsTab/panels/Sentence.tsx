import * as React from 'react';
import { subjectColumns, typeOf, type ListRow, type RecordType } from '@record-insights/domain';
import { RecordLink } from '../ui/RecordLink';

/** Which record a column of a type names; undefined where the registry takes it out. */
export function recordTypeOf(type: string, column: string): RecordType | undefined {
  return { ...subjectColumns, ...typeOf(type).touches }[column] ?? undefined;
}

/** A web address as people say it: without protocol, `www` and closing slash. Other texts stay as they are. */
export function shortAddress(text: string): string {
  return /^https?:\/\//i.test(text) ? text.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '') : text;
}

/** Who did what: verb, thing, preposition, and a link to what it was about, as the registry has it for the type. */
export function Sentence({ row }: { readonly row: ListRow }): React.ReactElement {
  const { verb, thing, preposition, about } = typeOf(row.type).sentence;
  const what = thing === undefined ? undefined : row.fields[thing];
  const id = about === undefined ? undefined : row.fields[about];
  const record = about === undefined ? undefined : recordTypeOf(row.type, about);
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
