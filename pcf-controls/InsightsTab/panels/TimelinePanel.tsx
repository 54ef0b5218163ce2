import * as React from 'react';
import { List } from '@fluentui/react';
import { kinds, type Day, type Kind } from '@record-insights/domain';
import { addressWith } from '../../shared/insightsClient';
import { useHost } from '../app/host';
import { Chips } from '../ui/Chips';
import { createStyles } from '../../shared/ui/createStyles';
import { MoreRows } from '../../shared/ui/MoreRows';
import { NoRows } from '../../shared/ui/NoRows';
import { PanelFrame } from '../ui/PanelFrame';
import { RowsPlaceholder } from '../../shared/ui/Placeholder';
import { useRows, type RowsSource } from '../../shared/ui/useRows';
import { DayStrip } from './DayStrip';
import { foldDays, type TimelineItem } from '../../shared/foldDays';
import type { AnswerOf, PanelProps } from './panelProps';
import { TimelineRow } from './TimelineRow';

const useStyles = createStyles(() => ({
  body: { display: 'flex', flexDirection: 'column', height: 430, minHeight: 0 },
  strip: { padding: '0 16px', flex: 'none' },
  rows: { flex: 1, minHeight: 0, overflowY: 'auto', position: 'relative', paddingBottom: 8 },
}));

type Answer = AnswerOf<'timeline'>;

/** Everything that happened, by day, newest first: chips filter by kind, the strip of days by day. */
export function TimelinePanel({ panel, load, onRetry }: PanelProps<'timeline'>): React.ReactElement {
  const [kind, setKind] = React.useState<Kind>();
  return (
    <PanelFrame<Answer>
      about={{ title: panel.title, sentence: panel.tooltip }}
      load={load}
      onRetry={onRetry}
      isEmpty={({ total }) => total === 0}
      placeholder={<RowsPlaceholder rows={8} withDisc />}
      actions={(answer) => <KindChips answer={answer} chosen={kind} onChoose={setKind} />}
      flush
    >
      {(answer) => (
        <Timeline answer={answer} kind={answer.kinds.some((held) => held.kind === kind) ? kind : undefined} />
      )}
    </PanelFrame>
  );
}

interface KindChipsProps {
  readonly answer: Answer;
  readonly chosen: Kind | undefined;
  readonly onChoose: (kind: Kind | undefined) => void;
}

function KindChips({ answer, chosen, onChoose }: KindChipsProps): React.ReactElement {
  const { texts, format, word } = useHost();
  const all = { id: 'all' as const, text: texts.say('allKinds', format.number(answer.total)) };
  const some = answer.kinds.map(({ kind, count }) => ({
    id: kind,
    text: `${word(kinds[kind].title)} ${format.number(count)}`,
  }));
  return (
    <Chips<Kind | 'all'>
      label={texts.say('kinds')}
      chips={[all, ...some]}
      chosen={chosen ?? 'all'}
      onChoose={(id) => onChoose(id === 'all' ? undefined : id)}
    />
  );
}

function Timeline({ answer, kind }: { readonly answer: Answer; readonly kind: Kind | undefined }): React.ReactElement {
  const styles = useStyles();
  const { days } = useHost();
  const [chosen, setDay] = React.useState<Day>();
  const day = chosen !== undefined && chosen >= days.from && chosen <= days.to ? chosen : undefined;
  const ofKind = answer.kinds.find((held) => held.kind === kind)?.rows ?? answer.rows;
  const address = day === undefined ? ofKind : addressWith(ofKind, { from: day, to: day });
  return (
    <div className={styles.body}>
      <div className={styles.strip}>
        <DayStrip days={answer.days} chosen={day} onChoose={setDay} />
      </div>
      <div className={styles.rows} data-is-scrollable="true">
        <TimelineRows key={address} address={address} counts={kind === undefined ? answer.days : undefined} />
      </div>
    </div>
  );
}

interface TimelineRowsProps {
  readonly address: string;
  readonly counts: Answer['days'] | undefined;
}

function TimelineRows({ address, counts }: TimelineRowsProps): React.ReactElement {
  const { texts, format, announce } = useHost();
  const source = useRows(address);
  const total = source.load.state === 'ready' ? source.load.data.list.total : undefined;
  React.useEffect(() => {
    if (total !== undefined) announce(texts.count('interactions', total, format.number(total)));
  }, [total, announce, texts, format]);
  return source.load.state === 'ready' ? (
    <TimelineList source={source} counts={counts} />
  ) : (
    <NoRows load={source.load} onRetry={source.reload} rows={8} withDisc />
  );
}

type Listed = TimelineItem | { readonly kind: 'more' };

function TimelineList({
  source,
  counts,
}: {
  readonly source: RowsSource;
  readonly counts: Answer['days'] | undefined;
}): React.ReactElement {
  const { format } = useHost();
  const { load, more } = source;
  const items = React.useMemo((): Listed[] => {
    if (load.state !== 'ready') return [];
    const { rows, hasMore } = load.data;
    const folded = foldDays(rows, ({ at }) => format.dayOfInstant(at), !hasMore, { counts });
    return hasMore ? [...folded, { kind: 'more' }] : [...folded];
  }, [load, format, counts]);
  return (
    <List
      items={items}
      getKey={(item: Listed) => (item.kind === 'row' ? item.row.id : item.kind === 'day' ? item.day : 'more')}
      onRenderCell={(item?: Listed) =>
        item?.kind === 'more' ? <MoreRows more={more} /> : item ? <TimelineRow item={item} /> : null
      }
    />
  );
}
