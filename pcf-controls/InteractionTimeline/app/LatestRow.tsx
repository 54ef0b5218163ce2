import * as React from 'react';
import { Icon } from '@fluentui/react';
import {
  listColumns,
  typeOf,
  type ListColumnDef,
  type ListColumnId,
  type ListRow,
  type NamedType,
} from '@record-insights/domain';
import type { Told } from '../../shared/foldDays';
import { iconNamed } from '../../shared/icons/registerDrawings';
import { sentenceOf, shortAddress } from '../../shared/sentence';
import { createStyles, cut, text12 } from '../../shared/ui/createStyles';
import { RecordLink } from '../../shared/ui/RecordLink';
import { useCard } from './card';

export interface LatestRowProps {
  readonly told: Told;
  /** Column that names who did it, where that is to be said first. */
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
  disc: {
    width: 24,
    height: 24,
    borderRadius: '50%',
    display: 'grid',
    placeItems: 'center',
    background: theme.palette.neutralLighter,
    color: theme.palette.neutralSecondary,
    selectors: { '& svg': { width: 14, height: 14, display: 'block' } },
  },
  did: { background: theme.palette.themeLighter, color: theme.palette.themeDark },
  words: { minWidth: 0 },
  first: { ...cut, selectors: { '& b': { fontWeight: 600 } } },
  /** A line that stands alone may take the room of two. */
  alone: {
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
  },
  second: { ...cut, ...text12, color: theme.palette.neutralSecondary },
  time: { ...text12, color: theme.palette.neutralSecondary, whiteSpace: 'nowrap' },
}));

/** What happened and what it was about, in two lines, and how long ago; the exact time is its tip. */
export function LatestRow({ told, who }: LatestRowProps): React.ReactElement {
  const { format, ago } = useCard();
  const styles = useStyles();
  const { row } = told;
  const { icon, did } = typeOf(row.type);
  const person = who === undefined ? undefined : personIn(row, who);
  const what = person ? [<Happened key="what" told={told} />] : [];
  const second = [...what, ...belongsTo(told), ...useNotes(told)];
  return (
    <li className={styles.row}>
      <span className={did === true ? `${styles.disc} ${styles.did}` : styles.disc}>
        <Icon iconName={iconNamed(icon)} />
      </span>
      <div className={styles.words}>
        <div className={second.length > 0 ? styles.first : `${styles.first} ${styles.alone}`}>
          {person ? (
            <b>
              <RecordLink {...person} />
            </b>
          ) : (
            <Happened told={told} />
          )}
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
  const { verb, thing, about } = sentenceOf(row);
  return (
    <>
      {led?.verb ?? verb}{' '}
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

/** Whom a column of the row names. */
function personIn(
  { fields }: ListRow,
  column: ListColumnId,
): { readonly type: NamedType; readonly id: string } | undefined {
  const { record }: ListColumnDef = listColumns[column];
  const id = fields[column];
  return record === undefined || id === undefined ? undefined : { type: record, id };
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
