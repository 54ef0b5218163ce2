import * as React from 'react';
import type { ListRow } from '@record-insights/domain';
import { sentenceOf, shortAddress } from '../../shared/sentence';
import { RecordLink, useRecordName } from '../../shared/ui/RecordLink';
import { useHost } from '../app/host';

export interface SentenceProps {
  readonly row: ListRow;
  /** Said in place of the type's own verb. */
  readonly verb?: string | undefined;
  /** Says who it was, where the row is one of several people's. */
  readonly who?: boolean;
}

/** Whether the row is one of several people's. */
const isOfOne = ({ contact, hidden }: ListRow): boolean => contact !== undefined || hidden === true;

/** Who did what: verb, thing, preposition, and a link to what it was about. */
export function Sentence({ row, verb, who }: SentenceProps): React.ReactElement {
  const { word } = useHost();
  const { thing, preposition, about, verb: own } = sentenceOf(row);
  const said = word(verb ?? own);
  return (
    <>
      {who === true && isOfOne(row) ? (
        <>
          <Who row={row} /> {said.charAt(0).toLowerCase() + said.slice(1)}
        </>
      ) : (
        said
      )}
      {thing !== undefined && (
        <>
          {' '}
          <b title={thing}>{shortAddress(thing)}</b>
        </>
      )}
      {about && (
        <>
          {preposition === undefined ? ' ' : ` ${word(preposition)} `}
          <RecordLink {...about} amongWords />
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
