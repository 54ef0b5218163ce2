import * as React from 'react';
import { Dropdown, useTheme } from '@fluentui/react';
import type { HeatMapAnswer } from '@record-insights/domain';
import { dataColours } from '../../../shared/theme';
import { createStyles, text12 } from '../../../shared/ui/createStyles';
import { useHost } from '../../app/host';
import { PanelFrame } from '../../ui/PanelFrame';
import { linkKpiIds, linkKpis, type LinkKpiId } from './linkKpis';
import { linkKpiNotes, textOf, type RankedLink } from './rankedLinks';

export interface ColourByProps {
  readonly answer: HeatMapAnswer;
  readonly links: readonly RankedLink[];
  readonly kpi: LinkKpiId;
  readonly onChoose: (kpi: LinkKpiId) => void;
}

const useStyles = createStyles((theme) => ({
  ramp: { display: 'flex', gap: 2, paddingTop: 16, forcedColorAdjust: 'none' },
  step: { flex: 1, height: 16 },
  ends: {
    ...text12,
    display: 'flex',
    justifyContent: 'space-between',
    gap: 8,
    padding: '4px 0 16px',
    color: theme.palette.neutralSecondary,
  },
  note: { ...text12, color: theme.palette.neutralSecondary },
}));

/** By which of a link's numbers the links are coloured, and what the colours mean. */
export function ColourBy({ answer, links, kpi, onChoose }: ColourByProps): React.ReactElement {
  const host = useHost();
  const { texts } = host;
  const styles = useStyles();
  const { heat } = dataColours(useTheme());
  const ranked = links.filter(({ rank }) => rank !== undefined).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const [most, least] = [ranked[0], ranked.at(-1)].map((link) => link && textOf(kpi, link.row, answer, host));
  const title = texts.say('colourBy');
  return (
    <PanelFrame<HeatMapAnswer>
      about={{
        title,
        sentence: texts.say('colourBy_about'),
        notes: linkKpiNotes(host),
      }}
      load={{ state: 'ready', data: answer }}
      onRetry={() => undefined}
      isEmpty={() => false}
      placeholder={null}
    >
      {() => (
        <>
          <Dropdown
            ariaLabel={title}
            options={linkKpiIds.map((id) => ({
              key: id,
              text: texts.say(linkKpis[id].title),
              title: texts.say(linkKpis[id].tooltip),
            }))}
            selectedKey={kpi}
            onChange={(_event, option) => {
              const id = linkKpiIds.find((one) => one === option?.key);
              if (id) onChoose(id);
            }}
          />
          <div className={styles.ramp} aria-hidden="true">
            {heat.map(({ fill }) => (
              <span key={fill} className={styles.step} style={{ background: fill }} />
            ))}
          </div>
          <div className={styles.ends}>
            <span>{texts.say('mostOf', most ?? '–')}</span>
            <span>{texts.say('leastOf', least ?? '–')}</span>
          </div>
          <p className={styles.note}>{texts.say('rankNote')}</p>
        </>
      )}
    </PanelFrame>
  );
}
