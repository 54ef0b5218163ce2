import * as React from 'react';
import { Icon, Link } from '@fluentui/react';
import type { HeatMapAnswer } from '@record-insights/domain';
import { createStyles, highContrast, text12, text16 } from '../../../shared/ui/createStyles';
import { useHost } from '../../app/host';
import { InfoTip } from '../../../shared/ui/InfoTip';
import { linkKpiIds, linkKpis } from './linkKpis';
import { textOf, type RankedLink } from './rankedLinks';

export interface LinkCardProps {
  readonly answer: HeatMapAnswer;
  readonly ranked: RankedLink;
}

const useStyles = createStyles((theme) => ({
  card: {
    background: theme.palette.white,
    border: `1px solid ${theme.palette.neutralLight}`,
    borderRadius: 4,
    padding: '12px 16px 16px',
    minWidth: 0,
    selectors: { [highContrast]: { border: '1px solid CanvasText' } },
  },
  title: { ...text16, color: theme.palette.neutralDark, overflowWrap: 'anywhere' },
  numbers: { margin: 0, paddingTop: 8 },
  number: { display: 'flex', alignItems: 'center', gap: 8, minHeight: 28 },
  term: { display: 'flex', alignItems: 'center', gap: 8, lineHeight: '20px' },
  value: { margin: '0 0 0 auto', fontWeight: 600 },
  address: {
    ...text12,
    padding: '8px 0 !important',
    color: theme.palette.neutralSecondary,
    overflowWrap: 'anywhere',
  },
  who: { display: 'inline-flex', alignItems: 'center', gap: 6, minHeight: 24 },
}));

/** All numbers of one link, each with what it means, and the way to its clicks. */
export function LinkCard({ answer, ranked }: LinkCardProps): React.ReactElement {
  const host = useHost();
  const { texts, format, openRows } = host;
  const styles = useStyles();
  const { row, name, rank, address } = ranked;
  const { link } = row;
  const title = rank === undefined ? name : `${rank}. ${name}`;
  return (
    <section className={styles.card} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.numbers}>
        {linkKpiIds.map((id) => {
          const about = { title: texts.say(linkKpis[id].title), sentence: texts.say(linkKpis[id].tooltip) };
          return (
            <div key={id} className={styles.number}>
              <dt className={styles.term}>
                {about.title}
                <InfoTip about={about} />
              </dt>
              <dd className={styles.value}>{textOf(id, row, answer, host)}</dd>
            </div>
          );
        })}
      </dl>
      {address !== '' && <p className={styles.address}>{address}</p>}
      {link !== undefined && (
        <Link
          className={styles.who}
          onClick={(event) => openRows({ kind: 'thing', panel: answer.id, id: link, title: name }, event.currentTarget)}
        >
          <Icon iconName="People" />
          {texts.say('whoClicked', texts.count('clicks', row.count, format.number(row.count)))}
        </Link>
      )}
    </section>
  );
}
