import * as React from 'react';
import { DefaultButton } from '@fluentui/react';
import { useRowsHost } from './rowsHost';
import { createStyles } from '../ui/createStyles';
import { NoRows } from '../ui/NoRows';
import { RowsTable } from '../ui/RowsTable';
import { useDownload } from '../ui/useDownload';
import { useRows } from '../ui/useRows';
import type { SubjectList } from './rowsSubject';

const useStyles = createStyles((theme) => ({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8, padding: '0 24px 8px' },
  count: { fontWeight: 600 },
  note: { color: theme.palette.neutralSecondary },
  space: { flex: 1 },
  trouble: { color: theme.semanticColors.errorText, padding: '0 24px 8px !important' },
  rows: { flex: 1, minHeight: 0, overflowY: 'auto', position: 'relative', padding: '0 24px' },
}));

/** All rows of a list: how many, what one is, as CSV, and the rows themselves as far as one scrolls. */
export function RowsList({ list }: { readonly list: SubjectList }): React.ReactElement {
  const { texts, format } = useRowsHost();
  const styles = useStyles();
  const { load, reload, more } = useRows(list.rows);
  const download = useDownload(list.rows);
  const total = load.state === 'ready' ? load.data.list.total : list.total;
  return (
    <>
      <div className={styles.bar}>
        <span className={styles.count}>{texts.count('rows', total, format.number(total))}</span>
        {load.state === 'ready' && (
          <span className={styles.note}>{texts.say('oneRowIs', load.data.list.oneRowIs)}</span>
        )}
        <span className={styles.space} />
        <DefaultButton
          iconProps={{ iconName: 'Download' }}
          text={texts.say('downloadCsv')}
          disabled={download.isUnderWay}
          onClick={download.start}
        />
      </div>
      {download.hasFailed && <p className={styles.trouble}>{texts.say('csvFailed')}</p>}
      <div className={styles.rows} data-is-scrollable="true">
        {load.state === 'ready' ? (
          <RowsTable rows={load.data} more={more} label={list.title} />
        ) : (
          <NoRows load={load} onRetry={reload} rows={Math.min(8, Math.max(1, list.total))} />
        )}
      </div>
    </>
  );
}
