import * as React from 'react';
import { Icon, Link } from '@fluentui/react';
import type { ActivePerson, PeopleAnswer } from '@record-insights/domain';
import { useHost } from '../app/host';
import { createStyles, cut, text12 } from '../../shared/ui/createStyles';
import { DataTable, type TableColumn } from '../../shared/ui/DataTable';
import { PanelFrame } from '../ui/PanelFrame';
import { RowsPlaceholder } from '../../shared/ui/Placeholder';
import { RecordLink } from '../../shared/ui/RecordLink';
import type { PanelProps } from './panelProps';
import { Sentence } from './Sentence';
import { WeekColumns } from './WeekColumns';

const useStyles = createStyles((theme) => ({
  order: { ...text12, color: theme.palette.neutralSecondary },
  cut: { ...cut, display: 'block', lineHeight: '20px' },
  when: { ...text12, display: 'block', color: theme.palette.neutralSecondary },
  others: {
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    minHeight: 40,
    color: theme.palette.neutralSecondary,
    selectors: { '& > span': { flex: 1 } },
  },
}));
type Styles = ReturnType<typeof useStyles>;
type Host = ReturnType<typeof useHost>;

const weeksWidth = 88;
const countWidth = 80;

/** The people of a record, first those who did most lately; whom the user cannot open only in sums. */
export function PeoplePanel({ panel, load, onRetry }: PanelProps<'people'>): React.ReactElement {
  const host = useHost();
  const styles = useStyles();
  return (
    <PanelFrame<PeopleAnswer>
      about={{ title: panel.title, sentence: panel.tooltip }}
      load={load}
      onRetry={onRetry}
      isEmpty={({ people, hidden }) => people.length + hidden.people === 0}
      emptySentence={host.texts.say('noPeople')}
      placeholder={<RowsPlaceholder rows={5} />}
      actions={() => <span className={styles.order}>{host.texts.say('mostActiveFirst')}</span>}
    >
      {({ people, hidden, more }) => (
        <>
          <DataTable
            label={panel.title}
            columns={columnsOf(panel.id, host, styles)}
            items={people}
            keyOf={({ contact }) => contact}
            rows="twoLines"
          />
          {[
            { key: 'morePeople' as const, icon: 'People', ...more },
            { key: 'cannotOpenPeople' as const, icon: 'Lock', ...hidden },
          ].map(
            ({ key, icon, people: count, count: interactions }) =>
              count > 0 && (
                <div key={key} className={styles.others} data-unnamed={key}>
                  <Icon iconName={icon} />
                  <span>{host.texts.count(key, count, host.format.number(count))}</span>
                  {host.format.number(interactions)}
                </div>
              ),
          )}
        </>
      )}
    </PanelFrame>
  );
}

function columnsOf(
  panel: string,
  { texts, format, isNarrow, openRows }: Host,
  styles: Styles,
): readonly TableColumn<ActivePerson>[] {
  const person: TableColumn<ActivePerson> = {
    key: 'person',
    title: texts.say('personHead'),
    render: (one) => (
      <>
        <span className={styles.cut}>
          <RecordLink type="contact" id={one.contact} />
        </span>
        {isNarrow && <LastThing person={one} />}
      </>
    ),
  };
  const last: TableColumn<ActivePerson> = {
    key: 'last',
    title: texts.say('lastThingHead'),
    grow: 1.5,
    render: (one) => <LastThing person={one} />,
  };
  const weeks: TableColumn<ActivePerson> = {
    key: 'weeks',
    title: texts.say('weeksHead'),
    width: weeksWidth,
    render: (one) => <WeekColumns counts={one.weeks} />,
  };
  const count: TableColumn<ActivePerson> = {
    key: 'count',
    title: texts.say('interactionsHead'),
    right: true,
    width: countWidth,
    render: ({ contact, count: number }) => (
      <Link onClick={(event) => openRows({ kind: 'person', panel, contact }, event.currentTarget)}>
        {format.number(number)}
      </Link>
    ),
  };
  return isNarrow ? [person, count] : [person, last, weeks, count];
}

function LastThing({ person: { last } }: { readonly person: ActivePerson }): React.ReactElement {
  const { texts, format } = useHost();
  const styles = useStyles();
  if (!last) return <span className={styles.when}>{texts.say('nothingDone')}</span>;
  return (
    <>
      <span className={styles.cut}>
        <Sentence row={last} />
      </span>
      <span className={styles.when}>{format.dayTime(last.at)}</span>
    </>
  );
}
