import * as React from 'react';
import type { ListRow } from '@record-insights/domain';
import { sentenceOf, shortAddress } from '../../shared/sentence';
import { RecordLink } from '../../shared/ui/RecordLink';

export interface SentenceProps {
  readonly row: ListRow;
  /** Said in place of the type's own verb. */
  readonly verb?: string | undefined;
}

/** Who did what: verb, thing, preposition, and a link to what it was about. */
export function Sentence({ row, verb }: SentenceProps): React.ReactElement {
  const { thing, preposition, about, verb: own } = sentenceOf(row);
  return (
    <>
      {verb ?? own}
      {thing !== undefined && (
        <>
          {' '}
          <b title={thing}>{shortAddress(thing)}</b>
        </>
      )}
      {about && (
        <>
          {preposition === undefined ? ' ' : ` ${preposition} `}
          <RecordLink {...about} amongWords />
        </>
      )}
    </>
  );
}
