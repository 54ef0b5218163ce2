import * as React from 'react';
import { Callout, DirectionalHint, Icon, Link } from '@fluentui/react';
import { useId } from '@fluentui/react-hooks';
import { useHost } from '../app/host';
import { createStyles, plainButton, text12, text16, useGround } from './createStyles';
import { useTip } from './useTip';

/** What an info icon tells. */
export interface About {
  readonly title: string;
  readonly sentence: string;
  /** The formula, and the formula with numbers. */
  readonly lines?: readonly string[];
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
  const { texts } = useHost();
  const styles = useStyles();
  const { isOpen, isEntered, button, setButton, setContent, close, onButton, onTip } = useTip();
  const id = useId('tip');
  return (
    <>
      <button
        type="button"
        ref={setButton}
        className={styles.button}
        aria-label={texts.say('about', about.title)}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-describedby={isOpen ? id : undefined}
        {...onButton}
      >
        <Icon iconName="Info" />
      </button>
      {isOpen && (
        <Callout
          target={button}
          role="dialog"
          ariaLabel={about.title}
          calloutWidth={288}
          gapSpace={4}
          isBeakVisible={false}
          directionalHint={DirectionalHint.bottomLeftEdge}
          setInitialFocus={isEntered}
          onDismiss={close}
          {...onTip}
        >
          <div ref={setContent} id={id}>
            <TipContent about={about} />
          </div>
        </Callout>
      )}
    </>
  );
}

function TipContent({ about }: { readonly about: About }): React.ReactElement {
  const { texts, clientUrl } = useHost();
  const styles = useStyles();
  const { ground } = useGround();
  return (
    <div className={`${ground} ${styles.tip}`}>
      <div className={styles.title}>{about.title}</div>
      <p className={styles.sentence}>{about.sentence}</p>
      {about.lines && (
        <div className={styles.lines}>
          {about.lines.map((line) => (
            <div key={line}>{`= ${line}`}</div>
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
