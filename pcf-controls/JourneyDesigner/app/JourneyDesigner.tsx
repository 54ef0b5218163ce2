import * as React from 'react';
import { ThemeProvider } from '@fluentui/react';
import type { ControlPlace, ControlPorts } from '../../shared/controlProps';
import { createStyles, useGround } from '../../shared/ui/createStyles';
import { NoInsights, WholeTabState } from '../../shared/ui/WholeTabState';
import { useKnown } from '../../shared/useKnown';
import type { Designer, DesignerTexts } from './designer';
import { JourneyPipeline } from './JourneyPipeline';

/** The designer's whole outside: which journey, how the user reads, and the ports. */
export interface JourneyDesignerProps extends ControlPorts, ControlPlace, Pick<Designer, 'saveAsSegment'> {
  readonly texts: DesignerTexts;
}

const useStyles = createStyles((theme) => ({
  tab: { height: '100%', minHeight: 480, background: theme.palette.neutralLighterAlt },
  waiting: { padding: 24 },
  whole: { padding: '0 24px' },
}));

/** The pipeline of a journey, with the people at each tile. */
export function JourneyDesigner(props: JourneyDesignerProps): React.ReactElement {
  return (
    <ThemeProvider theme={props.theme} style={{ height: '100%' }}>
      <Tab {...props} />
    </ThemeProvider>
  );
}

function Tab(props: JourneyDesignerProps): React.ReactElement {
  const { ground } = useGround();
  const styles = useStyles();
  return (
    <section className={`${ground} ${styles.tab}`} aria-label={props.texts.say('designer')}>
      <Known {...props} />
    </section>
  );
}

function Known(props: JourneyDesignerProps): React.ReactElement {
  const { texts } = props;
  const { load, reload } = useKnown(props);
  const styles = useStyles();
  if (load.state === 'loading') return <div className={styles.waiting} aria-busy="true" />;
  if (load.state === 'failed') {
    const recordWord = texts.say('record');
    return (
      <div className={styles.whole}>
        <WholeTabState
          error={load.error}
          texts={texts}
          recordWord={recordWord}
          onRetry={reload}
          signIn={props.signIn}
        />
      </div>
    );
  }
  const { type, ...known } = load.data;
  if (!type || props.recordId === '') {
    return (
      <div className={styles.whole}>
        <NoInsights texts={texts} />
      </div>
    );
  }
  return <JourneyPipeline key={`${type.id} ${props.recordId}`} {...props} {...known} type={type} />;
}
