import * as React from 'react';
import type { PipelineAnswer } from '@record-insights/domain';
import { concernsAll } from '../../shared/answer';
import { createStyles } from '../../shared/ui/createStyles';
import { Failure } from '../../shared/ui/Failure';
import { ChartPlaceholder } from '../../shared/ui/Placeholder';
import type { Twin } from '../../shared/ui/TwinSwitch';
import { NeverLive, TabMessage, WholeTabState } from '../../shared/ui/WholeTabState';
import { Canvas } from '../pipeline/Canvas';
import { TilesTable } from '../pipeline/TilesTable';
import type { TilesProps } from '../pipeline/tilesProps';
import type { CanvasState } from '../pipeline/useCanvas';
import type { JourneyPipelineProps } from './JourneyPipeline';
import type { Pipeline } from './usePipeline';

export interface BodyProps extends JourneyPipelineProps, Pipeline, Omit<TilesProps, 'tiles'> {
  readonly canvas: CanvasState;
  readonly twin: Twin;
}

const useStyles = createStyles((theme) => ({
  body: { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', position: 'relative' },
  padded: { flex: 1, minHeight: 0, padding: '0 24px 24px', overflowY: 'auto' },
  dimmed: { opacity: 0.6 },
  busy: {
    position: 'absolute',
    left: 0,
    right: 0,
    top: 0,
    height: 2,
    zIndex: 2,
    background: theme.palette.themePrimary,
  },
}));

/** The pipeline as tiles or as a table, or why there is none. */
export function Body(props: BodyProps): React.ReactElement {
  const { load, answer } = props;
  const styles = useStyles();
  const isLoading = load.state === 'loading';
  return (
    <div className={styles.body} aria-busy={isLoading}>
      {isLoading && answer && <div className={styles.busy} />}
      {answer && answer.tiles.length > 0 ? (
        <Drawn {...props} answer={answer} />
      ) : (
        <div className={styles.padded}>
          <NotDrawn {...props} />
        </div>
      )}
    </div>
  );
}

function NotDrawn({ load, texts, type, reload, signIn }: BodyProps): React.ReactElement {
  if (load.state === 'ready')
    return <TabMessage icon="NoData" title={texts.say('noPipeline')} sentence={texts.say('noPipeline_why')} />;
  if (load.state === 'loading') return <ChartPlaceholder height={240} />;
  if (!concernsAll(load.error)) return <Failure error={load.error} onRetry={reload} />;
  const recordWord = type.title.toLowerCase();
  return <WholeTabState error={load.error} texts={texts} recordWord={recordWord} onRetry={reload} signIn={signIn} />;
}

function Drawn(props: BodyProps & { readonly answer: PipelineAnswer }): React.ReactElement {
  const { answer, load, texts, type, twin, chosen, panelId, onOpen } = props;
  const styles = useStyles();
  const tiles = { tiles: answer.tiles, chosen, panelId, onOpen };
  const isQuiet = answer.live === 'neverLive' && hasNobody(answer);
  const dimmed = load.state === 'loading' ? styles.dimmed : '';
  return (
    <>
      {isQuiet && (
        <div style={{ padding: '0 24px' }}>
          <NeverLive texts={texts} title={type.title} />
        </div>
      )}
      {twin === 'chart' ? (
        <div className={`${styles.body} ${dimmed}`}>
          <Canvas {...tiles} canvas={props.canvas} />
        </div>
      ) : (
        <div className={`${styles.padded} ${dimmed}`} data-is-scrollable="true">
          <TilesTable {...tiles} />
        </div>
      )}
    </>
  );
}

const hasNobody = ({ tiles, notOnPipeline }: PipelineAnswer): boolean =>
  notOnPipeline.count === 0 && tiles.every(({ volumes }) => volumes.total.count === 0);
