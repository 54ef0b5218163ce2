import * as React from 'react';
import { Icon, Link, ThemeProvider } from '@fluentui/react';
import { useId } from '@fluentui/react-hooks';
import type { ControlPlace, ControlPorts } from '../../shared/controlProps';
import { createStyles, text16, useGround } from '../../shared/ui/createStyles';
import { WholeState } from '../../shared/ui/WholeState';
import { useKnown } from '../../shared/useKnown';
import type { CardTexts } from './card';
import { RecordCard } from './RecordCard';

/** The card's whole outside: who the record is, how the user reads, and the ports. */
export interface InteractionTimelineProps extends ControlPorts, ControlPlace {
  readonly texts: CardTexts;
  /** Opens the tab with everything; absent where the host cannot. */
  readonly openInsights: (() => void) | undefined;
}

const useStyles = createStyles((theme) => ({
  /** The form's section is the card: it has the ground, the border and the space around. */
  card: {
    width: '100%',
    textAlign: 'left',
    selectors: { '& [role="status"]': { paddingLeft: 0, paddingRight: 0 } },
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0 8px', minHeight: 32, paddingBottom: 8 },
  title: { ...text16, flex: 1, color: theme.palette.neutralDark, whiteSpace: 'nowrap' },
  open: { display: 'inline-flex', alignItems: 'center', gap: 6, minHeight: 24, whiteSpace: 'nowrap' },
  waiting: { minHeight: 304 },
  quiet: { color: theme.palette.neutralSecondary },
}));

/** What last happened with a record, and how much in 12 weeks: a card for its Summary. */
export function InteractionTimeline(props: InteractionTimelineProps): React.ReactElement {
  return (
    <ThemeProvider theme={props.theme} style={{ width: '100%', background: 'transparent' }}>
      <Framed {...props} />
    </ThemeProvider>
  );
}

function Framed(props: InteractionTimelineProps): React.ReactElement {
  const { texts, openInsights, recordId } = props;
  const { ground } = useGround();
  const styles = useStyles();
  const id = useId('card');
  return (
    <section className={`${ground} ${styles.card}`} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id} className={styles.title}>
          {texts.say('card')}
        </h2>
        {openInsights && (
          <Link className={styles.open} onClick={openInsights}>
            {texts.say('openInsights')}
            <Icon iconName="ArrowRight" />
          </Link>
        )}
      </header>
      {recordId === '' ? <p className={styles.quiet}>{texts.say('notSavedYet')}</p> : <Known {...props} />}
    </section>
  );
}

function Known(props: InteractionTimelineProps): React.ReactElement {
  const { texts, recordId } = props;
  const { load, reload } = useKnown(props);
  const styles = useStyles();
  if (load.state === 'loading') return <div className={styles.waiting} aria-busy="true" />;
  if (load.state === 'failed') {
    const recordWord = texts.say('record');
    return (
      <WholeState error={load.error} texts={texts} recordWord={recordWord} onRetry={reload} signIn={props.signIn} />
    );
  }
  const { type, ...known } = load.data;
  if (!type?.card) return <p className={styles.quiet}>{texts.say('noInsightsHere')}</p>;
  return <RecordCard key={`${type.id} ${recordId}`} {...props} {...known} type={type} card={type.card} />;
}
