import * as React from 'react';
import { listColumns, type ListColumnDef, type ListColumnId, type ListRow } from '@record-insights/domain';
import type { Told } from '../../shared/foldDays';
import { sentenceOf, shortAddress } from '../../shared/sentence';
import { createStyles, cut, text12, twoLines } from '../../shared/ui/createStyles';
import { RecordLink } from '../../shared/ui/RecordLink';
import { TypeDisc } from '../../shared/ui/TypeDisc';
import { useCard } from './card';

export interface LatestRowProps {
  readonly told: Told;
  /** Column that names who did it, where that is to be said first; rows of a record that is the person name nobody. */
  readonly who: ListColumnId | undefined;
}

const useStyles = createStyles((theme) => ({
  row: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr) auto',
    gap: 12,
    alignItems: 'center',
    minHeight: 48,
    padding: '4px 0',
  },
  words: { minWidth: 0 },
  first: { ...cut, selectors: { '& b': { fontWeight: 600 } } },
  /** A line that stands alone may take the room of two. */
  alone: {
    ...twoLines,
  },
  second: { ...cut, ...text12, color: theme.palette.neutralSecondary },
  time: { ...text12, color: theme.palette.neutralSecondary, whiteSpace: 'nowrap' },
}));

/** What happened and what it was about, in two lines, and how long ago; the exact time is its tip. */
export function LatestRow({ told, who }: LatestRowProps): React.ReactElement {
  const { format, ago } = useCard();
  const styles = useStyles();
  const { row } = told;
  const person = who !== undefined && saysWho(row, who) ? <Who row={row} column={who} /> : undefined;
  const what = person ? [<Happened key="what" told={told} />] : [];
  const second = [...what, ...belongsTo(told), ...useNotes(told)];
  return (
    <li className={styles.row}>
      <TypeDisc type={row.type} />
      <div className={styles.words}>
        <div className={second.length > 0 ? styles.first : `${styles.first} ${styles.alone}`}>
          {person ?? <Happened told={told} />}
        </div>
        {second.length > 0 && (
          <div className={styles.second}>
            {second.map((part, n) => (
              <React.Fragment key={n}>
                {n > 0 && ' · '}
                {part}
              </React.Fragment>
            ))}
          </div>
        )}
      </div>
      <time className={styles.time} dateTime={row.at} title={format.fullTime(row.at)}>
        {ago(row.at)}
      </time>
    </li>
  );
}

/** `Clicked **Book a pump audit**`; of what has no name of its own, the record that it was about. */
function Happened({ told: { row, led } }: { readonly told: Told }): React.ReactElement {
  const { word } = useCard();
  const { verb, thing, about } = sentenceOf(row);
  return (
    <>
      {word(led?.verb ?? verb)}{' '}
      {thing !== undefined ? (
        <b title={thing}>{shortAddress(thing)}</b>
      ) : (
        about && (
          <b>
            <RecordLink {...about} plain />
          </b>
        )
      )}
    </>
  );
}

const saysWho = ({ fields, hidden }: ListRow, column: ListColumnId): boolean =>
  hidden === true || fields[column] !== undefined;

/** Whom a column of the row names; whom the user cannot open is not told. */
function Who({ row, column }: { readonly row: ListRow; readonly column: ListColumnId }): React.ReactElement {
  const { texts } = useCard();
  const { record }: ListColumnDef = listColumns[column];
  const id = row.fields[column];
  if (record === undefined || id === undefined) return <>{texts.say('cannotOpen_contact')}</>;
  return (
    <b>
      <RecordLink type={record} id={id} />
    </b>
  );
}

/** The record that the thing of the first line belongs to. */
function belongsTo({ row }: Told): readonly React.ReactElement[] {
  const { thing, about: record } = sentenceOf(row);
  return thing !== undefined && record ? [<RecordLink key="about" {...record} />] : [];
}

function useNotes({ row, repeats }: Told): readonly string[] {
  const { texts, format } = useCard();
  const times = repeats.length + 1;
  return [
    ...(times > 1 ? [texts.count('times', times, format.number(times))] : []),
    ...(row.takenBack === true ? [texts.say('takenBack')] : []),
  ];
}
