import * as React from 'react';
import { Link } from '@fluentui/react';
import { addressWith } from '../../shared/insightsClient';
import { useHost } from '../app/host';
import { createStyles } from '../../shared/ui/createStyles';
import { NoRows } from '../../shared/ui/NoRows';
import { DownloadButton } from '../ui/DownloadButton';
import { PanelFrame } from '../ui/PanelFrame';
import { RowsPlaceholder } from '../../shared/ui/Placeholder';
import { RowsTable } from '../../shared/ui/RowsTable';
import { useDownload } from '../../shared/ui/useDownload';
import { useRows } from '../../shared/ui/useRows';
import type { AnswerOf, PanelProps } from './panelProps';

type Answer = AnswerOf<'list'>;

/** Rows shown in the card; the side panel has them all. */
const shownRows = 5;

const useStyles = createStyles(() => ({ all: { padding: '8px 0 0', minHeight: 24, display: 'block' } }));

/** The newest rows of a list, all of them in the side panel and as CSV. */
export function ListPanel({ panel, load, onRetry }: PanelProps<'list'>): React.ReactElement {
  return (
    <PanelFrame<Answer>
      about={{ title: panel.title, sentence: panel.tooltip }}
      load={load}
      onRetry={onRetry}
      isEmpty={({ total }) => total === 0}
      placeholder={<RowsPlaceholder rows={3} />}
      actions={(answer) => <CsvButton title={panel.title} rows={answer.rows} />}
    >
      {(answer) => <Preview title={panel.title} answer={answer} />}
    </PanelFrame>
  );
}

function CsvButton({ title, rows }: { readonly title: string; readonly rows: string }): React.ReactElement {
  const { start, isUnderWay } = useDownload(rows);
  return <DownloadButton title={title} isUnderWay={isUnderWay} onClick={start} />;
}

function Preview({ title, answer }: { readonly title: string; readonly answer: Answer }): React.ReactElement {
  const { texts, format, openRows } = useHost();
  const styles = useStyles();
  const { load, reload } = useRows(addressWith(answer.rows, { limit: String(shownRows) }));
  if (load.state !== 'ready') return <NoRows load={load} onRetry={reload} rows={Math.min(shownRows, answer.total)} />;
  const { total } = load.data.list;
  return (
    <>
      <RowsTable rows={load.data} label={title} />
      {total > shownRows && (
        <Link
          className={styles.all}
          onClick={(event) => openRows({ kind: 'list', panel: answer.id }, event.currentTarget)}
        >
          {texts.say('showAllRows', format.number(total))}
        </Link>
      )}
    </>
  );
}
