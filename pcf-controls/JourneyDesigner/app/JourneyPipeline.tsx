import * as React from 'react';
import { useId } from '@fluentui/react-hooks';
import type { CatalogueRecordType } from '@record-insights/domain';
import { createStyles, unseen } from '../../shared/ui/createStyles';
import type { Twin } from '../../shared/ui/TwinSwitch';
import { useWidth } from '../../shared/ui/useWidth';
import type { Known } from '../../shared/useKnown';
import { useOpened } from '../../shared/useOpened';
import { useRecordLinks } from '../../shared/useRecordLinks';
import { DataPanel } from '../data/DataPanel';
import { useCanvas } from '../pipeline/useCanvas';
import { Body } from './Body';
import { DesignerProvider, type Designer, type Opening } from './designer';
import type { JourneyDesignerProps } from './JourneyDesigner';
import { OpenedRows } from './OpenedRows';
import { Toolbar } from './Toolbar';
import { usePipeline } from './usePipeline';

export interface JourneyPipelineProps extends JourneyDesignerProps, Omit<Known, 'type'> {
  readonly type: CatalogueRecordType;
}

/** Below it, the Data panel stands under the pipeline. */
const narrowTab = 720;

const useStyles = createStyles(() => ({
  frame: { height: '100%', display: 'flex', minHeight: 0, minWidth: 0 },
  narrow: { flexDirection: 'column', overflowY: 'auto' },
  main: { flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' },
  alone: { flex: 'none', height: '100%' },
  abovePanel: { flex: 'none', height: 400 },
  unseen,
}));

/** The pipeline of a journey, and beside it the data of the tile that is chosen. */
export function JourneyPipeline(props: JourneyPipelineProps): React.ReactElement {
  const styles = useStyles();
  const [ref, width] = useWidth<HTMLDivElement>(props.width > 0 ? props.width : 1_166);
  const isNarrow = width < narrowTab;
  const pipeline = usePipeline(props);
  const { answer, format, reload } = pipeline;
  const [twin, setTwin] = React.useState<Twin>('chart');
  const tile = useOpened<{ readonly id: string }>();
  const rows = useOpened<Opening>();
  const [message, announce] = React.useState('');
  const panelId = useId('data');
  const canvas = useCanvas(answer?.tiles);
  const isDrawn = twin === 'chart' && canvas.layout.places.length > 0;
  const host = useHostOf(props, { format, reload, isNarrow, announce, openRows: rows.open });
  const chosen = answer?.tiles.find(({ id }) => id === tile.opened?.id);
  const place = !isNarrow ? '' : chosen ? styles.abovePanel : styles.alone;
  return (
    <DesignerProvider value={host}>
      <div ref={ref} className={isNarrow ? `${styles.frame} ${styles.narrow}` : styles.frame}>
        <div className={`${styles.main} ${place}`}>
          <Toolbar {...pipeline} canvas={isDrawn ? canvas : undefined} twin={twin} onTwin={setTwin} />
          <Body
            {...props}
            {...pipeline}
            canvas={canvas}
            twin={twin}
            chosen={chosen?.id}
            panelId={panelId}
            onOpen={tile.open}
          />
        </div>
        {chosen && <DataPanel id={panelId} tile={chosen} onClose={tile.close} />}
        <div className={styles.unseen} aria-live="polite">
          {message}
        </div>
        {rows.opened && answer && (
          <OpenedRows
            journey={{ type: props.type.id, id: props.recordId }}
            path={[props.texts.say('designer'), ...(chosen ? [chosen.name] : [])]}
            subject={rows.opened.find(answer)}
            onClose={rows.close}
          />
        )}
      </div>
    </DesignerProvider>
  );
}

type Own = Pick<Designer, 'format' | 'reload' | 'isNarrow' | 'announce' | 'openRows'>;

/** The same as long as nothing of it changes: the tiles of a pipeline are not drawn again while it moves. */
function useHostOf(props: JourneyPipelineProps, { format, reload, isNarrow, announce, openRows }: Own): Designer {
  const { texts, client, names, word, clientUrl, saveAsSegment } = props;
  const { openRecord, addressOf } = useRecordLinks(props.tables, clientUrl, props.openRecord);
  return React.useMemo(
    () => ({
      ...{ texts, client, names, word, clientUrl, saveAsSegment, openRecord, addressOf },
      ...{ format, reload, isNarrow, announce, openRows },
    }),
    [
      texts,
      client,
      names,
      word,
      clientUrl,
      saveAsSegment,
      openRecord,
      addressOf,
      format,
      reload,
      isNarrow,
      announce,
      openRows,
    ],
  );
}
