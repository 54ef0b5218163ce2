import * as React from 'react';
import { DefaultButton, Icon, Link } from '@fluentui/react';
import { createStyles, text16 } from './createStyles';

export interface StateAction {
  readonly text: string;
  readonly icon?: 'Refresh';
  /** A link reads as a way out, a button as the thing to do. */
  readonly as: 'link' | 'button';
  readonly run: () => void;
}

export interface StateMessageProps {
  readonly icon: 'NoData' | 'Trouble' | 'Lock';
  readonly title: string;
  readonly sentence: string;
  readonly action?: StateAction | undefined;
}

const useStyles = createStyles((theme) => ({
  state: { display: 'grid', gridTemplateColumns: '32px minmax(0, 1fr)', gap: '0 16px', padding: '8px 16px 16px' },
  icon: {
    color: theme.palette.neutralSecondary,
    fontSize: 32,
    selectors: { '& svg': { width: 32, height: 32 } },
  },
  words: { display: 'grid', gap: 4, justifyItems: 'start' },
  title: { ...text16, color: theme.palette.neutralPrimary },
  sentence: { color: theme.palette.neutralSecondary, maxWidth: 480 },
  button: { marginTop: 4 },
  link: { minHeight: 24 },
}));

/** Why there is nothing to see, and the one thing to do about it. */
export function StateMessage({ icon, title, sentence, action }: StateMessageProps): React.ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.state} role="status">
      <Icon iconName={icon} className={styles.icon} />
      <div className={styles.words}>
        <div className={styles.title}>{title}</div>
        <div className={styles.sentence}>{sentence}</div>
        {action?.as === 'link' && (
          <Link className={styles.link} onClick={action.run}>
            {action.text}
          </Link>
        )}
        {action?.as === 'button' && (
          <DefaultButton
            className={styles.button}
            text={action.text}
            onClick={action.run}
            {...(action.icon ? { iconProps: { iconName: action.icon } } : {})}
          />
        )}
      </div>
    </div>
  );
}
