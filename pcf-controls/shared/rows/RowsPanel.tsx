import * as React from 'react';
import { IconButton, Panel, PanelType } from '@fluentui/react';
import { useId } from '@fluentui/react-hooks';
import { useRowsHost } from './rowsHost';
import { createStyles, text20, useGround } from '../ui/createStyles';
import { Segments } from '../ui/Segments';
import { HowMade } from './HowMade';
import { RowsList } from './RowsList';
import { isOfDays, type RowsSubject } from './rowsSubject';

export interface RowsPanelProps {
  readonly subject: RowsSubject;
  /** Where the number stands: the record's name and the category. */
  readonly path: string;
  readonly onClose: () => void;
}

const useStyles = createStyles((theme) => ({
  body: { height: '100%', display: 'flex', flexDirection: 'column', minHeight: 0, background: theme.palette.white },
  top: { display: 'flex', alignItems: 'flex-start', gap: 8, padding: '16px 16px 0 24px' },
  titles: { flex: 1, minWidth: 0 },
  path: { color: theme.palette.neutralSecondary },
  title: { ...text20, color: theme.palette.neutralDark },
  period: { color: theme.palette.neutralSecondary, padding: '4px 24px 16px !important' },
  lists: { padding: '0 24px 16px' },
}));

/** Height of the bar on top of a model-driven app, which stays in reach. */
const topBar = 48;

/** Fluent's panel without its own header and padding: what is in it lays itself out over the whole height. */
const panelStyles = {
  main: { top: topBar, selectors: { '@media (prefers-reduced-motion: reduce)': { animation: 'none' } } },
  scrollableContent: { height: '100%', overflow: 'hidden', display: 'flex', flexDirection: 'column' },
  content: { padding: 0, height: '100%', minHeight: 0 },
  contentInner: { height: '100%' },
} as const;

/** The rows behind a number, beside the page, which stays readable: title, how it is made, the rows, CSV. */
export function RowsPanel({ subject, path, onClose }: RowsPanelProps): React.ReactElement {
  const { isNarrow } = useRowsHost();
  const { ground } = useGround();
  const styles = useStyles();
  const titleId = useId('rows-title');
  return (
    <Panel
      isOpen
      isBlocking={false}
      type={isNarrow ? PanelType.smallFluid : PanelType.custom}
      customWidth="560px"
      styles={panelStyles}
      onDismiss={onClose}
      onRenderNavigation={() => null}
      popupProps={{ ariaLabelledBy: titleId }}
      focusTrapZoneProps={{ disabled: true }}
    >
      <div className={`${ground} ${styles.body}`}>
        <Head subject={subject} path={path} titleId={titleId} onClose={onClose} />
        <HowMade subject={subject} />
        <Lists subject={subject} />
      </div>
    </Panel>
  );
}

interface HeadProps extends RowsPanelProps {
  readonly titleId: string;
}

function Head({ subject, path, titleId, onClose }: HeadProps): React.ReactElement {
  const { texts, format, days } = useRowsHost();
  const styles = useStyles();
  const title = React.useRef<HTMLHeadingElement>(null);
  React.useEffect(() => title.current?.focus(), [subject.title]);
  return (
    <>
      <div className={styles.top}>
        <div className={styles.titles}>
          <div className={styles.path}>{path}</div>
          <h2 id={titleId} ref={title} tabIndex={-1} className={styles.title}>
            {texts.say('nameAndNumber', subject.title, subject.number)}
          </h2>
        </div>
        <IconButton iconProps={{ iconName: 'Cancel' }} ariaLabel={texts.say('close')} onClick={onClose} />
      </div>
      <p className={styles.period}>
        {days && subject.lists.some(isOfDays)
          ? texts.say('rowsPeriod', format.period(days), format.place)
          : texts.say('rowsAllTime', format.place)}
      </p>
    </>
  );
}

/** The list of the subject, or one of its lists at a time. */
function Lists({ subject }: { readonly subject: RowsSubject }): React.ReactElement | null {
  const { texts, format } = useRowsHost();
  const styles = useStyles();
  const [chosen, setChosen] = React.useState<string>();
  const list = subject.lists.find(({ title }) => title === chosen) ?? subject.lists[0];
  if (!list) return null;
  return (
    <>
      {subject.lists.length > 1 && (
        <div className={styles.lists}>
          <Segments
            label={texts.say('parts')}
            segments={subject.lists.map(({ title, total }) => ({
              id: title,
              text: `${title} ${format.number(total)}`,
            }))}
            chosen={list.title}
            onChoose={setChosen}
          />
        </div>
      )}
      <RowsList key={list.rows} list={list} />
    </>
  );
}
