import * as React from 'react';
import { foldDays } from '../../shared/foldDays';
import { createStyles } from '../../shared/ui/createStyles';
import { NoRows } from '../../shared/ui/NoRows';
import { RowsPlaceholder } from '../../shared/ui/Placeholder';
import { StateMessage } from '../../shared/ui/StateMessage';
import { useRows } from '../../shared/ui/useRows';
import { useCard, type CardPanelOf, type CardPanelProps } from './card';
import { LatestRow } from './LatestRow';

const useStyles = createStyles(() => ({
  rows: { paddingTop: 8 },
}));

/** The last interactions, what says the same told once a day. */
export function Latest({ panel, answer }: CardPanelProps<'latest'>): React.ReactElement {
  const { texts } = useCard();
  if (!answer) return <RowsPlaceholder rows={panel.lines} withDisc twoLines />;
  if (answer.total === 0)
    return <StateMessage icon="NoData" title={texts.say('noData')} sentence={texts.say('nothingYet')} />;
  return <LatestRows panel={panel} address={answer.rows} />;
}

interface LatestRowsProps {
  readonly panel: CardPanelOf<'latest'>;
  readonly address: string;
}

function LatestRows({ panel: { lines, who }, address }: LatestRowsProps): React.ReactElement {
  const { format } = useCard();
  const styles = useStyles();
  const { load, reload } = useRows(address);
  if (load.state !== 'ready') return <NoRows load={load} onRetry={reload} rows={lines} withDisc twoLines />;
  const { rows, hasMore } = load.data;
  const told = foldDays(rows, ({ at }) => format.dayOfInstant(at), !hasMore, { who }).filter(
    ({ kind }) => kind === 'row',
  );
  return (
    <ul className={styles.rows}>
      {told.slice(0, lines).map((item) => item.kind === 'row' && <LatestRow key={item.row.id} told={item} who={who} />)}
    </ul>
  );
}
