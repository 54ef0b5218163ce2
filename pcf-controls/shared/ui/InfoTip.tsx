import * as React from 'react';
import { Icon, Link } from '@fluentui/react';
import { useRowsHost } from '../rows/rowsHost';
import { createStyles, plainButton, text12, text16 } from './createStyles';
import { TipButton } from './TipButton';

/** What an info icon tells. */
export interface About {
  readonly title: string;
  readonly sentence: string;
  /** The formula, and the formula with numbers. */
  readonly lines?: readonly string[];
  /** What there is to say besides, a line each. */
  readonly notes?: readonly string[];
  /** Anchor in the glossary. */
  readonly glossary?: string;
}

const useStyles = createStyles((theme) => ({
  button: {
    ...plainButton,
    position: 'relative',
    zIndex: 1,
    width: 24,
    height: 24,
    margin: '-4px -4px -4px 0',
    flex: 'none',
    display: 'grid',
    placeItems: 'center',
    color: theme.palette.neutralSecondary,
  },
  tip: { padding: '12px 16px' },
  title: { ...text16, color: theme.palette.neutralDark },
  sentence: { padding: '4px 0 8px' },
  lines: { ...text12, color: theme.palette.neutralSecondary, paddingBottom: 8 },
}));

/** An info icon whose tip opens on hover, focus and tap; Enter goes into it, Esc closes it. */
export function InfoTip({ about }: { readonly about: About }): React.ReactElement {
  const { texts } = useRowsHost();
  const styles = useStyles();
  return (
    <TipButton
      className={styles.button}
      label={texts.say('about', about.title)}
      title={about.title}
      width={288}
      tip={() => <TipContent about={about} />}
    >
      <Icon iconName="Info" />
    </TipButton>
  );
}

/** Formulas behind their sign, then the notes. */
export function linesOf({ lines = [], notes = [] }: About): readonly string[] {
  return [...lines.map((line) => `= ${line}`), ...notes];
}

function TipContent({ about }: { readonly about: About }): React.ReactElement {
  const { texts, clientUrl } = useRowsHost();
  const styles = useStyles();
  return (
    <div className={styles.tip}>
      <div className={styles.title}>{about.title}</div>
      <p className={styles.sentence}>{about.sentence}</p>
      {linesOf(about).length > 0 && (
        <div className={styles.lines}>
          {linesOf(about).map((line) => (
            <div key={line}>{line}</div>
          ))}
        </div>
      )}
      {about.glossary !== undefined && (
        <Link underline href={`${clientUrl}/glossary#${about.glossary}`} target="_blank">
          {texts.say('openInGlossary')}
        </Link>
      )}
    </div>
  );
}
