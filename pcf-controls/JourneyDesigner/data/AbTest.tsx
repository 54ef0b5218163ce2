import * as React from 'react';
import { Link, useTheme } from '@fluentui/react';
import type { AbTestAnswer, AbVersion, CountAnswer, PipelineTile } from '@record-insights/domain';
import { dataColours } from '../../shared/theme';
import { createStyles, text12 } from '../../shared/ui/createStyles';
import type { DesignerTextKey } from '../../shared/textKeys';
import { useDesigner } from '../app/designer';
import { subjectOf } from './NumberRows';
import { Section } from './Section';

export interface AbTestProps {
  /** Id of the tile. */
  readonly tile: string;
  readonly test: AbTestAnswer;
}

type Counted = Exclude<keyof AbVersion, 'version'>;

/** The same four numbers of each version. */
const columns: readonly { readonly id: Counted; readonly title: DesignerTextKey }[] = [
  { id: 'sent', title: 'abSent' },
  { id: 'delivered', title: 'abDelivered' },
  { id: 'opensUnique', title: 'abOpens' },
  { id: 'clicksUnique', title: 'abClicks' },
];

const useStyles = createStyles((theme) => ({
  shares: { display: 'flex', gap: 2, height: 12, forcedColorAdjust: 'none' },
  names: {
    ...text12,
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0 16px',
    padding: '4px 0 8px',
    color: theme.palette.neutralSecondary,
  },
  table: { width: '100%', borderCollapse: 'collapse' },
  head: {
    ...text12,
    fontWeight: 600,
    textAlign: 'right',
    verticalAlign: 'bottom',
    color: theme.palette.neutralSecondary,
    padding: '4px 0 4px 8px',
  },
  rowHead: {
    fontWeight: 600,
    textAlign: 'left',
    padding: '4px 0',
    borderTop: `1px solid ${theme.palette.neutralLight}`,
  },
  firstHead: { textAlign: 'left', paddingLeft: 0 },
  cell: { textAlign: 'right', padding: '4px 0 4px 8px', borderTop: `1px solid ${theme.palette.neutralLight}` },
  quiet: { ...text12, color: theme.palette.neutralSecondary, paddingTop: '8px !important' },
}));

/** A test of two versions of a message: who got which, what came of each, and how sure the difference is. */
export function AbTest({ tile, test }: AbTestProps): React.ReactElement {
  const { texts } = useDesigner();
  const styles = useStyles();
  const title = texts.say('abTest');
  return (
    <Section
      title={title}
      about={{ title, sentence: texts.say('abTest_about') }}
      note={texts.say(`abState_${test.state}`)}
    >
      <Shares test={test} />
      {test.versions ? (
        <Versions tile={tile} versions={test.versions} />
      ) : (
        <p className={styles.quiet}>{texts.say('abNotTold')}</p>
      )}
      <p className={styles.quiet}>{useVerdict(test).join(' · ')}</p>
    </Section>
  );
}

/** How it was decided, who won and how sure that is, as far as it is told. */
function useVerdict({ metric, winner, versions, confidence }: AbTestAnswer): readonly string[] {
  const { texts, format } = useDesigner();
  const sure =
    versions === undefined || confidence === undefined
      ? []
      : [confidence === null ? texts.say('abTooLittle') : texts.say('abSure', format.percent(confidence / 100))];
  return [
    ...(winner === undefined ? [] : [texts.say('abWinner', winner)]),
    ...(metric === undefined ? [] : [texts.say(`abMetric_${metric}`)]),
    ...sure,
  ];
}

function Shares({ test: { shares } }: Pick<AbTestProps, 'test'>): React.ReactElement {
  const { texts, format } = useDesigner();
  const styles = useStyles();
  const { series, other } = dataColours(useTheme());
  const percent = (share: number): string => format.wholePercent(share / 100);
  const parts = [
    { key: 'A', name: 'A', share: shares.a, colour: series[0] },
    { key: 'B', name: 'B', share: shares.b, colour: series[1] },
    { key: 'rest', name: texts.say('abRest'), share: shares.rest, colour: other },
  ];
  const [a, b, rest] = [shares.a, shares.b, shares.rest].map(percent);
  return (
    <>
      <div className={styles.shares} role="img" aria-label={texts.say('abShares', a ?? '', b ?? '', rest ?? '')}>
        {parts.map(
          ({ key, share, colour }) => share > 0 && <div key={key} style={{ flex: share, background: colour }} />,
        )}
      </div>
      <div className={styles.names} aria-hidden="true">
        {parts.map(({ key, name, share }) => (
          <span key={key}>{texts.say('nameAndNumber', name, percent(share))}</span>
        ))}
      </div>
    </>
  );
}

function Versions({
  tile,
  versions,
}: {
  readonly tile: string;
  readonly versions: readonly AbVersion[];
}): React.ReactElement {
  const { texts } = useDesigner();
  const styles = useStyles();
  return (
    <table className={styles.table} aria-label={texts.say('abTest')}>
      <thead>
        <tr>
          <th scope="col" className={`${styles.head} ${styles.firstHead}`}>
            {texts.say('abVersion')}
          </th>
          {columns.map(({ id, title }) => (
            <th key={id} scope="col" className={styles.head}>
              {texts.say(title)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {versions.map((version) => (
          <tr key={version.version}>
            <th scope="row" className={styles.rowHead}>
              {version.version}
            </th>
            {columns.map(({ id, title }) => (
              <td key={id} className={styles.cell}>
                <VersionCount
                  tile={tile}
                  version={version.version}
                  id={id}
                  title={texts.say(title)}
                  number={version[id]}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface VersionCountProps {
  readonly tile: string;
  readonly version: AbVersion['version'];
  readonly id: Counted;
  readonly title: string;
  readonly number: CountAnswer;
}

function VersionCount({ tile, version, id, title, number }: VersionCountProps): React.ReactElement {
  const { texts, format, openRows } = useDesigner();
  const named = `${texts.say('abVersionNamed', version)}: ${title}`;
  const about = { title: named, sentence: texts.say('abCounts', title, version) };
  const find = ({ abTest }: PipelineTile) => abTest?.versions?.find((one) => one.version === version)?.[id];
  return (
    <Link
      aria-haspopup="dialog"
      aria-label={texts.say('nameAndNumber', named, format.number(number.count))}
      onClick={(event) =>
        openRows(
          { find: (answer) => subjectOf(answer, tile, { title: named, about, find }, format) },
          event.currentTarget,
        )
      }
    >
      {format.number(number.count)}
    </Link>
  );
}
