import * as React from 'react';
import { ThemeProvider } from '@fluentui/react';
import type { ControlPlace, ControlPorts } from '../../shared/controlProps';
import type { Texts } from '../../shared/texts';
import { createStyles, useGround } from '../../shared/ui/createStyles';
import { useKnown } from '../../shared/useKnown';
import { RecordInsights } from './RecordInsights';
import { NoInsights, WholeTabState } from '../../shared/ui/WholeTabState';

/** The tab's whole outside: who the record is, how the user reads, and the ports. */
export interface InsightsTabProps extends ControlPorts, ControlPlace {
  readonly texts: Texts;
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
  const { texts } = props;
  const { load, reload } = useKnown(props);
  const styles = useStyles();
  if (load.state === 'failed') {
    return (
      <div className={styles.whole}>
        <WholeTabState
          error={load.error}
          texts={texts}
          recordWord={texts.say('record')}
          onRetry={reload}
          signIn={props.signIn}
        />
      </div>
    );
  }
  if (load.state === 'loading') return <div className={styles.waiting} aria-busy="true" />;
  const { type, ...known } = load.data;
  if (!type || type.categories.length === 0) {
    return (
      <div className={styles.whole}>
        <NoInsights texts={texts} />
      </div>
    );
  }
  return <RecordInsights key={`${type.id} ${props.recordId}`} {...props} {...known} type={type} />;
}
