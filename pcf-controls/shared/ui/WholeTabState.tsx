import * as React from 'react';
import type { RowsHost } from '../rows/rowsHost';
import { createStyles } from './createStyles';
import { StateMessage, type StateMessageProps } from './StateMessage';
import { WholeState, type WholeStateProps } from './WholeState';

type Texts = RowsHost['texts'];

const useStyles = createStyles((theme) => ({
  place: { paddingTop: 24 },
  card: {
    background: theme.palette.white,
    border: `1px solid ${theme.palette.neutralLight}`,
    borderRadius: 4,
    paddingTop: 16,
  },
}));

/** Why there are no numbers at all, in place of the whole tab. */
export function WholeTabState(props: WholeStateProps): React.ReactElement {
  return (
    <Card>
      <WholeState {...props} />
    </Card>
  );
}

/** Nothing went wrong: the service has no insights for such records. */
export function NoInsights({ texts }: { readonly texts: Texts }): React.ReactElement {
  return <TabMessage icon="NoData" title={texts.say('noInsightsHere')} sentence={texts.say('noInsightsHere_why')} />;
}

/** The record was never live, so that nothing can have come of it. */
export function NeverLive({ texts, title }: { readonly texts: Texts; readonly title: string }): React.ReactElement {
  return <TabMessage icon="NoData" title={texts.say('neverLive', title)} sentence={texts.say('neverLive_why')} />;
}

/** Why there is nothing to see in the whole tab. */
export function TabMessage(props: StateMessageProps): React.ReactElement {
  return (
    <Card>
      <StateMessage {...props} />
    </Card>
  );
}

function Card({ children }: { readonly children: React.ReactNode }): React.ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.place}>
      <div className={styles.card}>{children}</div>
    </div>
  );
}
