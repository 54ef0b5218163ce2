import * as React from 'react';
import { dataOf, type Load } from '../../shared/load';
import { useHost } from '../app/host';
import { createStyles, text12, text16 } from '../../shared/ui/createStyles';
import { InfoTip, type About } from '../../shared/ui/InfoTip';
import { Failure } from '../../shared/ui/Failure';
import { StateMessage } from '../../shared/ui/StateMessage';

export interface PanelFrameProps<T> {
  readonly about: About;
  readonly load: Load<T>;
  readonly isEmpty: (data: T) => boolean;
  /** Why there is nothing, where that does not depend on the period. */
  readonly emptySentence?: string;
  readonly onRetry: () => void;
  /** What takes the place of the content while it is on its way, in its shape. */
  readonly placeholder: React.ReactNode;
  /** What is said beside the title. */
  readonly note?: string | undefined;
  /** Controls at the right of the header, for data that is there. */
  readonly actions?: (data: T) => React.ReactNode;
  readonly children: (data: T) => React.ReactNode;
  /** The content is as wide as the card. */
  readonly flush?: boolean;
}

const useStyles = createStyles((theme) => ({
  card: {
    background: theme.palette.white,
    border: `1px solid ${theme.palette.neutralLight}`,
    borderRadius: 4,
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    position: 'relative',
    selectors: { '@media (forced-colors: active)': { border: '1px solid CanvasText' } },
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8, minHeight: 48, padding: '8px 16px' },
  title: { ...text16, color: theme.palette.neutralDark, whiteSpace: 'nowrap' },
  note: { ...text12, color: theme.palette.neutralSecondary },
  space: { flex: 1 },
  inside: { padding: '0 16px 16px', minHeight: 0 },
  flush: { minHeight: 0 },
  dimmed: { opacity: 0.6 },
  busy: { position: 'absolute', left: 0, right: 0, top: 0, height: 2, background: theme.palette.themePrimary },
}));

/** A card of the tab: header and info icon always, below them one of loading, data, empty and failed. */
export function PanelFrame<T>(props: PanelFrameProps<T>): React.ReactElement {
  const { about, load, actions } = props;
  const styles = useStyles();
  const id = React.useMemo(() => `panel-${about.title.replace(/\W+/g, '-')}`, [about.title]);
  const data = dataOf(load);
  return (
    <section className={styles.card} aria-labelledby={id}>
      <header className={styles.head}>
        <h3 id={id} className={styles.title}>
          {about.title}
        </h3>
        <InfoTip about={about} />
        {props.note !== undefined && <span className={styles.note}>{props.note}</span>}
        <span className={styles.space} />
        {data !== undefined && !props.isEmpty(data) && actions?.(data)}
      </header>
      {load.state === 'loading' && load.before !== undefined && <div className={styles.busy} />}
      <PanelState {...props} />
    </section>
  );
}

function PanelState<T>({
  load,
  isEmpty,
  emptySentence,
  onRetry,
  placeholder,
  children,
  flush,
}: PanelFrameProps<T>): React.ReactElement {
  const styles = useStyles();
  const inside = flush === true ? styles.flush : styles.inside;
  if (load.state === 'failed') return <Failure error={load.error} onRetry={onRetry} />;
  const data = dataOf(load);
  if (data === undefined) return <div className={styles.inside}>{placeholder}</div>;
  if (isEmpty(data)) return <EmptyState sentence={emptySentence} />;
  return <div className={`${inside} ${load.state === 'loading' ? styles.dimmed : ''}`}>{children(data)}</div>;
}

function EmptyState({ sentence }: { readonly sentence: string | undefined }): React.ReactElement {
  const { texts, days, format, preset, choosePreset } = useHost();
  const action = { text: texts.say('showLast12Months'), as: 'link', run: () => choosePreset('months12') } as const;
  return (
    <StateMessage
      icon="NoData"
      title={texts.say('noData')}
      sentence={sentence ?? texts.say('nothingBetween', format.shortDay(days.from), format.day(days.to))}
      action={sentence !== undefined || preset === 'months12' ? undefined : action}
    />
  );
}
