import * as React from 'react';
import { ThemeProvider, type ITheme } from '@fluentui/react';
import type { CatalogueAnswer, NamedType, RecordTable, RecordType } from '@record-insights/domain';
import type { InsightsClient } from '../../shared/insightsClient';
import { useLoad } from '../../shared/load';
import { recordNames, type WebApiPort } from '../../shared/recordNames';
import type { Texts } from '../../shared/texts';
import { createStyles, useGround } from '../ui/createStyles';
import { RecordInsights } from './RecordInsights';
import { WholeTabState } from './WholeTabState';

/** The tab's whole outside: who the record is, how the user reads, and the ports. */
export interface InsightsTabProps {
  readonly recordId: string;
  /** Logical name of the record's table. */
  readonly table: string;
  /** Said by the form; else found by the table. */
  readonly recordType?: RecordType | undefined;
  readonly locale: string;
  readonly theme: ITheme;
  /** Width that the host gives, in px; measured when it gives none. */
  readonly width: number;
  readonly clientUrl: string;
  readonly texts: Texts;
  readonly client: InsightsClient;
  readonly webApi: WebApiPort;
  readonly openRecord: (table: string, id: string) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const useStyles = createStyles((theme) => ({
  tab: { height: '100%', minHeight: 480, background: theme.palette.neutralLighterAlt },
  waiting: { padding: 24 },
  whole: { padding: '0 24px' },
}));

/** Insights of a record: categories, filters, panels. */
export function InsightsTab(props: InsightsTabProps): React.ReactElement {
  return (
    <ThemeProvider theme={props.theme} style={{ height: '100%' }}>
      <Tab {...props} />
    </ThemeProvider>
  );
}

function Tab(props: InsightsTabProps): React.ReactElement {
  const { ground } = useGround();
  const styles = useStyles();
  return (
    <section className={`${ground} ${styles.tab}`} aria-label={props.texts.say('insights')}>
      <Known {...props} />
    </section>
  );
}

function Known(props: InsightsTabProps): React.ReactElement {
  const { client, texts, recordType, table, webApi } = props;
  const { load, reload } = useLoad(client.catalogue);
  const catalogue = load.state === 'ready' ? load.data : undefined;
  const names = React.useMemo(() => recordNames(webApi, tablesOf(catalogue)), [webApi, catalogue]);
  const styles = useStyles();
  if (load.state === 'failed') {
    return (
      <div className={styles.whole}>
        <WholeTabState error={load.error} texts={texts} recordWord={texts.say('record')} onRetry={reload} />
      </div>
    );
  }
  if (!catalogue) return <div className={styles.waiting} aria-busy="true" />;
  const type = catalogue.recordTypes.find((known) =>
    recordType ? known.id === recordType : known.table.table === table,
  );
  if (!type) return <p className={styles.waiting}>{texts.say('noInsightsHere')}</p>;
  return (
    <RecordInsights
      key={`${type.id} ${props.recordId}`}
      {...props}
      type={type}
      tables={tablesOf(catalogue)}
      names={names}
    />
  );
}

export type Tables = Readonly<Partial<Record<NamedType, RecordTable>>>;

function tablesOf(catalogue: CatalogueAnswer | undefined): Tables {
  const all = catalogue ? [...catalogue.recordTypes, ...catalogue.named] : [];
  return Object.fromEntries(all.map(({ id, table }) => [id, table]));
}
