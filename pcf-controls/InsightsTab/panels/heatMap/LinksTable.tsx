import * as React from 'react';
import { Link } from '@fluentui/react';
import type { HeatMapAnswer } from '@record-insights/domain';
import { createStyles, scrolling, text12 } from '../../../shared/ui/createStyles';
import { useHost, type Host } from '../../app/host';
import { DataTable, type TableColumn } from '../../../shared/ui/DataTable';
import { useSorted } from '../../../shared/ui/useSorted';
import { useWidth } from '../../../shared/ui/useWidth';
import { linkKpiIds, linkKpis, type LinkKpiId } from './linkKpis';
import { RankDisc } from './RankDisc';
import { textOf, valueOf, type RankedLink } from './rankedLinks';

export interface LinksTableProps {
  readonly answer: HeatMapAnswer;
  readonly links: readonly RankedLink[];
  /** The number that colours. */
  readonly kpi: LinkKpiId;
}

/** Not cut: where addresses begin alike, their ends tell them apart. */
const whole = { display: 'block', whiteSpace: 'normal', overflowWrap: 'anywhere' } as const;

const useStyles = createStyles((theme) => ({
  scroll: scrolling,
  name: { ...whole, lineHeight: '20px' },
  link: { ...whole, display: 'inline', textAlign: 'left', borderBottom: 0 },
  disc: { marginRight: 8 },
  older: { ...text12, color: theme.palette.neutralSecondary },
  second: { ...whole, ...text12, color: theme.palette.neutralSecondary },
}));
type Styles = ReturnType<typeof useStyles>;

/** Below so much, a link's address and its other numbers share a second line. */
const roomy = 720;

/** All links with all their numbers, the most clicked first until another head is pressed. */
export function LinksTable({ answer, links, kpi }: LinksTableProps): React.ReactElement {
  const host = useHost();
  const styles = useStyles();
  const [ref, width] = useWidth<HTMLDivElement>(roomy);
  const isRoomy = width >= roomy;
  const { sorted, sortOf } = useSorted(links, 'total', ({ row, name, address, rank }, key) => {
    const id = linkKpiIds.find((one) => one === key);
    if (id) return valueOf(id, row, answer) ?? -1;
    return key === 'name' ? name : key === 'rank' ? -(rank ?? Infinity) : address;
  });
  const numberColumn = (id: LinkKpiId): TableColumn<RankedLink> => ({
    key: id,
    title: host.texts.say(linkKpis[id].title),
    right: true,
    width: linkKpis[id].width,
    render: ({ row }) => textOf(id, row, answer, host),
    ...sortOf(id),
  });
  const rank: TableColumn<RankedLink> = {
    key: 'rank',
    title: host.texts.say('rankHead'),
    width: 36,
    render: (link) => (link.rank === undefined ? '–' : <RankDisc ranked={link} />),
    ...sortOf('rank'),
  };
  const name: TableColumn<RankedLink> = {
    key: 'name',
    title: host.texts.say('linkHead'),
    render: (link) => (
      <>
        <span className={styles.name}>
          {!isRoomy && link.rank !== undefined && (
            <span className={styles.disc}>
              <RankDisc ranked={link} />
            </span>
          )}
          <LinkName link={link} panel={answer.id} host={host} styles={styles} />
        </span>
        {!isRoomy && (
          <>
            <span className={styles.second}>{link.numbers.join(' · ')}</span>
            <span className={styles.second}>{link.address}</span>
          </>
        )}
      </>
    ),
    ...sortOf('name'),
  };
  const address: TableColumn<RankedLink> = {
    key: 'address',
    title: host.texts.say('addressHead'),
    grow: 1.4,
    render: (link) => <span className={styles.second}>{link.address === '' ? '–' : link.address}</span>,
    ...sortOf('address'),
  };
  const columns = isRoomy ? [rank, name, address, ...linkKpiIds.map(numberColumn)] : [name, numberColumn(kpi)];
  return (
    <div ref={ref} className={styles.scroll} data-is-scrollable="true">
      <DataTable
        label={host.texts.say('allLinks')}
        columns={columns}
        items={sorted}
        keyOf={({ row }) => row.key}
        rows={isRoomy ? 'compact' : 'twoLines'}
      />
    </div>
  );
}

interface LinkNameProps {
  readonly link: RankedLink;
  readonly panel: string;
  readonly host: Host;
  readonly styles: Styles;
}

/** What a link is called, as the way to its clicks; one that is gone from the newest version says so. */
function LinkName({ link: { row, name }, panel, host, styles }: LinkNameProps): React.ReactElement {
  const { texts, openRows } = host;
  const { link } = row;
  return (
    <>
      {link === undefined ? (
        name
      ) : (
        <Link
          className={styles.link}
          onClick={(event) => openRows({ kind: 'thing', panel, id: link, title: name }, event.currentTarget)}
        >
          {name}
        </Link>
      )}
      {row.isOlder && <span className={styles.older}> ({texts.say('olderVersion')})</span>}
    </>
  );
}
