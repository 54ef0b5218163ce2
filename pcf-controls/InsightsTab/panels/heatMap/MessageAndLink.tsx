import * as React from 'react';
import { Dropdown } from '@fluentui/react';
import type { ContentAnswer, HeatMapAnswer } from '@record-insights/domain';
import { createStyles } from '../../../shared/ui/createStyles';
import { useHost } from '../../app/host';
import { useWidth } from '../../../shared/ui/useWidth';
import { ColourBy } from './ColourBy';
import { HeatFrame, type HeatMapProps } from './HeatFrame';
import { HeatMessage } from './HeatMessage';
import { LinkCard } from './LinkCard';
import type { LinkKpiId } from './linkKpis';
import type { Message } from './message';
import type { RankedLink } from './rankedLinks';

export interface Version extends Message, Omit<ContentAnswer, 'html'> {}

export interface MessageAndLinkProps extends HeatMapProps {
  readonly answer: HeatMapAnswer;
  /** The newest first; at least one. */
  readonly versions: readonly Version[];
  readonly links: readonly RankedLink[];
  readonly kpi: LinkKpiId;
  readonly onColourBy: (kpi: LinkKpiId) => void;
}

const useStyles = createStyles(() => ({
  below: { display: 'grid', gap: 16, gridTemplateColumns: 'minmax(0, 1fr)' },
  beside: { display: 'grid', gap: 16, gridTemplateColumns: 'minmax(0, 1fr) 288px' },
  side: { display: 'grid', gap: 16, alignContent: 'start', gridTemplateColumns: 'minmax(0, 1fr)' },
  versions: { minWidth: 120, maxWidth: '100%' },
}));

/** From so much on, the chooser and the numbers of a link stand beside the message. */
const roomForSide = 760;

/** A version of the message with its links marked, what colours them, and the numbers of the link that one looks at. */
export function MessageAndLink(props: MessageAndLinkProps): React.ReactElement {
  const { answer, versions, links, kpi, onColourBy } = props;
  const { texts, format } = useHost();
  const styles = useStyles();
  const [ref, width] = useWidth<HTMLDivElement>(roomForSide);
  const [version, setVersion] = React.useState<number>();
  const [chosen, setChosen] = React.useState<string>();
  const [shown, setShown] = React.useState<string>();
  const nameOf = ({ version: number, liveFrom }: Version): string =>
    liveFrom === undefined
      ? texts.say('versionNamed', format.number(number))
      : texts.say('versionFrom', format.number(number), format.day(format.dayOfInstant(liveFrom)));
  const message = versions.find((one) => one.version === version) ?? versions[0];
  const linkOf = (key: string | undefined): RankedLink | undefined => links.find(({ row }) => row.key === key);
  const kept = linkOf(chosen) ?? links.find(({ rank }) => rank === 1) ?? links[0];
  const current = linkOf(shown) ?? kept;
  return (
    <div ref={ref} className={width >= roomForSide ? styles.beside : styles.below}>
      <HeatFrame
        {...props}
        flush
        actions={() =>
          versions.length > 1 && (
            <Dropdown
              className={styles.versions}
              ariaLabel={texts.say('version')}
              dropdownWidth="auto"
              options={versions.map((one) => ({ key: one.version, text: nameOf(one) }))}
              selectedKey={message?.version ?? null}
              onChange={(_event, option) => option && setVersion(Number(option.key))}
            />
          )
        }
      >
        {() =>
          message && (
            <HeatMessage
              key={message.version}
              message={message}
              links={links}
              chosen={kept?.row.key}
              onChoose={setChosen}
              onShow={setShown}
            />
          )
        }
      </HeatFrame>
      <div className={styles.side}>
        <ColourBy answer={answer} links={links} kpi={kpi} onChoose={onColourBy} />
        {current && <LinkCard answer={answer} ranked={current} />}
      </div>
    </div>
  );
}
