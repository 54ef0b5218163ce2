import * as React from 'react';
import { createStyles } from '../../shared/ui/createStyles';
import type { Texts } from '../../shared/texts';
import { StateMessage } from '../../shared/ui/StateMessage';
import { WholeState, type WholeStateProps } from '../../shared/ui/WholeState';

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
  return (
    <Card>
      <StateMessage icon="NoData" title={texts.say('noInsightsHere')} sentence={texts.say('noInsightsHere_why')} />
    </Card>
  );
}

/** The record was never live, so that nothing can have come of it. */
export function NeverLive({ texts, title }: { readonly texts: Texts; readonly title: string }): React.ReactElement {
  return (
    <Card>
      <StateMessage icon="NoData" title={texts.say('neverLive', title)} sentence={texts.say('neverLive_why')} />
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
