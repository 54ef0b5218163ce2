import * as React from 'react';
import { useTheme } from '@fluentui/react';
import type { HeatMapAnswer } from '@record-insights/domain';
import { dataOf } from '../../../shared/load';
import { saveFile } from '../../../shared/saveFile';
import { dataColours } from '../../../shared/theme';
import { createStyles } from '../../../shared/ui/createStyles';
import { useHost } from '../../app/host';
import { DownloadButton } from '../../ui/DownloadButton';
import { PanelFrame } from '../../ui/PanelFrame';
import { hasNothing, HeatFrame, type HeatMapProps } from './HeatFrame';
import type { LinkKpiId } from './linkKpis';
import { linkRows } from './linkRows';
import { linksFile } from './linksFile';
import { LinksTable } from './LinksTable';
import { readMessage } from './message';
import { MessageAndLink } from './MessageAndLink';
import { linkKpiNotes, rankedLinks } from './rankedLinks';

const useStyles = createStyles((theme) => ({
  stack: { display: 'grid', gap: 16, gridTemplateColumns: 'minmax(0, 1fr)' },
  unknown: { color: theme.palette.neutralSecondary },
}));

/** The message as it looked with a heat map over its links, what colours them, and a table of all links. */
export function HeatMapPanel(props: HeatMapProps): React.ReactElement {
  const { load } = props;
  const answer = dataOf(load);
  if (!answer || hasNothing(answer)) return <HeatFrame {...props}>{() => null}</HeatFrame>;
  return <HeatMap {...props} answer={answer} />;
}

function HeatMap(props: HeatMapProps & { readonly answer: HeatMapAnswer }): React.ReactElement {
  const { answer } = props;
  const { texts, format } = useHost();
  const styles = useStyles();
  const { heat } = dataColours(useTheme());
  const [kpi, setKpi] = React.useState<LinkKpiId>('total');
  const versions = React.useMemo(
    () => answer.contents.map(({ html, ...version }) => ({ ...version, ...readMessage(html) })),
    [answer.contents],
  );
  const links = React.useMemo(() => {
    const rows = linkRows(answer.links, versions[0]?.anchors);
    return rankedLinks(rows, kpi, answer, { texts, format }, heat);
  }, [answer, versions, kpi, texts, format, heat]);
  return (
    <div className={styles.stack}>
      {versions.length > 0 ? (
        <MessageAndLink {...props} versions={versions} links={links} kpi={kpi} onColourBy={setKpi} />
      ) : (
        <HeatFrame {...props}>{() => <p className={styles.unknown}>{texts.say('messageUnknown')}</p>}</HeatFrame>
      )}
      <PanelFrame<HeatMapAnswer>
        about={{ title: texts.say('allLinks'), sentence: texts.say('allLinks_about'), notes: linkKpiNotes({ texts }) }}
        load={props.load}
        onRetry={props.onRetry}
        isEmpty={() => links.length === 0}
        emptySentence={texts.say('noLinks')}
        placeholder={null}
        note={texts.say('linksAllTime')}
        actions={() => (
          <DownloadButton title={texts.say('allLinks')} onClick={() => saveFile(linksFile(links, answer, { texts }))} />
        )}
      >
        {() => <LinksTable answer={answer} links={links} kpi={kpi} />}
      </PanelFrame>
    </div>
  );
}
